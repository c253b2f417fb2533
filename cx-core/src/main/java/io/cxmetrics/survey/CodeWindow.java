package io.cxmetrics.survey;

import java.util.Collection;

/**
 * The stretch of whole numbers that holds a scale and the codes near it, to count what a file holds of each of them.
 * Numbers beyond are drawn to the nearest end by a minimum and a maximum, not by a branch: the same work for any data.
 *
 * @param lowest the lowest number
 * @param highest the highest
 */
record CodeWindow(int lowest, int highest) {

    /** How far from the scale a code is still near: 99, -99 and 999 are, 2147483647 is not. */
    private static final int NEAR = 1024;

    static CodeWindow around(RatingScale scale, Collection<Double> codes) {
        int lowest = scale.min();
        int highest = scale.max();
        for (double code : codes) {
            int value = (int) code;
            if (value == code && value >= (long) scale.min() - NEAR && value <= (long) scale.max() + NEAR) {
                lowest = Math.min(lowest, value);
                highest = Math.max(highest, value);
            }
        }
        return new CodeWindow(lowest, highest);
    }

    boolean holds(int value) {
        return lowest <= value && value <= highest;
    }

    /** Returns how many numbers lie below the window, how many are each number in it, and how many lie above. */
    int[] count(int[] values) {
        int[] counts = new int[highest - lowest + 3];
        // Where no int lies below, the first count stays 0; the distance is right even if its other end wraps.
        int below = (int) Math.max(lowest - 1L, Integer.MIN_VALUE);
        int above = (int) Math.min(highest + 1L, Integer.MAX_VALUE);
        int first = lowest - 1;
        for (int value : values) {
            counts[Math.max(below, Math.min(above, value)) - first]++;
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
