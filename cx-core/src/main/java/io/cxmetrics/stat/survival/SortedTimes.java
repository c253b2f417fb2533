package io.cxmetrics.stat.survival;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;

/** Arithmetic of counts that stand beside ascending, distinct times. */
final class SortedTimes {

    private SortedTimes() {}

    @CanIgnoreReturnValue
    static long notNegative(String name, long time, int index) {
        if (time < 0) {
            throw new IllegalArgumentException(name + " must not be negative, got " + time + " at index " + index);
        }
        return time;
    }

    static void checkAscending(String name, long[] times) {
        for (int i = 0; i < times.length; i++) {
            notNegative("time", times[i], i);
            if (i > 0 && times[i] <= times[i - 1]) {
                throw new IllegalArgumentException(
                        name + " must ascend, got " + times[i] + " after " + times[i - 1] + " at index " + i);
            }
        }
    }

    static long[] distinct(long[] sorted) {
        long[] distinct = new long[sorted.length];
        int n = 0;
        for (long time : sorted) {
            if (n == 0 || distinct[n - 1] != time) {
                distinct[n++] = time;
            }
        }
        return Arrays.copyOf(distinct, n);
    }

    static long[] counts(long[] sorted, long[] distinct) {
        long[] counts = new long[distinct.length];
        int at = 0;
        for (long time : sorted) {
            at += distinct[at] == time ? 0 : 1;
            counts[at]++;
        }
        return counts;
    }

    /** The times of either side. */
    static long[] union(long[] left, long[] right) {
        long[] union = new long[Math.addExact(left.length, right.length)];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < left.length || j < right.length) {
            boolean mine = j == right.length || (i < left.length && left[i] <= right[j]);
            boolean theirs = i == left.length || (j < right.length && right[j] <= left[i]);
            union[n++] = mine ? left[i] : right[j];
            i += mine ? 1 : 0;
            j += theirs ? 1 : 0;
        }
        return Arrays.copyOf(union, n);
    }

    /** Adds counts at the places of their times among more of them. */
    static void add(long[] times, long[] counts, long[] among, long[] to) {
        int at = 0;
        for (int i = 0; i < times.length; i++) {
            while (among[at] != times[i]) {
                at++;
            }
            to[at] = Math.addExact(to[at], counts[i]);
        }
    }

    /** Adds weights at the places of their times among more of them. */
    static void add(long[] times, double[] weights, long[] among, double[] to) {
        int at = 0;
        for (int i = 0; i < times.length; i++) {
            while (among[at] != times[i]) {
                at++;
            }
            to[at] += weights[i];
        }
    }
}
