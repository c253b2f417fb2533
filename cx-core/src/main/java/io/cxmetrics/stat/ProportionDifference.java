package io.cxmetrics.stat;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Critical;
import java.io.Serializable;

/**
 * The difference of two independent proportions: first rate minus second rate, in [-1, 1].
 *
 * <p>The interval is Newcombe's hybrid of two Wilson intervals (R. Newcombe, "Interval estimation for the difference
 * between independent proportions", Statistics in Medicine 17 (1998), method 10); the test is the two-proportion z test
 * with the pooled rate.
 *
 * <p>Everything is NaN or undefined while either side has no trials.
 *
 * <pre>{@code
 * ProportionDifference lift = Proportion.of(56, 70).differenceFrom(Proportion.of(48, 80));
 * Math.round(lift.interval(0.95).low() * 1e4); // 524
 * Math.round(lift.interval(0.95).high() * 1e4); // 3339
 * }</pre>
 *
 * @param first what is compared
 * @param second what it is compared with
 * @since 0.1
 */
public record ProportionDifference(Proportion first, Proportion second) implements Serializable {

    /** Checks that both sides are there. */
    public ProportionDifference {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
    }

    /**
     * Returns first rate - second rate.
     *
     * @return the difference in [-1, 1]; NaN if either side has no trials
     */
    public double estimate() {
        return first.rate() - second.rate();
    }

    /**
     * Returns the standard error of the difference, with a rate for each side.
     *
     * @return sqrt(se<sub>1</sub>&sup2; + se<sub>2</sub>&sup2;); NaN if either side has no trials
     */
    public double standardError() {
        return Math.hypot(first.standardError(), second.standardError());
    }

    /**
     * Returns Newcombe's interval of the difference.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [-1, 1]; undefined if either side has no trials
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        Interval a = first.interval(confidence);
        Interval b = second.interval(confidence);
        if (!a.defined() || !b.defined()) {
            return Interval.UNDEFINED;
        }
        double down = Math.hypot(first.rate() - a.low(), b.high() - second.rate());
        double up = Math.hypot(a.high() - first.rate(), second.rate() - b.low());
        return Interval.of(estimate() - down, estimate() + up).clip(-1, 1);
    }

    /**
     * Returns the statistic of the two-proportion z test, whose standard error uses the pooled rate.
     *
     * @return z; NaN if either side has no trials, or nobody or everybody in both has the event
     */
    public double z() {
        // Summed as doubles: a read has no overflow.
        double trials = (double) first.trials() + second.trials();
        double pooled = ((double) first.events() + second.events()) / trials;
        return estimate() / Math.sqrt(pooled * (1 - pooled) * (1.0 / first.trials() + 1.0 / second.trials()));
    }

    /**
     * Returns the two-sided p-value of the two-proportion z test.
     *
     * @return the probability of a difference at least as large if both rates were equal; NaN where {@link #z()} is
     */
    public double pValue() {
        return Critical.pValue(z());
    }
}
