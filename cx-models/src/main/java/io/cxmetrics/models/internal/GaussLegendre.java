package io.cxmetrics.models.internal;

import java.util.function.DoubleUnaryOperator;

/**
 * Quadrature by Gauss and Legendre with 20 nodes in each of several panels of equal width.
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, <a href="https://dlmf.nist.gov/3.5#v">section
 * 3.5(v)</a>. The nodes are the zeros of the Legendre polynomial, found by Newton's method.
 */
public final class GaussLegendre {

    /** Nodes in each panel. */
    public static final int NODES = 20;

    private static final double[] AT = new double[NODES];
    private static final double[] WEIGHT = new double[NODES];

    static {
        for (int i = 0; i < NODES; i++) {
            double x = Math.cos(Math.PI * (i + 0.75) / (NODES + 0.5));
            double slope = 0;
            for (int round = 0; round < 8; round++) {
                double before = 1;
                double now = x;
                for (int k = 2; k <= NODES; k++) {
                    double next = ((2 * k - 1) * x * now - (k - 1) * before) / k;
                    before = now;
                    now = next;
                }
                slope = NODES * (x * now - before) / (x * x - 1);
                x -= now / slope;
            }
            AT[i] = (1 + x) / 2;
            WEIGHT[i] = 1 / ((1 - x * x) * slope * slope);
        }
    }

    private GaussLegendre() {}

    /** Returns where a node lies between 0 and 1. */
    public static double node(int i) {
        return AT[i];
    }

    /** Returns the weight of a node; together they are 1. */
    public static double weight(int i) {
        return WEIGHT[i];
    }

    /** Returns the integral between two ends over a number of panels. */
    public static double integral(DoubleUnaryOperator function, double from, double to, int panels) {
        double width = (to - from) / panels;
        double sum = 0;
        for (int panel = 0; panel < panels; panel++) {
            for (int i = 0; i < NODES; i++) {
                sum += WEIGHT[i] * function.applyAsDouble(from + width * (panel + AT[i]));
            }
        }
        return sum * width;
    }
}
