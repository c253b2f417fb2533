package io.cxmetrics;

import java.io.Serializable;
import java.util.Map;
import java.util.stream.Collector;

/**
 * How a stream of inputs becomes a result: the one contract that local streams, services and data engines share.
 *
 * <p>A state starts at {@link #zero()}, takes inputs by {@link #add}, is joined with other states by {@link #merge},
 * and is turned into the result by {@link #finish}. Inputs may be split over any number of states in any way; the
 * result is the same.
 *
 * <p><b>What may be changed.</b> {@code add} and {@code merge} may change and return their first argument, and nothing
 * else; the caller goes on with the returned state only. {@code finish} changes nothing.
 *
 * <p>Example:
 *
 * <pre>{@code
 * Aggregation<Integer, ?, Nps> nps = Nps.aggregation();
 * nps.fold(List.of(9, 10, 7, 3)).score(); // 25.0
 * Stream.of(9, 10, 7, 3).collect(nps.toCollector()).score(); // 25.0
 * Stream.of("9", "3").collect(nps.<String>mapInput(Integer::valueOf).toCollector()).score(); // 0.0
 * }</pre>
 *
 * <p>Implementations are stateless, thread-safe and serializable. A state belongs to one thread at a time.
 *
 * @param <T> the type of the inputs
 * @param <S> the type of the state
 * @param <R> the type of the result
 * @since 0.1
 */
public interface Aggregation<T, S, R> extends Serializable {

    /**
     * Returns a fresh state that has seen no input.
     *
     * @return the state, not null
     */
    S zero();

    /**
     * Takes one input.
     *
     * @param state the state so far, which may be changed
     * @param input the input
     * @return the state that has seen the input too, possibly the same object
     */
    S add(S state, T input);

    /**
     * Joins two states.
     *
     * @param left the first state, which may be changed
     * @param right the second state, which is left as it is
     * @return the state that has seen the inputs of both, possibly {@code left}
     */
    S merge(S left, S right);

    /**
     * Turns a state into the result, and leaves the state as it is.
     *
     * @param state the state
     * @return the result
     */
    R finish(S state);

    /**
     * Returns an aggregation that adds summaries up, as a roll-up of daily summaries does.
     *
     * @param empty the empty summary to start from
     * @param <S> the type of the summary
     * @return the aggregation
     */
    static <S extends Summary<S>> Aggregation<S, S, S> summing(S empty) {
        return new Derived.Summing<>(empty);
    }

    /**
     * Returns the result of inputs, without a stream.
     *
     * @param inputs the inputs
     * @return the result
     */
    default R fold(Iterable<? extends T> inputs) {
        S state = zero();
        for (T input : inputs) {
            state = add(state, input);
        }
        return finish(state);
    }

    /**
     * Returns this aggregation as a collector for {@link java.util.stream.Stream#collect(Collector)}, parallel streams
     * included.
     *
     * @return the collector
     */
    default Collector<T, ?, R> toCollector() {
        return Derived.collector(this);
    }

    /**
     * Returns an aggregation of another type of input, each turned into an input of this one first.
     *
     * @param mapper turns the new input into the old
     * @param <U> the new type of the inputs
     * @return the aggregation
     */
    default <U> Aggregation<U, S, R> mapInput(SerializableFunction<? super U, ? extends T> mapper) {
        return new Derived.Mapped<>(this, mapper);
    }

    /**
     * Returns an aggregation that takes only the inputs which pass a test.
     *
     * @param test the test
     * @return the aggregation
     */
    default Aggregation<T, S, R> filter(SerializablePredicate<? super T> test) {
        return new Derived.Filtered<>(this, test);
    }

    /**
     * Returns an aggregation whose result is turned into another.
     *
     * @param then turns the old result into the new
     * @param <Q> the new type of the result
     * @return the aggregation
     */
    default <Q> Aggregation<T, S, Q> andThen(SerializableFunction<? super R, ? extends Q> then) {
        return new Derived.AndThen<>(this, then);
    }

    /**
     * Returns an aggregation that keeps one state for each key, and whose result is an unmodifiable map in the order in
     * which the keys were first seen.
     *
     * @param key gives the key of an input, not null
     * @param <K> the type of the keys
     * @return the aggregation
     */
    default <K> Aggregation<T, Map<K, S>, Map<K, R>> groupedBy(SerializableFunction<? super T, ? extends K> key) {
        return new Derived.Grouped<>(this, key);
    }
}
