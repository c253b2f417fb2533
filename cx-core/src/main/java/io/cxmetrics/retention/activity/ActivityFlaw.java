package io.cxmetrics.retention.activity;

/**
 * Why an activity cannot be used. One with several flaws has the first of them.
 *
 * @since 0.1
 */
public enum ActivityFlaw {
    /** Its actor is not among those that are known. */
    UNKNOWN_ACTOR,
    /** It happened after observation ended, such as one of a mistyped year. */
    NOT_OBSERVED,
    /** Its amount is in another unit of money. */
    OTHER_CURRENCY
}
