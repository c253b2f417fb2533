package io.cxmetrics.internal;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Critical values of two-sided intervals and tests. */
public final class Critical {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Critical() {}

    /**
     * Returns z such that a standard normal value lies in [-z, z] with the given probability.
     *
     * @param confidence the probability, in (0, 1)
     * @return z, 1.959964 for 0.95
     */
    public static double z(double confidence) {
        return NORMAL.inverseSurvivalProbability((1 - Checks.confidence(confidence)) / 2);
    }

    /**
     * Returns t such that a value of Student's distribution lies in [-t, t] with the given probability.
     *
     * @param confidence the probability, in (0, 1)
     * @param degreesOfFreedom the degrees of freedom, above 0
     * @return t
     */
    public static double t(double confidence, double degreesOfFreedom) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - Checks.confidence(confidence)) / 2);
    }

    /**
     * Returns the value that a chi-squared variable stays below with the given probability.
     *
     * @param confidence the probability, in (0, 1)
     * @param degreesOfFreedom the degrees of freedom, above 0
     * @return the value, 5.991465 for 0.95 and 2 degrees
     */
    public static double chiSquared(double confidence, double degreesOfFreedom) {
        return ChiSquaredDistribution.of(degreesOfFreedom).inverseCumulativeProbability(Checks.confidence(confidence));
    }

    /**
     * Returns the value that a chi-squared variable exceeds with the given probability, which may be too small to be
     * told from 0 as a complement.
     *
     * @param probability the probability, in (0, 1)
     * @param degreesOfFreedom the degrees of freedom, above 0
     * @return the value, 5.991465 for 0.05 and 2 degrees
     */
    public static double chiSquaredExceeded(double probability, double degreesOfFreedom) {
        return ChiSquaredDistribution.of(degreesOfFreedom).inverseSurvivalProbability(probability);
    }

    /**
     * Returns the two-sided p-value of a standard normal statistic.
     *
     * @param z the statistic
     * @return the probability of one at least as far from 0; NaN if z is NaN
     */
    public static double pValue(double z) {
        return 2 * NORMAL.survivalProbability(Math.abs(z));
    }

    /**
     * Returns the two-sided p-value of a statistic of Student's distribution.
     *
     * @param t the statistic
     * @param degreesOfFreedom the degrees of freedom, above 0 unless a number is NaN
     * @return the probability of one at least as far from 0; NaN if either number is NaN
     */
    public static double tPValue(double t, double degreesOfFreedom) {
        return Double.isNaN(t) || Double.isNaN(degreesOfFreedom)
                ? Double.NaN
                : 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t));
    }

    /**
     * Returns the p-value of a chi-squared statistic.
     *
     * @param statistic the statistic, not negative, or NaN
     * @param degreesOfFreedom the degrees of freedom, above 0 unless the statistic is NaN
     * @return the probability of one at least as large; NaN if the statistic is NaN
     */
    public static double chiSquaredPValue(double statistic, double degreesOfFreedom) {
        return Double.isNaN(statistic)
                ? Double.NaN
                : ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
    }
}
