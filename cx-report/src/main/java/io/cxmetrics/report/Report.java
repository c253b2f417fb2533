package io.cxmetrics.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A result before it is printed.
 *
 * @param metric the short name of the metric
 * @param facts what the numbers stand on: definition, scale, interval, rows read; each a text, Long, Double, or counts
 *     by label
 * @param columns what a table shows
 * @param by the columns that the groups were made by
 * @param total everything
 * @param groups the groups, sorted by their labels; empty if none were asked for
 * @param heading what the periods of the total are called in a table
 * @param periodColumns what a table shows of them
 * @param curves what is drawn below a table, null if nothing is
 * @param sections further tables, such as changes between groups
 * @since 0.1
 */
public record Report(
        String metric,
        Map<String, Object> facts,
        List<Column> columns,
        List<String> by,
        Line total,
        List<Line> groups,
        String heading,
        List<Column> periodColumns,
        @Nullable Curves curves,
        List<Section> sections) {

    /**
     * A further table.
     *
     * @param name its name in JSON, a plural
     * @param heading what its lines are called
     * @param columns what a table shows
     * @param lines its lines
     * @since 0.1
     */
    public record Section(String name, String heading, List<Column> columns, List<Line> lines) {

        /** Copies the lists. */
        public Section {
            columns = List.copyOf(columns);
            lines = List.copyOf(lines);
        }
    }

    /** The fact that says how many rows are in the numbers. */
    static final String USED = "used_rows";

    /** The facts that account for the rows: all of them, and what they came to. */
    static final List<String> ACCOUNT = List.of("rows", USED, "left_out_rows", "malformed_rows");

    /** A report whose periods are shown like its groups. */
    public Report(
            String metric,
            Map<String, Object> facts,
            List<Column> columns,
            List<String> by,
            Line total,
            List<Line> groups) {
        this(metric, facts, columns, by, total, groups, "period", columns, null, List.of());
    }

    /** This report with periods that have columns of their own. */
    public Report withPeriods(String newHeading, List<Column> newColumns) {
        return new Report(metric, facts, columns, by, total, groups, newHeading, newColumns, curves, sections);
    }

    /** This report with a drawing. */
    public Report withCurves(Curves drawn) {
        return new Report(metric, facts, columns, by, total, groups, heading, periodColumns, drawn, sections);
    }

    /** This report with one more table. */
    public Report withSection(Section section) {
        List<Section> more = new ArrayList<>(sections);
        more.add(section);
        return new Report(metric, facts, columns, by, total, groups, heading, periodColumns, curves, List.copyOf(more));
    }

    /** This report with one more fact, before the others. */
    public Report withFact(String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(name, value);
        all.putAll(facts);
        return new Report(metric, all, columns, by, total, groups, heading, periodColumns, curves, sections);
    }
}
