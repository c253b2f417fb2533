package io.cxmetrics.support.resolution;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Columns;
import io.cxmetrics.internal.Units;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.time.CalendarPeriod;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;

/**
 * The tickets that were open, at any instant, by replay of when they were opened and closed.
 *
 * <p><b>Definition.</b> A ticket is in the backlog at t if it was opened at t or before and closed after t. One that is
 * opened again comes back, with the age it has since its creation. Times are milliseconds.
 *
 * <p><b>Replay and snapshots.</b> Help desks that take a snapshot each night miss what was opened and closed between two of
 * them, and call "daily" what holds at that hour. A replay holds for every instant.
 *
 * <p><b>Left out and counted.</b> Tickets that were closed before they were opened are {@link #negative()}, and those
 * created after the instant in question {@link #createdLater()}.
 *
 * <p><b>Edges.</b> Without tickets the backlog is 0, which is a count and no rate. {@code solvedToCreated} is NaN where no
 * ticket was created.
 *
 * <p>Immutable and thread-safe. It costs about 48 bytes a ticket; the backlog at an instant takes the logarithm of their
 * number.
 *
 * <pre>{@code
 * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
 * long start = monday.toEpochMilli();
 * long day = 86_400_000;
 * Backlog backlog = Backlog.of(
 *         new long[] {start, start, start + day}, new long[] {start + day, TimeToResolution.UNRESOLVED, start + 2 * day});
 * backlog.at(monday); // 2
 * backlog.at(monday.plusMillis(day)); // 2
 * backlog.ages(monday.plusMillis(3 * day), java.time.temporal.ChronoUnit.DAYS).moments().max(); // 3.0
 * backlog.periods(CalendarPeriod.DAY, ZoneOffset.UTC).get(1); // Period[start=2026-03-03, opened=1, reopened=0, closed=1, atEnd=2]
 * }</pre>
 */
public final class Backlog implements Summary<Backlog> {

    private static final long serialVersionUID = 1;

    /** More rows than that come from a wild time, such as a year 9999, and nobody reads them. */
    private static final int MAX_PERIODS = 100_000;

    /** No tickets. */
    public static final Backlog EMPTY = of(new long[0], new long[0]);

    private final OpenStretches spells;
    private final long negative;
    private final long createdLater;
    private final transient long[] opened;
    private final transient long[] reopened;
    private final transient long[] closed;

    Backlog(OpenStretches spells, long negative, long createdLater) {
        this.spells = spells;
        this.negative = negative;
        this.createdLater = createdLater;
        Math.addExact(negative, createdLater);
        opened = spells.opened();
        reopened = spells.reopened();
        closed = spells.closed();
    }

    /**
     * Returns the backlog of tickets that were opened once. One that was opened several times is a row for each time here;
     * {@link #of(Collection, Instant)} knows them for the same.
     *
     * @param opened when each was opened, in epoch milliseconds
     * @param closed when each was closed, or {@link TimeToResolution#UNRESOLVED}
     * @return the backlog
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Backlog of(long[] opened, long[] closed) {
        if (closed.length != opened.length) {
            throw new IllegalArgumentException(
                    "closed must have as many as opened (" + opened.length + "), got " + closed.length);
        }
        long[] from = new long[opened.length];
        long[] to = new long[opened.length];
        int n = 0;
        for (int i = 0; i < opened.length; i++) {
            from[n] = opened[i];
            to[n] = closed[i];
            n += closed[i] < opened[i] ? 0 : 1;
        }
        long[] kept = Arrays.copyOf(from, n);
        return new Backlog(OpenStretches.sorted(kept, kept, Arrays.copyOf(to, n)), opened.length - n, 0);
    }

    /**
     * Returns the backlog of tickets by their statuses, reopened ones included. Times finer than a millisecond are taken
     * down.
     *
     * @param tickets the tickets
     * @param asOf what happened after this instant is not known yet; tickets created later are left out and counted
     * @return the backlog
     */
    public static Backlog of(Collection<Ticket> tickets, Instant asOf) {
        BacklogBuffer tally = new BacklogBuffer(requireNonNull(asOf, "asOf"));
        tickets.forEach(tally::add);
        return tally.finish();
    }

    /**
     * Returns a collector of one ticket of each element, each of which was opened once.
     *
     * @param opened gives when it was opened, in epoch milliseconds
     * @param closed gives when it was closed, or {@link TimeToResolution#UNRESOLVED}
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, Backlog> toBacklog(
            ToLongFunction<? super T> opened, ToLongFunction<? super T> closed) {
        return Columns.collector(opened, closed, Backlog::of);
    }

    /**
     * Returns closed / created: below 1 more came than went.
     *
     * @param closed how many were closed
     * @param created how many were created
     * @return the ratio, 0 or more; NaN if none were created
     * @throws IllegalArgumentException if a count is negative
     */
    public static double solvedToCreated(long closed, long created) {
        Checks.notNegative("closed", closed);
        return Checks.notNegative("created", created) == 0 ? Double.NaN : (double) closed / created;
    }

    /**
     * Returns how many tickets were created.
     *
     * @return the count, without the negative
     */
    public long opened() {
        return opened.length;
    }

    /**
     * Returns how many times a ticket was opened again.
     *
     * @return the count
     */
    public long reopened() {
        return reopened.length;
    }

    /**
     * Returns how many times a ticket was closed.
     *
     * @return the count
     */
    public long closed() {
        return closed.length;
    }

    /**
     * Returns how many tickets are left out because they were closed before they were opened.
     *
     * @return the count
     */
    public long negative() {
        return negative;
    }

