package io.cxmetrics.report;

import java.util.List;
import java.util.Map;

/**
 * One line of a result: everything, a group, or a period of either.
 *
 * @param labels the values of the columns the group was made by; empty for everything
 * @param period the label of the period, empty for all of them
 * @param rows how many rows of the file speak of it: its answers and what was left out
 * @param leftOut how many rows are no answers, by reason
 * @param values the numbers
 * @param periods its periods in the order of time, if the result is split by them
 * @since 0.1
 */
public record Line(
        List<String> labels, String period, long rows, Map<String, Long> leftOut, Values values, List<Line> periods) {

    long leftOutTotal() {
        return leftOut.values().stream().mapToLong(Long::longValue).sum();
    }
}
