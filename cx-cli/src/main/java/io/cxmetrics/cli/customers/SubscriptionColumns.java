package io.cxmetrics.cli.customers;

import io.cxmetrics.cli.input.CsvSource;
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
    public record Months(int column, long fixed) {

        /** Reads a number, or else the name of a column. */
        public static Months of(CsvSource source, String text) {
            return text.matches("\\d{1,4}") ? new Months(-1, Long.parseLong(text)) : new Months(source.column(text), 0);
        }
    }

    /** The columns of subscriptions without a price, to be left on any day. */
    public static SubscriptionColumns of(int customer, int start, int end, List<Integer> by) {
        return new SubscriptionColumns(customer, start, end, new Months(-1, 0), -1, new Months(-1, 1), -1, by);
    }

    /** These columns with terms. */
    public SubscriptionColumns withTerm(Months months) {
        return new SubscriptionColumns(customer, start, end, months, price, billing, currency, by);
    }

    /** These columns with a price. */
    public SubscriptionColumns withPrice(int paid, Months every, int in) {
        return new SubscriptionColumns(customer, start, end, term, paid, every, in, by);
    }
}
