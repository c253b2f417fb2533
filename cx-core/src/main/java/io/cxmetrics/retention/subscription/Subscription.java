package io.cxmetrics.retention.subscription;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.StoredForm;
import io.cxmetrics.retention.revenue.MonthlyRevenue;
import io.cxmetrics.time.CalendarPeriod;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One subscription of one customer, as a row of a billing system says it, with days and a price in minor units of
 * money. It may be wrong: a {@link SubscriptionLedger} refuses what cannot be, and a {@link SubscriptionScreening}
 * leaves it out and counts it.
 *
 * <p>A rolling subscription can be left on any day. One with a term can be left at the end of a term only, and goes on
 * for another term otherwise; terms count from the start.
 *
 * <p>Immutable and thread-safe. Serializable if the key is.
 *
 * <pre>{@code
 * Subscription<String> monthly = Subscription.of("ann", LocalDate.of(2026, 1, 15), null);
 * Subscription<String> yearly = monthly.inTermsOf(12).priced(100_000, 12, MoneyUnit.of("EUR"));
 * yearly.monthlyPrice(); // 83.33333333333333
 * Subscription.billedPeriods(CalendarPeriod.MONTH, LocalDate.of(2026, 1, 31), LocalDate.of(2026, 2, 28)); // 1
 * }</pre>
 *
 * @param <K> the type of the keys of customers
 * @since 0.1
 */
public final class Subscription<K> implements Serializable {

    private static final long serialVersionUID = 1;

    private final K customer;
    private final LocalDate start;
    private final @Nullable LocalDate end;
    private final int termMonths;
    private final long price;
    private final int billingMonths;
    private final @Nullable MoneyUnit unit;

    private Subscription(
            K customer,
            LocalDate start,
            @Nullable LocalDate end,
            int termMonths,
            long price,
            int billingMonths,
            @Nullable MoneyUnit unit) {
        this.customer = requireNonNull(customer, "customer");
        this.start = requireNonNull(start, "start");
        this.end = end;
        this.termMonths = termMonths;
        this.price = price;
        this.billingMonths = billingMonths;
        this.unit = unit;
    }

    /**
     * Returns a rolling subscription without a price.
     *
     * @param customer the key of the customer
     * @param start the first day
     * @param end the first day without it, or null while it runs
     * @param <K> the type of the key
     * @return the subscription
     */
    public static <K> Subscription<K> of(K customer, LocalDate start, @Nullable LocalDate end) {
        return new Subscription<>(customer, start, end, 0, 0, 1, null);
    }

    /**
     * Returns this subscription bound to terms.
     *
     * @param months the length of a term in months, such as 12; 0 for none
     * @return the subscription
     */
    public Subscription<K> inTermsOf(int months) {
        return new Subscription<>(customer, start, end, months, price, billingMonths, unit);
    }

    /**
     * Returns this subscription with a price.
     *
     * @param amount what is billed each time, in whole minor units; 0 for a free plan
     * @param everyMonths the billing interval in months, such as 1 or 12
     * @param in the unit of the amount
     * @return the subscription
     */
    public Subscription<K> priced(long amount, int everyMonths, MoneyUnit in) {
        return billed(amount, everyMonths, requireNonNull(in, "in"));
    }

    /** This subscription with an end on a day, if it would go on for longer. */
    Subscription<K> endingBy(LocalDate day) {
        return end != null && !end.isAfter(day)
                ? this
                : new Subscription<>(customer, start, day, termMonths, price, billingMonths, unit);
    }

    /** This subscription with a price, or with none where there is no unit. */
    Subscription<K> billed(long amount, int everyMonths, @Nullable MoneyUnit in) {
        return new Subscription<>(customer, start, end, termMonths, amount, everyMonths, in);
    }

    /**
     * Returns this subscription with a price.
     *
     * @param amount what is billed each time, in whole minor units; 0 for a free plan
     * @param everyMonths the billing interval in months, such as 1 or 12
     * @param in the currency of the amount, with the decimals of ISO 4217
     * @return the subscription
     * @throws IllegalArgumentException if the currency has no decimals, such as gold (XAU)
     */
    public Subscription<K> priced(long amount, int everyMonths, Currency in) {
        return priced(amount, everyMonths, MoneyUnit.of(in));
    }

