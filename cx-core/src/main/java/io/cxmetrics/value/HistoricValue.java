package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.ActorHistory;
import io.cxmetrics.stat.Proportion;

/**
 * What customers have brought to date: orders, revenue, refunds, and how many came back.
 *
 * <p><b>Definitions.</b> gross = the sum of amounts above 0; refunds = the sum of those below 0, as a positive number; net =
 * gross - refunds. average order value = gross / orders, a mean of orders and not of customers, gross of refunds as shops
 * report it; purchase frequency = orders / customers; repeat purchase rate = customers who bought in at least two periods,
 * days by default, out of all customers; historic lifetime value = net / customers. All money is in minor units, exact where
 * it is summed.
 *
 * <p><b>Counted.</b> A customer is an actor with a purchase by the {@link PurchaseRule}. Refunds of actors without one, who
 * bought before the log begins, count as refunds.
 *
 * <p><b>Edges.</b> Without customers, orders or revenue to divide by, an answer is NaN.
 *
 * <p><b>Adding.</b> Values of different customers add up. Where a customer's activities are torn apart, join the
 * {@link ActivityLog}s instead, or the customer counts twice.
 *
 * <pre>{@code
 * ActivityLog<String> log = Stream.of(
 *         Activity.on("ann", LocalDate.of(2026, 3, 2), 3000),
 *         Activity.on("ann", LocalDate.of(2026, 3, 16), 1000),
 *         Activity.on("bob", LocalDate.of(2026, 3, 2), 2000),
 *         Activity.on("bob", LocalDate.of(2026, 3, 5), -2000)).collect(ActivityLog.toActivityLog());
 * HistoricValue value = HistoricValue.from(log, PurchaseDefinition.in(ZoneOffset.UTC));
 * value.averageOrderValue(); // 2000.0
 * value.net(); // 4000
 * value.perCustomer(); // 2000.0
 * value.repeatRate(); // 1 of 2 (0.5)
 * }</pre>
 *
 * @param customers how many actors bought something
 * @param repeatCustomers how many of them bought in at least two periods
 * @param reorderingCustomers how many of them ordered at least twice, if only on one day
 * @param purchasePeriods in how many periods the customers bought, summed over customers
 * @param orders how many purchases there were
 * @param gross what was spent, in minor units
 * @param returns how many refunds there were
 * @param refunds what was given back, in minor units, not negative
 */
