package io.cxmetrics.models.likelihood;

import org.jspecify.annotations.Nullable;

/** The square root L L' of a small positive definite matrix, to solve and to invert it. */
final class Cholesky {

    private final double[][] root;

    private Cholesky(double[][] root) {
        this.root = root;
    }

    /**
     * Returns the root of a matrix with shift times scale added to its diagonal, or null if that is not positive
     * definite beyond rounding.
     */
    static @Nullable Cholesky of(double[][] matrix, double[] scale, double shift) {
        int n = matrix.length;
        double[][] root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j] + (i == j ? shift * scale[i] : 0);
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                if (i != j) {
                    root[i][j] = rest / root[j][j];
                } else if (rest > 1e-13 * Math.abs(matrix[i][i] + shift * scale[i])) {
                    root[i][i] = Math.sqrt(rest);
                } else {
                    return null;
                }
            }
        }
        return new Cholesky(root);
    }

    /** Returns x of L L' x = right. */
    double[] solve(double[] right) {
        int n = root.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= root[i][k] * x[k];
            }
            x[i] /= root[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= root[k][i] * x[k];
            }
            x[i] /= root[i][i];
        }
        return x;
    }

    double[][] inverse() {
        double[][] inverse = new double[root.length][];
        for (int i = 0; i < root.length; i++) {
            double[] unit = new double[root.length];
            unit[i] = 1;
            inverse[i] = solve(unit);
        }
        return inverse;
    }
}
