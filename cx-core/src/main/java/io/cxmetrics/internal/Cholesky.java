package io.cxmetrics.internal;

import java.util.Arrays;

/** The lower triangle L of a symmetric positive definite matrix A = L L'. */
public final class Cholesky {

    /** A pivot below this part of its diagonal is what rounding left of a column that the others make up. */
    public static final double SINGULAR = 1e-10;

    private final double[][] lower;
    private final int dependent;

    private Cholesky(double[][] lower, int dependent) {
        this.lower = lower;
        this.dependent = dependent;
    }

    /**
     * Returns the decomposition of a matrix.
     *
     * @param matrix the matrix, of which the lower triangle is read
     * @return the decomposition, which may have found that the matrix is singular
     */
    public static Cholesky of(double[][] matrix) {
        int n = matrix.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    if (!(sum > SINGULAR * Math.abs(matrix[i][i]))) {
                        return new Cholesky(lower, i);
                    }
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    lower[i][j] = sum / lower[j][j];
                }
            }
        }
        return new Cholesky(lower, -1);
    }

    /**
     * Returns the first column that those before it make up, or that is not a number.
     *
     * @return its index; -1 if there is none
     */
    public int dependent() {
        return dependent;
    }

    /**
     * Solves A x = b.
     *
     * @param right the right side b
     * @return x
     */
    public double[] solve(double[] right) {
        int n = lower.length;
        double[] x = Arrays.copyOf(right, n);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /**
     * Returns the diagonal of the inverse of A.
     *
     * @return one number for each column
     */
    public double[] inverseDiagonal() {
        int n = lower.length;
        double[] diagonal = new double[n];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            diagonal[i] = solve(unit)[i];
        }
        return diagonal;
    }
}
