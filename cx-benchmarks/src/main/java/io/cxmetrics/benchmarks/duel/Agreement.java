package io.cxmetrics.benchmarks.duel;

import java.lang.reflect.Array;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether two ways came to the same answer: equal, or numbers, arrays and maps of numbers that are close. */
final class Agreement {

    private Agreement() {}

    static boolean between(@Nullable Object one, @Nullable Object other, double tolerance) {
        if (one == null || other == null) {
            return false;
        }
        if (one instanceof Number left && other instanceof Number right) {
            return close(left.doubleValue(), right.doubleValue(), tolerance);
        }
        if (one.getClass().isArray() && other.getClass().isArray()) {
            return arrays(one, other, tolerance);
        }
        if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
            return left.size() == right.size()
                    && left.keySet().stream().allMatch(key -> between(left.get(key), right.get(key), tolerance));
        }
        return one.equals(other);
    }

    private static boolean arrays(Object one, Object other, double tolerance) {
        int length = Array.getLength(one);
        if (length != Array.getLength(other)) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!between(Array.get(one, i), Array.get(other, i), tolerance)) {
                return false;
            }
        }
        return true;
    }

    private static boolean close(double one, double other, double tolerance) {
        return Double.compare(one, other) == 0
                || Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other));
    }
}
