package io.cxmetrics.models.purchase;

import io.cxmetrics.Aggregation;
import io.cxmetrics.models.internal.CountedRowsBuffer;

/** Folds histories into a table of counts. */
enum BuyingHistoriesAggregation implements Aggregation<BuyingHistory, CountedRowsBuffer, BuyingHistories> {
    INSTANCE;

    @Override
    public CountedRowsBuffer zero() {
        return new CountedRowsBuffer();
    }

    @Override
    public CountedRowsBuffer add(CountedRowsBuffer state, BuyingHistory input) {
        state.add(input.repeats(), input.lastAt(), input.age(), 1);
        return state;
    }

    @Override
    public CountedRowsBuffer merge(CountedRowsBuffer left, CountedRowsBuffer right) {
        left.addAll(right.toRows());
        return left;
    }

    @Override
    public BuyingHistories finish(CountedRowsBuffer state) {
        return new BuyingHistories(state.toRows());
    }
}
