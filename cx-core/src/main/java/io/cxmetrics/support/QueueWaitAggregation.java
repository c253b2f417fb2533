package io.cxmetrics.support;

import io.cxmetrics.Aggregation;
import java.io.Serializable;

/** Folds whatever tells of waits into a {@link QueueWait}. */
record QueueWaitAggregation<T>(Adder<T> adder) implements Aggregation<T, QueueWaitBuffer, QueueWait> {

    /** Adds an input to a buffer. */
    @FunctionalInterface
    interface Adder<T> extends Serializable {
        void add(QueueWaitBuffer buffer, T input);
    }

    @Override
    public QueueWaitBuffer zero() {
        return new QueueWaitBuffer();
    }

    @Override
    public QueueWaitBuffer add(QueueWaitBuffer state, T input) {
        adder.add(state, input);
        return state;
    }

    @Override
    public QueueWaitBuffer merge(QueueWaitBuffer left, QueueWaitBuffer right) {
        return left.join(right);
    }

    @Override
    public QueueWait finish(QueueWaitBuffer state) {
        return state.sum();
    }
}
