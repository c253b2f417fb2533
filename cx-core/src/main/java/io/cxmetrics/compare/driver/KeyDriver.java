package io.cxmetrics.compare.driver;

import io.cxmetrics.stat.Interval;
import java.io.Serializable;

/**
 * One measure among the {@link KeyDrivers} of an outcome: how strongly it goes with it.
 *
 * @since 0.1
 */
public final class KeyDriver implements Serializable {

    private static final long serialVersionUID = 1;

    private final String name;
    private final double mean;
    private final double correlation;
    private final double beta;
    private final double weight;
    private final double share;
    private final double last;
    private final double varianceInflation;
    private final Interval shareInterval;

    /** The numbers are mean, correlation, beta, weight, share, last and variance inflation. */
    KeyDriver(String name, double[] numbers, Interval shareInterval) {
        this.name = name;
        mean = numbers[0];
        correlation = numbers[1];
        beta = numbers[2];
        weight = numbers[3];
        share = numbers[4];
        last = numbers[5];
        varianceInflation = numbers[6];
        this.shareInterval = shareInterval;
    }

    /**
     * Returns the name.
     *
     * @return the name of the measure
     */
    public String name() {
        return name;
    }

    /**
     * Returns how well the measure does, which is its mean.
     *
     * @return the mean over complete cases
     */
    public double mean() {
        return mean;
    }

    /**
     * Returns Pearson's correlation with the outcome.
     *
     * @return r in [-1, 1]; NaN if a measure does not vary
     */
    public double correlation() {
        return correlation;
    }

    /**
     * Returns the coefficient in the regression of the outcome on all drivers, each in standard deviations. It may be
     * negative although the measure and the outcome rise together, where drivers resemble each other.
     *
     * @return the coefficient; NaN where drivers are collinear
     */
    public double standardisedBeta() {
        return beta;
    }

    /**
     * Returns the part of R&sup2; that falls to this driver.
     *
     * @return the weight in [0, R&sup2;]; all together are R&sup2;; NaN where drivers are collinear
     */
    public double weight() {
        return weight;
    }

    /**
     * Returns the share of the explained variance, not of the outcome.
     *
     * @return weight / R&sup2;, a fraction; NaN where drivers are collinear, or nothing is explained
     */
    public double share() {
        return share;
    }

    /**
     * Returns the interval of the share.
     *
     * @return the percentile interval of the bootstrap; undefined until {@link KeyDrivers#withBootstrap} makes it
     */
    public Interval shareInterval() {
        return shareInterval;
    }

    /**
     * Returns the R&sup2; of this driver alone.
     *
     * @return the squared correlation, in [0, 1]
     */
    public double first() {
        return correlation * correlation;
    }

    /**
     * Returns how much R&sup2; falls when this driver is left out.
     *
     * @return the loss, in [0, 1]; NaN where drivers are collinear
     */
    public double last() {
        return last;
    }

    /**
     * Returns how much the other drivers widen the error of the coefficient.
     *
     * @return the variance inflation factor, at least 1; NaN where drivers are collinear
     */
    public double varianceInflation() {
        return varianceInflation;
    }

    /**
     * Returns the driver in words.
     *
     * @return such as {@code KeyDriver[signs, share of association 0.22]}
     */
    @Override
    public String toString() {
        return "KeyDriver[" + name + ", share of association " + share + "]";
    }
}
