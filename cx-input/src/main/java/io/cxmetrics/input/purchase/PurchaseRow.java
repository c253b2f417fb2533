package io.cxmetrics.input.purchase;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What a row of a file of purchases says. It is an order, a line of one, a refund, or any other activity.
 *
 * @param customer who it is about
 * @param at when it was
 * @param amount what it was worth in minor units, negative for a refund; null where rows have no amounts, and on a line
 *     of an order that leaves its total to another line
 * @param refunded how much of it was given back in minor units, not negative; null for nothing
 * @param order what tells orders apart; null for an order of its own
 * @param currency the currency of the amounts; null where rows name none
 * @since 0.1
 */
public record PurchaseRow(
        String customer,
        Instant at,
        @Nullable Long amount,
        @Nullable Long refunded,
        @Nullable String order,
        @Nullable Currency currency) {

    /** Checks that the parts are there. */
    public PurchaseRow {
        requireNonNull(customer, "customer");
        requireNonNull(at, "at");
    }
}
