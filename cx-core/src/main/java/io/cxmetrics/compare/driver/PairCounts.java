package io.cxmetrics.compare.driver;

import java.io.Serializable;
import java.util.Arrays;

/**
 * The pairs of subjects that go the same way and those that do not, by Knight's merge sort.
 *
 * @param subjects how many subjects
 * @param score concordant less discordant pairs
 * @param tiesX pairs with one value of x, and the sums of t(t-1)(2t+5) and t(t-1)(t-2) over its groups
 * @param tiesY the same of y
 * @param untied pairs without a tie
 */
record PairCounts(double subjects, double score, TieSums tiesX, TieSums tiesY, double untied) implements Serializable {

    /** Over groups of t equal values. */
    record TieSums(double pairs, double fives, double triples) implements Serializable {

        static TieSums of(double[] values) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double pairs = 0;
            double fives = 0;
            double triples = 0;
            for (int from = 0; from < sorted.length; ) {
                int to = from + 1;
                while (to < sorted.length && sorted[to] == sorted[from]) {
                    to++;
                }
                double t = to - from;
                pairs += t * (t - 1) / 2;
                fives += t * (t - 1) * (2 * t + 5);
                triples += t * (t - 1) * (t - 2);
                from = to;
            }
            return new TieSums(pairs, fives, triples);
        }
    }

    static PairCounts of(double[] x, double[] y) {
        int n = x.length;
        double[] ranksX = Ranks.of(x);
        double[] ranksY = Ranks.of(y);
        // One number for both ranks, so that primitives are sorted: doubled midranks are whole.
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            keys[i] = Math.round(2 * ranksX[i]) << 32 | Math.round(2 * ranksY[i]);
        }
        Arrays.sort(keys);
        double joint = 0;
        int run = 1;
        for (int i = 1; i <= n; i++) {
            if (i < n && keys[i] == keys[i - 1]) {
                run++;
            } else {
                joint += run * (run - 1.0) / 2;
                run = 1;
            }
        }
        int[] second = new int[n];
        for (int i = 0; i < n; i++) {
            second[i] = (int) keys[i];
        }
        double discordant = inversions(second, new int[n], 0, n);
        TieSums tiesX = TieSums.of(x);
        TieSums tiesY = TieSums.of(y);
        double untied = n * (n - 1.0) / 2 - tiesX.pairs() - tiesY.pairs() + joint;
        return new PairCounts(n, untied - 2 * discordant, tiesX, tiesY, untied);
    }

    /** Pairs in which the earlier is greater; sorts the part. */
    private static double inversions(int[] values, int[] space, int from, int to) {
        if (to - from < 2) {
            return 0;
        }
        int middle = (from + to) >>> 1;
        double count = inversions(values, space, from, middle) + inversions(values, space, middle, to);
        int left = from;
        int right = middle;
        for (int i = from; i < to; i++) {
            if (right == to || (left < middle && values[left] <= values[right])) {
                space[i] = values[left++];
            } else {
                count += middle - left;
                space[i] = values[right++];
            }
        }
        System.arraycopy(space, from, values, from, to - from);
        return count;
    }

    boolean tied() {
        return tiesX.pairs() + tiesY.pairs() > 0;
    }

    double tau() {
        double all = subjects * (subjects - 1) / 2;
        double below = Math.sqrt((all - tiesX.pairs()) * (all - tiesY.pairs()));
        return below > 0 ? Math.min(Math.max(score / below, -1), 1) : Double.NaN;
    }

    double variance() {
        double n = subjects;
        if (n < 2) {
            return 0;
        }
        double plain = (n * (n - 1) * (2 * n + 5) - tiesX.fives() - tiesY.fives()) / 18;
        double pairs = 2 * tiesX.pairs() * 2 * tiesY.pairs() / (2 * n * (n - 1));
        double triples = n < 3 ? 0 : tiesX.triples() * tiesY.triples() / (9 * n * (n - 1) * (n - 2));
        double variance = plain + pairs + triples;
        // Where a measure does not vary, rounding may leave a little.
        return Double.isNaN(tau()) ? 0 : variance;
    }
}
