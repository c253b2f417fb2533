package io.cxmetrics;

import java.io.Serializable;
import java.util.function.Predicate;

/**
 * A test that can be sent to another process, as engines do with the pieces of an {@link Aggregation}.
 *
 * @param <T> what is tested
 * @since 0.1
 */
@FunctionalInterface
public interface SerializablePredicate<T> extends Predicate<T>, Serializable {}
