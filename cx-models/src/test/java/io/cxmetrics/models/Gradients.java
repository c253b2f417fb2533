package io.cxmetrics.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.models.likelihood.Derivatives;
import io.cxmetrics.models.likelihood.LogLikelihood;

/** Exact derivatives against differences of sixth order. */
public final class Gradients {

    private static final double STEP = 2e-3;
    private static final double[] FACTORS = {45.0 / 60, -9.0 / 60, 1.0 / 60};

    private Gradients() {}

    /** Compares every first and second derivative at a point. */
    public static void check(LogLikelihood likelihood, double[] point) {
        Derivatives exact = Derivatives.of(likelihood, point);
        for (int i = 0; i < point.length; i++) {
            double slope = 0;
            double[] second = new double[point.length];
            for (int k = 1; k <= FACTORS.length; k++) {
                Derivatives up = Derivatives.of(likelihood, moved(point, i, k * STEP));
                Derivatives down = Derivatives.of(likelihood, moved(point, i, -k * STEP));
                slope += FACTORS[k - 1] * (up.value - down.value) / STEP;
                for (int j = 0; j < point.length; j++) {
                    second[j] += FACTORS[k - 1] * (up.gradient[j] - down.gradient[j]) / STEP;
                }
            }
            double size = Math.abs(exact.value) + 1;
            assertThat(exact.gradient[i]).as("derivative " + i).isCloseTo(slope, within(3e-9 * size));
            for (int j = 0; j < point.length; j++) {
                assertThat(exact.hessian[i][j])
                        .as("second derivative " + i + " " + j)
                        .isCloseTo(second[j], within(3e-8 * size));
            }
        }
    }

    private static double[] moved(double[] point, int i, double by) {
        double[] other = point.clone();
        other[i] += by;
        return other;
    }
}
