package io.cxmetrics.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One row for each line of the result, with every digit; what is undefined is empty. */
final class CsvFormat {

    private final Terminal terminal;
    private final boolean raw;

    CsvFormat(Terminal terminal, boolean raw) {
        this.terminal = terminal;
        this.raw = raw;
    }

    void print(Report report, PrintWriter out) {
        List<Line> lines = new ArrayList<>();
        flatten(report.total(), lines);
        report.groups().forEach(group -> flatten(group, lines));
        IdentityHashMap<Line, String> levels = new IdentityHashMap<>();
        for (Report.Section section : report.sections()) {
            section.lines().forEach(line -> levels.put(line, section.name()));
            lines.addAll(section.lines());
        }
        Set<String> reasons = new TreeSet<>();
        for (Line line : lines) {
            reasons.addAll(line.leftOut().keySet());
        }
        // Some numbers belong to periods only.
        Set<String> numbers = new LinkedHashSet<>();
        for (Line line : lines) {
            numbers.addAll(line.values().numbers().keySet());
        }

        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build((Writer) new Unclosed(out))) {
            csv.writeRecord(header(report.by(), numbers, reasons));
            for (Line line : lines) {
                String level = levels.getOrDefault(line, level(line));
                csv.writeRecord(row(report, line, level, numbers, reasons));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> header(List<String> by, Set<String> numbers, Set<String> reasons) {
        List<String> header = new ArrayList<>(List.of("metric", "level", "period", "rows"));
        header.addAll(numbers);
        header.add("left_out_total");
        reasons.forEach(reason -> header.add("left_out_" + reason));
        // A column of the file may have the name of a column of the result.
        header.addAll(
                2,
                by.stream()
                        .map(this::text)
                        .map(name -> header.contains(name) ? "by_" + name : name)
                        .toList());
        return header;
    }

    private static void flatten(Line line, List<Line> lines) {
        lines.add(line);
        lines.addAll(line.periods());
    }

    private List<String> row(Report report, Line line, String level, Set<String> numbers, Set<String> reasons) {
        List<String> row = new ArrayList<>();
        row.add(report.metric());
        row.add(level);
        for (int i = 0; i < report.by().size(); i++) {
            row.add(line.labels().isEmpty() ? "" : text(line.labels().get(i)));
        }
        row.add(line.period());
        row.add(String.valueOf(line.rows()));
        Map<String, Object> own = line.values().numbers();
        for (String name : numbers) {
            Object value = own.get(name);
            boolean undefined = value == null || (value instanceof Double d && !Double.isFinite(d));
            row.add(undefined ? "" : value instanceof Double number ? Digits.plain(number) : String.valueOf(value));
        }
        row.add(String.valueOf(line.leftOutTotal()));
        reasons.forEach(reason -> row.add(String.valueOf(line.leftOut().getOrDefault(reason, 0L))));
        return row;
    }

    private static String level(Line line) {
        return (line.labels().isEmpty() ? "total" : "group") + (line.period().isEmpty() ? "" : "_period");
    }

    /** A text of the file: a spreadsheet must not run it, nor a terminal obey it. */
    private String text(String text) {
        String shown = terminal.output() ? Cell.oneLine(text) : text;
        return raw ? shown : Cell.inert(shown);
    }

    /** Standard output stays open when the writer is done with it. */
    private static final class Unclosed extends java.io.FilterWriter {
        Unclosed(Writer out) {
            super(out);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
