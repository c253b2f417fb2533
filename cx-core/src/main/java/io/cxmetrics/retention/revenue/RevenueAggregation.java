package io.cxmetrics.retention.revenue;

import io.cxmetrics.Aggregation;

/** Folds lines of revenue into a ledger. */
record RevenueAggregation<K>() implements Aggregation<MonthlyRevenue<K>, RevenueBuffer<K>, RevenueLedger<K>> {

    @Override
    public RevenueBuffer<K> zero() {
        return new RevenueBuffer<>();
    }

    @Override
    public RevenueBuffer<K> add(RevenueBuffer<K> state, MonthlyRevenue<K> line) {
        state.add(line);
        return state;
    }

    @Override
    public RevenueBuffer<K> merge(RevenueBuffer<K> left, RevenueBuffer<K> right) {
        left.add(right);
        return left;
    }

    @Override
    public RevenueLedger<K> finish(RevenueBuffer<K> state) {
        return state.finish();
    }
}