public record HistoricValue(
        long customers,
        long repeatCustomers,
        long reorderingCustomers,
        long purchasePeriods,
        long orders,
        long gross,
        long returns,
        long refunds)
        implements Summary<HistoricValue> {

    /** No customers. */
    public static final HistoricValue EMPTY = new HistoricValue(0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if one is negative, or contradicts another
     */
    public HistoricValue {
        Checks.notNegative("repeatCustomers", repeatCustomers);
        Checks.notNegative("gross", gross);
        Checks.notNegative("returns", returns);
        Checks.notNegative("refunds", refunds);
        notAbove("repeatCustomers", repeatCustomers, "reorderingCustomers", reorderingCustomers);
        notAbove("reorderingCustomers", reorderingCustomers, "customers", customers);
        notAbove("customers", customers, "purchasePeriods", purchasePeriods);
        notAbove("purchasePeriods", purchasePeriods, "orders", orders);
    }

    private static void notAbove(String name, long count, String limitName, long limit) {
        if (count > limit) {
            throw new IllegalArgumentException(
                    name + " must not exceed " + limitName + " (" + limit + "), got " + count);
        }
    }

    /**
     * Returns the value of one actor.
     *
     * @param history what the actor did
     * @param definition which activities are purchases, and on whose calendar
     * @return the value; of no customer where nothing was bought
     * @throws ArithmeticException if the amounts overflow
     */
    public static HistoricValue of(ActorHistory history, PurchaseDefinition definition) {
        PurchaseSums sums = PurchaseSums.of(history, definition);
        return new HistoricValue(
                sums.periods() > 0 ? 1 : 0,
                sums.periods() > 1 ? 1 : 0,
                sums.orders() > 1 ? 1 : 0,
                sums.periods(),
                sums.orders(),
                sums.spend(),
                sums.returns(),
                sums.refunds());
    }

    /**
     * Returns the value of all actors of a log.
     *
     * @param log who bought what and when
     * @param definition which activities are purchases, and on whose calendar
     * @return the value
     * @throws ArithmeticException if the amounts overflow
     */
    public static HistoricValue from(ActivityLog<?> log, PurchaseDefinition definition) {
        HistoricValue value = EMPTY;
        for (ActorHistory history : log.histories().values()) {
            value = value.plus(of(history, definition));
        }
        return value;
    }

    /**
     * Returns how activities become the value of all, for streams and engines.
     *
     * @param definition which activities are purchases, and on whose calendar
     * @param <K> the type of the keys of customers
     * @return the aggregation
     */
    public static <K> Aggregation<Activity<K>, ?, HistoricValue> aggregation(PurchaseDefinition definition) {
        requireNonNull(definition, "definition");
        return ActivityLog.<K>aggregation().andThen(log -> from(log, definition));
    }

    /**
     * Returns gross - refunds.
     *
     * @return the net revenue in minor units, negative where more came back than was spent
     */
    public long net() {
        return gross - refunds; // both are not negative, so this cannot overflow
    }

    /**
     * Returns gross / orders, the average order value.
     *
     * @return the mean in minor units; NaN without orders
     */
    public double averageOrderValue() {
        return ratio(gross, orders);
    }

    /**
     * Returns net / orders, the average order value after refunds.
     *
     * @return the mean in minor units; NaN without orders
     */
    public double netOrderValue() {
        return ratio(net(), orders);
    }

    /**
     * Returns orders / customers, the purchase frequency.
     *
     * @return the mean, at least 1; NaN without customers
     */
    public double purchaseFrequency() {
        return ratio(orders, customers);
    }

    /**
     * Returns purchasePeriods / customers: on how many distinct days, by default, a customer bought.
     *
     * @return the mean, at least 1; NaN without customers
     */
    public double meanPurchasePeriods() {
        return ratio(purchasePeriods, customers);
    }

    /**
     * Returns the repeat purchase rate: who bought in at least two periods, days by default. Orders of one day are one
     * purchase here.
     *
     * @return repeat customers out of customers
     */
    public Proportion repeatRate() {
        return Proportion.of(repeatCustomers, customers);
    }

    /**
     * Returns the repeat purchase rate of tools that count orders: who ordered at least twice, if only on one day.
     *
     * @return reordering customers out of customers
     */
    public Proportion reorderRate() {
        return Proportion.of(reorderingCustomers, customers);
    }

    /**
     * Returns returns / orders: the share of orders that were returned, where each is refunded once. It is above that share
     * where an order is refunded in parts, and may exceed 1.
     *
     * @return the rate, 0 or more; NaN without orders
     */
    public double returnRate() {
        return ratio(returns, orders);
    }

    /**
     * Returns refunds / gross: the share of the revenue that was given back. It may exceed 1 where orders of before the log
     * are refunded.
     *
     * @return the rate, 0 or more; NaN without revenue
     */
    public double refundRate() {
        return ratio(refunds, gross);
    }

    /**
     * Returns net / customers, the historic lifetime value in revenue.
     *
     * @return the mean in minor units; NaN without customers
     */
    public double perCustomer() {
        return ratio(net(), customers);
    }

    /**
     * Returns net margin / customers, the historic lifetime value. {@link CostToServe} takes off what single customers cost.
     *
     * @param margin what is left of 1 of revenue, such as 0.3; negative where sales lose money
     * @return the mean in minor units; NaN without customers
     * @throws IllegalArgumentException if the margin is NaN or infinite
     */
    public double perCustomer(double margin) {
        return perCustomer() * Checks.finite("margin", margin);
    }

    private static double ratio(long part, long base) {
        return base == 0 ? Double.NaN : (double) part / base;
    }

    @Override
    public HistoricValue plus(HistoricValue other) {
        return new HistoricValue(
                Math.addExact(customers, other.customers),
                Math.addExact(repeatCustomers, other.repeatCustomers),
                Math.addExact(reorderingCustomers, other.reorderingCustomers),
                Math.addExact(purchasePeriods, other.purchasePeriods),
                Math.addExact(orders, other.orders),
                Math.addExact(gross, other.gross),
                Math.addExact(returns, other.returns),
                Math.addExact(refunds, other.refunds));
    }
}
