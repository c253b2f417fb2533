package io.cxmetrics.retention.activity;

/**
 * Which daily active users are compared with the monthly.
 *
 * @since 0.1
 */
public enum Stickiness {

    /** Those of the day that the month ends on. It swings with the weekday. */
    SAME_DAY,

    /**
     * The mean of the days of the month: the share of its days on which one of its active users is active on average.
     */
    MEAN
}
