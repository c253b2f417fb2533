package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.stat.Proportion;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Value of customers against the cost of serving them, customer by customer, in major units.
 *
 * <p><b>Definition.</b> contribution = value - cost, where value is what a customer brought before the cost to serve,
 * best the gross profit to date, and cost what the support, delivery and returns of this customer cost. cost to serve =
 * cost / customers.
 *
 * <p><b>Units.</b> Amounts go in as whole minor units and add up exactly; answers are in major units. Two currencies do
 * not add up, also not revenue in one and costs in another.
 *
 * <p><b>Counted.</b> A customer has a value or a cost; the one that is missing is 0.
 *
 * <p><b>Edges.</b> Without customers, or value for the ratio, the answer is NaN.
 *
 * <p><b>Adding.</b> Summaries of different customers add up.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * record Account(String name, long grossProfit, long support) {}
 * CostToServe served = Stream.of(new Account("ann", 4000, 0), new Account("bob", 1000, 1500))
 *         .collect(CostToServe.toCostToServe(Account::grossProfit, Account::support, MoneyUnit.of("EUR")));
 * served.contribution(); // 35.0
 * served.perCustomer(); // 7.5
 * served.unprofitable(); // 1 of 2 (0.5)
 * CostToServe.of(Map.of("ann", 4000L, "bob", 1000L), Map.of("bob", 1500L), MoneyUnit.of("EUR")).equals(served); // true
 * }</pre>
 *
 * @since 0.1
 */
public final class CostToServe implements Summary<CostToServe> {

    private static final long serialVersionUID = 1;

    /** No customers. */
    public static final CostToServe EMPTY = new CostToServe(null, 0, 0, 0, 0);

    /**
     * One customer, with all that it brought and cost in minor units.
     *
     * @param value what it brought before the cost to serve; negative where refunds prevail
     * @param cost what it cost to serve, not negative
     * @param unit what both amounts are
     */
    public record Customer(long value, long cost, MoneyUnit unit) implements Serializable {

        /**
         * Checks the cost.
         *
         * @throws IllegalArgumentException if the cost is negative
         */
        public Customer {
            Checks.notNegative("cost", cost);
            requireNonNull(unit, "unit");
        }
    }

    private final @Nullable MoneyUnit unit;
    private final long customers;
    private final long unprofitableCustomers;
    private final long value;
    private final long cost;

    private CostToServe(@Nullable MoneyUnit unit, long customers, long unprofitableCustomers, long value, long cost) {
        this.unit = unit;
        this.customers = customers;
        this.unprofitableCustomers = unprofitableCustomers;
        this.value = value;
        this.cost = cost;
    }

    private static CostToServe of(Customer customer) {
        return new CostToServe(customer.unit, 1, customer.cost > customer.value ? 1 : 0, customer.value, customer.cost);
    }

    /**
     * Returns what customers bring and cost.
     *
     * @param customers the customers, each once
     * @return the summary
     * @throws IllegalArgumentException if two have different units of money
     * @throws ArithmeticException if a sum overflows
     */
    public static CostToServe of(Collection<Customer> customers) {
        return customers.stream().collect(aggregation().toCollector());
    }

    /**
     * Returns what customers bring and cost, from a table of each.
     *
     * @param values what each brought to date before the cost to serve, in minor units
     * @param costs what each cost, in minor units, not negative
     * @param unit what all amounts are
     * @param <K> the type of the keys of customers
     * @return the summary
     * @throws IllegalArgumentException if a cost is negative
     * @throws ArithmeticException if a sum overflows
     */
    public static <K> CostToServe of(Map<K, Long> values, Map<K, Long> costs, MoneyUnit unit) {
        requireNonNull(unit, "unit");
        Set<K> customers = new HashSet<>(values.keySet());
        customers.addAll(costs.keySet());
        CostToServe sum = EMPTY;
        for (K customer : customers) {
            long spent = costs.getOrDefault(customer, 0L);
            if (spent < 0) {
                throw new IllegalArgumentException("cost must not be negative, got " + spent + " for " + customer);
            }
            sum = sum.plus(of(new Customer(values.getOrDefault(customer, 0L), spent, unit)));
        }
        return sum;
    }

    /**
     * Returns what customers bring and cost, by two logs: the sums of their amounts.
     *
     * @param revenue who bought what and when, refunds negative
     * @param costs what was spent on whom and when; credits negative
     * @param <K> the type of the keys of customers
     * @return the summary, whose value is net revenue
     * @throws IllegalArgumentException if the logs have different units of money, or the costs of a customer sum to
     *     less than 0
     * @throws ArithmeticException if a sum overflows
     */
    public static <K> CostToServe from(ActivityLog<K> revenue, ActivityLog<K> costs) {
        MoneyUnit unit = MoneyUnit.joined(revenue.unit(), costs.unit());
        return unit == null ? EMPTY : of(sums(revenue), sums(costs), unit);
    }

