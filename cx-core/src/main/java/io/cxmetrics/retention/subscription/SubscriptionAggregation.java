package io.cxmetrics.retention.subscription;

import io.cxmetrics.Aggregation;
import java.util.Set;

/** Folds subscriptions into a ledger. */
record SubscriptionAggregation<K>(Overlap overlap)
        implements Aggregation<Subscription<K>, SubscriptionBuffer<K>, SubscriptionLedger<K>> {

    @Override
    public SubscriptionBuffer<K> zero() {
        return new SubscriptionBuffer<>();
    }

    @Override
    public SubscriptionBuffer<K> add(SubscriptionBuffer<K> state, Subscription<K> subscription) {
        state.add(subscription);
        return state;
    }

    @Override
    public SubscriptionBuffer<K> merge(SubscriptionBuffer<K> left, SubscriptionBuffer<K> right) {
        left.add(right);
        return left;
    }

    @Override
    public SubscriptionLedger<K> finish(SubscriptionBuffer<K> state) {
        return new SubscriptionLedger<>(overlap, state.unit(), state.contracts(), Set.of());
    }
}
