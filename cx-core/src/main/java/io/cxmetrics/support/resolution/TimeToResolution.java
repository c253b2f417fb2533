package io.cxmetrics.support.resolution;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Units;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.survival.CountedTimes;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.support.MeasuredTimes;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.time.PreparedCalendar;
import io.cxmetrics.time.TimeMeasure;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Time to resolution: how long tickets take from creation to resolution, with those that are still open.
 *
 * <p><b>Definition.</b> mean = sum of the times to resolution / cases resolved. Times are whole milliseconds; answers
 * come in the unit that is asked for, a day being 24 hours. Measured by a calendar, the times are open time instead of
 * elapsed time, and an hour is an hour in which the calendar was open. By {@link TimeMeasure#calendarDays} they are
 * whole days between dates.
 *
 * <p><b>Who counts.</b> The mean, the quantiles and their like are of the resolved alone, as they are usually reported;
 * the old tickets that are still open are not in them, so they flatter. {@link EventTimes#curve() times().curve()} has
 * the open ones too, by Kaplan and Meier: its median is the median time of all tickets. The share within a target is
 * there {@linkplain #within of the resolved} and {@linkplain #withinDecided of all whose fate is known}.
 *
 * <p><b>Left out and counted.</b> Tickets resolved before they were created are {@code negative}; those without a
 * resolution, where it is not said as of when, are {@code missing}; those created then or later are
 * {@code createdLater}.
 *
 * <p><b>Edges.</b> Without resolved tickets every answer is NaN. A sum beyond 2<sup>63</sup> - 1 milliseconds is an
 * {@link ArithmeticException}.
 *
 * <p>Immutable and thread-safe. Arrays are the fast path. It costs 24 bytes for each distinct time.
 *
 * <pre>{@code
 * record Solved(String priority, Instant created, Instant solved) {}
 * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
 * List<Solved> tickets = List.of(
 *         new Solved("high", monday, monday.plusSeconds(3600)),
 *         new Solved("high", monday, null),
 *         new Solved("low", monday.plusSeconds(3600), monday.plusSeconds(4 * 3600)));
 * WorkingCalendar office = WorkingCalendar.parse("Mon-Fri 09:00-12:00 UTC");
 * Instant until = Instant.parse("2026-03-03T00:00:00Z");
 * TimeToResolution times = tickets.stream()
 *         .collect(TimeToResolution.toTimeToResolution(Solved::created, Solved::solved, office, until));
 * times; // TimeToResolution[resolved=2, open=1, left out=0]
 * times.mean(java.time.temporal.ChronoUnit.HOURS); // 1.5
 * times.within(Duration.ofHours(1)); // 1 of 2 (0.5)
 * }</pre>
 *
 * @param times the times in milliseconds: those resolved, and those still open as censored
 * @param negative how many were resolved before they were created
 * @param missing how many have no resolution, and nothing says how long they have been open
 * @param createdLater how many were created when nothing was known any more
 * @since 0.1
 */
public record TimeToResolution(EventTimes times, long negative, long missing, long createdLater)
        implements Summary<TimeToResolution>, MeasuredTimes {

    /** No tickets. */
    public static final TimeToResolution EMPTY = new TimeToResolution(EventTimes.EMPTY, 0, 0, 0);

    /** Stands for the resolution of a ticket that is not resolved: later than any. */
    public static final long UNRESOLVED = Long.MAX_VALUE;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if the tickets are more than a {@code long} holds
     */
    public TimeToResolution {
        requireNonNull(times, "times");
        Checks.notNegative("negative", negative);
        Checks.notNegative("missing", missing);
        Checks.notNegative("createdLater", createdLater);
        Math.addExact(times.count(), Math.addExact(Math.addExact(negative, missing), createdLater));
    }

    /**
     * Returns the times of tickets of which only the resolved can be measured.
     *
     * @param created when each was created, in epoch milliseconds
     * @param resolved when each was resolved, or {@link #UNRESOLVED}, which is counted as missing
     * @return the times
     * @throws IllegalArgumentException if the lengths differ
     * @throws ArithmeticException if a difference overflows a {@code long}
     */
    public static TimeToResolution of(long[] created, long[] resolved) {
        return TimeToResolutionColumns.of(created, resolved, null);
    }

    /**
     * Returns the times of tickets, in open time, of which only the resolved can be measured.
     *
     * @param created when each was created, in epoch milliseconds
     * @param resolved when each was resolved, or {@link #UNRESOLVED}, which is counted as missing
     * @param calendar the hours that count
     * @return the times
     * @throws IllegalArgumentException if the lengths differ, or a time to measure lies outside the prepared span
     */
    public static TimeToResolution of(long[] created, long[] resolved, PreparedCalendar calendar) {
        return TimeToResolutionColumns.of(created, resolved, requireNonNull(calendar, "calendar"));
    }

    /**
     * Returns the times of tickets as they were known at an instant.
     *
     * @param created when each was created, in epoch milliseconds
     * @param resolved when each was resolved, or {@link #UNRESOLVED}; at {@code observedUntil} or later it was still
     *     open
     * @param observedUntil until when tickets are known, in epoch milliseconds, excluded
     * @return the times
     * @throws IllegalArgumentException if the lengths differ
     * @throws ArithmeticException if a difference overflows a {@code long}
     */
    public static TimeToResolution of(long[] created, long[] resolved, long observedUntil) {
        return TimeToResolutionColumns.of(created, resolved, null, observedUntil);
    }

    /**
     * Returns the times of tickets, in open time, as they were known at an instant.
     *
     * @param created when each was created, in epoch milliseconds
     * @param resolved when each was resolved, or {@link #UNRESOLVED}; at {@code observedUntil} or later it was still
     *     open
     * @param calendar the hours that count
     * @param observedUntil until when tickets are known, in epoch milliseconds, excluded
     * @return the times
     * @throws IllegalArgumentException if the lengths differ, or a time to measure lies outside the prepared span
     */
    public static TimeToResolution of(long[] created, long[] resolved, PreparedCalendar calendar, long observedUntil) {
        return TimeToResolutionColumns.of(created, resolved, requireNonNull(calendar, "calendar"), observedUntil);
    }

    /**
     * Returns the elapsed times of tickets as they were known at an instant.
     *
     * @param tickets the tickets
     * @param resolution which resolution counts
     * @param observedUntil until when events are known, excluded
     * @return the times, rounded down to the millisecond
     */
    public static TimeToResolution of(Collection<Ticket> tickets, ResolutionRule resolution, Instant observedUntil) {
        return of(tickets, resolution, TicketClock.ELAPSED, observedUntil);
    }

    /**
     * Returns the times of tickets as they were known at an instant.
     *
     * @param tickets the tickets
     * @param resolution which resolution counts
     * @param clock how time is measured, such as in the hours of the schedules
     * @param observedUntil until when events are known, excluded
     * @return the times, rounded down to the millisecond
     * @throws IllegalArgumentException if a working calendar does not reach that far
     */
    public static TimeToResolution of(
            Collection<Ticket> tickets, ResolutionRule resolution, TicketClock clock, Instant observedUntil) {
        return tickets.stream().collect(toTimeToResolution(resolution, clock, observedUntil));
    }

    /**
     * Returns times that were measured already, such as a column of hours to resolution.
     *
     * @param millis the times in milliseconds; negative ones are left out and counted
     * @return the times
     */
    public static TimeToResolution ofMillis(long... millis) {
        TimeToResolutionBuffer buffer = new TimeToResolutionBuffer();
        for (long time : millis) {
            buffer.addMillis(time, true);
        }
        return buffer.sum();
    }

    /**
     * Returns the aggregation of records whose times were measured already, such as a column of hours to resolution.
     *
     * @param time gives the time to resolution, rounded down to the millisecond, a negative one being left out; null
     *     for an open ticket, of which nobody knows how long it has been open: it counts as open for at least no time
     * @param <T> the type of the records
     * @return the aggregation; each record costs the same, however many there are
     */
    public static <T> Aggregation<T, TimeToResolutionBuffer, TimeToResolution> aggregation(
            SerializableFunction<? super T, @Nullable Duration> time) {
        requireNonNull(time, "time");
        return new TimeToResolutionAggregation<>((buffer, input) -> buffer.add(time.apply(input)));
    }

    /**
     * Returns the aggregation of the elapsed times of records that say when a ticket was created and resolved.
     *
     * @param created gives when it was created
     * @param resolved gives when it was resolved; null if it is open
     * @param observedUntil until when tickets are known, excluded
     * @param <T> the type of the records
     * @return the aggregation; each record costs the same, however many there are
     */
    public static <T> Aggregation<T, TimeToResolutionBuffer, TimeToResolution> aggregation(
            SerializableFunction<? super T, Instant> created,
            SerializableFunction<? super T, @Nullable Instant> resolved,
            Instant observedUntil) {
        return aggregation(created, resolved, TimeMeasure.ELAPSED, observedUntil);
    }

    /**
     * Returns the aggregation of records that say when a ticket was created and resolved.
     *
     * @param created gives when it was created
     * @param resolved gives when it was resolved; null if it is open
     * @param measure how time is measured, such as a {@link io.cxmetrics.time.WorkingCalendar}
     * @param observedUntil until when tickets are known, excluded
     * @param <T> the type of the records
     * @return the aggregation; each record costs the same, however many there are
     */
    public static <T> Aggregation<T, TimeToResolutionBuffer, TimeToResolution> aggregation(
            SerializableFunction<? super T, Instant> created,
            SerializableFunction<? super T, @Nullable Instant> resolved,
            TimeMeasure measure,
            Instant observedUntil) {
        requireNonNull(created, "created");
        requireNonNull(resolved, "resolved");
        requireNonNull(measure, "measure");
        requireNonNull(observedUntil, "observedUntil");
        return new TimeToResolutionAggregation<>(
                (buffer, input) -> buffer.add(created.apply(input), resolved.apply(input), measure, observedUntil));
    }

    /**
     * Returns the aggregation of tickets as they were known at an instant.
     *
     * @param resolution which resolution counts
     * @param clock how time is measured
     * @param observedUntil until when events are known, excluded
     * @return the aggregation; each ticket costs the same, however many there are
     */
    public static Aggregation<Ticket, TimeToResolutionBuffer, TimeToResolution> aggregation(
            ResolutionRule resolution, TicketClock clock, Instant observedUntil) {
        requireNonNull(resolution, "resolution");
        requireNonNull(clock, "clock");
        requireNonNull(observedUntil, "observedUntil");
        return new TimeToResolutionAggregation<>((buffer, ticket) -> buffer.add(
                ticket.created(),
                resolution.of(ticket, observedUntil).orElse(null),
                (from, to) -> clock.between(ticket, from, to),
                observedUntil));
    }

    /**
     * Returns a collector of the elapsed times of records that say when a ticket was created and resolved.
     *
     * @param created gives when it was created
     * @param resolved gives when it was resolved; null if it is open
     * @param observedUntil until when tickets are known, excluded
     * @param <T> the type of the records
     * @return the collector
     */
    public static <T> Collector<T, ?, TimeToResolution> toTimeToResolution(
            SerializableFunction<? super T, Instant> created,
            SerializableFunction<? super T, @Nullable Instant> resolved,
            Instant observedUntil) {
        return TimeToResolution.<T>aggregation(created, resolved, observedUntil).toCollector();
    }

    /**
     * Returns a collector of records that say when a ticket was created and resolved.
     *
     * @param created gives when it was created
     * @param resolved gives when it was resolved; null if it is open
     * @param measure how time is measured, such as a {@link io.cxmetrics.time.WorkingCalendar}
     * @param observedUntil until when tickets are known, excluded
     * @param <T> the type of the records
     * @return the collector
     */
    public static <T> Collector<T, ?, TimeToResolution> toTimeToResolution(
            SerializableFunction<? super T, Instant> created,
            SerializableFunction<? super T, @Nullable Instant> resolved,
            TimeMeasure measure,
            Instant observedUntil) {
        return TimeToResolution.<T>aggregation(created, resolved, measure, observedUntil)
                .toCollector();
    }

    /**
     * Returns a collector of tickets as they were known at an instant.
     *
     * @param resolution which resolution counts
     * @param clock how time is measured
     * @param observedUntil until when events are known, excluded
     * @return the collector
     */
    public static Collector<Ticket, ?, TimeToResolution> toTimeToResolution(
            ResolutionRule resolution, TicketClock clock, Instant observedUntil) {
        return aggregation(resolution, clock, observedUntil).toCollector();
    }

    /**
     * Returns how many tickets count, resolved or open.
     *
     * @return resolved + open
     */
    public long count() {
        return times.count();
    }

    /**
     * Returns how many are resolved.
     *
     * @return the base of the mean
     */
    public long resolved() {
        return times.events();
    }

    /**
     * Returns how many were still open.
     *
     * @return the count
     */
    public long open() {
        return times.censored();
    }

    /**
     * Returns how many are in no answer.
     *
     * @return negative + missing + created later
     */
    public long leftOut() {
        return negative + missing + createdLater;
    }

    /**
     * Returns the share within a target of all tickets whose fate is known: the resolved, and the open ones that are
     * past the target already. Open tickets that may still make it are in neither.
     *
     * @param target the target, included, not negative
     * @return resolved within the target out of resolved or open for longer than the target
     * @throws IllegalArgumentException if the target is negative
     */
    public Proportion withinDecided(Duration target) {
        long late = open() - CountedTimes.ofCensored(times).upTo(Units.millis("target", target));
        return Proportion.of(within(target).events(), Math.addExact(resolved(), late));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("TimeToResolution", 1)
                .with("times", times)
                .with("negative", negative)
                .with("missing", missing)
                .with("createdLater", createdLater);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the times
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static TimeToResolution ofStored(StoredForm form) {
        StoredFields fields = form.expect("TimeToResolution", 1, "times", "negative", "missing", "createdLater");
        return new TimeToResolution(
                EventTimes.ofStored(fields.part("times")),
                fields.whole("negative"),
                fields.whole("missing"),
                fields.whole("createdLater"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    @Override
    public TimeToResolution plus(TimeToResolution other) {
        return new TimeToResolution(
                times.plus(other.times),
                Math.addExact(negative, other.negative),
                Math.addExact(missing, other.missing),
                Math.addExact(createdLater, other.createdLater));
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code TimeToResolution[resolved=2, open=1, left out=1]}
     */
    @Override
    public String toString() {
        return "TimeToResolution[resolved=" + resolved() + ", open=" + open() + ", left out=" + leftOut() + "]";
    }
}
