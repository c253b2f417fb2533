package io.cxmetrics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {

    private static double[][] correlations(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[n][n + 3];
        for (double[] row : rows) {
            Arrays.setAll(row, i -> random.nextDouble() - 0.5);
        }
        double[][] products = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n + 3; k++) {
                    products[i][j] += rows[i][k] * rows[j][k];
                }
            }
        }
        return products;
    }

    /** R's eigen(matrix(c(2, 1, 1, 3), 2)): (5 +- sqrt(5)) / 2. */
    @Test
    void twoByTwo() {
        double[] values = SymmetricEigen.of(new double[][] {{2, 1}, {1, 3}}).values();
        Arrays.sort(values);
        assertThat(values[0]).isCloseTo(1.381966011250105, within(1e-14));
        assertThat(values[1]).isCloseTo(3.618033988749895, within(1e-14));
        assertThat(SymmetricEigen.of(new double[][] {{4}}).squareRoot()[0][0]).isEqualTo(2);
    }

    @Test
    void theRootTimesItselfIsTheMatrix() {
        for (int n = 1; n <= 20; n++) {
            double[][] matrix = correlations(n, n);
            double[][] root = SymmetricEigen.of(matrix).squareRoot();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    for (int k = 0; k < n; k++) {
                        sum += root[i][k] * root[k][j];
                    }
                    assertThat(sum).isCloseTo(matrix[i][j], within(1e-12));
                }
            }
        }
    }

    @Test
    void choleskySolves() {
        double[][] matrix = correlations(8, 3);
        double[] right = new double[8];
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                right[i] += matrix[i][j] * (j + 1);
            }
        }
        Cholesky cholesky = Cholesky.of(matrix);
        assertThat(cholesky.dependent()).isEqualTo(-1);
        double[] solved = cholesky.solve(right);
        for (int i = 0; i < 8; i++) {
            assertThat(solved[i]).isCloseTo(i + 1, within(1e-9));
        }
        assertThat(Cholesky.of(new double[][] {{4, 2}, {2, 2}}).inverseDiagonal())
                .containsExactly(new double[] {0.5, 1}, within(1e-15));
        assertThat(Cholesky.of(new double[][] {{1, 2}, {2, 4}}).dependent()).isEqualTo(1);
        assertThat(Cholesky.of(new double[][] {{Double.NaN}}).dependent()).isZero();
    }
}
