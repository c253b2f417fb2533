package io.cxmetrics.stat.survival;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Sums of weights by time, while they grow. */
final class WeightedEventTimesBuffer implements Serializable {

    private static final long serialVersionUID = 1;

    private final TreeMap<Long, double[]> rows = new TreeMap<>();
    private long count;

    /** Takes what was checked. An observation without weight counts, and weighs nothing. */
    @CanIgnoreReturnValue
    WeightedEventTimesBuffer add(long time, boolean event, double weight) {
        count++;
        if (weight > 0) {
            double[] row = rows.computeIfAbsent(time, t -> new double[WeightedEventTimes.SUMS]);
            int first = event ? 0 : 2;
            row[first] += weight;
            row[first + 1] += weight * weight;
        }
        return this;
    }

    WeightedEventTimesBuffer join(WeightedEventTimesBuffer other) {
        count = Math.addExact(count, other.count);
        other.rows.forEach((time, more) -> {
            double[] row = rows.computeIfAbsent(time, t -> new double[WeightedEventTimes.SUMS]);
            Arrays.setAll(row, s -> row[s] + more[s]);
        });
        return this;
    }

    WeightedEventTimes sum() {
        long[] times = new long[rows.size()];
        double[][] sums = new double[WeightedEventTimes.SUMS][times.length];
        int n = 0;
        for (Map.Entry<Long, double[]> row : rows.entrySet()) {
            times[n] = row.getKey();
            for (int s = 0; s < sums.length; s++) {
                sums[s][n] = row.getValue()[s];
            }
            n++;
        }
        return new WeightedEventTimes(count, times, sums);
    }
}
