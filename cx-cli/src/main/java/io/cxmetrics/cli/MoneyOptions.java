package io.cxmetrics.cli;

import io.cxmetrics.cli.input.CliException;
import picocli.CommandLine.Option;

/** How amounts are read. */
final class MoneyOptions {

    @Option(
            names = "--decimals",
            defaultValue = "2",
            paramLabel = "N",
            description = "decimals of amounts, in which sums are exact (default: ${DEFAULT-VALUE})")
    private int decimals;

    int decimals() {
        if (decimals < 0 || decimals > 9) {
            throw CliException.usage("--decimals: must be in [0, 9], got " + decimals);
        }
        return decimals;
    }
}
