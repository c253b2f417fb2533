package io.cxmetrics.cli.option;

import io.cxmetrics.report.Report;
import io.cxmetrics.report.ReportFormat;
import io.cxmetrics.report.Terminal;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** How results are printed. */
@SuppressWarnings("NullAway.Init") // picocli sets what has a default before anything reads it
public final class OutputOptions {

    @Option(
            names = "--format",
            defaultValue = "table",
            paramLabel = "FORMAT",
            description = "table, json, csv (default: ${DEFAULT-VALUE})")
    ReportFormat format;

    @Option(
            names = "--raw",
            description = "CSV has labels as they are; without this a quote stands before those that a spreadsheet"
                    + " would run as formulas")
    boolean raw;

    /** Whether people read it, for whom a long list of periods buries what it is about. */
    public boolean isTable() {
        return format == ReportFormat.TABLE;
    }

    /** Prints a report. */
    public void print(Report report, Terminal terminal, PrintWriter out) {
        format.print(report, terminal, raw, out);
    }
}
