package io.cxmetrics.cli.web;

import io.cxmetrics.report.Column;
import io.cxmetrics.report.Line;
import io.cxmetrics.report.Report;
import io.cxmetrics.report.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The answer to a question under one of several rules.
 *
 * @param rule the name of the rule
 * @param total the line of everything
 * @param groups the lines of the groups, empty if there are none
 */
public record SideBySide(String rule, Line total, List<Line> groups) {

    /**
     * Returns the report of answers: of one as it is, of several a line for each, or for each group under each.
     *
     * @param metric the short name of the metric
     * @param column what the rules are called
     * @param facts what the numbers stand on
     * @param columns what a table shows
     * @param by the columns that groups are made by
     * @param answers the answers, at least one
     * @param independent the numbers that are the same under all rules
     */
    public static Report report(
            String metric,
            String column,
            Map<String, Object> facts,
            List<Column> columns,
            List<String> by,
            List<SideBySide> answers,
            Values independent) {
        SideBySide first = answers.get(0);
        if (answers.size() == 1) {
            return new Report(metric, facts, columns, by, first.total, first.groups);
        }
        List<String> labels = new ArrayList<>(List.of(column));
        labels.addAll(by);
        Line all = new Line(List.of(), "", first.total.rows(), first.total.leftOut(), independent, List.of());
        List<Line> lines = answers.stream()
                .flatMap(answer -> answer.lines(by.isEmpty()).stream())
                .toList();
        return new Report(metric, facts, columns, labels, all, lines);
    }

    private List<Line> lines(boolean ungrouped) {
        return (ungrouped ? List.of(total) : groups).stream().map(this::named).toList();
    }

    private Line named(Line line) {
        List<String> labels = new ArrayList<>(List.of(rule));
        labels.addAll(line.labels());
        return new Line(labels, "", line.rows(), line.leftOut(), line.values(), List.of());
    }
}
