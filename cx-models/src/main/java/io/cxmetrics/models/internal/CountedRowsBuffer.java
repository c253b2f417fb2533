package io.cxmetrics.models.internal;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Counts equal rows in a hash table of primitive columns. */
public final class CountedRowsBuffer implements Serializable {

    private static final long serialVersionUID = 1;

    private long[] whole = new long[16];
    private double[] first = new double[16];
    private double[] second = new double[16];
    private long[] counts = new long[16];
    private int size;

    /** Places of rows plus one, 0 where free; its length is a power of two. */
    private int[] table = new int[64];

    /** Starts without rows. */
    public CountedRowsBuffer() {}

    /** Adds a row some times. Zero and minus zero are one number. */
    public void add(long number, double one, double two, long times) {
        double a = one + 0.0;
        double b = two + 0.0;
        int mask = table.length - 1;
        int slot = hash(number, a, b) & mask;
        while (table[slot] != 0) {
            int row = table[slot] - 1;
            if (whole[row] == number && first[row] == a && second[row] == b) {
                counts[row] = Math.addExact(counts[row], times);
                return;
            }
            slot = (slot + 1) & mask;
        }
        if (size == counts.length) {
            grow();
        }
        whole[size] = number;
        first[size] = a;
        second[size] = b;
        counts[size] = times;
        table[slot] = ++size;
        if (size > table.length / 2) {
            rehash();
        }
    }

    /** Adds rows that were counted already. */
    public void addAll(CountedRows rows) {
        for (int i = 0; i < rows.size(); i++) {
            add(rows.whole[i], rows.first[i], rows.second[i], rows.counts[i]);
        }
    }

    private void grow() {
        int wanted = size * 2;
        whole = Arrays.copyOf(whole, wanted);
        first = Arrays.copyOf(first, wanted);
        second = Arrays.copyOf(second, wanted);
        counts = Arrays.copyOf(counts, wanted);
    }

    private void rehash() {
        table = new int[table.length * 2];
        int mask = table.length - 1;
        for (int row = 0; row < size; row++) {
            int slot = hash(whole[row], first[row], second[row]) & mask;
            while (table[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            table[slot] = row + 1;
        }
    }

    private static int hash(long number, double one, double two) {
        long mixed = (number * 0x9E3779B97F4A7C15L + Double.doubleToRawLongBits(one)) * 0xBF58476D1CE4E5B9L;
        mixed = ((mixed ^ (mixed >>> 32)) + Double.doubleToRawLongBits(two)) * 0x94D049BB133111EBL;
        return (int) (mixed ^ (mixed >>> 32));
    }

    /** Returns the rows in order, so that the same rows give the same bits whatever way they came. */
    public CountedRows toRows() {
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(i -> whole[i])
                        .thenComparingDouble(i -> first[i])
                        .thenComparingDouble(i -> second[i]))
                .mapToInt(i -> i)
                .toArray();
        return new CountedRows(
                Arrays.stream(order).mapToLong(i -> whole[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> first[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> second[i]).toArray(),
                Arrays.stream(order).mapToLong(i -> counts[i]).toArray());
    }
}
