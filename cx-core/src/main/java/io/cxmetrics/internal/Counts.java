package io.cxmetrics.internal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;

/** Arrays with one count for each of some places. */
public final class Counts {

    private Counts() {}

    /**
     * Adds the counts of one array to those of another of the same length.
     *
     * @param left the counts that are changed
     * @param right the counts that are added
     * @return the changed ones
     * @throws ArithmeticException if a count overflows
     */
    @CanIgnoreReturnValue
    public static long[] merge(long[] left, long[] right) {
        for (int i = 0; i < left.length; i++) {
            left[i] = Math.addExact(left[i], right[i]);
        }
        return left;
    }

    /**
     * Returns the sum of counts.
     *
     * @param counts the counts
     * @return their sum
     * @throws ArithmeticException if it overflows
     */
    @CanIgnoreReturnValue
    public static long total(long[] counts) {
        long sum = 0;
        for (long n : counts) {
            sum = Math.addExact(sum, n);
        }
        return sum;
    }
}
