package io.cxmetrics.survey;

import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;

/**
 * Counting ratings per point of a scale: the one pass under every survey metric, without boxing or branching on data.
 */
final class RatingsKernel {

    /** How many values a byte can have. */
    private static final int BYTES = 1 << Byte.SIZE;

    private RatingsKernel() {}

    static long[] zero(RatingScale scale) {
        return new long[scale.points()];
    }

    static void add(long[] counts, RatingScale scale, int rating) {
        // One test serves the scale and the bounds of the array; on overflow the point wraps to beyond both.
        int point = rating - scale.min();
        if (point < 0 || point >= counts.length) {
            throw scale.outside(rating, "");
        }
        counts[point]++;
    }

    static long[] count(RatingScale scale, byte[] ratings, int from, int to) {
        Objects.checkFromToIndex(from, to, ratings.length);
        if (PointKernel.fits(scale)) {
            return PointKernel.count(scale, ratings, from, to);
        }
        int[] counts = new int[scale.points()];
        int min = scale.min();
        for (int i = from; i < to; i++) {
            int point = ratings[i] - min;
            if (point < 0 || point >= counts.length) {
                throw scale.outside(ratings[i], " at index " + i);
            }
            counts[point]++;
        }
        return widened(counts);
    }

    /** Returns ratings without their boxes; a missing one is refused with its index. */
    static int[] unboxed(Collection<Integer> ratings) {
        int[] array = new int[ratings.size()];
        int i = 0;
        for (Integer rating : ratings) {
            if (rating == null) {
                throw new IllegalArgumentException("rating must not be null, got null at index " + i);
            }
            array[i++] = rating;
        }
        return array;
    }

    /** Counts every value a byte can have, from the lowest: the same work for any data. */
    static int[] byValue(byte[] values, int from, int to) {
        // Neighbours go to two tables in turn; of two equal ones, the second would wait for the first to be stored.
        int[] counts = new int[2 * BYTES];
        int table = 0;
        for (int i = from; i < to; i++) {
            counts[table + (values[i] - Byte.MIN_VALUE)]++;
            table ^= BYTES;
        }
        for (int i = 0; i < BYTES; i++) {
            counts[i] += counts[i + BYTES];
        }
        return Arrays.copyOf(counts, BYTES);
    }

    static long[] count(RatingScale scale, int[] ratings, int from, int to) {
        Objects.checkFromToIndex(from, to, ratings.length);
        int[] counts = new int[scale.points()];
        int min = scale.min();
        for (int i = from; i < to; i++) {
            int point = ratings[i] - min;
            if (point < 0 || point >= counts.length) {
                throw scale.outside(ratings[i], " at index " + i);
            }
            counts[point]++;
        }
        return widened(counts);
    }

    private static long[] widened(int[] counts) {
        long[] result = new long[counts.length];
        for (int i = 0; i < counts.length; i++) {
            result[i] = counts[i];
        }
        return result;
    }

    static IllegalArgumentException firstOutside(RatingScale scale, byte[] ratings, int from) {
        int i = from;
        while (scale.contains(ratings[i])) {
            i++;
        }
        return scale.outside(ratings[i], " at index " + i);
    }

    static IllegalArgumentException firstOutside(RatingScale scale, int[] ratings, int from) {
        int i = from;
        while (scale.contains(ratings[i])) {
            i++;
        }
        return scale.outside(ratings[i], " at index " + i);
    }
}
