package io.cxmetrics;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;

/** The values that a field of a stored form may hold: how they are told, copied and shown. */
final class StoredValues {

    private static final int SHORT = 8;

    private StoredValues() {}

    /** Whether a value is of one of the types that forms hold. */
    static boolean isKnown(Object value) {
        return lengthOf(value) >= 0
                || value instanceof Long
                || value instanceof Double
                || value instanceof String
                || value instanceof StoredForm
                || value.equals(Optional.empty());
    }

    /** A value that no caller can change: arrays are copied. */
    static Object copy(Object value) {
        if (value instanceof long[] array) {
            return array.clone();
        }
        if (value instanceof double[] array) {
            return array.clone();
        }
        if (value instanceof byte[] array) {
            return array.clone();
        }
        return value instanceof Object[] array ? array.clone() : value;
    }

    /** The values themselves, none of them null. */
    static <T> T[] withoutNull(String field, T[] values) {
        for (T value : values) {
            requireNonNull(value, field);
        }
        return values;
    }

    /** How many entries an array has; -1 of what is none. */
    static int lengthOf(Object value) {
        if (value instanceof long[] array) {
            return array.length;
        }
        if (value instanceof double[] array) {
            return array.length;
        }
        if (value instanceof byte[] array) {
            return array.length;
        }
        return value instanceof Object[] array ? array.length : -1;
    }

    /** A value in words, long arrays by their length. */
    static String shown(Object value) {
        if (value.equals(Optional.empty())) {
            return "nothing";
        }
        int length = lengthOf(value);
        if (length > SHORT) {
            return length + " entries";
        }
        String text = Arrays.deepToString(new Object[] {value});
        return text.substring(1, text.length() - 1);
    }
}
