package io.cxmetrics.retention.subscription;

/**
 * The meaning of two subscriptions of one customer at the same time.
 *
 * @since 0.1
 */
public enum Overlap {
    /**
     * A mistake in the data, such as a row that is there twice. A handover is none: a subscription that ends up to 31
     * days after its successor starts, and not after its successor ends, is one customer going on, such as an upgrade
     * in the middle of a month. From its start on the successor's price counts alone.
     */
    REFUSE,
    /** Several products or seats: their prices add up, and the customer leaves when the last of them ends. */
    ALLOW
}