    /**
     * Returns how many whole periods are billed from one day to another, by the rule of the billed term. The k-th bill
     * comes k periods after the first day; in a month that is too short for that day it comes on its last day.
     *
     * <p>31 January to 28 February is one month, and so is 28 February to 28 March. Every tenure and every term is
     * counted so.
     *
     * @param period the period
     * @param from the first day
     * @param to the day after the last, not before the first day
     * @return the largest k with from + k periods &le; to
     * @throws IllegalArgumentException if the second day is before the first
     */
    public static long billedPeriods(CalendarPeriod period, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("to must not be before from (" + from + "), got " + to);
        }
        return switch (period) {
            case DAY -> ChronoUnit.DAYS.between(from, to);
            case WEEK, WEEK_FROM_SUNDAY, WEEK_FROM_SATURDAY -> ChronoUnit.WEEKS.between(from, to);
            case MONTH -> billedMonths(from, to);
            case QUARTER -> billedMonths(from, to) / 3;
            case YEAR -> billedMonths(from, to) / 12;
        };
    }

    private static long billedMonths(LocalDate from, LocalDate to) {
        boolean shortMonth = to.getDayOfMonth() == to.lengthOfMonth() && from.getDayOfMonth() > to.getDayOfMonth();
        return ChronoUnit.MONTHS.between(from, to) + (shortMonth ? 1 : 0);
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
     * Returns when it starts.
     *
     * @return the first day
     */
    public LocalDate start() {
        return start;
    }

    /**
     * Returns when it ends.
     *
     * @return the first day without it, or null while it runs
     */
    public @Nullable LocalDate end() {
        return end;
    }

    /**
     * Returns the terms it is bound to.
     *
     * @return the length of a term in months; 0 for a rolling subscription
     */
    public int termMonths() {
        return termMonths;
    }

    /**
     * Returns the price.
     *
     * @return what is billed each time, in whole minor units; 0 for a free plan and where there is no price
     */
    public long price() {
        return price;
    }

    /**
     * Returns how often it is billed.
     *
     * @return the billing interval in months
     */
    public int billingMonths() {
        return billingMonths;
    }

    /**
     * Returns the unit of the price.
     *
     * @return the unit; null where there is no price
     */
    public @Nullable MoneyUnit unit() {
        return unit;
    }

    /**
     * Returns the price a month in major units. It is for people to read: a ledger divides after it has summed.
     *
     * @return price / billing months; NaN where there is no price
     * @throws IllegalArgumentException if the months are not above 0
     */
    public double monthlyPrice() {
        if (billingMonths <= 0) {
            throw new IllegalArgumentException(SubscriptionFlaw.BILLING_NOT_POSITIVE.message(this));
        }
        return unit == null
                ? Double.NaN
                : MonthlyRevenue.ofBill(customer, YearMonth.from(start), price, billingMonths, unit)
                        .amount();
    }

    /**
     * Tells whether it runs on a day.
     *
     * @param day the day
     * @return true from the start until before the end
     */
    public boolean activeOn(LocalDate day) {
        return !day.isBefore(start) && (end == null || day.isBefore(end));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Subscription<?> that
                && customer.equals(that.customer)
                && start.equals(that.start)
                && Objects.equals(end, that.end)
                && termMonths == that.termMonths
                && price == that.price
                && billingMonths == that.billingMonths
                && Objects.equals(unit, that.unit);
    }

    @Override
    public int hashCode() {
        return Objects.hash(customer, start, end, termMonths, price, billingMonths, unit);
    }

    /**
     * Returns the parts.
     *
     * @return such as
     *     {@code Subscription[customer=ann, start=2026-01-15, end=null, termMonths=12, price=100000, billingMonths=12,
     *     unit=EUR]}
     */
    @Override
    public String toString() {
        return "Subscription[customer=" + customer + ", start=" + start + ", end=" + end + ", termMonths=" + termMonths
                + ", price=" + price + ", billingMonths=" + billingMonths + ", unit=" + unit + "]";
    }

    private Object writeReplace() {
        return new Written(customer, start, end, termMonths, price, billingMonths, unit);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /** What travels: it is read back through the checks. */
    private record Written(
            Object customer,
            LocalDate start,
            @Nullable LocalDate end,
            int termMonths,
            long price,
            int billingMonths,
            @Nullable MoneyUnit unit)
            implements Serializable {

        private Object readResolve() {
            return new Subscription<>(customer, start, end, termMonths, price, billingMonths, unit);
        }
    }
}
