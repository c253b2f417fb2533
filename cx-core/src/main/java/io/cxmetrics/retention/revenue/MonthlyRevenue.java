package io.cxmetrics.retention.revenue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.YearMonth;

/**
 * What a customer pays in a month, or one part of it: rows of the same customer and month add up.
 *
 * @param customer the key of the customer
 * @param month the month
 * @param amount the recurring revenue in whole minor units such as cents, not negative; 0 for one who is there and pays nothing
 * @param <K> the type of the key
 */
public record MonthlyRevenue<K>(K customer, YearMonth month, long amount) implements Serializable {

    /**
     * Checks the amount.
     *
     * @throws IllegalArgumentException if the amount is negative: refunds and credits are no recurring revenue
     */
    public MonthlyRevenue {
        requireNonNull(customer, "customer");
        requireNonNull(month, "month");
        if (amount < 0) {
            throw new IllegalArgumentException("amount must not be negative, got " + amount + " for customer "
                    + customer + " in " + month + "; refunds and credits are no recurring revenue");
        }
    }

    /**
     * Returns what a customer pays in a month.
     *
     * @param customer the key of the customer
     * @param month the month
     * @param amount the recurring revenue in whole minor units, not negative
     * @param <K> the type of the key
     * @return the row
     * @throws IllegalArgumentException if the amount is negative
     */
    public static <K> MonthlyRevenue<K> of(K customer, YearMonth month, long amount) {
        return new MonthlyRevenue<>(customer, month, amount);
    }
}
