package io.cxmetrics.retention.revenue;

/** What a paying customer does who goes on with a free plan: there with an amount of 0. Who never paid is no customer yet. */
public enum FreePlan {

    /** Leaves. A customer is one who pays, and one who pays again comes back. The usual rule where revenue is what counts, and the default. */
    CHURN,

    /**
     * Contracts to 0 and stays a customer, who expands by paying again, and leaves without the free plan too. For a business
     * whose free plan is a pause, and one that counts its logos by accounts.
     */
    CONTRACTION
}
