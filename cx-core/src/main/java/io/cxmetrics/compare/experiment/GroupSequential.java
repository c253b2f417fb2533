package io.cxmetrics.compare.experiment;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Normal;
import io.cxmetrics.internal.Roots;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A test that may stop at a few looks, each with a critical z, so that all looks together reject a true null hypothesis
 * with the level only.
 *
 * <p><b>Definition.</b> The share t of the information at a look is units so far / units planned. The critical z of
 * each look is such that the probability of crossing there, and at no look before, is what {@link SpendingRule} spends
 * between them; by recursive numerical integration, exact to 1e-8.
 *
 * <p><b>Looks that were not planned.</b> The boundary of a look depends on looks before it, never on later ones: the
 * shares of the looks that took place can be given as they came. A look at or above 1 spends what is left, and is the
 * last.
 *
 * <pre>{@code
 * GroupSequential design = GroupSequential.of(0.05, 0.2, 0.4, 0.6, 0.8, 1);
 * design.critical(4) > 2.0310 && design.critical(4) < 2.0311; // true
 * design.stops(1, 2.5); // false
 * design.stops(4, 2.5); // true
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1093/biomet/70.3.659">K. Lan, D. DeMets, Discrete sequential boundaries for clinical
 *     trials, Biometrika 70 (1983)</a>
 * @since 0.1
 */
public final class GroupSequential implements Serializable {

    private static final long serialVersionUID = 1;

    private static final double HIGHEST = 38;

    private final SpendingRule rule;
    private final double level;
    private final boolean twoSided;
    private final double[] information;
    private final double[] critical;

    private GroupSequential(SpendingRule rule, double level, boolean twoSided, double[] information) {
        this.rule = requireNonNull(rule, "rule");
        this.level = PlanDefinition.level(level);
        this.twoSided = twoSided;
        this.information = checked(information);
        critical = rule.classic() ? classic() : spending();
    }

    /**
     * Returns a two-sided test by {@link SpendingRule#OBRIEN_FLEMING}.
     *
     * @param level the level of all looks together, in (0, 1)
     * @param information the share of the information at each look, rising, above 0; none after one of 1 or more
     * @return the test
     * @throws IllegalArgumentException if a number is out of range, or the shares do not rise
     */
    public static GroupSequential of(double level, double... information) {
        return of(SpendingRule.OBRIEN_FLEMING, level, information);
    }

    /**
     * Returns a two-sided test.
     *
     * @param rule how the level is spent
     * @param level the level of all looks together, in (0, 1)
     * @param information the share of the information at each look, rising, above 0; none after one of 1 or more
     * @return the test
     * @throws IllegalArgumentException if a number is out of range, or the shares do not rise
     */
    public static GroupSequential of(SpendingRule rule, double level, double... information) {
        return new GroupSequential(rule, level, true, information);
    }

    /**
     * Returns a test that rejects for large z only.
     *
     * @param rule how the level is spent
     * @param level the level of all looks together, in (0, 1)
     * @param information the share of the information at each look, rising, above 0; none after one of 1 or more
     * @return the test
     * @throws IllegalArgumentException if a number is out of range, or the shares do not rise
     */
    public static GroupSequential oneSided(SpendingRule rule, double level, double... information) {
        return new GroupSequential(rule, level, false, information);
    }

    /**
     * Returns the shares of evenly spaced looks.
     *
     * @param looks how many, in [1, 100]
     * @return 1 / looks, 2 / looks, up to 1
     * @throws IllegalArgumentException if there are too few or too many
     */
    public static double[] evenLooks(int looks) {
        if (looks < 1 || looks > 100) {
            throw new IllegalArgumentException("looks must be in [1, 100], got " + looks);
        }
        double[] shares = new double[looks];
        for (int k = 0; k < looks; k++) {
            shares[k] = (k + 1.0) / looks;
        }
        return shares;
    }

    private static double[] checked(double[] information) {
        if (information.length < 1 || information.length > 100) {
            throw new IllegalArgumentException("looks must be in [1, 100], got " + information.length);
        }
        double before = 0;
        for (int k = 0; k < information.length; k++) {
            double share = information[k];
            if (!(share > before && share < Double.POSITIVE_INFINITY) || before >= 1) {
                throw new IllegalArgumentException(
                        "information must rise, and end once it is 1 or more, got " + share + " at index " + k);
            }
            before = share;
        }
        return information.clone();
    }

    private double side() {
        return twoSided ? level / 2 : level;
    }

    private double[] spending() {
        BoundaryKernel kernel = new BoundaryKernel(twoSided, 0);
        double[] z = new double[information.length];
        double spent = 0;
        for (int k = 0; k < z.length; k++) {
            double look = information[k];
            double now = rule.spent(side(), look);
            double part = now - spent;
            z[k] = Roots.rising(value -> part - kernel.above(look, value), -HIGHEST, HIGHEST);
            kernel.pass(look, z[k]);
            spent = now;
        }
        return z;
    }

    private double[] classic() {
        double last = information[information.length - 1];
        double c = Roots.rising(value -> side() - crossedBy(value, last), 0, 10);
        double[] z = new double[information.length];
        for (int k = 0; k < z.length; k++) {
            z[k] = rule.boundary(c, information[k] / last);
        }
        return z;
    }

    private double crossedBy(double c, double last) {
        BoundaryKernel kernel = new BoundaryKernel(twoSided, 0);
        double crossed = 0;
        for (double look : information) {
            double z = rule.boundary(c, look / last);
            crossed += kernel.above(look, z);
            kernel.pass(look, z);
        }
        return crossed;
    }

    /**
     * Returns how many looks there are.
     *
     * @return the number
     */
    public int looks() {
        return information.length;
    }

    /**
     * Returns the critical z of a look.
     *
     * @param look the look, from 0
     * @return z
     * @throws IllegalArgumentException if there is no such look
     */
    public double critical(int look) {
        if (look < 0 || look >= critical.length) {
            throw new IllegalArgumentException("look must be in [0, " + (critical.length - 1) + "], got " + look);
        }
        return critical[look];
    }

    /**
     * Returns the critical z of each look.
     *
     * @return a new array
     */
    public double[] critical() {
        return critical.clone();
    }

    /**
     * Tells whether the test stops at a look.
     *
     * @param look the look, from 0
     * @param z the statistic of all data so far
     * @return true if |z|, or z of a one-sided test, is at or above the critical one; false if it is NaN
     * @throws IllegalArgumentException if there is no such look
     */
    public boolean stops(int look, double z) {
        return (twoSided ? Math.abs(z) : z) >= critical(look);
    }

    /**
     * Returns the level of each look as if it were the only one.
     *
     * @return the p-values of the critical z, two-sided for a two-sided test
     */
    public double[] nominal() {
        return Arrays.stream(critical)
                .map(z -> (twoSided ? 2 : 1) * Normal.survival(z))
                .toArray();
    }

    /**
     * Returns the level that is spent up to each look.
     *
     * @return the probabilities of a false alarm there or before, rising to the level
     */
    public double[] spent() {
        double[] spent = crossings(0, true);
        for (int k = 1; k < spent.length; k++) {
            spent[k] += spent[k - 1];
        }
        return spent;
    }

    /**
     * Returns the probability of stopping at each look on the side of an effect.
     *
     * @param drift the mean of z at the full information
     * @return the probabilities
     */
    public double[] stopProbabilities(double drift) {
        return crossings(drift, false);
    }

    /**
     * Returns the probability of stopping at a look on the side of an effect.
     *
     * @param drift the mean of z at the full information
     * @return the sum of {@link #stopProbabilities}
     */
    public double power(double drift) {
        return Arrays.stream(crossings(drift, false)).sum();
    }

    /**
     * Returns the drift that has a power.
     *
     * @param power the power in (level, 1)
     * @return the mean of z at the full information
     * @throws IllegalArgumentException if the power is out of range
     */
    public double drift(double power) {
        if (!(power > level && power < 1)) {
            throw new IllegalArgumentException("power must be in (level, 1) with level " + level + ", got " + power);
        }
        return Roots.rising(drift -> power(drift) - power, 0, HIGHEST);
    }

    /**
     * Returns by how much the largest size exceeds that of a test without looks.
     *
     * @param power the power in (level, 1)
     * @return (drift / (z of the level + z of the power))&sup2;
     * @throws IllegalArgumentException if the power is out of range
     */
    public double inflation(double power) {
        double ratio = drift(power) / (Normal.exceeded(side()) + Normal.exceeded(1 - power));
        return ratio * ratio;
    }

    /**
     * Returns the share of the planned units that the test takes on average.
     *
     * @param drift the mean of z at the full information
     * @return the mean share of the information at the stop
     */
    public double expectedInformation(double drift) {
        double[] stops = crossings(drift, true);
        double expected = 0;
        double left = 1;
        for (int k = 0; k < stops.length - 1; k++) {
            expected += stops[k] * information[k];
            left -= stops[k];
        }
        return expected + left * information[stops.length - 1];
    }

    private double[] crossings(double drift, boolean bothSides) {
        BoundaryKernel kernel = new BoundaryKernel(twoSided, drift);
        double[] stops = new double[critical.length];
        for (int k = 0; k < stops.length; k++) {
            stops[k] = kernel.above(information[k], critical[k])
                    + (bothSides ? kernel.below(information[k], critical[k]) : 0);
            kernel.pass(information[k], critical[k]);
        }
        return stops;
    }

    /**
     * Returns the test in words.
     *
     * @return such as {@code GroupSequential[OBRIEN_FLEMING, level=0.05, critical=[2.96, 1.97]]}
     */
    @Override
    public String toString() {
        return "GroupSequential[" + rule + ", level=" + level + ", critical=" + Arrays.toString(critical) + "]";
    }
}
