package io.cxmetrics.compare;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * How large a change is on a scale that does not depend on the unit of the metric.
 *
 * @param measure which scale
 * @param value the size, with the sign of the change; NaN if undefined
 * @since 0.1
 */
public record EffectSize(Measure measure, double value) implements Serializable {

    /** No size. */
    public static final EffectSize NONE = new EffectSize(Measure.NONE, Double.NaN);

    /** A scale of sizes. */
    public enum Measure {
        /** Cohen's h of two rates: the difference of 2 arcsin(sqrt(rate)). */
        COHEN_H,
        /**
         * Hedges' g: the difference of two means over the pooled standard deviation, with the factor for few values.
         */
        HEDGES_G,
        /** Cohen's d of pairs: the mean difference over the standard deviation of the differences. */
        COHEN_D_OF_PAIRS,
        /** Cliff's delta: the share of pairs in which the second value is higher, less those in which it is lower. */
        CLIFF_DELTA,
        /** The difference in standard deviations of one observation. */
        STANDARDISED,
        /** The odds that a change goes up, among those who changed. */
        CONDITIONAL_ODDS_RATIO,
        /** None was worked out. */
        NONE
    }

    /** Checks that the scale is there. */
    public EffectSize {
        requireNonNull(measure, "measure");
    }

    /**
     * Returns a size.
     *
     * @param measure which scale
     * @param value the size, or NaN
     * @return the size
     */
    public static EffectSize of(Measure measure, double value) {
        return new EffectSize(measure, value);
    }
}
