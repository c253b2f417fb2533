package io.cxmetrics.cli.customers;

import io.cxmetrics.stat.EventRate;
import java.util.stream.Collector;

/**
 * The subscribers of a group.
 *
 * @param customers how many there are
 * @param mrr what they pay a month together, in minor units
 * @param churn how many left, in how many months of all of them
 */
public record Payers(long customers, long mrr, EventRate churn) {

    private static final class Sums {
        private long customers;
        private long mrr;
        private long left;
        private long months;

        Sums plus(Sums other) {
            customers += other.customers;
            mrr = Math.addExact(mrr, other.mrr);
            left += other.left;
            months = Math.addExact(months, other.months);
            return this;
        }

        void add(Payer payer) {
            customers++;
            mrr = Math.addExact(mrr, payer.mrr());
            left += payer.left() ? 1 : 0;
            months = Math.addExact(months, payer.tenure());
        }
    }

    public static Collector<Payer, ?, Payers> toPayers() {
        return Collector.of(
                Sums::new,
                Sums::add,
                Sums::plus,
                sums -> new Payers(sums.customers, sums.mrr, EventRate.of(sums.left, sums.months)));
    }
}
