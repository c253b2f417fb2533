package io.cxmetrics.value;

import io.cxmetrics.retention.activity.ActorHistory;

/**
 * What one customer bought from one day to another, amounts in minor units.
 *
 * @param first the number of the first period with a purchase; of no meaning without one
 * @param last the number of the last
 * @param periods how many had one
 * @param orders how many purchases there were
 * @param returns how many refunds there were
 * @param free how many activities were worth nothing, purchases or not
 * @param firstSpend what was spent in the first
 * @param spend what was spent in all
 * @param refunds what was given back, not negative
 */
record PurchaseSums(
        long first,
        long last,
        long periods,
        long orders,
        long returns,
        long free,
        long firstSpend,
        long spend,
        long refunds) {

    /** Both days are included. */
    static PurchaseSums of(ActorHistory history, PurchaseDefinition definition, long fromDay, long toDay) {
        long[] days = history.days(definition.zone());
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        long periods = 0;
        long orders = 0;
        long returns = 0;
        long free = 0;
        long firstSpend = 0;
        long spend = 0;
        long refunds = 0;
        for (int i = 0; i < days.length; i++) {
            if (days[i] < fromDay || days[i] > toDay) {
                continue;
            }
            long amount = history.amount(i);
            if (amount < 0) {
                returns++;
                refunds = Math.subtractExact(refunds, amount);
            } else {
                spend = Math.addExact(spend, amount);
                free += amount == 0 ? 1 : 0;
            }
            if (definition.rule().counts(amount)) {
                long period = definition.period().index(days[i]);
                first = Math.min(first, period);
                periods += period > last ? 1 : 0;
                last = period;
                orders++;
                firstSpend = period == first ? spend : firstSpend;
            }
        }
        return new PurchaseSums(first, last, periods, orders, returns, free, firstSpend, spend, refunds);
    }
}
