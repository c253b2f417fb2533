package io.cxmetrics.stat;

import io.cxmetrics.internal.Checks;
import java.util.function.LongToDoubleFunction;

/**
 * Definitions of the quantile of finitely many numbers, by name. The numbers are sorted, n of them, and q is in [0, 1].
 *
 * <p>Source: R. Hyndman, Y. Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996).
 *
 * @since 0.1
 */
public enum QuantileMethod {

    /** Type 7, the default of R, NumPy and Excel: interpolate linearly at position (n - 1) q, counted from 0. */
    LINEAR {
        @Override
        double defined(long count, LongToDoubleFunction sorted, double q) {
            double position = (count - 1) * q;
            // Beyond 2^53 numbers the position is rounded, and may be the one after the last.
            long below = Math.min((long) position, count - 1);
            double low = sorted.applyAsDouble(below);
            double share = position - below;
            if (share == 0 || below == count - 1) {
                return low;
            }
            double high = sorted.applyAsDouble(below + 1);
            double distance = high - low;
            // Rounding must not lead beyond the upper neighbour.
            return distance < Double.POSITIVE_INFINITY
                    ? Math.min(low + share * distance, high)
                    : low * (1 - share) + high * share;
        }
    },

    /** Type 1: the ceil(n q)-th smallest number, the smallest for q = 0. Always one of the numbers. */
    NEAREST_RANK {
        @Override
        double defined(long count, LongToDoubleFunction sorted, double q) {
            double rank = count * q;
            // 0.07 * 100 is a hair above 7 in binary, which must stay rank 7.
            return sorted.applyAsDouble(Math.max((long) Math.ceil(rank - 2 * Math.ulp(rank)), 1) - 1);
        }
    };

    /**
     * Returns a quantile of sorted numbers, wherever they are kept.
     *
     * @param count how many numbers, not negative
     * @param sorted gives the number at a position, from 0 for the lowest
     * @param q which quantile, in [0, 1]; 0.5 is the median
     * @return the quantile; NaN without numbers
     * @throws IllegalArgumentException if q or the count is out of range
     */
    public double of(long count, LongToDoubleFunction sorted, double q) {
        Checks.fraction("q", q);
        return Checks.notNegative("count", count) == 0 ? Double.NaN : defined(count, sorted, q);
    }

    abstract double defined(long count, LongToDoubleFunction sorted, double q);
}
