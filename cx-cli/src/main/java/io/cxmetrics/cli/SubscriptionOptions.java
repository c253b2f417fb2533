package io.cxmetrics.cli;

import io.cxmetrics.cli.customers.SubscriptionColumns;
import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.input.CsvSource;
import io.cxmetrics.retention.subscription.Overlap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of tables of subscriptions. */
@SuppressWarnings("NullAway.Init") // picocli sets what has a default before anything reads it
final class SubscriptionOptions {

    @Option(names = "--customer", paramLabel = "COLUMN", description = "what tells customers apart")
    @Nullable
    String customer;

    @Option(names = "--start", paramLabel = "COLUMN", description = "the first day of a subscription")
    @Nullable
    String start;

    @Option(
            names = "--end",
            paramLabel = "COLUMN",
            description = "the first day without it; blank while the subscription runs")
    @Nullable
    String end;

    @Option(
            names = "--overlap",
            defaultValue = "refuse",
            paramLabel = "RULE",
            description =
                    "subscriptions of one customer at the same time: refuse, which leaves the later one out, or allow"
                            + " (default: ${DEFAULT-VALUE})")
    Overlap overlap;

    /** Finds the columns in a file. */
    SubscriptionColumns columns(CsvSource source, List<Integer> by) {
        if (customer == null || start == null) {
            throw CliException.usage((customer == null ? "--customer" : "--start") + ": is needed");
        }
        return SubscriptionColumns.of(
                source.column(customer), source.column(start), FileCommand.column(source, end), by);
    }
}
