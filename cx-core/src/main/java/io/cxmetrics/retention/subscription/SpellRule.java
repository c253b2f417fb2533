package io.cxmetrics.retention.subscription;

/** Which stays of a customer count who left and came back. */
public enum SpellRule {
    /** The first one: each customer is one observation. How long new customers stay. */
    FIRST,
    /** Each one, as if it were another customer. How long a stay lasts; stays of one customer are not independent. */
    EACH
}
