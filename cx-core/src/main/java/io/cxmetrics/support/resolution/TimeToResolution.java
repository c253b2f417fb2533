package io.cxmetrics.support.resolution;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toList;

import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Columns;
import io.cxmetrics.internal.Units;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.stat.survival.CountedTimes;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.time.PreparedCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;

/**
 * Time to resolution: how long tickets take from creation to resolution, with those that are still open.
 *
 * <p><b>Definition.</b> mean = sum of the times to resolution / cases resolved. Times are whole milliseconds; answers come
 * in the unit that is asked for, a day being 24 hours. Made with a calendar, the times are open time instead of elapsed
 * time, and an hour is an hour in which the calendar was open.
 *
 * <p><b>Who counts.</b> The mean, the quantiles and their like are of the resolved alone, as they are usually reported; the
 * old tickets that are still open are not in them, so they flatter. {@link EventTimes#curve() times().curve()} has
 * the open ones too, by Kaplan and Meier: its median is the median time of all tickets. The share within a target is
 * there {@linkplain #within of the resolved} and {@linkplain #withinDecided of all whose fate is known}.
 *
 * <p><b>Left out and counted.</b> Tickets resolved before they were created are {@code negative}; those without a resolution,
 * where it is not said as of when, are {@code missing}; those created after that instant are {@code createdLater}.
 *
 * <p><b>Edges.</b> Without resolved tickets every answer is NaN. A sum beyond 2<sup>63</sup> - 1 milliseconds is an
 * {@link ArithmeticException}.
 *
 * <p>Immutable and thread-safe. Arrays are the fast path. It costs 24 bytes for each distinct time.
 *
 * <pre>{@code
 * long hour = 3_600_000;
 * long[] created = {0, 0, 2 * hour, 5 * hour};
 * long[] resolved = {hour, 4 * hour, TimeToResolution.UNRESOLVED, 4 * hour};
 * TimeToResolution times = TimeToResolution.of(created, resolved, 12 * hour);
 * times; // TimeToResolution[resolved=2, open=1, left out=1]
 * times.mean(java.time.temporal.ChronoUnit.HOURS); // 2.5
 * times.within(Duration.ofHours(1)); // 1 of 2 (0.5)
 * times.times().curve().median() / hour; // 4.0
 * }</pre>
 *
 * @param times the times in milliseconds: those resolved, and those still open as censored
 * @param negative how many were resolved before they were created
 * @param missing how many have no resolution, and nothing says how long they have been open
 * @param createdLater how many were created after the instant in question
 */
