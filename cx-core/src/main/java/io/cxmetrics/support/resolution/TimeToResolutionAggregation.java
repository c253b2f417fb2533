package io.cxmetrics.support.resolution;

import io.cxmetrics.Aggregation;
import java.io.Serializable;

/** Folds whatever has a time of creation and one of resolution into a {@link TimeToResolution}. */
record TimeToResolutionAggregation<T>(Adder<T> adder)
        implements Aggregation<T, TimeToResolutionBuffer, TimeToResolution> {

    /** Adds an input to a buffer. */
    @FunctionalInterface
    interface Adder<T> extends Serializable {
        void add(TimeToResolutionBuffer buffer, T input);
    }

    @Override
    public TimeToResolutionBuffer zero() {
        return new TimeToResolutionBuffer();
    }

    @Override
    public TimeToResolutionBuffer add(TimeToResolutionBuffer state, T input) {
        adder.add(state, input);
        return state;
    }

    @Override
    public TimeToResolutionBuffer merge(TimeToResolutionBuffer left, TimeToResolutionBuffer right) {
        return left.join(right);
    }

    @Override
    public TimeToResolution finish(TimeToResolutionBuffer state) {
        return state.sum();
    }
}
