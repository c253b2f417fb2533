package io.cxmetrics;

import java.io.Serializable;
import java.util.function.Function;

/**
 * A function that can be sent to another process, as engines do with the pieces of an {@link Aggregation}.
 *
 * @param <T> the input
 * @param <R> the result
 * @since 0.1
 */
@FunctionalInterface
public interface SerializableFunction<T, R> extends Function<T, R>, Serializable {}
