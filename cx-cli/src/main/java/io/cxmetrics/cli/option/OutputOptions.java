package io.cxmetrics.cli.option;

import io.cxmetrics.report.ReportFormat;
import picocli.CommandLine.Option;

/** How results are printed. */
@SuppressWarnings("NullAway.Init") // picocli sets what has a default before anything reads it
public final class OutputOptions {

    @Option(
            names = "--format",
            defaultValue = "table",
            paramLabel = "FORMAT",
            description = "table, json, csv (default: ${DEFAULT-VALUE})")
    public ReportFormat format;
}