public record TimeToResolution(EventTimes times, long negative, long missing, long createdLater)
        implements Summary<TimeToResolution> {

    /** No tickets. */
    public static final TimeToResolution EMPTY = new TimeToResolution(EventTimes.EMPTY, 0, 0, 0);

    /** Stands for the resolution of a ticket that is not resolved: later than any. */
    public static final long UNRESOLVED = Long.MAX_VALUE;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public TimeToResolution {
        requireNonNull(times, "times");
        Checks.notNegative("negative", negative);
        Checks.notNegative("missing", missing);
        Checks.notNegative("createdLater", createdLater);
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
        return new TimeToResolutionBuffer(created.length, null).add(created, resolved).finish();
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
        return new TimeToResolutionBuffer(created.length, requireNonNull(calendar, "calendar"))
                .add(created, resolved)
                .finish();
    }

    /**
     * Returns the times of tickets as they were known at an instant.
     *
     * @param created when each was created, in epoch milliseconds
     * @param resolved when each was resolved, or {@link #UNRESOLVED}; after {@code asOf} it was still open
     * @param asOf the instant, in epoch milliseconds, such as that of the export
     * @return the times
     * @throws IllegalArgumentException if the lengths differ
     * @throws ArithmeticException if a difference overflows a {@code long}
     */
    public static TimeToResolution of(long[] created, long[] resolved, long asOf) {
        return new TimeToResolutionBuffer(created.length, null)
                .add(created, resolved, asOf)
                .finish();
    }

    /**
     * Returns the times of tickets, in open time, as they were known at an instant.
     *
     * @param created when each was created, in epoch milliseconds
     * @param resolved when each was resolved, or {@link #UNRESOLVED}; after {@code asOf} it was still open
     * @param asOf the instant, in epoch milliseconds, such as that of the export
     * @param calendar the hours that count
     * @return the times
     * @throws IllegalArgumentException if the lengths differ, or a time to measure lies outside the prepared span
     */
    public static TimeToResolution of(long[] created, long[] resolved, long asOf, PreparedCalendar calendar) {
        return new TimeToResolutionBuffer(created.length, requireNonNull(calendar, "calendar"))
                .add(created, resolved, asOf)
                .finish();
    }

    /**
     * Returns the times of tickets, elapsed, as they were known at an instant. Times finer than a millisecond are taken down.
     *
     * @param tickets the tickets
     * @param resolvedAt which resolution counts
     * @param asOf the instant
     * @return the times
     */
    public static TimeToResolution of(Collection<Ticket> tickets, ResolutionRule resolvedAt, Instant asOf) {
        return of(tickets, resolvedAt, asOf, TicketClock.ELAPSED);
    }

    /**
     * Returns the times of tickets as they were known at an instant. Times finer than a millisecond are taken down.
     *
     * @param tickets the tickets
     * @param resolvedAt which resolution counts
     * @param asOf the instant
     * @param clock how time is measured, such as in the hours of the schedules
     * @return the times
     * @throws IllegalArgumentException if a working calendar does not reach that far
     */
    public static TimeToResolution of(
            Collection<Ticket> tickets, ResolutionRule resolvedAt, Instant asOf, TicketClock clock) {
        TimeToResolutionBuffer tally = new TimeToResolutionBuffer(tickets.size(), null);
        for (Ticket ticket : tickets) {
            Instant created = ticket.created();
            Optional<Instant> resolved = resolvedAt.of(ticket, asOf);
            if (created.isAfter(asOf)) {
                tally.addCreatedLater();
            } else if (resolved.isEmpty()) {
                tally.addOpen(clock.between(ticket, created, asOf).toMillis());
            } else if (resolved.get().isBefore(created)) {
                tally.addNegative();
            } else {
                tally.addResolved(clock.between(ticket, created, resolved.get()).toMillis());
            }
        }
        return tally.finish();
    }

    /**
     * Returns times that were measured already, such as those of another definition of resolution.
     *
     * @param millis the times in milliseconds; negative ones are left out and counted
     * @return the times
     */
    public static TimeToResolution ofMillis(long... millis) {
        TimeToResolutionBuffer tally = new TimeToResolutionBuffer(millis.length, null);
        for (long time : millis) {
            tally.addResolved(time);
        }
        return tally.finish();
    }

    /**
     * Returns a collector of one ticket of each element, of which only the resolved can be measured.
     *
     * @param created gives when it was created, in epoch milliseconds
     * @param resolved gives when it was resolved, or {@link #UNRESOLVED}
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, TimeToResolution> toTimeToResolution(
            ToLongFunction<? super T> created, ToLongFunction<? super T> resolved) {
        return Columns.collector(created, resolved, TimeToResolution::of);
    }

    /**
     * Returns a collector of tickets as they were known at an instant.
     *
     * @param resolvedAt which resolution counts
     * @param asOf the instant
     * @param clock how time is measured
     * @return the collector
     */
    public static Collector<Ticket, ?, TimeToResolution> toTimeToResolution(
            ResolutionRule resolvedAt, Instant asOf, TicketClock clock) {
        requireNonNull(resolvedAt, "resolvedAt");
        requireNonNull(asOf, "asOf");
        requireNonNull(clock, "clock");
        return collectingAndThen(toList(), tickets -> of(tickets, resolvedAt, asOf, clock));
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
        return Math.addExact(Math.addExact(negative, missing), createdLater);
    }

    /**
     * Returns how many were resolved without any time: at once, or outside the hours that count.
     *
     * @return the count
     */
    public long zero() {
        return within(Duration.ZERO).events();
    }

    /**
     * Returns the sum of the times to resolution, exactly.
     *
     * @return the sum; zero without resolved tickets
     * @throws ArithmeticException if it overflows a {@code long} of milliseconds
     */
    public Duration sum() {
        return Duration.ofMillis(CountedTimes.ofEvents(times).sum());
    }

    /**
     * Returns the mean time to resolution, sum / cases resolved.
     *
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the mean; NaN without resolved tickets
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    public double mean(ChronoUnit unit) {
        return CountedTimes.ofEvents(times).mean() / Units.millis(unit);
    }

    /**
     * Returns the median time to resolution of the resolved.
     *
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the median; NaN without resolved tickets
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    public double median(ChronoUnit unit) {
        return quantile(0.5, QuantileMethod.LINEAR, unit);
    }

    /**
     * Returns a quantile of the times to resolution of the resolved.
     *
     * @param q which quantile, in [0, 1]; 0.9 is the 90th percentile
     * @param method what a quantile means
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the quantile; NaN without resolved tickets
     * @throws IllegalArgumentException if q is out of range or the unit has no fixed length
     */
    public double quantile(double q, QuantileMethod method, ChronoUnit unit) {
        return CountedTimes.ofEvents(times).quantile(q, method) / Units.millis(unit);
    }

    /**
     * Returns the sample standard deviation of the times to resolution, with n - 1.
     *
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the deviation; NaN for fewer than two resolved tickets
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    public double standardDeviation(ChronoUnit unit) {
        return CountedTimes.ofEvents(times).standardDeviation() / Units.millis(unit);
    }

    /**
     * Returns the shortest time to resolution.
     *
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the minimum; NaN without resolved tickets
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    public double min(ChronoUnit unit) {
        return quantile(0, QuantileMethod.NEAREST_RANK, unit);
    }

    /**
     * Returns the longest time to resolution.
     *
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the maximum; NaN without resolved tickets
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    public double max(ChronoUnit unit) {
        return quantile(1, QuantileMethod.NEAREST_RANK, unit);
    }

    /**
     * Returns the geometric mean, exp(mean of ln time): a typical time where a few are very long.
     *
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the geometric mean; NaN without resolved tickets, and if a time is zero, which has no logarithm
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    public double geometricMean(ChronoUnit unit) {
        return zero() > 0 ? Double.NaN : geometricMeanAboveZero(unit);
    }

    /**
     * Returns the geometric mean of the times above zero; {@link #zero()} counts those it leaves out.
     *
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the geometric mean; NaN without times above zero
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    public double geometricMeanAboveZero(ChronoUnit unit) {
        return CountedTimes.ofEvents(times).geometricMean() / Units.millis(unit);
    }

    /**
     * Returns the mean without the shortest and the longest times.
     *
     * @param share the share to leave out at each end, in [0, 0.5); of n times floor(share n) go at each end
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the mean of the others; NaN without resolved tickets
     * @throws IllegalArgumentException if the share is out of range or the unit has no fixed length
     */
    public double trimmedMean(double share, ChronoUnit unit) {
        return CountedTimes.ofEvents(times).trimmedMean(share) / Units.millis(unit);
    }

    /**
     * Returns all times to resolution, for whatever else is asked of them.
     *
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the times
     * @throws IllegalArgumentException if the unit has no fixed length or there are more than an array holds
     */
    public Sample sample(ChronoUnit unit) {
        return CountedTimes.ofEvents(times).sample(Units.millis(unit));
    }

    /**
     * Returns the share of the resolved that took no longer than a target.
     *
     * @param target the target, included, not negative
     * @return resolved within the target out of resolved
     * @throws IllegalArgumentException if the target is negative
     */
    public Proportion within(Duration target) {
        return Proportion.of(CountedTimes.ofEvents(times).upTo(Units.millis("target", target)), resolved());
    }

    /**
     * Returns the share within a target of all tickets whose fate is known: the resolved, and the open ones that are past the
     * target already. Open tickets that may still make it are in neither.
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
