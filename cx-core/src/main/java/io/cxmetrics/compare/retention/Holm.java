package io.cxmetrics.compare.retention;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's correction for several tests (Scandinavian Journal of Statistics 6, 1979): the smallest of m p-values counts m
 * times, the next m - 1 times, and none less than the one before.
 */
final class Holm {

    private Holm() {}

    /** Tests without evidence, whose p-value is NaN, are none. */
    static double[] adjusted(double[] pValues) {
        double[] adjusted = new double[pValues.length];
        Arrays.fill(adjusted, Double.NaN);
        List<Integer> ascending = IntStream.range(0, pValues.length)
                .filter(i -> !Double.isNaN(pValues[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .toList();
        double most = 0;
        for (int rank = 0; rank < ascending.size(); rank++) {
            int i = ascending.get(rank);
            most = Math.max(most, Math.min(1, (ascending.size() - rank) * pValues[i]));
            adjusted[i] = most;
        }
        return adjusted;
    }
}
