package io.cxmetrics.report;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** An aligned table for people. On a terminal the headline is drawn too: a bar for each line, and a line over time. */
final class TableFormat {

    /** What stands above the table. */
    private static final Set<String> NOT_BELOW = Set.of("rating", "definition");

    private final Terminal terminal;
    private final Drawing drawing;

    TableFormat(Terminal terminal) {
        this.terminal = terminal;
        this.drawing = new Drawing(terminal.unicode());
    }

    /** A column as it is printed; titles may repeat, since groups are headed by names from the file. */
    private record Cells(String title, boolean left, List<String> cells) {

        static Cells of(String title, boolean left, List<Line> lines, Function<Line, String> cell) {
            return new Cells(title, left, lines.stream().map(cell).toList());
        }
    }

    void print(Report report, PrintWriter out) {
        Object rating = report.facts().get("rating");
        out.println(report.metric().toUpperCase(Locale.ROOT)
                + (rating == null ? "" : " of " + Cell.oneLine(rating.toString())) + " = "
                + report.facts().get("definition"));
        out.println();
        List<Line> lines = new ArrayList<>();
        lines.add(report.total());
        lines.addAll(report.groups());
        printLines(report.columns(), lines, report.by().isEmpty() ? "" : String.join(" / ", report.by()), true, out);
        if (!report.total().periods().isEmpty()) {
            out.println();
            printLines(report.periodColumns(), report.total().periods(), report.heading(), true, out);
        }
        for (Report.Section section : report.sections()) {
            out.println();
            printLines(section.columns(), section.lines(), section.heading(), false, out);
        }
        if (report.curves() != null && terminal.output()) {
            out.println();
            report.curves().lines(terminal.unicode()).forEach(out::println);
        }
        out.println();
        boolean accounted = report.facts().containsKey(Report.USED);
        report.facts().forEach((name, value) -> {
            if (!NOT_BELOW.contains(name) && !(accounted && Report.ACCOUNT.contains(name))) {
                out.println(name.replace('_', ' ') + ": " + Cell.oneLine(text(value)));
            }
        });
        if (accounted) {
            out.println(String.format(
                    Locale.ROOT,
                    "rows: %,d (%,d used, %,d left out, %,d malformed)",
                    Report.ACCOUNT.stream().map(report.facts()::get).toArray()));
        }
        printLeftOut(report.total(), out);
    }

    private static String text(Object fact) {
        if (fact instanceof Double number) {
            return Double.isFinite(number)
                    ? BigDecimal.valueOf(number)
                            .round(new MathContext(6))
                            .stripTrailingZeros()
                            .toPlainString()
                    : "-";
        }
        return fact instanceof Map<?, ?> counts
                ? counts.entrySet().stream().map(TableFormat::count).collect(joining(", "))
                : fact.toString();
    }

    private static String count(Map.Entry<?, ?> label) {
        return label.getValue() instanceof Long count
                ? String.format(Locale.ROOT, "%,d ", count) + label.getKey()
                : label.toString();
    }

    private static void printLeftOut(Line total, PrintWriter out) {
        List<String> reasons = new ArrayList<>();
        total.leftOut().forEach((reason, count) -> reasons.add(count + " " + reason.replace('_', ' ')));
        out.println("left out: " + (reasons.isEmpty() ? "nothing" : String.join(", ", reasons)));
    }

    private void printLines(List<Column> shown, List<Line> lines, String heading, boolean leftOut, PrintWriter out) {
        List<Cells> columns = new ArrayList<>();
        columns.add(Cells.of(Cell.label(heading), true, lines, TableFormat::label));
        for (Column column : shown) {
            columns.add(Cells.of(column.title(), false, lines, line -> cell(column, line)));
            if (column.headline() && terminal.output()) {
                columns.add(Cells.of(
                        "",
                        true,
                        lines,
                        line -> drawing.bar(line.values().number(column.value()), column.min(), column.max())));
            }
        }
        if (leftOut) {
            columns.add(
                    Cells.of("left out", false, lines, line -> String.format(Locale.ROOT, "%,d", line.leftOutTotal())));
        }
        if (terminal.output() && lines.stream().anyMatch(line -> !line.periods().isEmpty())) {
            shown.stream()
                    .filter(Column::headline)
                    .findFirst()
                    .ifPresent(
                            headline -> columns.add(Cells.of("over time", true, lines, line -> trend(line, headline))));
        }
        align(columns, lines.size(), out);
    }

    private String cell(Column column, Line line) {
        String text = column.format().of(line.values());
        return column.shaded() && terminal.output()
                ? text + drawing.shade(line.values().number(column.value()), column.min(), column.max())
                : text;
    }

    private String trend(Line line, Column headline) {
        return drawing.line(line.periods().stream()
                .mapToDouble(period -> period.values().number(headline.value()))
                .toArray());
    }

    private static String label(Line line) {
        if (!line.period().isEmpty()) {
            return line.period();
        }
        if (line.labels().isEmpty()) {
            return "all";
        }
        return String.join(
                " / ",
                line.labels().stream()
                        .map(label -> label.isBlank() ? "(blank)" : Cell.label(label))
                        .toList());
    }

    /** Labels and drawings stand to the left, numbers to the right. */
    private static void align(List<Cells> columns, int rows, PrintWriter out) {
        StringBuilder[] lines = new StringBuilder[rows + 1];
        for (int i = 0; i <= rows; i++) {
            lines[i] = new StringBuilder();
        }
        boolean first = true;
        for (Cells column : columns) {
            int width = Math.max(
                    Cell.width(column.title),
                    column.cells.stream().mapToInt(Cell::width).max().orElse(0));
            for (int i = 0; i <= rows; i++) {
                String cell = i == 0 ? column.title : column.cells.get(i - 1);
                String padding = " ".repeat(width - Cell.width(cell));
                lines[i].append(first ? "" : "  ").append(column.left ? cell + padding : padding + cell);
            }
            first = false;
        }
        for (StringBuilder line : lines) {
            out.println(line.toString().stripTrailing());
        }
    }
}
