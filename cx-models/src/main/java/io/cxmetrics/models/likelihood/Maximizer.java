package io.cxmetrics.models.likelihood;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The search for the maximum of a log-likelihood in a box, by Newton's method with exact second derivatives.
 *
 * <p>Where the surface is not concave, the information matrix is shifted until it is positive definite; a step that
 * does not lead upwards is halved. A coordinate at a bound whose gradient points outwards stays there. Nothing in the
 * search is random, so that the same rows give the same bits.
 *
 * <p>Source: J. Nocedal, S. Wright, "Numerical Optimization" (2006), chapters 3 and 16.
 */
public final class Maximizer {

    private static final int MOST_ITERATIONS = 200;

    /** No coordinate moves further in one step: e^2 is a factor of 7 in a parameter. */
    private static final double LONGEST_STEP = 2;

    private static final double CONVERGED = 1e-8;

    private final LogLikelihood likelihood;
    private final double[] lower;
    private final double[] upper;
    private double[] point;
    private Derivatives here;
    private int iterations;
    private boolean converged;

    private Maximizer(LogLikelihood likelihood, double[] start, double[] lower, double[] upper) {
        this.likelihood = likelihood;
        this.lower = lower;
        this.upper = upper;
        this.point = clamp(start);
        this.here = Derivatives.of(likelihood, point);
    }

    /** Searches from a start in the box between two corners. */
    public static Maximum maximize(LogLikelihood likelihood, double[] start, double[] lower, double[] upper) {
        Maximizer search = new Maximizer(likelihood, start, lower, upper);
        if (search.here.finite()) {
            search.run();
        }
        return search.result();
    }

    private void run() {
        while (!converged && iterations < MOST_ITERATIONS) {
            iterations++;
            double[] step = step(free());
            if (!advance(step)) {
                // Rounding is all that is left to gain, or the surface is not what its derivatives say.
                converged = largest(step) < Math.sqrt(CONVERGED);
                return;
            }
        }
    }

    private boolean[] free() {
        boolean[] free = new boolean[point.length];
        for (int i = 0; i < point.length; i++) {
            boolean held =
                    (point[i] <= lower[i] && here.gradient[i] <= 0) || (point[i] >= upper[i] && here.gradient[i] >= 0);
            free[i] = !held;
        }
        return free;
    }

    private double[] step(boolean[] free) {
        double[][] information = information(free);
        double[] gradient = here.gradient.clone();
        double[] scale = new double[point.length];
        for (int i = 0; i < point.length; i++) {
            gradient[i] = free[i] ? gradient[i] : 0;
            // Each coordinate by its own measure: they may differ by many orders.
            scale[i] = Math.abs(information[i][i]) + Math.abs(gradient[i]) + 1e-100;
        }
        Cholesky root = Cholesky.of(information, scale, 0);
        for (double shift = 1e-6; root == null; shift *= 10) {
            root = Cholesky.of(information, scale, shift);
        }
        double[] step = root.solve(gradient);
        double longest = largest(step);
        if (longest > LONGEST_STEP) {
            for (int i = 0; i < step.length; i++) {
                step[i] *= LONGEST_STEP / longest;
            }
        }
        return step;
    }

    private double[][] information(boolean[] free) {
        double[][] information = new double[point.length][point.length];
        for (int i = 0; i < point.length; i++) {
            for (int j = 0; j < point.length; j++) {
                information[i][j] = free[i] && free[j] ? -here.hessian[i][j] : i == j ? 1 : 0;
            }
        }
        return information;
    }

    private boolean advance(double[] step) {
        double slack = 1e-13 * Math.abs(here.value);
        for (double share = 1; share > 1e-10; share /= 2) {
            double[] next = point.clone();
            double moved = 0;
            for (int i = 0; i < next.length; i++) {
                next[i] += share * step[i];
            }
            next = clamp(next);
            for (int i = 0; i < next.length; i++) {
                moved = Math.max(moved, Math.abs(next[i] - point[i]));
            }
            Derivatives there = Derivatives.of(likelihood, next);
            if (there.finite() && there.value >= here.value - slack) {
                point = next;
                here = there;
                converged = share == 1 && moved < CONVERGED;
                return true;
            }
        }
        return false;
    }

    private double[] clamp(double[] wanted) {
        double[] inside = new double[wanted.length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = Math.min(Math.max(wanted[i], lower[i]), upper[i]);
        }
        return inside;
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }

    private Maximum result() {
        boolean[] free = free();
        double norm = 0;
        for (int i = 0; i < point.length; i++) {
            norm = free[i] ? Math.max(norm, Math.abs(here.gradient[i])) : norm;
        }
        return new Maximum(point, here.value, covariance(free), free, new Search(converged, iterations, norm));
    }

    private double[][] covariance(boolean[] free) {
        @Nullable Cholesky root = here.finite() ? Cholesky.of(information(free), new double[point.length], 0) : null;
        double[][] covariance = new double[point.length][point.length];
        for (int i = 0; i < point.length; i++) {
            Arrays.fill(covariance[i], Double.NaN);
        }
        if (root != null) {
            double[][] inverse = root.inverse();
            for (int i = 0; i < point.length; i++) {
                for (int j = 0; j < point.length; j++) {
                    covariance[i][j] = free[i] && free[j] ? inverse[i][j] : Double.NaN;
                }
            }
        }
        return covariance;
    }

    /** How a search ended. */
    public record Search(boolean converged, int iterations, double gradientNorm) {}
}
