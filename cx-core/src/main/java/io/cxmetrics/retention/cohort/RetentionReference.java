package io.cxmetrics.retention.cohort;

/**
 * Base of a retention rate: the active of an interval are a share of it.
 *
 * @since 0.1
 */
public enum RetentionReference {

    /** All who started and whose interval is observed: a share in [0, 1]. */
    START,

    /**
     * Those who were active in the interval before, of the same starters. An actor who pauses and comes back makes it
     * rise, above 1 if more come back than leave.
     */
    PREVIOUS
}
