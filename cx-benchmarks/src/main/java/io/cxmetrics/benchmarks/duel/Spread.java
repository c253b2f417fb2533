package io.cxmetrics.benchmarks.duel;

import java.io.Serializable;
import java.util.Arrays;

/** The median of repeated measurements, between their quartiles. */
public record Spread(double low, double median, double high, int rounds) implements Serializable {

    static Spread of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75), sorted.length);
    }

    private static double at(double[] sorted, double q) {
        double position = q * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