    private static <K> Map<K, Long> sums(ActivityLog<K> log) {
        Map<K, Long> sums = new HashMap<>();
        log.histories().forEach((customer, history) -> sums.put(customer, history.amount()));
        return sums;
    }

    /**
     * Returns an aggregation that folds customers into what they bring and cost.
     *
     * @return the aggregation
     */
    public static Aggregation<Customer, CostToServe, CostToServe> aggregation() {
        return Aggregation.summing(EMPTY).mapInput(CostToServe::of);
    }

    /**
     * Returns a collector of one customer of each element.
     *
     * @param value gives what it brought before the cost to serve, in minor units
     * @param cost gives what it cost to serve, in minor units, not negative
     * @param unit what all amounts are
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, CostToServe> toCostToServe(
            ToLongFunction<? super T> value, ToLongFunction<? super T> cost, MoneyUnit unit) {
        requireNonNull(value, "value");
        requireNonNull(cost, "cost");
        requireNonNull(unit, "unit");
        return Collectors.mapping(
                element -> new Customer(value.applyAsLong(element), cost.applyAsLong(element), unit),
                aggregation().toCollector());
    }

    /**
     * Returns what the amounts are.
     *
     * @return the unit; null without customers
     */
    public @Nullable MoneyUnit unit() {
        return unit;
    }

    /**
     * Returns how many customers have a value or a cost.
     *
     * @return the count
     */
    public long count() {
        return customers;
    }

    /**
     * Returns what the customers brought in all, exactly.
     *
     * @return the sum in minor units, negative where refunds prevail
     */
    public long valueMinor() {
        return value;
    }

    /**
     * Returns what the customers cost in all, exactly.
     *
     * @return the sum in minor units, not negative
     */
    public long costMinor() {
        return cost;
    }

    /**
     * Returns value - cost.
     *
     * @return the contribution of all in major units, negative where they cost more than they bring; 0 without
     *     customers
     */
    public double contribution() {
        return unit == null ? 0 : unit.major((double) value - cost);
    }

    /**
     * Returns contribution / customers, the historic lifetime value net of the cost to serve.
     *
     * @return the mean in major units; NaN without customers
     */
    public double contributionPerCustomer() {
        return contribution() / customers;
    }

    /**
     * Returns cost / customers, the cost to serve.
     *
     * @return the mean in major units; NaN without customers
     */
    public double perCustomer() {
        return unit == null ? Double.NaN : unit.major((double) cost / customers);
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
     * Returns how many customers cost more than they brought.
     *
     * @return unprofitable customers out of customers
     */
    public Proportion unprofitable() {
        return Proportion.of(unprofitableCustomers, customers);
    }

    @Override
    public StoredForm storedForm() {
        return StoredUnit.write(StoredForm.of("CostToServe", 1), unit)
                .with("customers", customers)
                .with("unprofitableCustomers", unprofitableCustomers)
                .with("value", value)
                .with("cost", cost);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static CostToServe ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "CostToServe", 1, "currency", "decimals", "customers", "unprofitableCustomers", "value", "cost");
        MoneyUnit unit = StoredUnit.read(fields);
        long customers = Checks.notNegative("customers", fields.whole("customers"));
        long unprofitable = Checks.notNegative("unprofitableCustomers", fields.whole("unprofitableCustomers"));
        long cost = Checks.notNegative("cost", fields.whole("cost"));
        if (unprofitable > customers) {
            throw new IllegalArgumentException(
                    "unprofitableCustomers must not exceed customers (" + customers + "), got " + unprofitable);
        }
        StoredUnit.need(unit, customers > 0);
        return new CostToServe(unit, customers, unprofitable, fields.whole("value"), cost);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public CostToServe plus(CostToServe other) {
        return new CostToServe(
                MoneyUnit.joined(unit, other.unit),
                Math.addExact(customers, other.customers),
                Math.addExact(unprofitableCustomers, other.unprofitableCustomers),
                Math.addExact(value, other.value),
                Math.addExact(cost, other.cost));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CostToServe that
                && Objects.equals(unit, that.unit)
                && customers == that.customers
                && unprofitableCustomers == that.unprofitableCustomers
                && value == that.value
                && cost == that.cost;
    }

    @Override
    public int hashCode() {
        return Objects.hash(unit, customers, unprofitableCustomers, value, cost);
    }

    /**
     * Returns the counts, and the amounts in minor units.
     *
     * @return each part by its name
     */
    @Override
    public String toString() {
        return "CostToServe[unit=" + unit + ", customers=" + customers + ", unprofitableCustomers="
                + unprofitableCustomers + ", value=" + value + ", cost=" + cost + "]";
    }
}
