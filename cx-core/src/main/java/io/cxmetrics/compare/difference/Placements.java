package io.cxmetrics.compare.difference;

import java.io.Serializable;

/**
 * Where the values of each side stand among those of the other, from one walk along both.
 *
 * @param pairsHigher U of the side after, ties counting half
 * @param ties sum of t&sup3; - t over groups of equal values
 * @param tied whether two values are equal
 * @param varianceBefore the sample variance of the placements of the values before, NaN for fewer than two
 * @param varianceAfter the same after
 */
record Placements(double pairsHigher, double ties, boolean tied, double varianceBefore, double varianceAfter)
        implements Serializable {

    static Placements of(SortedSide before, SortedSide after) {
        double a = before.count();
        double b = after.count();
        double higher = 0;
        double ties = 0;
        boolean tied = false;
        // The mean placement is known only at the end; sums about the middle lose few digits.
        double[] sums = new double[4];
        int i = 0;
        int j = 0;
        while (i < before.distinct() || j < after.distinct()) {
            double next = i == before.distinct()
                    ? after.values[j]
                    : j == after.distinct() ? before.values[i] : Math.min(before.values[i], after.values[j]);
            double belowA = before.before(i);
            double belowB = after.before(j);
            double equalA = i < before.distinct() && before.values[i] == next ? before.count(i) : 0;
            double equalB = j < after.distinct() && after.values[j] == next ? after.count(j) : 0;
            higher += equalB * (belowA + equalA / 2);
            double all = equalA + equalB;
            ties += (all * all - 1) * all;
            tied |= all > 1;
            double placedA = (belowB + equalB / 2) / b - 0.5;
            double placedB = (belowA + equalA / 2) / a - 0.5;
            if (equalA > 0) {
                sums[0] += equalA * placedA;
                sums[1] += equalA * placedA * placedA;
                i++;
            }
            if (equalB > 0) {
                sums[2] += equalB * placedB;
                sums[3] += equalB * placedB * placedB;
                j++;
            }
        }
        return new Placements(higher, ties, tied, variance(a, sums[0], sums[1]), variance(b, sums[2], sums[3]));
    }

    /** Of the placements as shares of the other side. */
    private static double variance(double n, double sum, double squares) {
        if (n < 2) {
            return Double.NaN;
        }
        double spread = squares - sum * sum / n;
        return spread <= squares * 1e-15 ? 0 : spread / (n - 1);
    }
}
