package io.cxmetrics.retention.subscription;

/** What two subscriptions of one customer at the same time mean. */
public enum Overlap {
    /** A mistake in the data, such as a renewal that was written before the old contract was ended. */
    REFUSE,
    /** Several products or seats: their prices add up, and the customer leaves when the last of them ends. */
    ALLOW
}
