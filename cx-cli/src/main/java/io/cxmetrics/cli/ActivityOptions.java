package io.cxmetrics.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of logs of activities and transactions. */
@SuppressWarnings("NullAway.Init") // picocli sets what is required before anything reads it
final class ActivityOptions {

    @Option(names = "--customer", required = true, paramLabel = "COLUMN", description = "what tells customers apart")
    String customer;

    @Option(names = "--at", required = true, paramLabel = "COLUMN", description = "when it was")
    String at;

    @Option(names = "--amount", paramLabel = "COLUMN", description = "what it was worth; negative for a refund")
    @Nullable
    String amount;

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the last day that is observed (default: the latest date in the files)")
    @Nullable
    String asOf;
}
