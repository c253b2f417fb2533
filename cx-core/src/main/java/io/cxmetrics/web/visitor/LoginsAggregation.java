package io.cxmetrics.web.visitor;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.SerializablePredicate;
import java.time.Instant;

/** Folds attempts to log in by user. */
record LoginsAggregation<T, K>(
        SerializableFunction<? super T, ? extends K> user,
        SerializableFunction<? super T, Instant> at,
        SerializablePredicate<? super T> succeeded)
        implements Aggregation<T, LoginsBuffer<K>, Logins<K>> {

    @Override
    public LoginsBuffer<K> zero() {
        return new LoginsBuffer<>();
    }

    @Override
    public LoginsBuffer<K> add(LoginsBuffer<K> state, T attempt) {
        if (succeeded.test(attempt)) {
            state.times.add(
                    requireNonNull(user.apply(attempt), "user"),
                    at.apply(attempt).toEpochMilli());
        } else {
            state.failures++;
        }
        return state;
    }

    @Override
    public LoginsBuffer<K> merge(LoginsBuffer<K> left, LoginsBuffer<K> right) {
        left.times.addAll(right.times);
        left.failures += right.failures;
        return left;
    }

    @Override
    public Logins<K> finish(LoginsBuffer<K> state) {
        return new Logins<>(state.times.finish(), state.failures);
    }
}
