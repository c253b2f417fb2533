package io.cxmetrics.compare.difference;

/**
 * The k-th smallest mean of two numbers, each with itself too (Walsh averages), without making them: the order of
 * doubles is halved, and the means up to the middle are counted in one walk.
 */
final class MeanSelection {

    private MeanSelection() {}

    /** Takes ascending numbers, at least one, and k from 1. */
    static double smallest(double[] sorted, double k) {
        long low = order(sorted[0]);
        long high = order(sorted[sorted.length - 1]);
        while (low < high) {
            long middle = (low & high) + ((low ^ high) >> 1);
            if (upTo(sorted, value(middle)) >= k) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return value(low);
    }

    private static double upTo(double[] sorted, double limit) {
        double pairs = 0;
        int to = sorted.length;
        for (int i = 0; i < to; i++) {
            while (to > i && sorted[i] / 2 + sorted[to - 1] / 2 > limit) {
                to--;
            }
            pairs += to - i;
        }
        return pairs;
    }

    private static long order(double value) {
        long bits = Double.doubleToLongBits(value + 0.0);
        return bits < 0 ? Long.MIN_VALUE - bits : bits;
    }

    private static double value(long order) {
        return Double.longBitsToDouble(order < 0 ? Long.MIN_VALUE - order : order);
    }
}
