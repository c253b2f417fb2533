package io.cxmetrics.retention.cohort;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Counts;
import io.cxmetrics.internal.Days;
import io.cxmetrics.internal.DenseCodes;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Retention of actors by when they came first, from activities that lie in columns: the fast path for the usual
 * question about many activities.
 *
 * <p><b>Definition.</b> retention(cohort, k) = active / starters, in [0, 1]: of the actors whose first activity is in
 * the cohort's period, the share that has an activity in the k-th period after it. It is what a {@link CohortTable}
 * answers to {@link CohortDefinition#of}; days of activity, amounts and other questions need that table. They take
 * every activity of an actor, and not only whether there is one.
 *
 * <p><b>Right edge.</b> A period that ends after observation does is not observed, and its cell is undefined. What
 * comes after the last known day is as if it had not been.
 *
 * <p><b>Adding up.</b> Those of different actors add up.
 *
 * <p><b>Edges.</b> Rows in any order; equal ones change nothing. Without rows there are no cohorts. Days begin where
 * the clocks of the zone say so.
 *
 * <p><b>Cost.</b> A few passes over the rows, without an object for any. One bit for each actor and period while it
 * works, however many rows there are; actors may be any numbers, and those that are far apart take a table of up to 72
 * bytes each and 4 bytes a row. What is left is a number for each cohort and period.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * int[] actors = {7, 3, 7};
 * long[] millis = Stream.of("2026-01-05T09:00:00Z", "2026-01-07T09:00:00Z", "2026-02-09T09:00:00Z")
 *     .mapToLong(at -> Instant.parse(at).toEpochMilli()).toArray();
 * CohortMatrix months = CohortMatrix.of(actors, millis, CalendarPeriod.MONTH, ZoneOffset.UTC, LocalDate.of(2026, 3,
 *         14));
 * LocalDate january = LocalDate.of(2026, 1, 1);
 * months.starters(january); // 2
 * months.retention(january, 1); // 1 of 2 (0.5)
 * months.retention(january, 2); // 0 of 0 (undefined)
 * }</pre>
 *
 * @since 0.1
 */
public final class CohortMatrix implements Summary<CohortMatrix> {

    private static final long serialVersionUID = 1;

    private final CalendarPeriod period;
    private final ZoneId zone;
    private final LocalDate observedThrough;

    /** By the first day of its period, how many started, and how many of them were active in each observed period. */
    private final TreeMap<LocalDate, long[]> cohorts;

    private CohortMatrix(
            CalendarPeriod period, ZoneId zone, LocalDate observedThrough, Map<LocalDate, long[]> cohorts) {
        this.period = requireNonNull(period, "period");
        this.zone = requireNonNull(zone, "zone");
        this.observedThrough = requireNonNull(observedThrough, "observedThrough");
        this.cohorts = new TreeMap<>(cohorts);
    }

    /**
     * Returns the matrix of nobody.
     *
     * @param period the periods of cohorts and of returns
     * @param zone whose calendar counts
     * @param observedThrough the last day that is known, in the zone
     * @return the matrix
     */
    public static CohortMatrix empty(CalendarPeriod period, ZoneId zone, LocalDate observedThrough) {
        return new CohortMatrix(period, zone, observedThrough, Map.of());
    }

    /**
     * Returns the matrix of activities.
     *
     * @param actors who, any numbers
     * @param millis when, in milliseconds since 1970
     * @param period the periods of cohorts and of returns
     * @param zone whose calendar counts
     * @param observedThrough the last day that is known, in the zone
     * @return the matrix
     * @throws IllegalArgumentException if the columns are not of one length, the first activity leaves more than
     *     100,000 periods, or there are so many periods and actors that they would not fit in memory
     */
    public static CohortMatrix of(
            int[] actors, long[] millis, CalendarPeriod period, ZoneId zone, LocalDate observedThrough) {
        requireSameLength(actors.length, millis);
        return empty(period, zone, observedThrough).counted(DenseCodes.of(actors), millis);
    }

