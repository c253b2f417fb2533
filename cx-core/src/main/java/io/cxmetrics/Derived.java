package io.cxmetrics;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collector;

/** The aggregations that are made of other ones. Records, so that they serialize with what they hold. */
final class Derived {

    private Derived() {}

    /** Streams hand the accumulator a container; ours returns a new state, so the container is a box around it. */
    static <T, S, R> Collector<T, ?, R> collector(Aggregation<T, S, R> aggregation) {
        final class Box {
            S state = aggregation.zero();
        }
        return Collector.of(
                Box::new,
                (box, input) -> {
                    S state = aggregation.add(box.state, input);
                    // A write costs the garbage collector's bookkeeping even where it changes nothing.
                    if (state != box.state) {
                        box.state = state;
                    }
                },
                (left, right) -> {
                    left.state = aggregation.merge(left.state, right.state);
                    return left;
                },
                box -> aggregation.finish(box.state));
    }

    record Summing<S extends Summary<S>>(S empty) implements Aggregation<S, S, S> {
        Summing {
            requireNonNull(empty, "empty");
        }

        @Override
        public S zero() {
            return empty;
        }

        @Override
        public S add(S state, S input) {
            return state.plus(input);
        }

        @Override
        public S merge(S left, S right) {
            return left.plus(right);
        }

        @Override
        public S finish(S state) {
            return state;
        }
    }

    record Mapped<U, T, S, R>(Aggregation<T, S, R> of, SerializableFunction<? super U, ? extends T> mapper)
            implements Aggregation<U, S, R> {
        Mapped {
            requireNonNull(mapper, "mapper");
        }

        @Override
        public S zero() {
            return of.zero();
        }

        @Override
        public S add(S state, U input) {
            return of.add(state, mapper.apply(input));
        }

        @Override
        public S merge(S left, S right) {
            return of.merge(left, right);
        }

        @Override
        public R finish(S state) {
            return of.finish(state);
        }
    }

    record Filtered<T, S, R>(Aggregation<T, S, R> of, SerializablePredicate<? super T> test)
            implements Aggregation<T, S, R> {
        Filtered {
            requireNonNull(test, "test");
        }

        @Override
        public S zero() {
            return of.zero();
        }

        @Override
        public S add(S state, T input) {
            return test.test(input) ? of.add(state, input) : state;
        }

        @Override
        public S merge(S left, S right) {
            return of.merge(left, right);
        }

        @Override
        public R finish(S state) {
            return of.finish(state);
        }
    }

    record AndThen<T, S, R, Q>(Aggregation<T, S, R> of, SerializableFunction<? super R, ? extends Q> then)
            implements Aggregation<T, S, Q> {
        AndThen {
            requireNonNull(then, "then");
        }

        @Override
        public S zero() {
            return of.zero();
        }

        @Override
        public S add(S state, T input) {
            return of.add(state, input);
        }

        @Override
        public S merge(S left, S right) {
            return of.merge(left, right);
        }

        @Override
        public Q finish(S state) {
            return then.apply(of.finish(state));
        }
    }

    record Grouped<T, K, S, R>(Aggregation<T, S, R> of, SerializableFunction<? super T, ? extends K> key)
            implements Aggregation<T, Map<K, S>, Map<K, R>> {
        Grouped {
            requireNonNull(key, "key");
        }

        @Override
        public Map<K, S> zero() {
            return new LinkedHashMap<>();
        }

        @Override
        public Map<K, S> add(Map<K, S> state, T input) {
            K k = requireNonNull(key.apply(input), "key");
            S group = state.get(k);
            state.put(k, of.add(group == null ? of.zero() : group, input));
            return state;
        }

        @Override
        public Map<K, S> merge(Map<K, S> left, Map<K, S> right) {
            // A group that only the right side has is joined to a fresh state: handing the right side's own state over
            // would let a later add to the left change the right.
            right.forEach((k, group) -> {
                S mine = left.get(k);
                left.put(k, of.merge(mine == null ? of.zero() : mine, group));
            });
            return left;
        }

        @Override
        public Map<K, R> finish(Map<K, S> state) {
            ImmutableMap.Builder<K, R> result = ImmutableMap.builderWithExpectedSize(state.size());
            state.forEach((k, group) -> result.put(k, of.finish(group)));
            return result.buildOrThrow();
        }
    }
}
