package io.cxmetrics.retention.cohort;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Stored;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Days;
import io.cxmetrics.time.CalendarPeriod;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the time after a start is cut into the intervals 0, 1, 2 … in which an actor may return.
 *
 * <p><b>Calendar or elapsed.</b> Calendar units turn at midnight of the zone, so that a start at 23:45 and a return at
 * 00:01 are one day apart; windows count 24 hours from the start, in which both are in window 0. Both are in use:
 * PostHog counts calendar days, Amplitude windows (whose month is {@code windows(30)}; it takes times down to the hour
 * first, which is left to the caller).
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * ReturnIntervals.calendar(CalendarPeriod.MONTH); // every month
 * ReturnIntervals.days(7); // every 7 days
 * ReturnIntervals.windows(1); // every 24 hours
 * ReturnIntervals.brackets(0, 1, 7, 30); // days [0, 1) [1, 7) [7, 30)
 * }</pre>
 *
 * @since 0.1
 */
public final class ReturnIntervals implements Stored {

    private static final long serialVersionUID = 1;

    /** More intervals than that come from a wild time, such as a year 9999, and nobody reads them. */
    static final int MAX_INTERVALS = 100_000;

    /** Null for windows of 24 hours. */
    private final @Nullable CalendarPeriod unit;

    private final int length;

    /** Empty where all intervals are as long. */
    private final int[] edges;

    private ReturnIntervals(@Nullable CalendarPeriod unit, int length, int... edges) {
        if (length < 1) {
            throw new IllegalArgumentException("length must be at least 1, got " + length);
        }
        this.unit = unit;
        this.length = length;
        this.edges = edges;
    }

    /**
     * Returns calendar periods: interval 0 is the rest of the period of the start, and interval k the k-th period after
     * it.
     *
     * @param period the periods
     * @return the intervals
     */
    public static ReturnIntervals calendar(CalendarPeriod period) {
        return new ReturnIntervals(requireNonNull(period, "period"), 1);
    }

    /**
     * Returns runs of calendar days from the day of each actor's own start: interval k is the days from k times the
     * length on, the day of the start being day 0. Weeks so counted are whole for everybody, unlike those of the
     * calendar.
     *
     * @param length how many days each has
     * @return the intervals
     * @throws IllegalArgumentException if the length is below 1
     */
    public static ReturnIntervals days(int length) {
        return new ReturnIntervals(CalendarPeriod.DAY, length);
    }

    /**
     * Returns runs of 24 hours from the instant of the start, whatever clocks show.
     *
     * @param length how many times 24 hours each has
     * @return the intervals
     * @throws IllegalArgumentException if the length is below 1
     */
    public static ReturnIntervals windows(int length) {
        return new ReturnIntervals(null, length);
    }

    /**
     * Returns unequal intervals of calendar days since the start.
     *
     * @param edges where each begins and the last ends: 0, 1, 7, 30 for [0, 1), [1, 7) and [7, 30)
     * @return the intervals, one fewer than edges; what is after the last edge is in none
     * @throws IllegalArgumentException if there are fewer than two edges, they do not start with 0 or do not ascend
     */
    public static ReturnIntervals brackets(int... edges) {
        return days(1).withBrackets(edges);
    }

    /**
     * Returns unequal intervals of the same unit.
     *
     * @param bounds where each begins and the last ends, in days, months or windows of 24 hours since the start
     * @return the intervals, one fewer than bounds
     * @throws IllegalArgumentException if there are fewer than two bounds, they do not start with 0 or do not ascend
     */
    public ReturnIntervals withBrackets(int... bounds) {
        if (bounds.length < 2 || bounds[0] != 0) {
            throw new IllegalArgumentException(
                    "edges must be at least two and start with 0, got " + Arrays.toString(bounds));
        }
        for (int i = 1; i < bounds.length; i++) {
            if (bounds[i] <= bounds[i - 1]) {
                throw new IllegalArgumentException(
                        "edges must ascend, got " + bounds[i] + " after " + bounds[i - 1] + " at index " + i);
            }
        }
        return new ReturnIntervals(unit, 1, bounds.clone());
    }

    /** In which interval a later activity is; as many as there are intervals if after the last. */
    int index(long startMillis, long startDay, long millis, long day) {
        return interval(age(startMillis, startDay, millis, day));
    }

    /** How many intervals are wholly before an instant, which is the start of a day. */
    int observed(long startMillis, long startDay, long untilMillis, long untilDay) {
        int at = interval(age(startMillis, startDay, untilMillis, untilDay));
        if (at > MAX_INTERVALS) {
            throw new IllegalArgumentException("observedThrough must leave at most " + MAX_INTERVALS
                    + " intervals, got " + at + " since " + LocalDate.ofEpochDay(startDay));
        }
        return at;
    }

    /** How many units have passed; none where clocks go back across midnight, to the day before the start. */
    private long age(long startMillis, long startDay, long millis, long day) {
        return unit == null
                ? Math.floorDiv(Math.subtractExact(millis, startMillis), Days.MILLIS_PER_DAY)
                : Math.max(0, unit.index(day) - unit.index(startDay));
    }

    private int interval(long age) {
        if (edges.length == 0) {
            return (int) Math.min(age / length, Integer.MAX_VALUE);
        }
        int k = 0;
        while (k < edges.length - 1 && edges[k + 1] <= age) {
            k++;
        }
        return k;
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("ReturnIntervals", 1)
                .with("unit", unit)
                .with("length", length)
                .with("edges", edges);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the intervals
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static ReturnIntervals ofStored(StoredForm form) {
        StoredFields fields = form.expect("ReturnIntervals", 1, "unit", "length", "edges");
        CalendarPeriod unit = fields.absent("unit") ? null : fields.constant("unit", CalendarPeriod.class);
        int length = fields.integer("length");
        int[] edges = fields.integers("edges");
        if (length != 1 && (edges.length > 0 || (unit != null && unit != CalendarPeriod.DAY))) {
            throw new IllegalArgumentException("length must be 1 of brackets and of calendar periods, got " + length);
        }
        ReturnIntervals even = new ReturnIntervals(unit, length);
        return edges.length == 0 ? even : even.withBrackets(edges);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReturnIntervals that
                && unit == that.unit
                && length == that.length
                && Arrays.equals(edges, that.edges);
    }

    @Override
    public int hashCode() {
        return Objects.hash(unit, length, Arrays.hashCode(edges));
    }

    /**
     * Returns the intervals in words.
     *
     * @return such as {@code every month}, {@code every 7 days} or {@code days [0, 1) [1, 7)}
     */
    @Override
    public String toString() {
        String name = unit == null ? "window" : unit.name().toLowerCase(Locale.ROOT);
        if (edges.length > 0) {
            StringBuilder text = new StringBuilder(name + "s");
            for (int i = 1; i < edges.length; i++) {
                text.append(" [")
                        .append(edges[i - 1])
                        .append(", ")
                        .append(edges[i])
                        .append(')');
            }
            return text.toString();
        }
        if (unit == null) {
            return "every " + 24L * length + " hours";
        }
        return length == 1 ? "every " + name : "every " + length + " " + name + "s";
    }
}
