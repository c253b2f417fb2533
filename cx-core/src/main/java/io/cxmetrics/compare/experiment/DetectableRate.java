package io.cxmetrics.compare.experiment;

import java.io.Serializable;

/**
 * The smallest changes of a rate that an experiment finds, known as the minimum detectable effect; rates are fractions.
 *
 * @param base the rate without the change
 * @param below the highest rate below the base that is found, or NaN where none is
 * @param above the lowest rate above the base that is found, or NaN where none is
 * @since 0.1
 */
public record DetectableRate(double base, double below, double above) implements Serializable {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if {@code below} is above the base, or {@code above} is below it
     */
    public DetectableRate {
        if (below > base || above < base || Double.isNaN(base)) {
            throw new IllegalArgumentException(
                    "base must be between below and above, got " + base + " with " + below + " and " + above);
        }
    }

    /**
     * Returns the smallest fall that is found.
     *
     * @return below - base, negative, or NaN
     */
    public double fall() {
        return below - base;
    }

    /**
     * Returns the smallest rise that is found.
     *
     * @return above - base, or NaN
     */
    public double rise() {
        return above - base;
    }

    /**
     * Returns the smallest fall that is found, as a fraction of the base.
     *
     * @return (below - base) / base, negative, or NaN
     */
    public double relativeFall() {
        return fall() / base;
    }

    /**
     * Returns the smallest rise that is found, as a fraction of the base.
     *
     * @return (above - base) / base, or NaN
     */
    public double relativeRise() {
        return rise() / base;
    }
}
