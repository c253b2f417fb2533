package io.cxmetrics.models.value;

import io.cxmetrics.Aggregation;
import io.cxmetrics.models.internal.CountedRowsBuffer;

/** Folds histories into a table of counts. */
enum SpendHistoriesAggregation implements Aggregation<SpendHistory, CountedRowsBuffer, SpendHistories> {
    INSTANCE;

    @Override
    public CountedRowsBuffer zero() {
        return new CountedRowsBuffer();
    }

    @Override
    public CountedRowsBuffer add(CountedRowsBuffer state, SpendHistory input) {
        state.add(input.purchases(), input.meanSpend(), 0, 1);
        return state;
    }

    @Override
    public CountedRowsBuffer merge(CountedRowsBuffer left, CountedRowsBuffer right) {
        left.addAll(right.toRows());
        return left;
    }

    @Override
    public SpendHistories finish(CountedRowsBuffer state) {
        return new SpendHistories(state.toRows());
    }
}
