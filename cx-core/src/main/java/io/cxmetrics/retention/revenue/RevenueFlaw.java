package io.cxmetrics.retention.revenue;

/**
 * Why a line of revenue cannot be used. One with several flaws has the first of them.
 *
 * @since 0.1
 */
public enum RevenueFlaw {
    /** Its customer is not among those that are known: the customer is left out altogether. */
    UNKNOWN_CUSTOMER,
    /** Its month is after the last one that is known, such as one of a mistyped year. */
    NOT_OBSERVED,
    /**
     * Its amount is in another unit of money. Its customer is in no movement, for the missing line would look like one.
     */
    OTHER_CURRENCY
}
