package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.ActorHistory;
import io.cxmetrics.retention.activity.PurchaseRule;
import io.cxmetrics.stat.Proportion;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Value of customers to date, in major units: orders, revenue, refunds, and how many came back.
 *
 * <p><b>Definitions.</b> gross = the sum of amounts above 0; refunds = the sum of amounts below 0, as a positive
 * number; net = gross - refunds. average order value = gross / orders, a mean of orders and not of customers, gross of
 * refunds as shops report it; purchase frequency = orders / customers; repeat purchase rate = customers who bought in
 * at least two periods, days by default, out of all customers; historic lifetime value = net / customers.
 *
 * <p><b>Units.</b> Amounts are summed exactly in minor units ({@link #grossMinor()} and its like) and answers are in
 * major units. Values in two currencies do not add up.
 *
 * <p><b>Counted.</b> A customer has a purchase by the {@link PurchaseRule}. Refunds of others, who bought before the
 * log begins, count as refunds.
 *
 * <p><b>Left out.</b> Those without a purchase are no customers: with refunds only ({@link #refundOnlyCustomers()}), or
 * with nothing but free orders under {@link PurchaseRule#PAID}. {@link #leftOut()} counts both.
 *
 * <p><b>Edges.</b> Without customers, orders or revenue to divide by, an answer is NaN.
 *
 * <p><b>Adding.</b> Values of different customers add up. Where a customer's purchases are torn apart, add the {@link
 * ActivityLog}s instead, or the customer counts twice.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * ActivityLog<String> log = ActivityLog.of(List.of(
 *         Activity.on("ann", LocalDate.of(2026, 3, 2), 3000),
 *         Activity.on("ann", LocalDate.of(2026, 3, 16), 1000),
 *         Activity.on("bob", LocalDate.of(2026, 3, 2), 2000),
 *         Activity.on("bob", LocalDate.of(2026, 3, 5), -2000)));
 * HistoricValue value = HistoricValue.from(log, PurchaseDefinition.in(ZoneOffset.UTC));
 * value.averageOrderValue(); // 20.0
 * value.net(); // 40.0
 * value.perCustomer(); // 20.0
 * value.perCustomer(0.6); // 12.0
 * value.repeatRate(); // 1 of 2 (0.5)
 * value.returnRate(); // 0.3333333333333333
 * }</pre>
 *
 * @since 0.1
 */
public final class HistoricValue implements Summary<HistoricValue> {

    private static final long serialVersionUID = 1;

    /** No customers. */
    public static final HistoricValue EMPTY = new HistoricValue(null, new long[ValuePart.values().length]);

    private final @Nullable MoneyUnit unit;

    /** One for each part, none negative. */
    private final long[] counts;

    private HistoricValue(@Nullable MoneyUnit unit, long[] counts) {
        this.unit = unit;
        this.counts = counts;
    }

    /**
     * Returns the value of all customers of a log.
     *
     * @param log who bought what and when
     * @param definition which activities are purchases, and on whose calendar
     * @return the value
     * @throws ArithmeticException if the amounts overflow
     */
    public static HistoricValue from(ActivityLog<?> log, PurchaseDefinition definition) {
        return from(log, definition, Long.MAX_VALUE);
    }

    /**
     * Returns the value of all customers of a log up to a day.
     *
     * @param log who bought what and when
     * @param definition which activities are purchases, and on whose calendar
     * @param observedThrough the last day of observation; what came later is left out
     * @return the value
     * @throws ArithmeticException if the amounts overflow
     */
    public static HistoricValue from(ActivityLog<?> log, PurchaseDefinition definition, LocalDate observedThrough) {
        return from(log, definition, observedThrough.toEpochDay());
    }

    private static HistoricValue from(ActivityLog<?> log, PurchaseDefinition definition, long lastDay) {
        requireNonNull(definition, "definition");
        long[] counts = new long[EMPTY.counts.length];
        for (ActorHistory history : log.histories().values()) {
            PurchaseSums sums = PurchaseSums.of(history, definition, Long.MIN_VALUE, lastDay);
            boolean bought = sums.orders() > 0;
            add(counts, ValuePart.CUSTOMERS, bought ? 1 : 0);
            add(counts, ValuePart.REPEAT_CUSTOMERS, sums.periods() > 1 ? 1 : 0);
            add(counts, ValuePart.REORDERING_CUSTOMERS, sums.orders() > 1 ? 1 : 0);
            add(counts, ValuePart.REFUND_ONLY_CUSTOMERS, !bought && sums.returns() > 0 ? 1 : 0);
            add(counts, ValuePart.FREE_ONLY_CUSTOMERS, !bought && sums.returns() == 0 && sums.free() > 0 ? 1 : 0);
            add(counts, ValuePart.PURCHASE_PERIODS, sums.periods());
            add(counts, ValuePart.ORDERS, sums.orders());
            add(counts, ValuePart.GROSS, sums.spend());
            add(counts, ValuePart.RETURNS, sums.returns());
            add(counts, ValuePart.REFUNDS, sums.refunds());
        }
        return new HistoricValue(log.unit(), counts);
    }

    private static void add(long[] counts, ValuePart part, long more) {
        counts[part.index] = Math.addExact(counts[part.index], more);
    }

    /**
     * Returns the value of purchases.
     *
     * @param purchases the purchases and refunds, in any order
     * @param definition which of them are purchases, and on whose calendar
     * @param <K> the type of the keys of customers
     * @return the value
     * @throws IllegalArgumentException if two have different units of money
     * @throws ArithmeticException if the amounts overflow
     */
    public static <K> HistoricValue of(Collection<Activity<K>> purchases, PurchaseDefinition definition) {
        return from(ActivityLog.of(purchases), definition);
    }

    /**
     * Returns an aggregation that folds purchases into the value of all customers.
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
     * Returns a collector of one purchase of each element.
     *
     * @param customer gives who bought
     * @param at gives when
     * @param amount gives what it was worth in minor units, negative for a refund
     * @param unit what all amounts are
     * @param definition which of them are purchases, and on whose calendar
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, HistoricValue> toHistoricValue(
            Function<? super T, ?> customer,
            Function<? super T, Instant> at,
            ToLongFunction<? super T> amount,
            MoneyUnit unit,
            PurchaseDefinition definition) {
        requireNonNull(definition, "definition");
        Function<? super T, Object> key = customer::apply;
        return Collectors.collectingAndThen(
                ActivityLog.<T, Object>toActivityLog(key, at, amount, unit), log -> from(log, definition));
    }

    private long get(ValuePart part) {
        return counts[part.index];
    }

    private double ratio(long part, ValuePart base) {
        return get(base) == 0 ? Double.NaN : (double) part / get(base);
    }

    private double major(double minor) {
        return unit == null ? minor : unit.major(minor); // without a unit all amounts are 0, or NaN
    }

    /**
     * Returns what the amounts are.
     *
     * @return the unit; null without purchases and refunds
     */
    public @Nullable MoneyUnit unit() {
        return unit;
    }

    /**
     * Returns how many customers the answers rest on.
     *
     * @return {@link #customers()}
     */
    public long count() {
        return customers();
    }

    /**
     * Returns how many customers bought something.
     *
     * @return the count
     */
    public long customers() {
        return get(ValuePart.CUSTOMERS);
    }

    /**
     * Returns how many bought nothing by the rule.
     *
     * @return those with refunds only, and those with free orders only that the rule does not count
     */
    public long leftOut() {
        return get(ValuePart.REFUND_ONLY_CUSTOMERS) + get(ValuePart.FREE_ONLY_CUSTOMERS);
    }

    /**
     * Returns how many only gave back, such as customers who bought before the log begins. They are no customers here;
     * their refunds count.
     *
     * @return the count
     */
    public long refundOnlyCustomers() {
        return get(ValuePart.REFUND_ONLY_CUSTOMERS);
    }

    /**
     * Returns how many customers came back.
     *
     * @return how many bought in at least two periods
     */
    public long repeatCustomers() {
        return get(ValuePart.REPEAT_CUSTOMERS);
    }

    /**
     * Returns how many customers ordered again.
     *
     * @return how many ordered at least twice, if only on one day
     */
    public long reorderingCustomers() {
        return get(ValuePart.REORDERING_CUSTOMERS);
    }

    /**
     * Returns in how many periods the customers bought.
     *
     * @return the periods with a purchase, summed over customers
     */
    public long purchasePeriods() {
        return get(ValuePart.PURCHASE_PERIODS);
    }

    /**
     * Returns how many purchases there were.
     *
     * @return the count, without refunds
     */
    public long orders() {
        return get(ValuePart.ORDERS);
    }

    /**
     * Returns how many refunds there were.
     *
     * @return the count
     */
    public long returns() {
        return get(ValuePart.RETURNS);
    }

    /**
     * Returns what was spent, exactly.
     *
     * @return the sum in minor units
     */
    public long grossMinor() {
        return get(ValuePart.GROSS);
    }

    /**
     * Returns what was given back, exactly.
     *
     * @return the sum in minor units, not negative
     */
    public long refundsMinor() {
        return get(ValuePart.REFUNDS);
    }

    /**
     * Returns gross - refunds, exactly.
     *
     * @return the net revenue in minor units, negative where more came back than was spent
     */
    public long netMinor() {
        return grossMinor() - refundsMinor(); // both are not negative, so this cannot overflow
    }

    /**
     * Returns what was spent.
     *
     * @return the sum in major units
     */
    public double gross() {
        return major(grossMinor());
    }

    /**
     * Returns what was given back.
     *
     * @return the sum in major units, not negative
     */
    public double refunds() {
        return major(refundsMinor());
    }

    /**
     * Returns gross - refunds.
     *
     * @return the net revenue in major units, negative where more came back than was spent
     */
    public double net() {
        return major(netMinor());
    }

    /**
     * Returns gross / orders, the average order value.
     *
     * @return the mean in major units; NaN without orders
     */
    public double averageOrderValue() {
        return major(ratio(grossMinor(), ValuePart.ORDERS));
    }

    /**
     * Returns net / orders, the average order value after refunds.
     *
     * @return the mean in major units; NaN without orders
     */
    public double netOrderValue() {
        return major(ratio(netMinor(), ValuePart.ORDERS));
    }

    /**
     * Returns orders / customers, the purchase frequency.
     *
     * @return the mean, at least 1; NaN without customers
     */
    public double purchaseFrequency() {
        return ratio(orders(), ValuePart.CUSTOMERS);
    }

    /**
     * Returns purchase periods / customers: on how many distinct days, by default, a customer bought.
     *
     * @return the mean, at least 1; NaN without customers
     */
    public double meanPurchasePeriods() {
        return ratio(purchasePeriods(), ValuePart.CUSTOMERS);
    }

    /**
     * Returns the repeat purchase rate: the customers who bought in at least two periods, days by default. Orders of
     * one day are one purchase here.
     *
     * @return repeat customers out of customers
     */
    public Proportion repeatRate() {
        return Proportion.of(repeatCustomers(), customers());
    }

    /**
     * Returns the repeat purchase rate of tools that count orders: the customers who ordered at least twice, if only on
     * one day.
     *
     * @return reordering customers out of customers
     */
    public Proportion reorderRate() {
        return Proportion.of(reorderingCustomers(), customers());
    }

    /**
     * Returns returns / orders: the share of orders that were returned, where each is refunded once. It is above that
     * share where an order is refunded in parts, and may exceed 1.
     *
     * @return the rate, 0 or more; NaN without orders
     */
    public double returnRate() {
        return ratio(returns(), ValuePart.ORDERS);
    }

    /**
     * Returns refunds / gross: the share of the revenue that was given back. It may exceed 1 where orders of before the
     * log are refunded.
     *
     * @return the rate, 0 or more; NaN without revenue
     */
    public double refundRate() {
        return ratio(refundsMinor(), ValuePart.GROSS);
    }

    /**
     * Returns net / customers, the historic lifetime value in revenue.
     *
     * @return the mean in major units; NaN without customers
     */
    public double perCustomer() {
        return major(ratio(netMinor(), ValuePart.CUSTOMERS));
    }

    /**
     * Returns net &times; gross margin / customers, the historic lifetime value. {@link CostToServe} takes off what
     * single customers cost.
     *
     * @param grossMargin what is left of 1 of revenue, a fraction of at most 1, such as 0.3; negative where sales lose
     *     money
     * @return the mean in major units; NaN without customers
     * @throws IllegalArgumentException if the margin is above 1, such as a percentage, or not finite
     */
    public double perCustomer(double grossMargin) {
        return perCustomer() * ValueChecks.grossMargin(grossMargin);
    }

    @Override
    public StoredForm storedForm() {
        StoredForm form = StoredUnit.write(StoredForm.of("HistoricValue", 1), unit);
        for (ValuePart part : ValuePart.values()) {
            form = form.with(part.label, get(part));
        }
        return form;
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the value
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static HistoricValue ofStored(StoredForm form) {
        List<String> names = new ArrayList<>(List.of("currency", "decimals"));
        for (ValuePart part : ValuePart.values()) {
            names.add(part.label);
        }
        StoredFields fields = form.expect("HistoricValue", 1, names.toArray(String[]::new));
        long[] counts = new long[ValuePart.values().length];
        for (ValuePart part : ValuePart.values()) {
            counts[part.index] = Checks.notNegative(part.label, fields.whole(part.label));
        }
        HistoricValue value = new HistoricValue(StoredUnit.read(fields), counts);
        value.notAbove(ValuePart.REPEAT_CUSTOMERS, ValuePart.REORDERING_CUSTOMERS);
        value.notAbove(ValuePart.REORDERING_CUSTOMERS, ValuePart.CUSTOMERS);
        value.notAbove(ValuePart.CUSTOMERS, ValuePart.PURCHASE_PERIODS);
        value.notAbove(ValuePart.PURCHASE_PERIODS, ValuePart.ORDERS);
        Math.addExact(value.refundOnlyCustomers(), value.get(ValuePart.FREE_ONLY_CUSTOMERS));
        StoredUnit.need(value.unit, value.grossMinor() > 0 || value.refundsMinor() > 0);
        return value;
    }

    private void notAbove(ValuePart part, ValuePart limit) {
        if (get(part) > get(limit)) {
            throw new IllegalArgumentException(
                    part.label + " must not exceed " + limit.label + " (" + get(limit) + "), got " + get(part));
        }
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public HistoricValue plus(HistoricValue other) {
        long[] sum = counts.clone();
        for (ValuePart part : ValuePart.values()) {
            add(sum, part, other.get(part));
        }
        return new HistoricValue(MoneyUnit.joined(unit, other.unit), sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HistoricValue that
                && Objects.equals(unit, that.unit)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(unit) + Arrays.hashCode(counts);
    }

    /**
     * Returns the unit, the counts, and the amounts in minor units.
     *
     * @return each part by its name
     */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", "HistoricValue[", "]").add("unit=" + unit);
        for (ValuePart part : ValuePart.values()) {
            text.add(part.label + "=" + get(part));
        }
        return text.toString();
    }
}
