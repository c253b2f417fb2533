package io.cxmetrics.retention.revenue;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.StoredForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Payment of a customer for a month in minor units of money, or one line of it: lines of the same customer and month
 * add up.
 *
 * <p>A negative amount is a credit or a refund, and lowers the month. An amount of 0 says that the customer is there
 * and pays nothing, as on a free plan. A yearly bill is {@linkplain #ofBill one twelfth} in each of its months; the
 * twelfth is exact, and only answers divide.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * YearMonth may = YearMonth.of(2026, 5);
 * MonthlyRevenue.of("ann", may, 4900).amount(); // 49.0
 * MonthlyRevenue.ofBill("bob", may, 10_000, 12, MoneyUnit.of("EUR")).amount(); // 8.333333333333334
 * }</pre>
 *
 * @param <K> the type of the key
 * @since 0.1
 */
public final class MonthlyRevenue<K> implements Serializable {

    private static final long serialVersionUID = 1;

    private final K customer;
    private final YearMonth month;
    private final long bill;
    private final int months;
    private final @Nullable MoneyUnit unit;

    private MonthlyRevenue(K customer, YearMonth month, long bill, int months, @Nullable MoneyUnit unit) {
        this.customer = requireNonNull(customer, "customer");
        this.month = requireNonNull(month, "month");
        if (months < 1) {
            throw new IllegalArgumentException(
                    "months must be positive, got " + months + " for customer " + customer + " in " + month);
        }
        int common = (int) Parts.greatestCommonDivisor(bill, months);
        this.bill = bill / common;
        this.months = months / common;
        this.unit = unit;
    }

    /**
     * Returns what a customer pays in a month, in {@link MoneyUnit#CENTS}.
     *
     * @param customer the key of the customer
     * @param month the month
     * @param amount the recurring revenue in whole minor units; negative for a credit
     * @param <K> the type of the key
     * @return the line; one of amount 0 has no unit, and goes with any other
     */
    public static <K> MonthlyRevenue<K> of(K customer, YearMonth month, long amount) {
        return new MonthlyRevenue<>(customer, month, amount, 1, amount == 0 ? null : MoneyUnit.CENTS);
    }

    /**
     * Returns what a customer pays in a month.
     *
     * @param customer the key of the customer
     * @param month the month
     * @param amount the recurring revenue in whole minor units; negative for a credit
     * @param unit the unit of the amount
     * @param <K> the type of the key
     * @return the line
     */
    public static <K> MonthlyRevenue<K> of(K customer, YearMonth month, long amount, MoneyUnit unit) {
        return new MonthlyRevenue<>(customer, month, amount, 1, requireNonNull(unit, "unit"));
    }

    /**
     * Returns the part of a bill that one of its months has: bill / months.
     *
     * @param customer the key of the customer
     * @param month the month
     * @param bill what is billed for all months together, in whole minor units; negative for a credit
     * @param months for how many months, such as 12
     * @param unit the unit of the bill
     * @param <K> the type of the key
     * @return the line
     * @throws IllegalArgumentException if there is no month
     */
    public static <K> MonthlyRevenue<K> ofBill(K customer, YearMonth month, long bill, int months, MoneyUnit unit) {
        return new MonthlyRevenue<>(customer, month, bill, months, requireNonNull(unit, "unit"));
    }

    /**
     * Returns the customer.
     *
     * @return the key
     */
    public K customer() {
        return customer;
    }

    /**
     * Returns the month.
     *
     * @return the month
     */
    public YearMonth month() {
        return month;
    }

    /**
     * Returns the amount in major units.
     *
     * @return bill / months; negative for a credit
     */
    public double amount() {
        return RevenueFlow.major(bill, months, unit);
    }

    /**
     * Returns the unit of the amount.
     *
     * @return the unit; null for an amount of 0 without one
     */
    public @Nullable MoneyUnit unit() {
        return unit;
    }

    /** The amount in so many parts of a minor unit. */
    long bill() {
        return bill;
    }

    /** How many parts a minor unit has. */
    int months() {
        return months;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MonthlyRevenue<?> that
                && customer.equals(that.customer)
                && month.equals(that.month)
                && bill == that.bill
                && months == that.months
                && Objects.equals(unit, that.unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(customer, month, bill, months, unit);
    }

    /**
     * Returns the parts.
     *
     * @return such as {@code MonthlyRevenue[customer=ann, month=2026-05, amount=49.0, unit=EUR]}
     */
    @Override
    public String toString() {
        return "MonthlyRevenue[customer=" + customer + ", month=" + month + ", amount=" + amount() + ", unit=" + unit
                + "]";
    }

    private Object writeReplace() {
        return new Written(customer, month, bill, months, unit);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /** What travels: it is read back through the checks. */
    private record Written(
            Object customer,
            YearMonth month,
            long bill,
            int months,
            @Nullable MoneyUnit unit) implements Serializable {

        private Object readResolve() {
            return new MonthlyRevenue<>(customer, month, bill, months, unit);
        }
    }
}
