package io.cxmetrics.compare.driver;

import io.cxmetrics.internal.Cholesky;
import io.cxmetrics.internal.SymmetricEigen;

/** Correlations of drivers with each other and with the outcome, and what divides R squared. */
final class DriverMatrix {

    private final double[][] among;
    private final double[] outcome;

    DriverMatrix(double[][] among, double[] outcome) {
        this.among = among;
        this.outcome = outcome;
    }

    /** Of columns, the last of which is the outcome, over rows that may be named more than once. */
    static DriverMatrix of(double[][] columns, int[] rows) {
        int p = columns.length - 1;
        double[] means = new double[p + 1];
        for (int c = 0; c <= p; c++) {
            double sum = 0;
            for (int row : rows) {
                sum += columns[c][row];
            }
            means[c] = sum / rows.length;
        }
        double[][] products = new double[p + 1][p + 1];
        double[] centred = new double[p + 1];
        for (int row : rows) {
            for (int c = 0; c <= p; c++) {
                centred[c] = columns[c][row] - means[c];
            }
            for (int c = 0; c <= p; c++) {
                double value = centred[c];
                double[] into = products[c];
                for (int d = 0; d <= c; d++) {
                    into[d] += value * centred[d];
                }
            }
        }
        double[][] among = new double[p][p];
        double[] outcome = new double[p];
        for (int c = 0; c < p; c++) {
            for (int d = 0; d < c; d++) {
                among[c][d] = products[c][d] / Math.sqrt(products[c][c] * products[d][d]);
                among[d][c] = among[c][d];
            }
            among[c][c] = products[c][c] > 0 ? 1 : Double.NaN;
            outcome[c] = products[p][c] / Math.sqrt(products[c][c] * products[p][p]);
        }
        return new DriverMatrix(among, outcome);
    }

    int size() {
        return outcome.length;
    }

    double with(int driver) {
        return outcome[driver];
    }

    double between(int one, int other) {
        return among[one][other];
    }

    Cholesky decomposed() {
        return Cholesky.of(among);
    }

    double[] betas(Cholesky decomposed) {
        return decomposed.solve(outcome);
    }

    double rSquared(double[] betas) {
        double sum = 0;
        for (int i = 0; i < betas.length; i++) {
            sum += betas[i] * outcome[i];
        }
        return sum;
    }

    double[] weights(DriverRule rule) {
        return rule == DriverRule.SHAPLEY ? shapley() : relative();
    }

    private double[] relative() {
        int p = size();
        double[][] root = SymmetricEigen.of(among).squareRoot();
        // The root is symmetric and positive; its Cholesky solves it.
        double[] twins = Cholesky.of(root).solve(outcome);
        double[] weights = new double[p];
        for (int i = 0; i < p; i++) {
            for (int k = 0; k < p; k++) {
                weights[i] += root[i][k] * root[i][k] * twins[k] * twins[k];
            }
        }
        return weights;
    }

    private double[] shapley() {
        int p = size();
        double[] explained = new double[1 << p];
        explain(0, 0, new int[p], new double[p][p], new double[p], explained);
        double[] bySize = new double[p];
        for (int size = 0; size < p; size++) {
            // size! (p - size - 1)! / p!
            double chance = 1.0 / p;
            for (int i = 1; i <= size; i++) {
                chance *= i / (p - i + 0.0);
            }
            bySize[size] = chance;
        }
        double[] weights = new double[p];
        for (int set = 0; set < explained.length; set++) {
            int size = Integer.bitCount(set);
            for (int driver = 0; driver < p; driver++) {
                if ((set >> driver & 1) == 0) {
                    weights[driver] += bySize[size] * (explained[set | 1 << driver] - explained[set]);
                }
            }
        }
        return weights;
    }

    /**
     * R squared of every set: each is one more row of the Cholesky decomposition of the set without its last driver.
     */
    private void explain(int set, int size, int[] chosen, double[][] lower, double[] parts, double[] explained) {
        int from = size == 0 ? 0 : chosen[size - 1] + 1;
        for (int driver = from; driver < size(); driver++) {
            double[] row = lower[size];
            double left = 1;
            double part = outcome[driver];
            for (int i = 0; i < size; i++) {
                double sum = among[driver][chosen[i]];
                for (int k = 0; k < i; k++) {
                    sum -= row[k] * lower[i][k];
                }
                row[i] = sum / lower[i][i];
                left -= row[i] * row[i];
                part -= row[i] * parts[i];
            }
            row[size] = Math.sqrt(left);
            parts[size] = part / row[size];
            chosen[size] = driver;
            int with = set | 1 << driver;
            explained[with] = explained[set] + parts[size] * parts[size];
            explain(with, size + 1, chosen, lower, parts, explained);
        }
    }
}
