package io.cxmetrics.retention.activity;

import io.cxmetrics.Aggregation;

/** Folds activities into a log. */
record ActivityAggregation<K>() implements Aggregation<Activity<K>, ActivityBuffer<K>, ActivityLog<K>> {

    @Override
    public ActivityBuffer<K> zero() {
        return new ActivityBuffer<>();
    }

    @Override
    public ActivityBuffer<K> add(ActivityBuffer<K> state, Activity<K> activity) {
        state.add(activity);
        return state;
    }

    @Override
    public ActivityBuffer<K> merge(ActivityBuffer<K> left, ActivityBuffer<K> right) {
        return left.plus(right);
    }

    @Override
    public ActivityLog<K> finish(ActivityBuffer<K> state) {
        return state.finish();
    }
}
