package io.cxmetrics.input.subscription;

import java.util.HashMap;
import java.util.Map;

/** One of each equal value, so that a name or a day that stands in many rows is held once. */
final class Pool<T> {

    private final Map<T, T> values = new HashMap<>();

    T one(T value) {
        T before = values.putIfAbsent(value, value);
        return before == null ? value : before;
    }
}
