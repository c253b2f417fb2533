package io.cxmetrics.retention.revenue;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.StoredForm;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A bill in minor units of money for a service over some time, which becomes recurring revenue in equal parts.
 *
 * <p><b>Why it is spread.</b> A yearly invoice booked in January alone looks like a customer who leaves in February.
 * Spread over its service period it is a twelfth in each of twelve months.
 *
 * <p><b>Rule.</b> The amount is divided evenly over the months whose {@link SnapshotDay} lies in the service period, so
 * that the parts add up to the invoice exactly. A service period that holds no such day, such as a week in the middle
 * of a month, is revenue of the month in which it starts.
 *
 * <p>A negative amount is a credit note, and is spread over what it gives back.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Invoice<String> yearly = Invoice.forMonths("ann", 120_000, LocalDate.of(2026, 1, 15), 12);
 * RevenueLedger<String> ledger = RevenueLedger.ofInvoices(List.of(yearly), SnapshotDay.LAST);
 * ledger.revenue(YearMonth.of(2026, 12)); // 100.0 of 1
 * ledger.movements(YearMonth.of(2026, 1), YearMonth.of(2026, 2)).netRevenueRetention(); // 1.0
 * }</pre>
 *
 * @param <K> the type of the keys of customers
 * @since 0.1
 */
public final class Invoice<K> implements Serializable {

    private static final long serialVersionUID = 1;

    /** More months than that come from a mistyped year. */
    private static final int MOST_MONTHS = 1200;

    private final K customer;
    private final long amount;
    private final MoneyUnit unit;
    private final LocalDate start;
    private final LocalDate end;

    private Invoice(K customer, long amount, MoneyUnit unit, LocalDate start, LocalDate end) {
        this.customer = requireNonNull(customer, "customer");
        this.amount = amount;
        this.unit = requireNonNull(unit, "unit");
        this.start = requireNonNull(start, "start");
        this.end = requireNonNull(end, "end");
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException(
                    "end must be after start (" + start + "), got " + end + " for customer " + customer);
        }
        if (end.isAfter(start.plusMonths(MOST_MONTHS))) {
            throw new IllegalArgumentException("end must be within " + MOST_MONTHS + " months of start (" + start
                    + "), got " + end + " for customer " + customer);
        }
    }

    /**
     * Returns an invoice in {@link MoneyUnit#CENTS}.
     *
     * @param customer the key of the customer
     * @param amount the amount in whole minor units; negative for a credit note
     * @param start the first day of the service
     * @param end the first day without it
     * @param <K> the type of the key
     * @return the invoice
     * @throws IllegalArgumentException if the end is not after the start, or more than 1200 months after it
     */
    public static <K> Invoice<K> of(K customer, long amount, LocalDate start, LocalDate end) {
        return new Invoice<>(customer, amount, MoneyUnit.CENTS, start, end);
    }

    /**
     * Returns an invoice for whole months, in {@link MoneyUnit#CENTS}.
     *
     * @param customer the key of the customer
     * @param amount the amount in whole minor units; negative for a credit note
     * @param start the first day of the service
     * @param months for how many months, such as 12
     * @param <K> the type of the key
     * @return the invoice
     * @throws IllegalArgumentException if there are fewer than 1 or more than 1200 months
     */
    public static <K> Invoice<K> forMonths(K customer, long amount, LocalDate start, int months) {
        return new Invoice<>(customer, amount, MoneyUnit.CENTS, start, start.plusMonths(months));
    }

    /**
     * Returns this invoice in another unit.
     *
     * @param of the unit of the amount
     * @return the invoice
     */
    public Invoice<K> in(MoneyUnit of) {
        return new Invoice<>(customer, amount, of, start, end);
    }

    /**
     * Returns the revenue of the months of the service period.
     *
     * @param day the day of the month that decides whether the month is one of them
     * @return one line for each month, in order, all of the same amount; together the amount of the invoice
     */
    public List<MonthlyRevenue<K>> monthly(SnapshotDay day) {
        List<YearMonth> months = new ArrayList<>();
        for (YearMonth month = YearMonth.from(start); day.of(month).isBefore(end); month = month.plusMonths(1)) {
            if (!day.of(month).isBefore(start)) {
                months.add(month);
            }
        }
        if (months.isEmpty()) {
            months.add(YearMonth.from(start));
        }
        return months.stream()
                .map(month -> MonthlyRevenue.ofBill(customer, month, amount, months.size(), unit))
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Invoice<?> that
                && customer.equals(that.customer)
                && amount == that.amount
                && unit.equals(that.unit)
                && start.equals(that.start)
                && end.equals(that.end);
    }

    @Override
    public int hashCode() {
        return Objects.hash(customer, amount, unit, start, end);
    }

    /**
     * Returns the parts.
     *
     * @return such as {@code Invoice[customer=ann, amount=1200.0, unit=EUR, start=2026-01-15, end=2027-01-15]}
     */
    @Override
    public String toString() {
        return "Invoice[customer=" + customer + ", amount=" + unit.major(amount) + ", unit=" + unit + ", start=" + start
                + ", end=" + end + "]";
    }

    private Object writeReplace() {
        return new Written(customer, amount, unit, start, end);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /** What travels: it is read back through the checks. */
    private record Written(Object customer, long amount, MoneyUnit unit, LocalDate start, LocalDate end)
            implements Serializable {

        private Object readResolve() {
            return new Invoice<>(customer, amount, unit, start, end);
        }
    }
}
