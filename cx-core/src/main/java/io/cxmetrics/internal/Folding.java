package io.cxmetrics.internal;

import io.cxmetrics.Aggregation;
import java.io.Serializable;

/**
 * An aggregation made of the methods of a growing state, such as
 * {@code Folding.of(MomentsBuffer::new, MomentsBuffer::add, MomentsBuffer::join, MomentsBuffer::moments)}.
 *
 * @param <T> the type of the inputs
 * @param <B> the type of the state, which changes as it grows
 * @param <R> the type of the result
 */
public final class Folding<T, B, R> implements Aggregation<T, B, R> {

    private static final long serialVersionUID = 1;

    private final Start<B> start;
    private final Step<T, B> step;
    private final Join<B> join;
    private final Finish<B, R> finish;

    private Folding(Start<B> start, Step<T, B> step, Join<B> join, Finish<B, R> finish) {
        this.start = start;
        this.step = step;
        this.join = join;
        this.finish = finish;
    }

    /**
     * Returns an aggregation.
     *
     * @param start makes a fresh state
     * @param step adds an input to a state
     * @param join adds the second state to the first, and leaves the second as it is
     * @param finish gives the result of a state, and leaves the state as it is
     * @param <T> the type of the inputs
     * @param <B> the type of the state
     * @param <R> the type of the result
     * @return the aggregation
     */
    public static <T, B, R> Folding<T, B, R> of(Start<B> start, Step<T, B> step, Join<B> join, Finish<B, R> finish) {
        return new Folding<>(start, step, join, finish);
    }

    @Override
    public B zero() {
        return start.fresh();
    }

    @Override
    public B add(B state, T input) {
        step.add(state, input);
        return state;
    }

    @Override
    public B merge(B left, B right) {
        return join.join(left, right);
    }

    @Override
    public R finish(B state) {
        return finish.result(state);
    }

    /** Makes a fresh state. */
    @FunctionalInterface
    public interface Start<B> extends Serializable {
        B fresh();
    }

    /** Adds an input to a state. */
    @FunctionalInterface
    public interface Step<T, B> extends Serializable {
        void add(B state, T input);
    }

    /** Joins two states. */
    @FunctionalInterface
    public interface Join<B> extends Serializable {
        B join(B left, B right);
    }

    /** Gives the result of a state. */
    @FunctionalInterface
    public interface Finish<B, R> extends Serializable {
        R result(B state);
    }
}
