package io.cxmetrics.internal;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution. */
public final class Normal {

    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /**
     * Returns the probability of a value up to z.
     *
     * @param z the value
     * @return the probability; NaN if z is NaN
     */
    public static double cumulative(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    /**
     * Returns the probability of a value above z, which keeps its digits where it is small.
     *
     * @param z the value
     * @return the probability; NaN if z is NaN
     */
    public static double survival(double z) {
        return STANDARD.survivalProbability(z);
    }

    /**
     * Returns the density at z.
     *
     * @param z the value
     * @return the density; NaN if z is NaN
     */
    public static double density(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /**
     * Returns the value that is exceeded with a probability.
     *
     * @param probability the probability in [0, 1]
     * @return z, 1.644854 for 0.05
     */
    public static double exceeded(double probability) {
        return STANDARD.inverseSurvivalProbability(probability);
    }
}
