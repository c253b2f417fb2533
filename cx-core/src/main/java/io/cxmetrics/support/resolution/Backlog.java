package io.cxmetrics.support.resolution;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Days;
import io.cxmetrics.internal.Units;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.time.CalendarPeriod;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * The tickets that were open, at any instant, by replay of when they were opened and closed.
 *
 * <p><b>Definition.</b> A ticket is in the backlog at t if it was opened at t or before and closed after t. One that is
 * opened again comes back, with the age it has since its creation. Times are milliseconds.
 *
 * <p><b>Replay and snapshots.</b> Help desks that take a snapshot each night miss what was opened and closed between
 * two of them, and call "daily" what holds at that hour. A replay holds for every instant.
 *
 * <p><b>Left out and counted.</b> Tickets that were closed before they were opened are {@link #negative()}, and those
 * created at {@code observedUntil} or later {@link #createdLater()}. What happened then or later is in no count, and of
 * an instant from then on nothing can be asked.
 *
 * <p><b>Edges.</b> Without tickets the backlog is 0, which is a count and no rate. {@code solvedToCreated} is NaN where
 * no ticket was created.
 *
 * <p>Immutable and thread-safe. It costs about 48 bytes a ticket; the backlog at an instant takes the logarithm of
 * their number.
 *
 * <pre>{@code
 * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
 * long start = monday.toEpochMilli();
 * long day = 86_400_000;
 * Backlog backlog = Backlog.of(
 *         new long[] {start, start, start + day}, new long[] {start + day, TimeToResolution.UNRESOLVED,
 *                 start + 2 * day});
 * backlog.at(monday); // 2
 * backlog.at(monday.plusMillis(day)); // 2
 * backlog.ages(monday.plusMillis(3 * day), java.time.temporal.ChronoUnit.DAYS).moments().max(); // 3.0
 * backlog.periods(CalendarPeriod.DAY, ZoneOffset.UTC).get(
 *         1); // Period[start=2026-03-03, opened=1, reopened=0, closed=1, atEnd=2]
 * }</pre>
 *
 * @since 0.1
 */
public final class Backlog implements Summary<Backlog> {

    private static final long serialVersionUID = 1;

    /** More rows than that come from a wild time, such as a year 9999, and nobody reads them. */
    private static final int MAX_PERIODS = 100_000;

    /** Nothing says until when tickets are known. */
    static final long UNKNOWN = Long.MAX_VALUE;

    /** No tickets. */
    public static final Backlog EMPTY = of(new long[0], new long[0]);

    private final OpenStretches stretches;
    private final long negative;
    private final long createdLater;
    private final long observedUntil;
    private final transient long[] opened;
    private final transient long[] reopened;
    private final transient long[] closed;

    Backlog(OpenStretches stretches, long negative, long createdLater, long observedUntil) {
        this.stretches = stretches;
        this.negative = Checks.notNegative("negative", negative);
        this.createdLater = Checks.notNegative("createdLater", createdLater);
        boolean none = stretches.size() == 0 && negative == 0 && createdLater == 0;
        this.observedUntil = none ? UNKNOWN : observedUntil;
        Math.addExact(negative, createdLater);
        opened = stretches.opened();
        reopened = stretches.reopened();
        closed = stretches.closed();
    }

    /**
     * Returns the backlog of tickets that were opened once, where nothing says until when they are known. A ticket that
     * was opened several times is a row for each time here; {@link #of(Collection, Instant)} knows them for the same.
     *
     * @param opened when each was opened, in epoch milliseconds
     * @param closed when each was closed, or {@link TimeToResolution#UNRESOLVED}
     * @return the backlog
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Backlog of(long[] opened, long[] closed) {
        return of(opened, closed, UNKNOWN);
    }

    /**
     * Returns the backlog of tickets that were opened once, as it was known at an instant.
     *
     * @param opened when each was opened, in epoch milliseconds
     * @param closed when each was closed, or {@link TimeToResolution#UNRESOLVED}
     * @param observedUntil until when tickets are known, in epoch milliseconds, excluded; those opened later are left
     *     out and counted
     * @return the backlog
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Backlog of(long[] opened, long[] closed, long observedUntil) {
        if (closed.length != opened.length) {
            throw new IllegalArgumentException(
                    "closed must have as many as opened (" + opened.length + "), got " + closed.length);
        }
        BacklogBuffer buffer = new BacklogBuffer();
        for (int i = 0; i < opened.length; i++) {
            buffer.add(opened[i], closed[i], observedUntil);
        }
        return buffer.sum();
    }

    /**
     * Returns the backlog of tickets by their statuses, reopened ones included. Times are rounded down to the
     * millisecond.
     *
     * @param tickets the tickets
     * @param observedUntil until when events are known, excluded; tickets created later are left out and counted
     * @return the backlog
     */
    public static Backlog of(Collection<Ticket> tickets, Instant observedUntil) {
        return tickets.stream().collect(toBacklog(observedUntil));
    }

    /**
     * Returns the aggregation of tickets by their statuses, reopened ones included.
     *
     * @param observedUntil until when events are known, excluded; tickets created later are left out and counted
     * @return the aggregation; each ticket costs the same, however many there are
     */
    public static Aggregation<Ticket, BacklogBuffer, Backlog> aggregation(Instant observedUntil) {
        requireNonNull(observedUntil, "observedUntil");
        return new BacklogAggregation<>((buffer, ticket) -> buffer.add(ticket, observedUntil));
    }

    /**
     * Returns the aggregation of records of tickets that were opened once.
     *
     * @param opened gives when it was opened
     * @param closed gives when it was closed; null if it is open
     * @param observedUntil until when tickets are known, excluded; those opened later are left out and counted
     * @param <T> the type of the records
     * @return the aggregation; each record costs the same, however many there are
     */
    public static <T> Aggregation<T, BacklogBuffer, Backlog> aggregation(
            SerializableFunction<? super T, Instant> opened,
            SerializableFunction<? super T, @Nullable Instant> closed,
            Instant observedUntil) {
        requireNonNull(opened, "opened");
        requireNonNull(closed, "closed");
        requireNonNull(observedUntil, "observedUntil");
        return new BacklogAggregation<>(
                (buffer, input) -> buffer.add(opened.apply(input), closed.apply(input), observedUntil));
    }

    /**
     * Returns a collector of tickets by their statuses, reopened ones included.
     *
     * @param observedUntil until when events are known, excluded
     * @return the collector
     */
    public static Collector<Ticket, ?, Backlog> toBacklog(Instant observedUntil) {
        return aggregation(observedUntil).toCollector();
    }

    /**
     * Returns a collector of records of tickets that were opened once.
     *
     * @param opened gives when it was opened
     * @param closed gives when it was closed; null if it is open
     * @param observedUntil until when tickets are known, excluded
     * @param <T> the type of the records
     * @return the collector
     */
    public static <T> Collector<T, ?, Backlog> toBacklog(
            SerializableFunction<? super T, Instant> opened,
            SerializableFunction<? super T, @Nullable Instant> closed,
            Instant observedUntil) {
        return Backlog.<T>aggregation(opened, closed, observedUntil).toCollector();
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
     * Returns how many tickets count.
     *
     * @return how many were created, without those left out
     */
    public long count() {
        return opened.length;
    }

    /**
     * Returns how many tickets are in no answer.
     *
     * @return negative + created later
     */
    public long leftOut() {
        return negative + createdLater;
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
     * Returns how many tickets are left out because they were created when nothing was known any more.
     *
     * @return the count; zero where nothing says until when tickets are known
     */
    public long createdLater() {
        return createdLater;
    }

    /**
     * Returns how many tickets were open.
     *
     * @param instant when; what happened at this instant has happened
     * @return the count
     * @throws IllegalArgumentException if nothing is known of that instant
     * @throws ArithmeticException if its milliseconds overflow a {@code long}
     */
    public long at(Instant instant) {
        return before(Math.addExact(known(instant), 1));
    }

    private long known(Instant instant) {
        long millis = instant.toEpochMilli();
        if (millis >= observedUntil && observedUntil != UNKNOWN) {
            throw new IllegalArgumentException(
                    "instant must be before observedUntil " + Instant.ofEpochMilli(observedUntil) + ", got " + instant);
        }
        return millis;
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
     * @throws IllegalArgumentException if the unit has no fixed length, or nothing is known of that instant
     */
    public Sample ages(Instant instant, ChronoUnit unit) {
        double millis = Units.millis(unit);
        long at = known(instant);
        double[] ages = new double[stretches.size()];
        int n = 0;
        for (int i = 0; i < ages.length; i++) {
            if (stretches.openAt(i, at)) {
                ages[n++] = (at - stretches.created()[i]) / millis;
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
        if (stretches.size() == 0) {
            return List.of();
        }
        long last = Math.max(
                stretches.from()[stretches.size() - 1],
                closed.length == 0 ? Long.MIN_VALUE : closed[closed.length - 1]);
        return periods(period, date(stretches.from()[0], zone), zone, date(last, zone));
    }

    private static LocalDate date(long millis, ZoneId zone) {
        return Instant.ofEpochMilli(millis).atZone(zone).toLocalDate();
    }

    /**
     * Returns what came, what went and what was left, period by period.
     *
     * @param period the length of the periods
     * @param first a day in the first period
     * @param zone where the days begin
     * @param last a day in the last period, which is whole
     * @return one row for each period, also those without an event, but none for a period of which nothing is known. A
     *     period that is known in part has the events until then
     * @throws IllegalArgumentException if the last day is before the first or there are more than 100,000 periods
     */
    public List<Period> periods(CalendarPeriod period, LocalDate first, ZoneId zone, LocalDate last) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last must not be before first " + first + ", got " + last);
        }
        List<Period> periods = new ArrayList<>();
        LocalDate start = period.start(first);
        while (!start.isAfter(last) && Days.start(start, zone) < observedUntil) {
            if (periods.size() == MAX_PERIODS) {
                throw new IllegalArgumentException("period must give at most " + MAX_PERIODS + " periods, got " + period
                        + " from " + first + " to " + last);
            }
            LocalDate next = period.next(start);
            long from = Days.start(start, zone);
            long to = Days.start(next, zone);
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
    public StoredForm storedForm() {
        return StoredForm.of("Backlog", 1)
                .with("created", stretches.created())
                .with("from", stretches.from())
                .with("to", stretches.to())
                .with("negative", negative)
                .with("createdLater", createdLater)
                .with("observedUntil", observedUntil);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the backlog
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Backlog ofStored(StoredForm form) {
        StoredFields fields =
                form.expect("Backlog", 1, "created", "from", "to", "negative", "createdLater", "observedUntil");
        fields.sameLength("created", "from", "to");
        return new Backlog(
                OpenStretches.checked(
                        fields.wholes("created"),
                        fields.wholes("from"),
                        fields.wholes("to"),
                        fields.whole("observedUntil")),
                fields.whole("negative"),
                fields.whole("createdLater"),
                fields.whole("observedUntil"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if both have tickets, and the two are known until different instants
     */
    @Override
    public Backlog plus(Backlog other) {
        if (requireNonNull(other, "other").isEmpty() || isEmpty()) {
            return isEmpty() ? other : this;
        }
        if (observedUntil != other.observedUntil) {
            throw new IllegalArgumentException("observedUntil must be " + Instant.ofEpochMilli(observedUntil) + ", got "
                    + Instant.ofEpochMilli(other.observedUntil));
        }
        return new Backlog(
                stretches.plus(other.stretches),
                Math.addExact(negative, other.negative),
                Math.addExact(createdLater, other.createdLater),
                observedUntil);
    }

    private boolean isEmpty() {
        return stretches.size() == 0 && leftOut() == 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Backlog that
                && stretches.equals(that.stretches)
                && negative == that.negative
                && createdLater == that.createdLater
                && observedUntil == that.observedUntil;
    }

    @Override
    public int hashCode() {
        return Objects.hash(stretches, negative, createdLater, observedUntil);
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code Backlog[opened=3, reopened=0, closed=2, left out=0]}
     */
    @Override
    public String toString() {
        return "Backlog[opened=" + opened() + ", reopened=" + reopened() + ", closed=" + closed() + ", left out="
                + leftOut() + "]";
    }

    /**
     * Tickets that came and went in one period, and those open at its end.
     *
     * <pre>{@code
     * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
     * Backlog backlog = Backlog.of(List.of(Ticket.of("1", monday, Author.REQUESTER)), monday.plusSeconds(3600));
     * Backlog.Period day = backlog.periods(CalendarPeriod.DAY, ZoneOffset.UTC).get(0);
     * day.solvedToCreated(); // 0.0
     * day.change(); // 1
     * }</pre>
     *
     * @param start the first day
     * @param opened how many tickets were created
     * @param reopened how many times a ticket was opened again
     * @param closed how many times a ticket was closed
     * @param atEnd how many tickets were open when the period ended, or when nothing was known any more
     */
    public record Period(LocalDate start, long opened, long reopened, long closed, long atEnd) implements Serializable {

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
