package io.cxmetrics.survey;

import java.util.Objects;

/** Counting ratings per point of a scale: the one pass under every survey metric, without boxing or branching on data. */
final class Tally {

    private Tally() {}

    static long[] zero(RatingScale scale) {
        return new long[scale.points()];
    }

    static void add(long[] counts, RatingScale scale, int rating) {
        if (!scale.contains(rating)) {
            throw scale.outside(rating, "");
        }
        counts[rating - scale.min()]++;
    }

    static long[] merge(long[] left, long[] right) {
        for (int i = 0; i < left.length; i++) {
            left[i] = Math.addExact(left[i], right[i]);
        }
        return left;
    }

    static long total(long[] counts) {
        long sum = 0;
        for (long n : counts) {
            sum = Math.addExact(sum, n);
        }
        return sum;
    }

    static long[] count(RatingScale scale, byte[] ratings, int from, int to) {
        Objects.checkFromToIndex(from, to, ratings.length);
        int[] counts = new int[256];
        for (int i = from; i < to; i++) {
            counts[ratings[i] + 128]++;
        }
        long[] result = zero(scale);
        for (int value = -128; value < 128; value++) {
            int n = counts[value + 128];
            if (n == 0) {
                continue;
            }
            if (!scale.contains(value)) {
                throw firstOutside(scale, ratings, from);
            }
            result[value - scale.min()] = n;
        }
        return result;
    }

    static long[] count(RatingScale scale, int[] ratings, int from, int to) {
        Objects.checkFromToIndex(from, to, ratings.length);
        long[] counts = zero(scale);
        int min = scale.min();
        int max = scale.max();
        for (int i = from; i < to; i++) {
            int rating = ratings[i];
            if (rating < min || rating > max) {
                throw scale.outside(rating, " at index " + i);
            }
            counts[rating - min]++;
        }
        return counts;
    }

    private static IllegalArgumentException firstOutside(RatingScale scale, byte[] ratings, int from) {
        int i = from;
        while (scale.contains(ratings[i])) {
            i++;
        }
        return scale.outside(ratings[i], " at index " + i);
    }
}
