package io.cxmetrics.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How p-values of many tests are raised, so that luck in one of them is not taken for a result.
 *
 * <p><b>The family</b> is exactly the list of one call. Tests without evidence, whose p-value is NaN, are none: they
 * stay NaN and do not count. Adjusted values keep the order of the list and are at most 1.
 *
 * <p><b>Which.</b> {@link #HOLM} holds the probability of any false result, and is the default for the metrics of an
 * experiment: it is never worse than Bonferroni and needs no assumption. {@link #BENJAMINI_HOCHBERG} holds the share of
 * false results among all that are named, and is the default for many segments, of which one reads a list.
 *
 * <p><b>Sources.</b> S. Holm, Scandinavian Journal of Statistics 6 (1979); Y. Hochberg, Biometrika 75 (1988); G.
 * Hommel,
 * Biometrika 75 (1988); Y. Benjamini, Y. Hochberg, JRSS B 57 (1995); Y. Benjamini, D. Yekutieli, Annals of Statistics
 * 29
 * (2001).
 *
 * <pre>{@code
 * Correction.HOLM.adjust(0.01, 0.04, 0.03)[2]; // 0.06
 * Correction.BENJAMINI_HOCHBERG.adjust(0.01, 0.04, 0.03)[2]; // 0.04
 * }</pre>
 *
 * @since 0.1
 */
public enum Correction {
    /** Nothing is raised. */
    NONE {
        @Override
        void raise(double[] ascending) {}
    },

    /** Each counts as often as there are tests. */
    BONFERRONI {
        @Override
        void raise(double[] ascending) {
            scale(ascending, rank -> ascending.length);
        }
    },

    /** The smallest of m counts m times, the next m - 1 times, and none less than the one before. */
    HOLM {
        @Override
        void raise(double[] ascending) {
            int m = ascending.length;
            scale(ascending, rank -> m - rank);
            for (int i = 1; i < m; i++) {
                ascending[i] = Math.max(ascending[i], ascending[i - 1]);
            }
        }
    },

    /** Holm's factors from the largest down; for tests that are independent or rise together. */
    HOCHBERG {
        @Override
        void raise(double[] ascending) {
            int m = ascending.length;
            scale(ascending, rank -> m - rank);
            fromTheLargestDown(ascending);
        }
    },

    /** The closed test of Simes: stronger than Hochberg, for the same tests. */
    HOMMEL {
        @Override
        void raise(double[] ascending) {
            hommel(ascending);
        }
    },

    /** The share of false results, for tests that are independent or rise together. */
    BENJAMINI_HOCHBERG {
        @Override
        void raise(double[] ascending) {
            int m = ascending.length;
            scale(ascending, rank -> m / (rank + 1.0));
            fromTheLargestDown(ascending);
        }
    },

    /** The share of false results under any dependence. */
    BENJAMINI_YEKUTIELI {
        @Override
        void raise(double[] ascending) {
            int m = ascending.length;
            double harmonic =
                    IntStream.rangeClosed(1, m).mapToDouble(i -> 1.0 / i).sum();
            scale(ascending, rank -> harmonic * m / (rank + 1.0));
            fromTheLargestDown(ascending);
        }
    };

    /** By what the p-value of a rank, 0 for the smallest, is multiplied. */
    @FunctionalInterface
    private interface Factor {
        double of(int rank);
    }

    abstract void raise(double[] ascending);

    /**
     * Returns the adjusted p-values of one family of tests.
     *
     * @param pValues the p-values, each in [0, 1] or NaN
     * @return the adjusted ones in the same order
     * @throws IllegalArgumentException if a p-value is out of range
     */
    public double[] adjust(double... pValues) {
        for (int i = 0; i < pValues.length; i++) {
            if (pValues[i] < 0 || pValues[i] > 1) {
                throw new IllegalArgumentException("pValue must be in [0, 1], got " + pValues[i] + " at index " + i);
            }
        }
        int[] order = IntStream.range(0, pValues.length)
                .filter(i -> !Double.isNaN(pValues[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ascending = Arrays.stream(order).mapToDouble(i -> pValues[i]).toArray();
        raise(ascending);
        double[] adjusted = new double[pValues.length];
        Arrays.fill(adjusted, Double.NaN);
        for (int rank = 0; rank < order.length; rank++) {
            adjusted[order[rank]] = ascending[rank];
        }
        return adjusted;
    }

    /**
     * Returns the confidence that each of so many intervals needs, so that all hold together with the confidence given.
     *
     * @param confidence the confidence of all together, in (0, 1)
     * @param intervals how many there are, at least 1
     * @return 1 - (1 - confidence) / intervals where the correction holds the probability of any false result; the
     *     confidence itself for {@link #NONE}, {@link #BENJAMINI_HOCHBERG} and {@link #BENJAMINI_YEKUTIELI}, for which
     *     no
     *     simultaneous intervals exist
     * @throws IllegalArgumentException if an argument is out of range
     */
    public double simultaneous(double confidence, int intervals) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1), got " + confidence);
        }
        if (intervals < 1) {
            throw new IllegalArgumentException("intervals must be at least 1, got " + intervals);
        }
        return switch (this) {
            case BONFERRONI, HOLM, HOCHBERG, HOMMEL -> 1 - (1 - confidence) / intervals;
            default -> confidence;
        };
    }

    private static void scale(double[] ascending, Factor factor) {
        for (int i = 0; i < ascending.length; i++) {
            ascending[i] = Math.min(1, factor.of(i) * ascending[i]);
        }
    }

    private static void fromTheLargestDown(double[] ascending) {
        for (int i = ascending.length - 2; i >= 0; i--) {
            ascending[i] = Math.min(ascending[i], ascending[i + 1]);
        }
    }

    private static void hommel(double[] p) {
        int m = p.length;
        double[] best = p.clone();
        double all = Double.POSITIVE_INFINITY;
        for (int i = 0; i < m; i++) {
            all = Math.min(all, m * p[i] / (i + 1));
        }
        double[] bound = new double[m];
        Arrays.fill(bound, all);
        Arrays.fill(best, all);
        for (int size = m - 1; size >= 2; size--) {
            double least = Double.POSITIVE_INFINITY;
            for (int k = 2; k <= size; k++) {
                least = Math.min(least, size * p[m - size + k - 1] / k);
            }
            for (int i = 0; i <= m - size; i++) {
                bound[i] = Math.min(size * p[i], least);
            }
            for (int i = m - size + 1; i < m; i++) {
                bound[i] = bound[m - size];
            }
            for (int i = 0; i < m; i++) {
                best[i] = Math.max(best[i], bound[i]);
            }
        }
        for (int i = 0; i < m; i++) {
            p[i] = Math.min(1, Math.max(best[i], p[i]));
        }
    }
}
