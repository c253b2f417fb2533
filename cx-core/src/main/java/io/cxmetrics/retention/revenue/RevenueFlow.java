package io.cxmetrics.retention.revenue;

import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;

/**
 * An amount of money, and how many customers it comes from.
 *
 * @param amount the amount in whole minor units, such as cents, not negative
 * @param customers how many customers, not negative
 */
public record RevenueFlow(long amount, long customers) implements Summary<RevenueFlow> {

    /** No money of no customers. */
    public static final RevenueFlow EMPTY = new RevenueFlow(0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if the amount or the count is negative
     */
    public RevenueFlow {
        Checks.notNegative("amount", amount);
        Checks.notNegative("customers", customers);
    }

    /**
     * Returns a flow.
     *
     * @param amount the amount in whole minor units, not negative
     * @param customers how many customers, not negative
     * @return the flow
     * @throws IllegalArgumentException if the amount or the count is negative
     */
    public static RevenueFlow of(long amount, long customers) {
        return new RevenueFlow(amount, customers);
    }

    @Override
    public RevenueFlow plus(RevenueFlow other) {
        return new RevenueFlow(Math.addExact(amount, other.amount), Math.addExact(customers, other.customers));
    }

    /**
     * Returns the amount and the customers.
     *
     * @return such as {@code 99900 of 3}
     */
    @Override
    public String toString() {
        return amount + " of " + customers;
    }
}
