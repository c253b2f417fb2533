package io.cxmetrics.models.internal;

/** Elementary functions that neither overflow nor lose their digits. */
public final class Numbers {

    private Numbers() {}

    /** Returns ln(1 + e^x). */
    public static double log1pExp(double x) {
        return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
    }

    /** Returns 1 / (1 + e^-x). */
    public static double logistic(double x) {
        if (x >= 0) {
            return 1 / (1 + Math.exp(-x));
        }
        double e = Math.exp(x);
        return e / (1 + e);
    }

    /** Returns ln(e^a + e^b), also where one of them is minus infinity. */
    public static double logSum(double a, double b) {
        double high = Math.max(a, b);
        return high == Double.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(Math.min(a, b) - high));
    }

    /** Returns (1 - e^(-kx)) / k, whose limit is x at k = 0. */
    public static double decayed(double k, double x) {
        return k == 0 ? x : -Math.expm1(-k * x) / k;
    }
}