    /**
     * Returns how many tickets are left out because they were created after the instant in question.
     *
     * @return the count; zero for a backlog of columns, which knows of no such instant
     */
    public long createdLater() {
        return createdLater;
    }

    /**
     * Returns how many tickets were open.
     *
     * @param instant when; what happened at this instant has happened
     * @return the count
     * @throws ArithmeticException if its milliseconds overflow a {@code long}
     */
    public long at(Instant instant) {
        return before(Math.addExact(instant.toEpochMilli(), 1));
    }

    /** How many were open just before an instant. */
    private long before(long millis) {
        return count(opened, millis) + count(reopened, millis) - count(closed, millis);
    }

    /** How many of sorted times are before an instant. */
    private static long count(long[] sorted, long millis) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Returns how old the open tickets were: the time since their creation.
     *
     * @param instant when
     * @param unit the unit of the ages, such as {@code DAYS} of 24 hours; at most weeks
     * @return one age for each open ticket
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    public Sample ages(Instant instant, ChronoUnit unit) {
        double millis = Units.millis(unit);
        long at = instant.toEpochMilli();
        double[] ages = new double[spells.size()];
        int n = 0;
        for (int i = 0; i < ages.length; i++) {
            if (spells.openAt(i, at)) {
                ages[n++] = (at - spells.created()[i]) / millis;
            }
        }
        return Sample.of(Arrays.copyOf(ages, n));
    }

    /**
     * Returns what came, what went and what was left, period by period, from the first event to the last.
     *
     * @param period the length of the periods
     * @param zone where the days begin
     * @return one row for each period, also those without an event; none without tickets
     * @throws IllegalArgumentException if there are more than 100,000 periods
     */
    public List<Period> periods(CalendarPeriod period, ZoneId zone) {
        requireNonNull(zone, "zone");
        if (spells.size() == 0) {
            return List.of();
        }
        long last = Math.max(
                spells.from()[spells.size() - 1], closed.length == 0 ? Long.MIN_VALUE : closed[closed.length - 1]);
        return periods(
                period, zone, date(spells.from()[0], zone), date(last, zone).plusDays(1));
    }

    private static LocalDate date(long millis, ZoneId zone) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    }

    /**
     * Returns what came, what went and what was left, period by period.
     *
     * @param period the length of the periods
     * @param zone where the days begin
     * @param startInclusive a day in the first period
     * @param endExclusive the day after the last; the period of the day before is the last, and whole
     * @return one row for each period, also those without an event
     * @throws IllegalArgumentException if the end is not after the start or there are more than 100,000 periods
     */
    public List<Period> periods(
            CalendarPeriod period, ZoneId zone, LocalDate startInclusive, LocalDate endExclusive) {
        if (!endExclusive.isAfter(startInclusive)) {
            throw new IllegalArgumentException(
                    "endExclusive must be after startInclusive " + startInclusive + ", got " + endExclusive);
        }
        List<Period> periods = new ArrayList<>();
        LocalDate start = period.start(startInclusive);
        while (start.isBefore(endExclusive)) {
            if (periods.size() == MAX_PERIODS) {
                throw new IllegalArgumentException("period must give at most " + MAX_PERIODS + " periods, got " + period
                        + " from " + startInclusive + " to " + endExclusive);
            }
            LocalDate next = period.next(start);
            long from = start.atStartOfDay(zone).toInstant().toEpochMilli();
            long to = next.atStartOfDay(zone).toInstant().toEpochMilli();
            periods.add(new Period(
                    start,
                    count(opened, to) - count(opened, from),
                    count(reopened, to) - count(reopened, from),
                    count(closed, to) - count(closed, from),
                    before(to)));
            start = next;
        }
        return List.copyOf(periods);
    }

    @Override
    public Backlog plus(Backlog other) {
        return new Backlog(
                spells.plus(other.spells),
                Math.addExact(negative, other.negative),
                Math.addExact(createdLater, other.createdLater));
    }

    /** What follows from the spells does not travel. */
    private Object readResolve() {
        return new Backlog(spells, negative, createdLater);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Backlog that
                && spells.equals(that.spells)
                && negative == that.negative
                && createdLater == that.createdLater;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * spells.hashCode() + Long.hashCode(negative)) + Long.hashCode(createdLater);
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code Backlog[opened=3, reopened=0, closed=2, left out=0]}
     */
    @Override
    public String toString() {
        return "Backlog[opened=" + opened() + ", reopened=" + reopened() + ", closed=" + closed() + ", left out="
                + (negative + createdLater) + "]";
    }

    /**
     * What came and went in one period, and what was left at its end.
     *
     * <pre>{@code
     * Period week = new Period(LocalDate.of(2026, 3, 2), 40, 5, 30, 120);
     * week.solvedToCreated(); // 0.75
     * week.change(); // 15
     * }</pre>
     *
     * @param start the first day
     * @param opened how many tickets were created
     * @param reopened how many times a ticket was opened again
     * @param closed how many times a ticket was closed
     * @param atEnd how many tickets were open when the period ended
     */
    public record Period(LocalDate start, long opened, long reopened, long closed, long atEnd)
            implements Serializable {

        /**
         * Returns closed / opened: below 1 more came than went.
         *
         * @return the ratio, 0 or more; NaN if no ticket was created
         */
        public double solvedToCreated() {
            return Backlog.solvedToCreated(closed, opened);
        }

        /**
         * Returns by how much the backlog grew.
         *
         * @return opened + reopened - closed
         */
        public long change() {
            return opened + reopened - closed;
        }
    }
}
