package io.cxmetrics.value;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * One purchase or refund of a customer, in minor units of a currency.
 *
 * @param customer who bought
 * @param at when; finer than a millisecond is rounded down
 * @param amount what it was worth in minor units, such as cents; negative for a refund, 0 for what was free
 * @param unit what the amount is
 * @param <K> the type of the keys of customers
 * @since 0.1
 */
public record Purchase<K>(K customer, Instant at, long amount, MoneyUnit unit) implements Serializable {

    /** Checks that nothing is missing. */
    public Purchase {
        requireNonNull(customer, "customer");
        requireNonNull(at, "at");
        requireNonNull(unit, "unit");
    }

    /**
     * Returns a purchase in {@link MoneyUnit#CENTS} of no named currency.
     *
     * @param customer who bought
     * @param at when
     * @param amount what it was worth in cents, negative for a refund
     * @param <K> the type of the keys of customers
     * @return the purchase
     */
    public static <K> Purchase<K> of(K customer, Instant at, long amount) {
        return new Purchase<>(customer, at, amount, MoneyUnit.CENTS);
    }

    /**
     * Returns a purchase of which only the date is known. It is set to the start of the day in UTC: ask for days in
     * {@link ZoneOffset#UTC} then.
     *
     * @param customer who bought
     * @param date when
     * @param amount what it was worth in cents of no named currency, negative for a refund
     * @param <K> the type of the keys of customers
     * @return the purchase
     */
    public static <K> Purchase<K> on(K customer, LocalDate date, long amount) {
        return of(customer, date.atStartOfDay(ZoneOffset.UTC).toInstant(), amount);
    }

    /**
     * Returns the same purchase in another unit of money. The number of minor units stays as it is.
     *
     * @param other what the amount is
     * @return the purchase
     */
    public Purchase<K> in(MoneyUnit other) {
        return new Purchase<>(customer, at, amount, other);
    }
}
