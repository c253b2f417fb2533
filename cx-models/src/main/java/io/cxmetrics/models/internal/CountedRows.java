package io.cxmetrics.models.internal;

import java.util.Arrays;

/** Distinct rows of a whole number and two real ones, in order, each with how often it occurred. Adds up exactly. */
public final class CountedRows {

    /** No rows. */
    public static final CountedRows EMPTY = new CountedRows(new long[0], new double[0], new double[0], new long[0]);

    /** The whole number of each row. */
    public final long[] whole;

    /** The first real number of each row. */
    public final double[] first;

    /** The second real number of each row. */
    public final double[] second;

    /** How often each row occurred, above 0. */
    public final long[] counts;

    /** Takes columns whose rows are distinct and in order. */
    CountedRows(long[] whole, double[] first, double[] second, long[] counts) {
        this.whole = whole;
        this.first = first;
        this.second = second;
        this.counts = counts;
    }

    /** Returns how many distinct rows there are. */
    public int size() {
        return counts.length;
    }

    /** Returns how many rows there are. */
    public long total() {
        long total = 0;
        for (long count : counts) {
            total = Math.addExact(total, count);
        }
        return total;
    }

    /** Returns these rows, of which there are no more than a long holds. */
    public CountedRows checked() {
        var unused = total();
        return this;
    }

    /** Returns how often a stored row occurred, which is at least once. */
    public static long count(long count, int index) {
        if (count < 1) {
            throw new IllegalArgumentException("counts must be positive, got " + count + " at index " + index);
        }
        return count;
    }

    /** Returns the rows of both. */
    public CountedRows plus(CountedRows other) {
        CountedRowsBuffer sum = new CountedRowsBuffer();
        sum.addAll(this);
        sum.addAll(other);
        return sum.toRows();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CountedRows that
                && Arrays.equals(whole, that.whole)
                && Arrays.equals(first, that.first)
                && Arrays.equals(second, that.second)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(whole) + Arrays.hashCode(first)) + Arrays.hashCode(counts);
    }
}
