package io.cxmetrics.compare.experiment;

/**
 * What the interval of a guardrail says.
 *
 * @since 0.1
 */
public enum GuardrailVerdict {
    /** The interval excludes a worsening by the margin or more. */
    HOLDS,
    /** The interval does not exclude it, and excludes that nothing got worse. */
    HARMED,
    /** The interval excludes neither: there are too few units. */
    UNDECIDED,
    /** There is no interval. */
    UNDEFINED,
    /** The metric is a goal. */
    NONE
}
