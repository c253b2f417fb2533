package io.cxmetrics.models.survival;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Distinct times in order, each with the sum of the weights of its rows. Whole weights add up exactly. */
final class TimeWeights {

    static final TimeWeights NONE = new TimeWeights(new double[0], new double[0]);

    final double[] times;
    final double[] weights;

    private TimeWeights(double[] times, double[] weights) {
        this.times = times;
        this.weights = weights;
    }

    /** Returns the sums over rows. Without weights each row weighs 1. The arrays are the callee's. */
    static TimeWeights of(double[] times, double @Nullable [] weights) {
        double[] sorted = times;
        double[] sums = new double[times.length];
        if (weights == null) {
            Arrays.sort(sorted);
            Arrays.fill(sums, 1);
        } else {
            int[] order = IntStream.range(0, times.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> times[i]))
                    .mapToInt(i -> i)
                    .toArray();
            sorted = Arrays.stream(order).mapToDouble(i -> times[i]).toArray();
            sums = Arrays.stream(order).mapToDouble(i -> weights[i]).toArray();
        }
        return merged(sorted, sums);
    }

    /** Returns times that are in order already. */
    private static TimeWeights merged(double[] sorted, double[] weights) {
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (weights[i] == 0) {
                continue;
            }
            if (size > 0 && sorted[size - 1] == sorted[i]) {
                weights[size - 1] += weights[i];
            } else {
                sorted[size] = sorted[i];
                weights[size++] = weights[i];
            }
        }
        return new TimeWeights(Arrays.copyOf(sorted, size), Arrays.copyOf(weights, size));
    }

    TimeWeights plus(TimeWeights other) {
        int total = times.length + other.times.length;
        double[] all = new double[total];
        double[] sums = new double[total];
        int i = 0;
        int j = 0;
        for (int k = 0; k < total; k++) {
            boolean left = j == other.times.length || (i < times.length && times[i] <= other.times[j]);
            all[k] = left ? times[i] : other.times[j];
            sums[k] = left ? weights[i++] : other.weights[j++];
        }
        return merged(all, sums);
    }

    double total() {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        return total;
    }

    /** The sum of weight times time. */
    double exposure() {
        double exposure = 0;
        for (int i = 0; i < times.length; i++) {
            exposure += weights[i] * times[i];
        }
        return exposure;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeWeights that
                && Arrays.equals(times, that.times)
                && Arrays.equals(weights, that.weights);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(times) + Arrays.hashCode(weights);
    }
}
