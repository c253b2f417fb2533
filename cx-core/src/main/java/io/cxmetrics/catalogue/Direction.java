package io.cxmetrics.catalogue;

/**
 * Whether more of a metric is good news.
 *
 * @since 0.1
 */
public enum Direction {
    /** More is better, as of satisfaction. */
    HIGHER_IS_BETTER,
    /** Less is better, as of churn. */
    LOWER_IS_BETTER,
    /** It depends on the case, as with the number of sessions. */
    NEITHER
}
