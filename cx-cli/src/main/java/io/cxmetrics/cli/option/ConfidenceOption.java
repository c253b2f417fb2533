package io.cxmetrics.cli.option;

import io.cxmetrics.cli.console.CliException;
import picocli.CommandLine.Option;

/** The level of intervals. */
public final class ConfidenceOption {

    /** Levels beyond these say nothing, and their quantiles are beyond the reach of a double. */
    private static final double LOWEST = 0.01;

    private static final double HIGHEST = 0.999999;

    @Option(
            names = "--confidence",
            defaultValue = "0.95",
            paramLabel = "LEVEL",
            description = "default: ${DEFAULT-VALUE}")
    double confidence;

    /** The level, checked. */
    public double level() {
        if (!(confidence > 0 && confidence < 1)) {
            throw CliException.usage("--confidence: must be in (0, 1), got " + confidence);
        }
        if (confidence < LOWEST || confidence > HIGHEST) {
            throw CliException.usage("--confidence: must be in [0.01, 0.999999], got " + confidence);
        }
        return confidence;
    }
}
