package io.cxmetrics.retention.revenue;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.SerializableFunction;

/** Folds customers, each with what they paid at both ends, into the movements of a period. */
record MovementAggregation<T>(
        SerializableFunction<? super T, Long> before, SerializableFunction<? super T, Long> after, MoneyUnit unit)
        implements Aggregation<T, MovementBuffer, RecurringRevenue> {

    @Override
    public MovementBuffer zero() {
        return new MovementBuffer(unit, 1);
    }

    @Override
    public MovementBuffer add(MovementBuffer state, T customer) {
        return RecurringRevenue.add(state, before.apply(customer), after.apply(customer));
    }

    @Override
    public MovementBuffer merge(MovementBuffer left, MovementBuffer right) {
        return left.merge(right);
    }

    @Override
    public RecurringRevenue finish(MovementBuffer state) {
        return state.finish();
    }
}
