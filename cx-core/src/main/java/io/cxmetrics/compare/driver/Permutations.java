package io.cxmetrics.compare.driver;

/** Exact p-values over all orders of few subjects without ties: twice the smaller tail, as R has it. */
final class Permutations {

    private Permutations() {}

    static double spearmanPValue(double[] x, double[] y) {
        int n = x.length;
        double observed = 0;
        for (int i = 0; i < n; i++) {
            observed += (x[i] - y[i]) * (x[i] - y[i]);
        }
        long[] counts = new long[3];
        int[] order = new int[n];
        count(order, 0, 0, 0, observed, counts);
        return Math.min(1, 2.0 * Math.min(counts[0], counts[1]) / counts[2]);
    }

    /** Counts orders whose sum of squared distances is at most, and at least, the observed one, and all. */
    private static void count(int[] order, int at, int used, double sum, double observed, long[] counts) {
        int n = order.length;
        if (at == n) {
            counts[0] += sum <= observed + 0.5 ? 1 : 0;
            counts[1] += sum >= observed - 0.5 ? 1 : 0;
            counts[2]++;
            return;
        }
        for (int next = 0; next < n; next++) {
            if ((used >> next & 1) == 0) {
                double distance = at - next;
                count(order, at + 1, used | 1 << next, sum + distance * distance, observed, counts);
            }
        }
    }

    static double kendallPValue(int n, double score) {
        int most = n * (n - 1) / 2;
        double[] ways = new double[most + 1];
        ways[0] = 1;
        double all = 1;
        for (int size = 2; size <= n; size++) {
            double[] next = new double[most + 1];
            for (int inversions = 0; inversions <= most; inversions++) {
                for (int added = 0; added < size && added <= inversions; added++) {
                    next[inversions] += ways[inversions - added];
                }
            }
            ways = next;
            all *= size;
        }
        // The score is all pairs less twice the inversions.
        long observed = Math.round((most - score) / 2);
        double low = 0;
        double high = 0;
        for (int inversions = 0; inversions <= most; inversions++) {
            low += inversions <= observed ? ways[inversions] : 0;
            high += inversions >= observed ? ways[inversions] : 0;
        }
        return Math.min(1, 2 * Math.min(low, high) / all);
    }
}
