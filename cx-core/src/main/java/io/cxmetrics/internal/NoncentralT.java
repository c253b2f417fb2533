package io.cxmetrics.internal;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The noncentral distribution of Student: (Z + shift) / S, with Z standard normal and S&sup2; a chi-squared variable
 * divided by its degrees of freedom. It gives the power of a test of means.
 *
 * <p>P(T &gt; t) is the mean of Phi(shift - t S) over S, integrated numerically. The integral is divided by that of the
 * density alone, so that the constant of the density, which loses digits for many degrees of freedom, cancels.
 */
public final class NoncentralT {

    /** Standard deviations of S on either side of 1; beyond them lies less than 1e-20. */
    private static final double REACH = 10;

    private static final int PANELS = 12;

    private NoncentralT() {}

    /**
     * Returns the probability of a value above t.
     *
     * @param t the value
     * @param degreesOfFreedom the degrees of freedom, at least 1
     * @param shift the noncentrality
     * @return the probability
     */
    public static double survival(double t, double degreesOfFreedom, double shift) {
        ChiSquaredDistribution spread = ChiSquaredDistribution.of(degreesOfFreedom);
        double sd = 1 / Math.sqrt(2 * degreesOfFreedom);
        double from = Math.max(0, 1 - REACH * sd);
        double to = 1 + REACH * sd;
        double[] s = GaussLegendre.nodes(from, to, PANELS);
        double[] weights = GaussLegendre.weights(from, to, PANELS);
        double all = 0;
        double above = 0;
        for (int i = 0; i < s.length; i++) {
            double mass = weights[i] * s[i] * spread.density(degreesOfFreedom * s[i] * s[i]);
            all += mass;
            above += mass * Normal.cumulative(shift - t * s[i]);
        }
        return above / all;
    }
}
