package io.cxmetrics.report;

import java.io.PrintWriter;

/**
 * The forms a result can be printed in.
 *
 * @since 0.1
 */
public enum ReportFormat {
    TABLE {
        @Override
        public void print(Report report, Terminal terminal, PrintWriter out) {
            new TableFormat(terminal).print(report, out);
        }
    },
    JSON {
        @Override
        public void print(Report report, Terminal terminal, PrintWriter out) {
            JsonFormat.print(report, out);
        }
    },
    CSV {
        @Override
        public void print(Report report, Terminal terminal, PrintWriter out) {
            CsvFormat.print(report, out);
        }
    };

    public abstract void print(Report report, Terminal terminal, PrintWriter out);
}
