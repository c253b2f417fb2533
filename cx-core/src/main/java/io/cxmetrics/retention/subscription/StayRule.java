package io.cxmetrics.retention.subscription;

/**
 * The stays that count of a customer who left and came back.
 *
 * @since 0.1
 */
public enum StayRule {
    /** The first one: each customer is one observation. It answers how long new customers stay. */
    FIRST,
    /**
     * Each one, as if it were another customer. It answers how long a stay lasts; stays of one customer are not
     * independent.
     */
    EACH
}
