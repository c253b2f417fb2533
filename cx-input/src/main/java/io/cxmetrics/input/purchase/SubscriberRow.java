package io.cxmetrics.input.purchase;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.subscription.SubscriberBase;

/**
 * A subscriber in a table that has one row for each.
 *
 * @param mrr what it pays a month in minor units, not negative
 * @param months for how many months it has been one, not negative
 * @param left whether it left then
 * @since 0.1
 */
public record SubscriberRow(long mrr, long months, boolean left) {

    /**
     * Folds rows into the base of their subscribers.
     *
     * @param unit what the amounts are
     * @return the aggregation
     */
    public static Aggregation<SubscriberRow, ?, SubscriberBase> toBase(MoneyUnit unit) {
        return SubscriberBase.aggregation(SubscriberRow::mrr, SubscriberRow::months, SubscriberRow::left, unit);
    }
}
