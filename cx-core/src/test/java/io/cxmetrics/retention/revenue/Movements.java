package io.cxmetrics.retention.revenue;

/** Movements by all of their flows, for expected values. */
final class Movements {

    private Movements() {}

    static RecurringRevenue of(
            RevenueFlow opening,
            RevenueFlow newBusiness,
            RevenueFlow reactivation,
            RevenueFlow expansion,
            RevenueFlow contraction,
            RevenueFlow churn) {
        return RecurringRevenue.of(opening)
                .withNewBusiness(newBusiness)
                .withReactivation(reactivation)
                .withExpansion(expansion)
                .withContraction(contraction)
                .withChurn(churn);
    }
}
