package io.cxmetrics.compare.difference;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Moments;
import java.io.Serializable;

/**
 * The ratio of two means, after over before, and the lift (after - before) / |before|, whose sign is that of the
 * difference also where the mean before is negative.
 *
 * <p><b>Error.</b> The delta method takes the error of both means: se&sup2; = var<sub>b</sub> / a&sup2; + b&sup2;
 * var<sub>a</sub> / a<sup>4</sup> with the variances of the means. An interval of the difference that is merely divided
 * by the mean before is too short. Where the mean before is not told from 0 (Fieller's g &ge; 1) there is no lift.
 *
 * <p><b>Source.</b> E. Fieller, JRSS B 16 (1954).
 *
 * @param before the mean below
 * @param after the mean above
 * @since 0.1
 */
public record MeanRatio(Moments before, Moments after) implements Serializable {

    /** Checks that both sides are there. */
    public MeanRatio {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /**
     * Returns mean after / mean before.
     *
     * @return the ratio; NaN if the mean before is 0 or a side is empty
     */
    public double estimate() {
        return before.mean() == 0 ? Double.NaN : after.mean() / before.mean();
    }

    /**
     * Returns the standard error of the ratio and of the lift by the delta method.
     *
     * @return the error; NaN if the mean before is 0, or a side has fewer than two numbers
     */
    public double standardError() {
        double a = before.mean();
        return a == 0
                ? Double.NaN
                : Math.hypot(after.standardError() / a, after.mean() * before.standardError() / (a * a));
    }

    /**
     * Returns the interval of the ratio by the delta method with the degrees of freedom of Welch's test.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined where the error is NaN
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return Interval.around(estimate(), critical(confidence) * standardError());
    }

    private double critical(double confidence) {
        double degrees = new MeanDifference(before, after).degreesOfFreedom();
        Checks.confidence(confidence);
        return Double.isNaN(degrees) ? Double.NaN : Critical.t(confidence, degrees);
    }

    /**
     * Returns (after - before) / |before|.
     *
     * @param confidence the level at which the mean before must be told from 0, in (0, 1)
     * @return the lift; NaN if the mean before is 0 or not told from 0, or nothing is known of its error
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public double lift(double confidence) {
        return relative(confidence).estimate();
    }

    /**
     * Returns the interval of the lift by the delta method.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined where the lift is NaN
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval liftInterval(double confidence) {
        return relative(confidence).interval();
    }

    private RelativeChange relative(double confidence) {
        return RelativeChange.of(
                before.mean(), before.standardError(), after.mean(), after.standardError(), critical(confidence));
    }

    /**
     * Returns Fieller's interval of the ratio, by the normal approximation.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined where the mean before is not told from 0, or nothing varies
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval fieller(double confidence) {
        double z = Critical.z(confidence);
        double a = before.mean();
        double b = after.mean();
        double varianceA = before.standardError() * before.standardError();
        double varianceB = after.standardError() * after.standardError();
        double below = a * a - z * z * varianceA;
        if (!(below > 0)) {
            return Interval.UNDEFINED;
        }
        // a b - below (b b - z z varianceB), without the part that cancels.
        double root = z * Math.sqrt(Math.max(a * a * varianceB + b * b * varianceA - z * z * varianceA * varianceB, 0));
        return root > 0 || varianceA + varianceB == 0
                ? Interval.of((a * b - root) / below, (a * b + root) / below)
                : Interval.UNDEFINED;
    }

    /**
     * Returns the interval of the ratio on the scale of the logarithm, by the normal approximation.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined unless both means are above 0
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval logInterval(double confidence) {
        double z = Critical.z(confidence);
        if (!(before.mean() > 0 && after.mean() > 0)) {
            return Interval.UNDEFINED;
        }
        double margin = z * Math.hypot(before.standardError() / before.mean(), after.standardError() / after.mean());
        double middle = Math.log(estimate());
        return Double.isNaN(margin)
                ? Interval.UNDEFINED
                : Interval.of(Math.exp(middle - margin), Math.exp(middle + margin));
    }
}