    /**
     * Returns the matrix of activities.
     *
     * @param actors who, any numbers
     * @param millis when, in milliseconds since 1970
     * @param period the periods of cohorts and of returns
     * @param zone whose calendar counts
     * @param observedThrough the last day that is known, in the zone
     * @return the matrix
     * @throws IllegalArgumentException if the columns are not of one length, the first activity leaves more than
     *     100,000 periods, or there are so many periods and actors that they would not fit in memory
     */
    public static CohortMatrix of(
            long[] actors, long[] millis, CalendarPeriod period, ZoneId zone, LocalDate observedThrough) {
        requireSameLength(actors.length, millis);
        return empty(period, zone, observedThrough).counted(DenseCodes.of(actors), millis);
    }

    private static void requireSameLength(int actors, long[] millis) {
        if (millis.length != actors) {
            throw new IllegalArgumentException(
                    "millis must be as many as actors (" + actors + "), got " + millis.length);
        }
    }

    private CohortMatrix counted(DenseCodes actors, long[] millis) {
        long earliest = Long.MAX_VALUE;
        for (long time : millis) {
            earliest = Math.min(earliest, time);
        }
        long until = Days.end(observedThrough, zone);
        if (earliest >= until) {
            return this;
        }
        long first = periodOf(earliest);
        long last = period.index(Math.min(observedThrough.toEpochDay() + 1, LocalDate.MAX.toEpochDay()));
        if (last - first > ReturnIntervals.MAX_INTERVALS) {
            throw new IllegalArgumentException("observedThrough must leave at most " + ReturnIntervals.MAX_INTERVALS
                    + " intervals, got " + (last - first) + " since " + period.startOf(first));
        }
        // The period of the last observed day, if it goes on behind it, takes actors but is not observed.
        int observed = (int) (last - first);
        int begun = observed + (start(last) < until ? 1 : 0);
        long[] starts = new long[begun + 1];
        for (int i = 0; i < begun; i++) {
            starts[i] = start(first + i);
        }
        starts[begun] = until;
        long[][] counted = PeriodBits.of(actors, millis, starts).cohorts(observed);
        Map<LocalDate, long[]> rows = new HashMap<>();
        for (int i = 0; i < begun; i++) {
            if (counted[i] != null) {
                rows.put(period.startOf(first + i), counted[i]);
            }
        }
        return new CohortMatrix(period, zone, observedThrough, rows);
    }

    /** The latest period that has begun by then, also where clocks are put back across its start. */
    private long periodOf(long millis) {
        long index = period.index(Instant.ofEpochMilli(millis).atZone(zone).toLocalDate());
        return start(index + 1) <= millis ? index + 1 : index;
    }

    private long start(long index) {
        return Days.start(period.startOf(index), zone);
    }

    /**
     * Returns the periods in which somebody started.
     *
     * @return an unmodifiable set of their first days, ascending
     */
    public NavigableSet<LocalDate> cohorts() {
        return Collections.unmodifiableNavigableSet(cohorts.navigableKeySet());
    }

    /**
     * Returns how many starters there are.
     *
     * @return the count over all cohorts
     */
    public long count() {
        return cohorts.values().stream().mapToLong(row -> row[0]).sum();
    }

    /**
     * Returns how many started in a period.
     *
     * @param date any day of the period
     * @return the count
     */
    public long starters(LocalDate date) {
        return row(date)[0];
    }

    /**
     * Returns how many intervals of a cohort are wholly observed.
     *
     * @param date any day of its period
     * @return the count; 0 if nobody started in the period
     */
    public int observed(LocalDate date) {
        return row(date).length - 1;
    }

    private long[] row(LocalDate date) {
        return cohorts.getOrDefault(period.start(date), new long[1]);
    }

    /**
     * Returns retention of a cohort.
     *
     * @param date any day of its period
     * @param k the interval
     * @return active out of starters; undefined where the interval is not observed yet
     * @throws IllegalArgumentException if k is negative
     */
    public Proportion retention(LocalDate date, int k) {
        return retention(row(date), k);
    }

    private static Proportion retention(long[] row, int k) {
        Checks.notNegative("k", (long) k);
        return k < row.length - 1 ? Proportion.of(row[1 + k], row[0]) : Proportion.EMPTY;
    }

