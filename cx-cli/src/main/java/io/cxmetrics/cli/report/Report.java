package io.cxmetrics.cli.report;

import java.util.List;
import java.util.Map;

/**
 * A result before it is printed.
 *
 * @param metric the short name of the metric
 * @param facts what the numbers stand on: definition, scale, interval, rows read; each a text, Long or Double
 * @param columns what a table shows
 * @param by the columns that the groups were made by
 * @param total everything
 * @param groups the groups, sorted by their labels; empty if none were asked for
 */
public record Report(
        String metric,
        Map<String, Object> facts,
        List<Column> columns,
        List<String> by,
        Line total,
        List<Line> groups) {}
