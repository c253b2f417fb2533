package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.stat.Proportion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What customers bring and what it costs to serve them, customer by customer.
 *
 * <p><b>Definition.</b> contribution = value - cost, where value is what a customer brought before the cost to serve, best
 * the gross profit to date, and cost what the support, delivery and returns of this customer cost. cost to serve = cost /
 * customers. All in minor units of one currency.
 *
 * <p><b>Counted.</b> Whoever has a value or a cost is a customer here; what is missing is 0.
 *
 * <p><b>Edges.</b> Without customers, or value for the ratio, the answer is NaN.
 *
 * <p><b>Adding.</b> Summaries of different customers add up.
 *
 * <pre>{@code
 * CostToServe served = CostToServe.of(Map.of("ann", 4000L, "bob", 1000L), Map.of("bob", 1500L));
 * served.contribution(); // 3500
 * served.perCustomer(); // 750.0
 * served.unprofitable(); // 1 of 2 (0.5)
 * }</pre>
 *
 * @param customers how many have a value or a cost
 * @param unprofitableCustomers how many of them cost more than they brought
 * @param value what they brought in all, in minor units; negative where refunds prevail
 * @param cost what they cost in all, in minor units
 */
public record CostToServe(long customers, long unprofitableCustomers, long value, long cost)
        implements Summary<CostToServe> {

    /** No customers. */
    public static final CostToServe EMPTY = new CostToServe(0, 0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count or the cost is negative, or more are unprofitable than there are
     */
    public CostToServe {
        Checks.notNegative("customers", customers);
        Checks.notNegative("unprofitableCustomers", unprofitableCustomers);
        Checks.notNegative("cost", cost);
        if (unprofitableCustomers > customers) {
            throw new IllegalArgumentException("unprofitableCustomers must not exceed customers (" + customers
                    + "), got " + unprofitableCustomers);
        }
    }

    /**
     * Returns what customers bring and cost.
     *
     * @param values what each brought to date before the cost to serve, in minor units
     * @param costs what each cost, in minor units, not negative
     * @param <K> the type of the keys of customers
     * @return the summary
     * @throws IllegalArgumentException if a cost is negative
     * @throws ArithmeticException if a sum overflows
     */
    public static <K> CostToServe of(Map<K, Long> values, Map<K, Long> costs) {
        requireNonNull(costs, "costs");
        Set<K> customers = new HashSet<>(values.keySet());
        customers.addAll(costs.keySet());
        long unprofitable = 0;
        long value = 0;
        long cost = 0;
        for (K customer : customers) {
            long brought = values.getOrDefault(customer, 0L);
            long spent = costs.getOrDefault(customer, 0L);
            if (spent < 0) {
                throw new IllegalArgumentException("cost must not be negative, got " + spent + " for " + customer);
            }
            unprofitable += spent > brought ? 1 : 0;
            value = Math.addExact(value, brought);
            cost = Math.addExact(cost, spent);
        }
        return new CostToServe(customers.size(), unprofitable, value, cost);
    }

    /**
     * Returns what customers bring and cost, by two logs: the sums of their amounts.
     *
     * @param revenue who bought what and when, refunds negative
     * @param costs what was spent on whom and when; credits negative
     * @param <K> the type of the keys of customers
     * @return the summary, whose value is net revenue
     * @throws IllegalArgumentException if the costs of a customer sum to less than 0
     * @throws ArithmeticException if a sum overflows
     */
    public static <K> CostToServe from(ActivityLog<K> revenue, ActivityLog<K> costs) {
        return of(sums(revenue), sums(costs));
    }

    private static <K> Map<K, Long> sums(ActivityLog<K> log) {
        Map<K, Long> sums = new HashMap<>();
        log.histories().forEach((actor, history) -> sums.put(actor, history.amount()));
        return sums;
    }

    /**
     * Returns value - cost.
     *
     * @return the contribution of all in minor units, negative where they cost more than they bring
     * @throws ArithmeticException if it overflows
     */
    public long contribution() {
        return Math.subtractExact(value, cost);
    }

    /**
     * Returns contribution / customers, the historic lifetime value net of the cost to serve.
     *
     * @return the mean in minor units; NaN without customers
     */
    public double contributionPerCustomer() {
        return customers == 0 ? Double.NaN : (double) contribution() / customers;
    }

    /**
     * Returns cost / customers, the cost to serve.
     *
     * @return the mean in minor units; NaN without customers
     */
    public double perCustomer() {
        return customers == 0 ? Double.NaN : (double) cost / customers;
    }

    /**
     * Returns cost / value: what it costs to serve for 1 of value.
     *
     * @return the ratio; NaN where the value is not above 0
     */
    public double perValue() {
        return value <= 0 ? Double.NaN : (double) cost / value;
    }

    /**
     * Returns who cost more than they brought.
     *
     * @return unprofitable customers out of customers
     */
    public Proportion unprofitable() {
        return Proportion.of(unprofitableCustomers, customers);
    }

    @Override
    public CostToServe plus(CostToServe other) {
        return new CostToServe(
                Math.addExact(customers, other.customers),
                Math.addExact(unprofitableCustomers, other.unprofitableCustomers),
                Math.addExact(value, other.value),
                Math.addExact(cost, other.cost));
    }
}
