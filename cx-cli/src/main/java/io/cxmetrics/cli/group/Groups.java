package io.cxmetrics.cli.group;

import io.cxmetrics.report.LabelOrder;
import io.cxmetrics.report.Line;
import io.cxmetrics.report.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Everything, and the groups it is split into. Every row ends as counted or as left out, in the total and in its group;
 * so rows = counted + left out, in each of them.
 *
 * @param <T> what a row that counts is read as
 * @param <R> the summary of what counts
 */
public final class Groups<T, R> {

    private final Collector<T, ?, R> collector;
    private final Group<T, R> total;
    private final Map<List<String>, Group<T, R>> groups = new HashMap<>();

    public Groups(Collector<T, ?, R> collector) {
        this.collector = collector;
        this.total = new Group<>(collector);
    }

    /** Turns a summary into numbers, and may add to what was left out. */
    @FunctionalInterface
    public interface Finish<R> {
        Values of(R summary, Map<String, Long> leftOut);
    }

    /** The numbers of a summary, and those of its periods, which often come from one computation. */
    public record Answer(Values values, List<Line> periods) {}

    /** Turns a summary into numbers with periods of their own, and may add to what was left out. */
    @FunctionalInterface
    public interface FinishWithPeriods<R> {
        Answer of(R summary, Map<String, Long> leftOut);
    }

    /**
     * Counts a row.
     *
     * @param labels the values its group is made by, empty if there are no groups
     * @param period the label of its period, null if results are not split by rows
     */
    public void add(List<String> labels, @Nullable String period, T input) {
        total.add(input, period);
        if (!labels.isEmpty()) {
            group(labels).add(input, period);
        }
    }

    /** Counts a row that does not count, by reason. */
    public void leaveOut(List<String> labels, @Nullable String period, String reason) {
        leaveOut(labels, period, reason, 1);
    }

    /** Counts rows that do not count, all for one reason. */
    public void leaveOut(List<String> labels, @Nullable String period, String reason, long rows) {
        total.leaveOut(reason, period, rows);
        if (!labels.isEmpty()) {
            group(labels).leaveOut(reason, period, rows);
        }
    }

    /**
     * Counts a row unless there is a reason to leave it out.
     *
     * @param labels the values its group is made by, empty if there are no groups
     * @param reason why it does not count, null if it does
     * @param input gives what it is read as; not asked of a row that is left out
     */
    public void end(List<String> labels, @Nullable String reason, Supplier<T> input) {
        if (reason == null) {
            add(labels, null, input.get());
        } else {
            leaveOut(labels, null, reason);
        }
    }

    private Group<T, R> group(List<String> labels) {
        return groups.computeIfAbsent(labels, by -> new Group<>(collector));
    }

    public long rows() {
        return total.all().rows();
    }

    /** Returns the summary of everything. */
    public R summary() {
        return total.all().summary();
    }

    /** Returns the summary of each group, in the order in which they are printed. */
    public Map<List<String>, R> summaries() {
        Map<List<String>, R> summaries = new TreeMap<>(new LabelOrder());
        groups.forEach((labels, group) -> summaries.put(labels, group.all().summary()));
        return summaries;
    }

    /** Returns the line of everything, with the periods of the rows. */
    public Line total(Finish<R> finish) {
        return line(List.of(), total, finish);
    }

    /** Returns the lines of the groups, with the periods of the rows. */
    public List<Line> groups(Finish<R> finish) {
        return sorted((labels, group) -> line(labels, group, finish));
    }

    /** Returns the line of everything, with periods that are asked of the summary. */
    public Line totalWithPeriods(FinishWithPeriods<R> finish) {
        return lineWithPeriods(List.of(), total, finish);
    }

    /** Returns the lines of the groups, with periods that are asked of the summary. */
    public List<Line> groupsWithPeriods(FinishWithPeriods<R> finish) {
        return sorted((labels, group) -> lineWithPeriods(labels, group, finish));
    }

    private interface ToLine<T, R> {
        Line of(List<String> labels, Group<T, R> group);
    }

    private List<Line> sorted(ToLine<T, R> toLine) {
        List<Line> lines = new ArrayList<>();
        groups.forEach((labels, group) -> lines.add(toLine.of(labels, group)));
        lines.sort(Comparator.comparing(Line::labels, new LabelOrder()));
        return lines;
    }

    private static <T, R> Line line(List<String> labels, Group<T, R> group, Finish<R> finish) {
        List<Line> periods = new ArrayList<>();
        group.periods().forEach((label, tally) -> periods.add(line(labels, label, tally, finish, List.of())));
        return line(labels, "", group.all(), finish, periods);
    }

    private static <T, R> Line line(
            List<String> labels, String period, Tally<T, R> tally, Finish<R> finish, List<Line> periods) {
        Map<String, Long> leftOut = new TreeMap<>(tally.leftOut());
        Values values = finish.of(tally.summary(), leftOut);
        return new Line(labels, period, tally.rows(), leftOut, values, periods);
    }

    private static <T, R> Line lineWithPeriods(List<String> labels, Group<T, R> group, FinishWithPeriods<R> finish) {
        Tally<T, R> all = group.all();
        Map<String, Long> leftOut = new TreeMap<>(all.leftOut());
        Answer answer = finish.of(all.summary(), leftOut);
        List<Line> periods = answer.periods().stream()
                .map(period -> new Line(
                        labels, period.period(), period.rows(), period.leftOut(), period.values(), period.periods()))
                .toList();
        return new Line(labels, "", all.rows(), leftOut, answer.values(), periods);
    }
}
