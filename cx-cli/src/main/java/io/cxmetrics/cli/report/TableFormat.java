package io.cxmetrics.cli.report;

import io.cxmetrics.cli.input.Terminal;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An aligned table for people. On a terminal the headline is drawn too: a bar for each line, and a line over time. */
final class TableFormat {

    private final Terminal terminal;
    private final Drawing drawing;

    TableFormat(Terminal terminal) {
        this.terminal = terminal;
        this.drawing = new Drawing(terminal.unicode());
    }

    void print(Report report, PrintWriter out) {
        out.println(report.metric().toUpperCase(java.util.Locale.ROOT) + " of "
                + report.facts().get("rating") + " = " + report.facts().get("definition"));
        out.println();
        List<Line> lines = new ArrayList<>();
        lines.add(report.total());
        lines.addAll(report.groups());
        printLines(report, lines, report.by().isEmpty() ? "" : String.join(" / ", report.by()), out);
        if (!report.total().periods().isEmpty()) {
            out.println();
            printLines(report, report.total().periods(), "period", out);
        }
        out.println();
        report.facts().forEach((name, value) -> {
            if (!name.equals("rating") && !name.equals("definition")) {
                out.println(name.replace('_', ' ') + ": " + value);
            }
        });
        printLeftOut(report.total(), out);
    }

    private static void printLeftOut(Line total, PrintWriter out) {
        List<String> reasons = new ArrayList<>();
        total.leftOut().forEach((reason, count) -> reasons.add(count + " " + reason.replace('_', ' ')));
        out.println("left out: " + (reasons.isEmpty() ? "nothing" : String.join(", ", reasons)));
    }

    private void printLines(Report report, List<Line> lines, String heading, PrintWriter out) {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        columns.put(heading, lines.stream().map(TableFormat::label).toList());
        for (Column column : report.columns()) {
            columns.put(
                    column.title(),
                    lines.stream()
                            .map(line -> column.format().of(line.values()))
                            .toList());
            if (column.headline() && terminal.output()) {
                columns.put(
                        column.title() + " bar",
                        lines.stream()
                                .map(line ->
                                        drawing.bar(line.values().number(column.value()), column.min(), column.max()))
                                .toList());
            }
        }
        columns.put(
                "left out",
                lines.stream()
                        .map(line -> String.format("%,d", line.leftOutTotal()))
                        .toList());
        if (terminal.output() && lines.stream().anyMatch(line -> !line.periods().isEmpty())) {
            report.columns().stream()
                    .filter(Column::headline)
                    .findFirst()
                    .ifPresent(headline -> columns.put(
                            "over time",
                            lines.stream().map(line -> trend(line, headline)).toList()));
        }
        align(columns, lines.size(), out);
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
                        .map(label -> label.isBlank() ? "(blank)" : label)
                        .toList());
    }

    /** Labels and drawings stand to the left, numbers to the right. */
    private static void align(Map<String, List<String>> columns, int rows, PrintWriter out) {
        StringBuilder[] lines = new StringBuilder[rows + 1];
        for (int i = 0; i <= rows; i++) {
            lines[i] = new StringBuilder();
        }
        boolean first = true;
        for (Map.Entry<String, List<String>> column : columns.entrySet()) {
            boolean drawn = column.getKey().endsWith(" bar") || column.getKey().equals("over time");
            String title = column.getKey().endsWith(" bar") ? "" : column.getKey();
            int width =
                    column.getValue().stream().mapToInt(String::length).max().orElse(0);
            width = Math.max(width, title.length());
            for (int i = 0; i <= rows; i++) {
                String cell = i == 0 ? title : column.getValue().get(i - 1);
                String padding = " ".repeat(width - cell.length());
                lines[i].append(first ? "" : "  ").append(first || drawn ? cell + padding : padding + cell);
            }
            first = false;
        }
        for (StringBuilder line : lines) {
            out.println(line.toString().stripTrailing());
        }
    }
}
