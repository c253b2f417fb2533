package io.cxmetrics.input.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for values that come again and again, so that a row holds four bytes for one. Values that a file may choose
 * must order themselves, so that the map stays fast when their hash codes are equal.
 *
 * @param <T> the type of the values
 */
final class Codes<T> {

    private final Map<T, Integer> codes = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    int code(T value) {
        Integer known = codes.get(value);
        if (known != null) {
            return known;
        }
        codes.put(value, values.size());
        values.add(value);
        return values.size() - 1;
    }

    T value(int code) {
        return values.get(code);
    }

    int size() {
        return values.size();
    }

    List<T> values() {
        return values;
    }
}
