package io.cxmetrics.report;

import java.io.PrintWriter;

/**
 * The forms a result can be printed in.
 *
 * @since 0.1
 */
public enum ReportFormat {
    /** An aligned table for people. */
    TABLE {
        @Override
        public void print(Report report, Terminal terminal, boolean raw, PrintWriter out) {
            new TableFormat(terminal).print(report, out);
        }
    },
    /** One object, with all digits. */
    JSON {
        @Override
        public void print(Report report, Terminal terminal, boolean raw, PrintWriter out) {
            JsonFormat.print(report, out);
        }
    },
    /** One row for each line, with all digits. */
    CSV {
        @Override
        public void print(Report report, Terminal terminal, boolean raw, PrintWriter out) {
            new CsvFormat(terminal, raw).print(report, out);
        }
    };

    /**
     * Prints a result.
     *
     * @param report the result
     * @param terminal who is looking; labels of the file never steer a terminal
     * @param raw whether CSV has labels as they are, also those that a spreadsheet would run as formulas
     * @param out where to
     */
    public abstract void print(Report report, Terminal terminal, boolean raw, PrintWriter out);
}
