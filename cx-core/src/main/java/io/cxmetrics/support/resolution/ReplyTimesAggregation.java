package io.cxmetrics.support.resolution;

import io.cxmetrics.Aggregation;
import java.io.Serializable;

/** Folds whatever tells of replies into {@link ReplyTimes}. */
record ReplyTimesAggregation<T>(Adder<T> adder) implements Aggregation<T, ReplyTimesBuffer, ReplyTimes> {

    /** Adds an input to a buffer. */
    @FunctionalInterface
    interface Adder<T> extends Serializable {
        void add(ReplyTimesBuffer buffer, T input);
    }

    @Override
    public ReplyTimesBuffer zero() {
        return new ReplyTimesBuffer();
    }

    @Override
    public ReplyTimesBuffer add(ReplyTimesBuffer state, T input) {
        adder.add(state, input);
        return state;
    }

    @Override
    public ReplyTimesBuffer merge(ReplyTimesBuffer left, ReplyTimesBuffer right) {
        return left.join(right);
    }

    @Override
    public ReplyTimes finish(ReplyTimesBuffer state) {
        return state.sum();
    }
}
