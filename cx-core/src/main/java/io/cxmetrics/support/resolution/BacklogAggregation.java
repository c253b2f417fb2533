package io.cxmetrics.support.resolution;

import io.cxmetrics.Aggregation;
import java.io.Serializable;

/** Folds whatever has a time of opening and one of closing into a {@link Backlog}. */
record BacklogAggregation<T>(Adder<T> adder) implements Aggregation<T, BacklogBuffer, Backlog> {

    /** Adds an input to a buffer. */
    @FunctionalInterface
    interface Adder<T> extends Serializable {
        void add(BacklogBuffer buffer, T input);
    }

    @Override
    public BacklogBuffer zero() {
        return new BacklogBuffer();
    }

    @Override
    public BacklogBuffer add(BacklogBuffer state, T input) {
        adder.add(state, input);
        return state;
    }

    @Override
    public BacklogBuffer merge(BacklogBuffer left, BacklogBuffer right) {
        return left.join(right);
    }

    @Override
    public Backlog finish(BacklogBuffer state) {
        return state.sum();
    }
}
