package io.cxmetrics.support;

import io.cxmetrics.internal.Units;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.stat.survival.CountedTimes;
import io.cxmetrics.stat.survival.EventTimes;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * Times that were measured in whole milliseconds, with answers in the unit that is asked for, a day being 24 hours.
 *
 * <p>The answers are of what is over: tickets that were resolved, requesters who got a reply. They ignore what is still
 * going on, so they flatter; {@code times().curve()} has those too, by Kaplan and Meier.
 *
 * <p><b>Edges.</b> Without times every answer is NaN. A sum beyond 2<sup>63</sup> - 1 milliseconds is an {@link
 * ArithmeticException}.
 *
 * <pre>{@code
 * MeasuredTimes replies = () -> EventTimes.ofEvents(60_000, 120_000, 600_000);
 * replies.mean(java.time.temporal.ChronoUnit.MINUTES); // 4.333333333333333
 * replies.median(java.time.temporal.ChronoUnit.MINUTES); // 2.0
 * replies.within(Duration.ofMinutes(5)); // 2 of 3 (0.6666666666666666)
 * }</pre>
 *
 * @since 0.1
 */
@FunctionalInterface
public interface MeasuredTimes {

    /**
     * Returns the times.
     *
     * @return the times in milliseconds; of what is still going on as censored
     */
    EventTimes times();

    /**
     * Returns how many took no time at all: at once, or outside the hours that count.
     *
     * @return the count
     */
    default long zero() {
        return within(Duration.ZERO).events();
    }

    /**
     * Returns the sum of the times, exactly.
     *
     * @return the sum; zero without times
     * @throws ArithmeticException if it overflows a {@code long} of milliseconds
     */
    default Duration sum() {
        return Duration.ofMillis(CountedTimes.ofEvents(times()).sum());
    }

    /**
     * Returns the sum of the times in a unit.
     *
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the sum; zero without times
     * @throws IllegalArgumentException if the unit has no fixed length
     * @throws ArithmeticException if it overflows a {@code long} of milliseconds
     */
    default double sum(ChronoUnit unit) {
        return sum().toMillis() / Units.millis(unit);
    }

    /**
     * Returns the mean, sum / number of times.
     *
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the mean; NaN without times
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    default double mean(ChronoUnit unit) {
        return CountedTimes.ofEvents(times()).mean() / Units.millis(unit);
    }

    /**
     * Returns the median.
     *
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the median; NaN without times
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    default double median(ChronoUnit unit) {
        return quantile(0.5, QuantileMethod.LINEAR, unit);
    }

    /**
     * Returns a quantile.
     *
     * @param q which quantile, in [0, 1]; 0.9 is the 90th percentile
     * @param method what a quantile means
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the quantile; NaN without times
     * @throws IllegalArgumentException if q is out of range or the unit has no fixed length
     */
    default double quantile(double q, QuantileMethod method, ChronoUnit unit) {
        return CountedTimes.ofEvents(times()).quantile(q, method) / Units.millis(unit);
    }

    /**
     * Returns the median with what is still going on, by Kaplan and Meier: half of all take no longer.
     *
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the median; NaN without times, and if less than half are over, so that nobody knows
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    default double medianOfAll(ChronoUnit unit) {
        return times().curve().median() / Units.millis(unit);
    }

    /**
     * Returns the interval of {@link #medianOfAll(ChronoUnit)}.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the interval; an end that nobody knows is NaN or infinite, as {@code times().curve()} says
     * @throws IllegalArgumentException if the confidence is out of range or the unit has no fixed length
     */
    default Interval medianOfAllInterval(double confidence, ChronoUnit unit) {
        double millis = Units.millis(unit);
        Interval interval = times().curve().quantileInterval(0.5, confidence);
        return new Interval(interval.low() / millis, interval.high() / millis);
    }

    /**
     * Returns the sample standard deviation, with n - 1.
     *
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the deviation; NaN for fewer than two times
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    default double standardDeviation(ChronoUnit unit) {
        return CountedTimes.ofEvents(times()).standardDeviation() / Units.millis(unit);
    }

    /**
     * Returns the shortest time.
     *
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the minimum; NaN without times
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    default double min(ChronoUnit unit) {
        return quantile(0, QuantileMethod.NEAREST_RANK, unit);
    }

    /**
     * Returns the longest time.
     *
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the maximum; NaN without times
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    default double max(ChronoUnit unit) {
        return quantile(1, QuantileMethod.NEAREST_RANK, unit);
    }

    /**
     * Returns the geometric mean, exp(mean of ln time): a typical time where a few are very long.
     *
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the geometric mean; NaN without times, and if a time is zero, which has no logarithm
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    default double geometricMean(ChronoUnit unit) {
        return zero() > 0 ? Double.NaN : geometricMeanAboveZero(unit);
    }

    /**
     * Returns the geometric mean of the times above zero; {@link #zero()} counts those it leaves out.
     *
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the geometric mean; NaN without times above zero
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    default double geometricMeanAboveZero(ChronoUnit unit) {
        return CountedTimes.ofEvents(times()).geometricMean() / Units.millis(unit);
    }

    /**
     * Returns the mean without the shortest and the longest times.
     *
     * @param share the share to leave out at each end, in [0, 0.5); of n times floor(share n) go at each end
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the mean of the others; NaN without times
     * @throws IllegalArgumentException if the share is out of range or the unit has no fixed length
     */
    default double trimmedMean(double share, ChronoUnit unit) {
        return CountedTimes.ofEvents(times()).trimmedMean(share) / Units.millis(unit);
    }

    /**
     * Returns all times, for whatever else is asked of them.
     *
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the times
     * @throws IllegalArgumentException if the unit has no fixed length or there are more than an array holds
     */
    default Sample sample(ChronoUnit unit) {
        return CountedTimes.ofEvents(times()).sample(Units.millis(unit));
    }

    /**
     * Returns the share of the times that are no longer than a target.
     *
     * @param target the target, included, not negative
     * @return times within the target out of all times
     * @throws IllegalArgumentException if the target is negative
     */
    default Proportion within(Duration target) {
        return Proportion.of(CountedTimes.ofEvents(times()).upTo(Units.millis("target", target)), times().events());
    }
}
