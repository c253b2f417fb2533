package io.cxmetrics.internal;

import java.util.function.DoubleUnaryOperator;

/**
 * Integrals of smooth functions by the rule of Gauss and Legendre on panels of equal width.
 *
 * <p>A panel has 16 nodes, which is exact for polynomials up to the degree 31. The nodes are the roots of the Legendre
 * polynomial, found by Newton's method; the weights are 2 / ((1 - x&sup2;) P'(x)&sup2;).
 */
public final class GaussLegendre {

    /** Nodes of one panel. */
    public static final int ORDER = 16;

    private static final double[] NODES = new double[ORDER];
    private static final double[] WEIGHTS = new double[ORDER];

    static {
        for (int i = 0; i < ORDER; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (ORDER + 0.5));
            double slope = 0;
            for (int step = 0; step < 20; step++) {
                double before = 1;
                double value = x;
                for (int k = 2; k <= ORDER; k++) {
                    double next = ((2 * k - 1) * x * value - (k - 1) * before) / k;
                    before = value;
                    value = next;
                }
                slope = ORDER * (x * value - before) / (x * x - 1);
                x -= value / slope;
            }
            NODES[i] = x;
            WEIGHTS[i] = 2 / ((1 - x * x) * slope * slope);
        }
    }

    private GaussLegendre() {}

    /**
     * Returns the integral of a function.
     *
     * @param function the function, smooth on the range
     * @param from the lower end, finite
     * @param to the upper end, finite
     * @param panels how many panels the range is divided into, at least 1
     * @return the integral
     */
    public static double integral(DoubleUnaryOperator function, double from, double to, int panels) {
        double[] x = nodes(from, to, panels);
        double[] weights = weights(from, to, panels);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += weights[i] * function.applyAsDouble(x[i]);
        }
        return sum;
    }

    /**
     * Returns the places at which the rule evaluates a function.
     *
     * @param from the lower end, finite
     * @param to the upper end, finite
     * @param panels how many panels the range is divided into, at least 1
     * @return {@link #ORDER} places for each panel
     */
    public static double[] nodes(double from, double to, int panels) {
        double half = (to - from) / panels / 2;
        double[] x = new double[panels * ORDER];
        for (int i = 0; i < x.length; i++) {
            x[i] = from + half * (2 * (i / ORDER) + 1 + NODES[i % ORDER]);
        }
        return x;
    }

    /**
     * Returns the weight of each of the {@linkplain #nodes places}.
     *
     * @param from the lower end, finite
     * @param to the upper end, finite
     * @param panels how many panels the range is divided into, at least 1
     * @return the weights, which sum to the width of the range
     */
    public static double[] weights(double from, double to, int panels) {
        double half = (to - from) / panels / 2;
        double[] weights = new double[panels * ORDER];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = half * WEIGHTS[i % ORDER];
        }
        return weights;
    }
}
