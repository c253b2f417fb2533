package io.cxmetrics.report;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answers to one question under several rules, such as sessions as several systems define them: a line for each
 * rule, or for each group under each. Belongs to one thread.
 *
 * <pre>{@code
 * SideBySide answers = new SideBySide("rule");
 * Figures<Nps> figures = Figures.of(Nps.class).number("nps", "NPS", 1, Nps::score);
 * Line total = new Line(List.of(), "", 4, Map.of(), figures.values(Nps.of(9, 10, 7, 3)), List.of());
 * answers.add("plain", new Report("nps", Map.of(), figures.columns(), List.of(), total, List.of()));
 * answers.add("other", new Report("nps", Map.of(), figures.columns(), List.of(), total, List.of()));
 * answers.report(new Values()).groups().size(); // 2
 * }</pre>
 *
 * @since 0.1
 */
public final class SideBySide {

    private final String column;
    private final Map<String, Report> answers = new LinkedHashMap<>();

    /**
     * Starts without answers.
     *
     * @param column what the rules are called
     */
    public SideBySide(String column) {
        this.column = requireNonNull(column, "column");
    }

    /**
     * Adds an answer.
     *
     * @param rule the name of the rule
     * @param report the answer
     */
    public void add(String rule, Report report) {
        answers.put(requireNonNull(rule, "rule"), requireNonNull(report, "report"));
    }

    /**
     * Returns all answers as one report, with the facts of the first; one answer alone as it is.
     *
     * @param independent the numbers that are the same under all rules
     * @return the report
     * @throws IllegalStateException if there is no answer
     */
    public Report report(Values independent) {
        if (answers.isEmpty()) {
            throw new IllegalStateException("no answer was added");
        }
        Report first = answers.values().iterator().next();
        if (answers.size() == 1) {
            return first;
        }
        List<String> labels = new ArrayList<>(List.of(column));
        labels.addAll(first.by());
        Line total = first.total();
        Line all = new Line(List.of(), "", total.rows(), total.leftOut(), independent, List.of());
        List<Line> lines = new ArrayList<>();
        answers.forEach((rule, report) -> {
            List<Line> own = first.by().isEmpty() ? List.of(report.total()) : report.groups();
            own.forEach(line -> lines.add(named(rule, line)));
        });
        return new Report(first.metric(), first.facts(), first.columns(), labels, all, lines);
    }

    private static Line named(String rule, Line line) {
        List<String> labels = new ArrayList<>(List.of(rule));
        labels.addAll(line.labels());
        return new Line(labels, "", line.rows(), line.leftOut(), line.values(), List.of());
    }
}
