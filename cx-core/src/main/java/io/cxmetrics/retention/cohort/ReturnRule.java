package io.cxmetrics.retention.cohort;

/**
 * When an actor counts as retained in interval k.
 *
 * @since 0.1
 */
public enum ReturnRule {

    /** Active in interval k itself: classic or N-day retention. */
    ON,

    /**
     * Active in interval k or later, until the end of observation: unbounded or rolling retention, whose complement is
     * churn for good. It is low at the right edge, where the later is not known yet: the same cell rises as observation
     * goes on.
     */
    ON_OR_AFTER,

    /**
     * Active in any of the intervals 1 to k: whether one came back by then. In interval 0, before these, it is as
     * {@link #ON}. The range retention of Braze is another: {@link #ON} with {@link ReturnIntervals#brackets}.
     */
    WITHIN
}
