package io.cxmetrics.retention.revenue;

/**
 * The meaning of a paying customer who goes on with a free plan: there with lines of amount 0 only. A customer who was
 * never billed is no customer yet. A month that credits take to 0 is no free plan.
 *
 * @since 0.1
 */
public enum FreePlan {

    /**
     * The customer leaves: a customer is one who pays, and one who pays again comes back. This is the usual rule where
     * revenue is what counts, and the default.
     */
    CHURN,

    /**
     * The customer contracts to 0 and stays, expands by paying again, and leaves when the free plan ends too. It suits
     * a business whose free plan is a pause, and one that counts its logos by accounts.
     */
    CONTRACTION
}
