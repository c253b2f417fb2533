package io.cxmetrics.input.subscription;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.revenue.RecurringRevenue;
import io.cxmetrics.retention.subscription.LogoChurn;

/**
 * The customers of a table that says who left, and what they paid.
 *
 * <pre>{@code
 * Departures departures = Departures.aggregation(MoneyUnit.CENTS)
 *         .fold(List.of(new Departure(true, 1000), new Departure(false, 3000)));
 * departures.churn().churn(); // 1 of 2 (0.5)
 * departures.revenue().grossRevenueChurn(); // 0.25
 * }</pre>
 *
 * @param churn the customers at the start, of whom some left
 * @param revenue what they paid at the start, and what those paid who left
 * @since 0.1
 */
public record Departures(LogoChurn churn, RecurringRevenue revenue) {

    /** Checks that the parts are there. */
    public Departures {
        requireNonNull(churn, "churn");
        requireNonNull(revenue, "revenue");
    }

    /**
     * Folds customers into their departures.
     *
     * @param unit the unit of what they pay
     * @return the aggregation, which refuses negative amounts
     */
    public static Aggregation<Departure, ?, Departures> aggregation(MoneyUnit unit) {
        return both(
                LogoChurn.aggregation(Departure::left),
                RecurringRevenue.aggregation(Departure::monthly, each -> each.left() ? 0 : each.monthly(), unit));
    }

    private static <A, B> Aggregation<Departure, ?, Departures> both(
            Aggregation<Departure, A, LogoChurn> churn, Aggregation<Departure, B, RecurringRevenue> revenue) {
        return new Both<>(churn, revenue);
    }

    /** The states of both, which go on together. */
    private record States<A, B>(A churn, B revenue) {}

    private record Both<A, B>(
            Aggregation<Departure, A, LogoChurn> churn, Aggregation<Departure, B, RecurringRevenue> revenue)
            implements Aggregation<Departure, States<A, B>, Departures> {

        @Override
        public States<A, B> zero() {
            return new States<>(churn.zero(), revenue.zero());
        }

        @Override
        public States<A, B> add(States<A, B> state, Departure departure) {
            return new States<>(churn.add(state.churn, departure), revenue.add(state.revenue, departure));
        }

        @Override
        public States<A, B> merge(States<A, B> left, States<A, B> right) {
            return new States<>(churn.merge(left.churn, right.churn), revenue.merge(left.revenue, right.revenue));
        }

        @Override
        public Departures finish(States<A, B> state) {
            return new Departures(churn.finish(state.churn), revenue.finish(state.revenue));
        }
    }
}
