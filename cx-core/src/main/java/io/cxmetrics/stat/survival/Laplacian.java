package io.cxmetrics.stat.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Matrices whose rows add up to 0 and whose entries off the diagonal are not positive, as the variance of a log-rank
 * test is. They have no inverse: each set of groups that were at risk together lacks one rank, which shows in the
 * pattern of zeros and needs no tolerance.
 */
final class Laplacian {

    private Laplacian() {}

    /** The sets of rows that hang together by entries other than 0. */
    static List<int[]> connected(double[][] matrix) {
        List<int[]> sets = new ArrayList<>();
        boolean[] seen = new boolean[matrix.length];
        for (int first = 0; first < matrix.length; first++) {
            if (!seen[first]) {
                int[] set = new int[matrix.length];
                int size = 0;
                set[size++] = first;
                seen[first] = true;
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < matrix.length; j++) {
                        if (!seen[j] && matrix[set[i]][j] != 0) {
                            seen[j] = true;
                            set[size++] = j;
                        }
                    }
                }
                sets.add(Arrays.copyOf(set, size));
            }
        }
        return sets;
    }

    /** x' M x with the generalized inverse M of the matrix, where x adds up to 0 over each of the sets. */
    static double quadratic(double[][] matrix, List<int[]> sets, double[] x) {
        double sum = 0;
        for (int[] set : sets) {
            sum += quadratic(matrix, set, x);
        }
        return sum;
    }

    /**
     * Eliminates row by row. What is left is again such a matrix, so its diagonal is the sum of the rest of the row and
     * never a difference: nothing cancels, and nothing becomes negative.
     */
    private static double quadratic(double[][] matrix, int[] rows, double[] x) {
        int n = rows.length;
        double[][] tie = new double[n][n];
        double[] left = new double[n];
        for (int i = 0; i < n; i++) {
            left[i] = x[rows[i]];
            for (int j = 0; j < n; j++) {
                tie[i][j] = -matrix[rows[i]][rows[j]];
            }
        }
        double sum = 0;
        for (int k = 0; k < n - 1; k++) {
            double diagonal = 0;
            for (int j = k + 1; j < n; j++) {
                diagonal += tie[k][j];
            }
            sum += left[k] / diagonal * left[k];
            for (int j = k + 1; j < n; j++) {
                double share = tie[k][j] / diagonal;
                left[j] += left[k] * share;
                for (int i = k + 1; i < n; i++) {
                    tie[i][j] += tie[i][k] * share;
                }
            }
        }
        return sum;
    }
}
