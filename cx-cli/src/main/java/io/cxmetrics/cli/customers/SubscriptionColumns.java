package io.cxmetrics.cli.customers;

import java.util.List;

/**
 * Which columns of a table of subscriptions play which part; -1 for one that is not asked for.
 *
 * @param customer what tells customers apart
 * @param start the first day
 * @param end the first day without the subscription
 * @param term the months of a term
 * @param price what is billed
 * @param billing every how many months
 * @param currency the currency of the price
 * @param by what groups are made by
 */
public record SubscriptionColumns(
        int customer, int start, int end, Months term, int price, Months billing, int currency, List<Integer> by) {

    /**
     * A number of months.
     *
     * @param column the column that says it, -1 if it is the same everywhere
     * @param fixed the number if it is
     */
    public record Months(int column, long fixed) {}
}
