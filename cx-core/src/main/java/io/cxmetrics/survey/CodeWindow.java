package io.cxmetrics.survey;

import java.util.Collection;

/**
 * The stretch of whole numbers that holds a scale and the codes near it, to count what a file holds of each of them. One
 * more count is for all numbers beyond, and the index is a minimum: the same work whatever the share of codes.
 */
record CodeWindow(int lowest, int size) {

    /** How far from the scale a code is still near: 99, -99 and 999 are, 2147483647 is not. */
    private static final int NEAR = 1024;

    static CodeWindow around(RatingScale scale, Collection<Double> codes) {
        double low = scale.min();
        double high = scale.max();
        for (double code : codes) {
            if (near(scale, code)) {
                low = Math.min(low, code);
                high = Math.max(high, code);
            }
        }
        return new CodeWindow((int) Math.ceil(low), (int) (Math.floor(high) - Math.ceil(low)) + 1);
    }

    private static boolean near(RatingScale scale, double code) {
        return code >= Math.max(scale.min() - (double) NEAR, Integer.MIN_VALUE)
                && code <= Math.min(scale.max() + (double) NEAR, Integer.MAX_VALUE);
    }

    boolean holds(int value) {
        return indexOf(value) < size;
    }

    /** The distance from the lowest number as an unsigned number, which also sends numbers below beyond the end. */
    private int indexOf(int value) {
        return Math.min(value - lowest + Integer.MIN_VALUE, size + Integer.MIN_VALUE) - Integer.MIN_VALUE;
    }

    /** Counts the numbers in the window from the lowest, and behind them the numbers that are not in it. */
    int[] count(int[] values) {
        int[] counts = new int[size + 1];
        for (int value : values) {
            counts[indexOf(value)]++;
        }
        return counts;
    }

    static int occurrences(int wanted, int[] values) {
        int n = 0;
        for (int value : values) {
            n += value == wanted ? 1 : 0;
        }
        return n;
    }
}
