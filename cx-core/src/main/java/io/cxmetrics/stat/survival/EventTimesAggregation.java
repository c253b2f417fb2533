package io.cxmetrics.stat.survival;

import io.cxmetrics.Aggregation;

/** Observations one at a time, summed up a block at a time. */
enum EventTimesAggregation implements Aggregation<EventTime, EventTimesBuffer, EventTimes> {
    INSTANCE;

    @Override
    public EventTimesBuffer zero() {
        return new EventTimesBuffer();
    }

    @Override
    public EventTimesBuffer add(EventTimesBuffer state, EventTime input) {
        return state.add(input.entry(), input.exit(), input.event());
    }

    @Override
    public EventTimesBuffer merge(EventTimesBuffer left, EventTimesBuffer right) {
        return left.join(right);
    }

    @Override
    public EventTimes finish(EventTimesBuffer state) {
        return state.sum();
    }
}