    /**
     * Returns retention of all cohorts together.
     *
     * @param k the interval
     * @return active out of the starters for whom it is observed
     * @throws IllegalArgumentException if k is negative
     */
    public Proportion retention(int k) {
        Checks.notNegative("k", (long) k);
        return cohorts.values().stream().map(row -> retention(row, k)).reduce(Proportion.EMPTY, Proportion::plus);
    }

    /**
     * Returns the matrix of both together.
     *
     * @param other the matrix of other actors
     * @return the sum
     * @throws IllegalArgumentException if the other has other periods, another zone, or was observed for another time
     */
    @Override
    public CohortMatrix plus(CohortMatrix other) {
        same("period", period, other.period);
        same("zone", zone, other.zone);
        same("observedThrough", observedThrough, other.observedThrough);
        Map<LocalDate, long[]> sum = new HashMap<>(cohorts);
        other.cohorts.forEach(
                (start, row) -> sum.merge(start, row, (left, right) -> Counts.merge(left.clone(), right)));
        return new CohortMatrix(period, zone, observedThrough, sum);
    }

    private static void same(String name, Object mine, Object theirs) {
        if (!mine.equals(theirs)) {
            throw new IllegalArgumentException("other must have " + name + " " + mine + ", got " + theirs);
        }
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("CohortMatrix", 1)
                .with("period", period)
                .with("zone", zone.getId())
                .with("observedThrough", observedThrough.toString())
                .with(
                        "starts",
                        cohorts.keySet().stream()
                                .mapToLong(LocalDate::toEpochDay)
                                .toArray())
                .with(
                        "lengths",
                        cohorts.values().stream().mapToLong(row -> row.length).toArray())
                .with(
                        "counts",
                        cohorts.values().stream().flatMapToLong(Arrays::stream).toArray());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the matrix
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static CohortMatrix ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                        "CohortMatrix", 1, "period", "zone", "observedThrough", "starts", "lengths", "counts")
                .sameLength("starts", "lengths");
        CalendarPeriod period = fields.constant("period", CalendarPeriod.class);
        LocalDate through = fields.parsed("observedThrough", LocalDate::parse);
        long[] starts = fields.wholes("starts");
        long[] lengths = fields.wholes("lengths");
        long[] counts = fields.wholes("counts");
        long end = period.index(Math.min(through.toEpochDay() + 1, LocalDate.MAX.toEpochDay()));
        Map<LocalDate, long[]> rows = new HashMap<>();
        int at = 0;
        for (int i = 0; i < starts.length; i++) {
            LocalDate start = StoredCohorts.start(period, starts[i], i);
            long length = 1 + Math.max(0, end - period.index(start));
            if (start.isAfter(through) || lengths[i] != length || length > counts.length - at) {
                throw new IllegalArgumentException("lengths must be 1 more than observed periods (" + length + "), got "
                        + lengths[i] + " at index " + i);
            }
            long[] row = Arrays.copyOfRange(counts, at, at + (int) length);
            for (long count : row) {
                if (row[0] < 1 || count < 0 || count > row[0]) {
                    throw new IllegalArgumentException(
                            "counts must be in [0, starters (" + row[0] + ")], got " + count + " at index " + i);
                }
            }
            if (rows.put(start, row) != null) {
                throw new IllegalArgumentException("starts must be given once, got " + start + " twice");
            }
            at += (int) length;
        }
        if (at != counts.length) {
            throw new IllegalArgumentException("lengths must add up to the counts (" + counts.length + "), got " + at);
        }
        return new CohortMatrix(period, fields.parsed("zone", ZoneId::of), through, rows);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CohortMatrix that
                && period == that.period
                && zone.equals(that.zone)
                && observedThrough.equals(that.observedThrough)
                && cohorts.keySet().equals(that.cohorts.keySet())
                && Arrays.deepEquals(
                        cohorts.values().toArray(), that.cohorts.values().toArray());
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                period,
                zone,
                observedThrough,
                cohorts.keySet(),
                Arrays.deepHashCode(cohorts.values().toArray()));
    }

    /**
     * Returns the size.
     *
     * @return such as {@code CohortMatrix[2 cohorts of 7 starters through 2026-03-15]}
     */
    @Override
    public String toString() {
        return "CohortMatrix[" + cohorts.size() + " cohorts of " + count() + " starters through " + observedThrough
                + "]";
    }
}
