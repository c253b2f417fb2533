package io.cxmetrics.retention.subscription;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One subscription of one customer, as a row of a billing system says it. It may be wrong: a {@link SubscriptionLedger} refuses
 * what cannot be, and a {@link SubscriptionScreening} leaves it out and counts it.
 *
 * <p>A rolling subscription can be left on any day. One with a term can be left at the end of a term only, and goes on for
 * another term otherwise; terms count from the start.
 *
 * <pre>{@code
 * Subscription<String> monthly = Subscription.of("ann", LocalDate.of(2026, 1, 15), null);
 * Subscription<String> yearly = monthly.inTermsOf(12).priced(100_000, 12, Currency.getInstance("EUR"));
 * yearly.monthlyPrice(); // 8333
 * }</pre>
 *
 * @param customer the key of the customer
 * @param start the first day
 * @param end the first day without it, or null while it runs
 * @param termMonths the length of the terms it is bound to in months; 0 for a rolling subscription
 * @param price what is billed each time, in whole minor units such as cents; 0 for a free plan
 * @param billingMonths every how many months it is billed, such as 1, 3 or 12
 * @param currency the currency of the price; {@link #UNPRICED} where there is none
 * @param <K> the type of the keys of customers
 */
public record Subscription<K>(
        K customer,
        LocalDate start,
        @Nullable LocalDate end,
        int termMonths,
        long price,
        int billingMonths,
        Currency currency)
        implements Serializable {

    /** The currency of subscriptions without a price: XXX, which ISO 4217 sets aside for no currency. */
    public static final Currency UNPRICED = Currency.getInstance("XXX");

    /** Checks that all is there; what else is wrong is for the ledger to say. */
    public Subscription {
        requireNonNull(customer, "customer");
        requireNonNull(start, "start");
        requireNonNull(currency, "currency");
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
        return new Subscription<>(customer, start, end, 0, 0, 1, UNPRICED);
    }

    /**
     * Returns this subscription bound to terms.
     *
     * @param months the length of a term, such as 12; 0 for none
     * @return the subscription
     */
    public Subscription<K> inTermsOf(int months) {
        return new Subscription<>(customer, start, end, months, price, billingMonths, currency);
    }

    /**
     * Returns this subscription with a price.
     *
     * @param amount what is billed each time, in whole minor units such as cents
     * @param everyMonths every how many months it is billed, such as 1 or 12
     * @param in the currency
     * @return the subscription
     */
    public Subscription<K> priced(long amount, int everyMonths, Currency in) {
        return new Subscription<>(customer, start, end, termMonths, amount, everyMonths, in);
    }

    /**
     * Returns the price a month, rounded to the minor unit, a half to the even one. It is rounded here and once, so that all that
     * is summed later is exact; twelve such months may differ from a yearly bill by up to 6 units.
     *
     * @return price / billing months, in minor units
     * @throws IllegalArgumentException if the months are not above 0
     */
    public long monthlyPrice() {
        if (billingMonths <= 0) {
            throw new IllegalArgumentException(SubscriptionFlaw.BILLING_NOT_POSITIVE.message(this));
        }
        long whole = Math.floorDiv(price, billingMonths);
        long twiceTheRest = 2L * Math.floorMod(price, billingMonths);
        boolean up = twiceTheRest > billingMonths || (twiceTheRest == billingMonths && whole % 2 != 0);
        return up ? whole + 1 : whole;
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
}
