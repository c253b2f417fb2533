package io.cxmetrics.retention.revenue;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.StoredMoney;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money in major units, and how many customers it comes from.
 *
 * <p>Inside, the amount is an exact fraction of minor units, so that twelfths of yearly bills add up without rounding;
 * only {@link #amount()} divides.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * RevenueFlow.of(99_900, 3, MoneyUnit.of("EUR")); // 999.0 EUR of 3
 * RevenueFlow.of(99_900, 3).amount(); // 999.0
 * RevenueFlow.of(100, 1).plus(RevenueFlow.of(50, 1)); // 1.5 of 2
 * }</pre>
 *
 * @since 0.1
 */
public final class RevenueFlow implements Summary<RevenueFlow> {

    private static final long serialVersionUID = 1;

    /** No money of no customers. */
    public static final RevenueFlow EMPTY = new RevenueFlow(0, 1, 0, null);

    private final long amount;
    private final long parts;
    private final long customers;
    private final @Nullable MoneyUnit unit;

    private RevenueFlow(long amount, long parts, long customers, @Nullable MoneyUnit unit) {
        Checks.notNegative("amount", amount);
        Checks.notNegative("customers", customers);
        if (parts < 1) {
            throw new IllegalArgumentException("parts must be positive, got " + parts);
        }
        if (unit == null && amount != 0) {
            throw new IllegalArgumentException("unit must be given with an amount, got none with " + amount);
        }
        long common = Parts.greatestCommonDivisor(amount, parts);
        this.amount = amount / common;
        this.parts = parts / common;
        this.customers = customers;
        this.unit = amount == 0 ? null : unit;
    }

    /**
     * Returns a flow in {@link MoneyUnit#CENTS}.
     *
     * @param amount the amount in whole minor units, not negative
     * @param customers how many customers, not negative
     * @return the flow; one of amount 0 has no unit, and goes with any other
     * @throws IllegalArgumentException if the amount or the count is negative
     */
    public static RevenueFlow of(long amount, long customers) {
        return new RevenueFlow(amount, 1, customers, MoneyUnit.CENTS);
    }

    /**
     * Returns a flow.
     *
     * @param amount the amount in whole minor units, not negative
     * @param customers how many customers, not negative
     * @param unit the unit of the amount
     * @return the flow; one of amount 0 has no unit, and goes with any other
     * @throws IllegalArgumentException if the amount or the count is negative
     */
    public static RevenueFlow of(long amount, long customers, MoneyUnit unit) {
        return new RevenueFlow(amount, 1, customers, Objects.requireNonNull(unit, "unit"));
    }

    /** A flow whose amount is in so many parts of a minor unit. */
    static RevenueFlow ofParts(long amount, long parts, long customers, @Nullable MoneyUnit unit) {
        return new RevenueFlow(amount, parts, customers, unit);
    }

    /** The one division of money: parts of a minor unit in major units. */
    static double major(long amount, long parts, @Nullable MoneyUnit unit) {
        return amount / (parts * (unit == null ? 1 : Math.pow(10, unit.decimals())));
    }

    /**
     * Adds flows up, for streams and engines.
     *
     * @return the aggregation
     */
    public static Aggregation<RevenueFlow, RevenueFlow, RevenueFlow> aggregation() {
        return Aggregation.summing(EMPTY);
    }

    /**
     * Returns the amount in major units.
     *
     * @return the amount, 0 or more
     */
    public double amount() {
        return major(amount, parts, unit);
    }

    /**
     * Returns how many customers it comes from.
     *
     * @return the count
     */
    public long customers() {
        return customers;
    }

    /**
     * Returns how many customers it comes from.
     *
     * @return the count
     */
    public long count() {
        return customers;
    }

    /**
     * Returns the unit of the amount.
     *
     * @return the unit; null for an amount of 0 without one
     */
    public @Nullable MoneyUnit unit() {
        return unit;
    }

    /** How many parts a minor unit has. */
    long parts() {
        return parts;
    }

    /** The amount in so many parts of a minor unit, a multiple of its own. */
    long amountIn(long of) {
        return Math.multiplyExact(amount, of / parts);
    }

    /**
     * Returns both flows together.
     *
     * @param other another flow
     * @return the sum
     * @throws IllegalArgumentException if the flows are in different units
     */
    @Override
    public RevenueFlow plus(RevenueFlow other) {
        long common = Parts.joined(parts, other.parts);
        return new RevenueFlow(
                Math.addExact(amountIn(common), other.amountIn(common)),
                common,
                Math.addExact(customers, other.customers),
                MoneyUnit.joined(unit, other.unit));
    }

    @Override
    public StoredForm storedForm() {
        return StoredMoney.with(
                StoredForm.of("RevenueFlow", 1)
                        .with("amount", amount)
                        .with("parts", parts)
                        .with("customers", customers),
                unit);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the flow
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static RevenueFlow ofStored(StoredForm form) {
        StoredFields fields = form.expect("RevenueFlow", 1, "amount", "parts", "customers", "unit");
        return new RevenueFlow(
                fields.whole("amount"), fields.whole("parts"), fields.whole("customers"), StoredMoney.of(fields));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RevenueFlow that
                && amount == that.amount
                && parts == that.parts
                && customers == that.customers
                && Objects.equals(unit, that.unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(amount, parts, customers, unit);
    }

    /**
     * Returns the amount and the customers.
     *
     * @return such as {@code 999.0 EUR of 3}, or {@code 999.0 of 3} without a currency
     */
    @Override
    public String toString() {
        String currency = unit == null || unit.currency() == null ? "" : " " + unit.currency();
        return amount() + currency + " of " + customers;
    }
}
