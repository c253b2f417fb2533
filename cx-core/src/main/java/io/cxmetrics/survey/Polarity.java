package io.cxmetrics.survey;

/**
 * Which end of a scale is the good one.
 *
 * @since 0.1
 */
public enum Polarity {
    /** The highest point is the best answer. */
    HIGH_IS_GOOD,
    /** The lowest point is the best answer, as on the first effort scale. */
    LOW_IS_GOOD
}
