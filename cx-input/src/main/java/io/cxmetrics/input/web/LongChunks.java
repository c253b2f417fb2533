package io.cxmetrics.input.web;

/** A column of long numbers that grows without being copied. Stretches of zeros take no memory. */
final class LongChunks {

    private final IntChunks low = new IntChunks();
    private final IntChunks high = new IntChunks();

    long get(int row) {
        return ((long) high.get(row) << 32) | (low.get(row) & 0xFFFF_FFFFL);
    }

    void set(int row, long value) {
        low.set(row, (int) value);
        high.set(row, (int) (value >>> 32));
    }

    void swap(int row, int other) {
        low.swap(row, other);
        high.swap(row, other);
    }
}
