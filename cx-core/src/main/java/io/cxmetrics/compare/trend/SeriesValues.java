package io.cxmetrics.compare.trend;

import java.util.Arrays;

/** The values of a series, of which NaN is an undefined one. */
final class SeriesValues {

    private SeriesValues() {}

    static double[] checked(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (Double.isInfinite(values[i])) {
                throw new IllegalArgumentException(
                        name + " must be finite, or NaN where undefined, got " + values[i] + " at index " + i);
            }
        }
        return values.clone();
    }

    static double[] defined(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    /** The differences of neighbours, where both are defined. */
    static double[] steps(double[] values, int length) {
        double[] steps = new double[Math.max(length - 1, 0)];
        for (int i = 1; i < length; i++) {
            steps[i - 1] = values[i] - values[i - 1];
        }
        return defined(steps);
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
