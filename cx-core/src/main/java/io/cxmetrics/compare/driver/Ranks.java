package io.cxmetrics.compare.driver;

import java.util.Arrays;

/** Midranks, from 1. */
final class Ranks {

    private Ranks() {}

    static double[] of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        // Two walks along the sorted values give each of them its midrank; a search finds it.
        double[] midranks = new double[sorted.length];
        for (int from = 0; from < sorted.length; ) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            Arrays.fill(midranks, from, to, (from + 1.0 + to) / 2);
            from = to;
        }
        double[] ranks = new double[values.length];
        for (int i = 0; i < ranks.length; i++) {
            // -0.0 and 0.0 are one value, and the search tells them apart.
            int found = Arrays.binarySearch(sorted, values[i]);
            ranks[i] = midranks[found];
        }
        return ranks;
    }
}
