package io.cxmetrics.compare.difference;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Moments;
import java.io.Serializable;

/**
 * Student's test of two means with one variance for both sides. {@link MeanDifference} is the better default.
 *
 * <p><b>Edges.</b> Where neither side varies, or has fewer than two numbers, everything but the difference is
 * NaN or undefined.
 *
 * @param before the one group
 * @param after the other group
 * @since 0.1
 */
public record PooledMeanDifference(Moments before, Moments after) implements Serializable {

    /** Checks that both sides are there. */
    public PooledMeanDifference {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /**
     * Returns the degrees of freedom.
     *
     * @return the number of numbers less 2
     */
    public double degreesOfFreedom() {
        return (double) before.count() + after.count() - 2;
    }

    /**
     * Returns the standard deviation within both sides.
     *
     * @return the deviation; NaN if a side has fewer than two numbers
     */
    public double standardDeviation() {
        return before.count() < 2 || after.count() < 2
                ? Double.NaN
                : Math.sqrt((before.squares() + after.squares()) / degreesOfFreedom());
    }

    /**
     * Returns the statistic.
     *
     * @return t; NaN if a side has fewer than two numbers, or neither varies
     */
    public double t() {
        double error = standardError();
        return error > 0 ? (after.mean() - before.mean()) / error : Double.NaN;
    }

    private double standardError() {
        return standardDeviation() * Math.sqrt(1.0 / before.count() + 1.0 / after.count());
    }

    /**
     * Returns the p-value.
     *
     * @return the two-sided p-value; NaN where {@link #t()} is
     */
    public double pValue() {
        return Critical.tPValue(t(), degreesOfFreedom());
    }

    /**
     * Returns the interval of the difference.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined where {@link #t()} is NaN
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        Checks.confidence(confidence);
        return Double.isNaN(t())
                ? Interval.UNDEFINED
                : Interval.around(
                        after.mean() - before.mean(), Critical.t(confidence, degreesOfFreedom()) * standardError());
    }
}
