package io.cxmetrics.input.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of numbers that grows without being copied. Stretches of zeros take no memory. */
final class IntChunks {

    private static final int BITS = 14;
    private static final int SIZE = 1 << BITS;

    private final List<int @Nullable []> chunks = new ArrayList<>();

    int get(int row) {
        int chunk = row >>> BITS;
        int[] values = chunk < chunks.size() ? chunks.get(chunk) : null;
        return values == null ? 0 : values[row & SIZE - 1];
    }

    void set(int row, int value) {
        int chunk = row >>> BITS;
        int[] values = chunk < chunks.size() ? chunks.get(chunk) : null;
        if (values == null) {
            if (value == 0) {
                return;
            }
            while (chunks.size() <= chunk) {
                chunks.add(null);
            }
            values = new int[SIZE];
            chunks.set(chunk, values);
        }
        values[row & SIZE - 1] = value;
    }

    void swap(int row, int other) {
        int value = get(row);
        set(row, get(other));
        set(other, value);
    }

    /** Whether no value but 0 was ever set. */
    boolean isEmpty() {
        return chunks.isEmpty();
    }
}
