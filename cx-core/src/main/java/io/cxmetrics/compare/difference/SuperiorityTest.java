package io.cxmetrics.compare.difference;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import java.io.Serializable;

/**
 * The test of Brunner and Munzel: whether values after are as often higher as lower than those before, whatever their
 * variances.
 *
 * <p><b>Edges.</b> With one value on a side, or where the sides do not overlap, nothing is known about the error, and
 * t,
 * p-value and interval are undefined.
 *
 * <p><b>Source.</b> E. Brunner, U. Munzel, Biometrical Journal 42 (2000) 17-25.
 *
 * @since 0.1
 */
public final class SuperiorityTest implements Serializable {

    private static final long serialVersionUID = 1;

    private final double estimate;
    private final double partBefore;
    private final double partAfter;
    private final double countBefore;
    private final double countAfter;

    SuperiorityTest(double estimate, Placements placements, double countBefore, double countAfter) {
        this.estimate = estimate;
        this.countBefore = countBefore;
        this.countAfter = countAfter;
        partBefore = placements.varianceBefore() / countBefore;
        partAfter = placements.varianceAfter() / countAfter;
    }

    /**
     * Returns the probability that a value after is higher than one before, ties counting half.
     *
     * @return the estimate in [0, 1]; NaN if a side is empty
     */
    public double estimate() {
        return estimate;
    }

    /**
     * Returns the standard error of the estimate.
     *
     * @return the error; NaN for fewer than two values on a side
     */
    public double standardError() {
        return Math.sqrt(partBefore + partAfter);
    }

    /**
     * Returns the statistic.
     *
     * @return t; NaN where nothing is known about the error
     */
    public double t() {
        double error = standardError();
        return error > 0 ? (estimate - 0.5) / error : Double.NaN;
    }

    /**
     * Returns Satterthwaite's degrees of freedom.
     *
     * @return the degrees; NaN where t is
     */
    public double degreesOfFreedom() {
        double both = partBefore + partAfter;
        return both > 0
                ? both * both / (partBefore * partBefore / (countBefore - 1) + partAfter * partAfter / (countAfter - 1))
                : Double.NaN;
    }

    /**
     * Returns the p-value.
     *
     * @return the two-sided p-value; NaN where t is
     */
    public double pValue() {
        return Critical.tPValue(t(), degreesOfFreedom());
    }

    /**
     * Returns the interval on the scale of the logit by the normal approximation, which stays within (0, 1).
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined where t is NaN, or the estimate is 0 or 1
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        Checks.confidence(confidence);
        if (Double.isNaN(t()) || estimate == 0 || estimate == 1) {
            return Interval.UNDEFINED;
        }
        double margin = Critical.z(confidence) * standardError() / (estimate * (1 - estimate));
        double middle = Math.log(estimate / (1 - estimate));
        return Interval.of(share(middle - margin), share(middle + margin));
    }

    private static double share(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    /**
     * Returns the plain interval, which may leave [0, 1].
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return estimate &plusmn; t standardError; undefined where t is NaN
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval plainInterval(double confidence) {
        Checks.confidence(confidence);
        return Double.isNaN(t())
                ? Interval.UNDEFINED
                : Interval.around(estimate, Critical.t(confidence, degreesOfFreedom()) * standardError());
    }
}
