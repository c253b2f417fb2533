package io.cxmetrics.input.reading;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Summaries by labels and by period. The groups add up to all, and the periods of a group to the group, because each
 * row is counted in one cell and everything else is merged from the cells.
 *
 * <p><b>Periods.</b> Each group has the periods of the whole table, so that a group without rows in a month shows it as
 * empty instead of missing. Periods are named by labels that sort in the order of time, such as those of
 * {@link io.cxmetrics.time.CalendarPeriod#label}; an empty label stands for rows without a date.
 *
 * <p>Immutable if the summaries are.
 *
 * <pre>{@code
 * Groups.Buffer<Integer, ?, Nps> buffer = Groups.buffer(Nps.aggregation());
 * buffer.add(Labels.of("gold"), "2026-01", 10);
 * buffer.add(Labels.of("gold"), "2026-02", 3);
 * buffer.add(Labels.of("free"), "2026-01", 9);
 * buffer.leaveOut(Labels.of("free"), "2026-01", Reason.blank("nps"));
 * Groups<Nps> groups = buffer.groups();
 * groups.all().total().summary().score(); // 33.333333333333336
 * groups.byLabels().keySet(); // [[free], [gold]]
 * groups.group(Labels.of("free")).periods().keySet(); // [2026-01, 2026-02]
 * groups.group(Labels.of("free")).periods().get("2026-02").summary().score(); // NaN
 * groups.all().total().leftOut(); // no_nps 1
 * }</pre>
 *
 * @param <R> the type of the summaries
 * @since 0.1
 */
public final class Groups<R> {

    private final Group<R> all;
    private final SortedMap<Labels, Group<R>> byLabels;

    private Groups(Group<R> all, SortedMap<Labels, Group<R>> byLabels) {
        this.all = all;
        this.byLabels = byLabels;
    }

    /**
     * The rows of one cell, of a group or of everything.
     *
     * @param used how many rows are in the summary
     * @param summary the summary of them
     * @param leftOut the rows that are not, by reason
     * @param <R> the type of the summary
     */
    public record Part<R>(long used, R summary, LeftOut leftOut) {

        /** Checks that the parts are there. */
        public Part {
            requireNonNull(summary, "summary");
            requireNonNull(leftOut, "leftOut");
        }

        private <Q> Part<Q> map(Function<? super R, ? extends Q> question) {
            return new Part<>(used, question.apply(summary), leftOut);
        }

        private <Q> Part<Q> with(Q other) {
            return new Part<>(used, other, leftOut);
        }

        /**
         * Returns how many rows there are.
         *
         * @return used and left out
         */
        public long rows() {
            return Math.addExact(used, leftOut.count());
        }
    }

    /**
     * A group and its periods.
     *
     * @param total all rows of the group
     * @param periods the rows of each period, by its label; empty if no row has a period
     * @param <R> the type of the summaries
     */
    public record Group<R>(Part<R> total, SortedMap<String, Part<R>> periods) {

        /** Makes the map unmodifiable. */
        public Group {
            requireNonNull(total, "total");
            periods = Collections.unmodifiableSortedMap(new TreeMap<>(periods));
        }

        private <Q> Group<Q> map(Function<? super R, ? extends Q> question) {
            SortedMap<String, Part<Q>> answers = new TreeMap<>();
            periods.forEach((label, part) -> answers.put(label, part.map(question)));
            return new Group<>(total.map(question), answers);
        }
    }

    /**
     * Returns groups that were summed up one by one, where sums of groups would count twice: visitors who have sessions
     * in several groups.
     *
     * @param all everything
     * @param byLabels the groups
     * @param <R> the type of the summaries
     * @return the groups
     */
    public static <R> Groups<R> of(Group<R> all, SortedMap<Labels, Group<R>> byLabels) {
        return new Groups<>(requireNonNull(all, "all"), Collections.unmodifiableSortedMap(new TreeMap<>(byLabels)));
    }

    /**
     * Returns a buffer without rows.
     *
     * @param aggregation how inputs become a summary
     * @param <T> the type of the inputs
     * @param <S> the type of the states
     * @param <R> the type of the summaries
     * @return the buffer
     */
    public static <T, S, R> Buffer<T, S, R> buffer(Aggregation<? super T, S, R> aggregation) {
        return new Buffer<>(aggregation);
    }

    /**
     * Returns groups without periods whose summaries were made elsewhere, such as those of customers with several rows.
     *
     * @param all everything
     * @param byLabels the groups by their labels
     * @param <R> the type of the summaries
     * @return the groups
     * @throws IllegalArgumentException if the rows of the groups do not add up to all rows
     */
    public static <R> Groups<R> of(Part<R> all, Map<Labels, Part<R>> byLabels) {
        long rows = 0;
        TreeMap<Labels, Group<R>> groups = new TreeMap<>();
        for (Map.Entry<Labels, Part<R>> entry : byLabels.entrySet()) {
            rows = Math.addExact(rows, entry.getValue().rows());
            groups.put(entry.getKey(), new Group<>(entry.getValue(), new TreeMap<>()));
        }
        if (rows != all.rows()) {
            throw new IllegalArgumentException("byLabels must add up to all " + all.rows() + " rows, got " + rows);
        }
        return new Groups<>(new Group<>(all, new TreeMap<>()), Collections.unmodifiableSortedMap(groups));
    }

    /**
     * Returns what becomes of the summaries when each is asked the same.
     *
     * @param question what to ask each summary, of everything, a group or a period
     * @param <Q> the type of the answers
     * @return the groups of the answers, with the same rows
     */
    public <Q> Groups<Q> map(Function<? super R, ? extends Q> question) {
        Map<Labels, Group<Q>> answers = new TreeMap<>();
        byLabels.forEach((labels, group) -> answers.put(labels, group.map(question)));
        return new Groups<>(all.map(question), Collections.unmodifiableSortedMap(new TreeMap<>(answers)));
    }

    /**
     * Returns everything.
     *
     * @return the sum of the groups
     */
    public Group<R> all() {
        return all;
    }

    /**
     * Returns the groups.
     *
     * @return the groups in the order of their labels, unmodifiable
     */
    public SortedMap<Labels, Group<R>> byLabels() {
        return byLabels;
    }

    /**
     * Returns a group.
     *
     * @param labels its labels
     * @return the group
     * @throws IllegalArgumentException if there is none
     */
    public Group<R> group(Labels labels) {
        Group<R> group = byLabels.get(labels);
        if (group == null) {
            throw new IllegalArgumentException("labels must be those of a group, got " + labels);
        }
        return group;
    }

    /**
     * Returns groups with another result in each cell, which may look at the whole of its group: the backlog of a month
     * depends on the months before.
     *
     * @param function makes a result of a group and the label of one of its periods; the label is empty for the total
     * @param <Q> the type of the results
     * @return the groups
     */
    public <Q> Groups<Q> mapCells(BiFunction<? super Group<R>, String, ? extends Q> function) {
        SortedMap<Labels, Group<Q>> mapped = new TreeMap<>();
        byLabels.forEach((labels, group) -> mapped.put(labels, mapCells(group, function)));
        return new Groups<>(mapCells(all, function), Collections.unmodifiableSortedMap(mapped));
    }

    private static <R, Q> Group<Q> mapCells(
            Group<R> group, BiFunction<? super Group<R>, String, ? extends Q> function) {
        TreeMap<String, Part<Q>> periods = new TreeMap<>();
        group.periods().forEach((label, part) -> periods.put(label, part.with(function.apply(group, label))));
        return new Group<>(group.total().with(function.apply(group, "")), periods);
    }

    /**
     * Groups while they grow. Belongs to one thread.
     *
     * @param <T> the type of the inputs
     * @param <S> the type of the states
     * @param <R> the type of the summaries
     */
    public static final class Buffer<T, S, R> {
        private final Aggregation<? super T, S, R> aggregation;
        /** Labels order themselves, so that the map stays fast when their hash codes are equal. */
        private final Map<Labels, TreeMap<String, Cell<S>>> cells = new HashMap<>();

        private final SortedSet<String> windows = new TreeSet<>();

        private Buffer(Aggregation<? super T, S, R> aggregation) {
            this.aggregation = requireNonNull(aggregation, "aggregation");
        }

        /**
         * Counts a row.
         *
         * @param labels the labels of its group
         * @param period the label of its period, empty for none
         * @param input what it was read as
         */
        public void add(Labels labels, String period, T input) {
            add(labels, period, input, 1);
        }

        /**
         * Counts the rows of one input, such as a session made of several.
         *
         * @param labels the labels of its group
         * @param period the label of its period, empty for none
         * @param input what they were read as
         * @param rows how many rows they are, not negative
         */
        public void add(Labels labels, String period, T input, long rows) {
            if (rows < 0) {
                throw new IllegalArgumentException("rows must not be negative, got " + rows);
            }
            Cell<S> cell = cell(labels, period);
            cell.state = aggregation.add(cell.state, input);
            cell.used = Math.addExact(cell.used, rows);
        }

        /**
         * Counts a row that is left out.
         *
         * @param labels the labels of its group
         * @param period the label of its period, empty for none
         * @param reason why it is left out
         */
        public void leaveOut(Labels labels, String period, Reason reason) {
            leaveOut(labels, period, reason, 1);
        }

        /**
         * Counts rows that are left out.
         *
         * @param labels the labels of their group
         * @param period the label of their period, empty for none
         * @param reason why they are left out
         * @param rows how many they are, not negative
         */
        public void leaveOut(Labels labels, String period, Reason reason, long rows) {
            cell(labels, period).leftOut.add(reason, rows);
        }

        /**
         * Names a period that each group has, with rows or without: the question asks for it.
         *
         * @param period the label of the period
         */
        public void window(String period) {
            windows.add(requireNonNull(period, "period"));
        }

        private Cell<S> cell(Labels labels, String period) {
            return cells.computeIfAbsent(labels, l -> new TreeMap<>())
                    .computeIfAbsent(period, p -> new Cell<>(aggregation.zero()));
        }

        /**
         * Returns the groups so far.
         *
         * @return the groups, and everything
         */
        public Groups<R> groups() {
            SortedSet<String> periods = new TreeSet<>(windows);
            cells.values().forEach(group -> periods.addAll(group.keySet()));
            if (periods.size() == 1 && periods.first().isEmpty()) {
                periods.clear();
            }
            TreeMap<Labels, Group<R>> groups = new TreeMap<>();
            cells.forEach((labels, group) -> groups.put(labels, group(group, periods)));
            Group<R> all = groups.size() == 1 ? groups.firstEntry().getValue() : group(sums(), periods);
            return new Groups<>(all, Collections.unmodifiableSortedMap(groups));
        }

        private SortedMap<String, Cell<S>> sums() {
            SortedMap<String, List<Cell<S>>> parts = new TreeMap<>();
            cells.values()
                    .forEach(group ->
                            group.forEach((period, cell) -> parts.computeIfAbsent(period, p -> new ArrayList<>())
                                    .add(cell)));
            SortedMap<String, Cell<S>> sums = new TreeMap<>();
            parts.forEach((period, all) -> sums.put(period, sum(all)));
            return sums;
        }

        /** The sum of cells. A single one is its own sum: states may be large. */
        private Cell<S> sum(Collection<Cell<S>> parts) {
            if (parts.size() == 1) {
                return parts.iterator().next();
            }
            Cell<S> sum = new Cell<>(aggregation.zero());
            parts.forEach(cell -> sum.merge(aggregation, cell));
            return sum;
        }

        private Group<R> group(SortedMap<String, Cell<S>> group, SortedSet<String> periods) {
            Part<R> total = sum(group.values()).part(aggregation);
            TreeMap<String, Part<R>> parts = new TreeMap<>();
            for (String period : periods) {
                Cell<S> cell = group.get(period);
                boolean only = cell != null && group.size() == 1;
                parts.put(
                        period,
                        only ? total : (cell == null ? new Cell<>(aggregation.zero()) : cell).part(aggregation));
            }
            return new Group<>(total, parts);
        }
    }

    /** The rows of one group in one period, while they grow. */
    private static final class Cell<S> {
        private S state;
        private final LeftOut.Buffer leftOut = new LeftOut.Buffer();
        private long used;

        Cell(S state) {
            this.state = state;
        }

        void merge(Aggregation<?, S, ?> aggregation, Cell<S> other) {
            state = aggregation.merge(state, other.state);
            leftOut.addAll(other.leftOut);
            used += other.used;
        }

        <R> Part<R> part(Aggregation<?, S, R> aggregation) {
            return new Part<>(used, aggregation.finish(state), leftOut.leftOut());
        }
    }
}
