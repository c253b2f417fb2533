package io.cxmetrics.models.purchase;

import io.cxmetrics.models.internal.GaussLegendre;
import io.cxmetrics.models.internal.Hypergeometric;
import io.cxmetrics.models.internal.LogRising;
import io.cxmetrics.models.internal.Numbers;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * A customer who is alive now, buys at a rate with a gamma distribution (shape r, rate alpha), and leaves after each
 * purchase with a probability that has a beta distribution (a, b). New customers and those with a history differ in the
 * parameters alone.
 */
record BetaGeometricKernel(double r, double alpha, double a, double b) {

    /** How far from 1 the argument of a series must stay; closer, it needs more terms than the integral has nodes. */
    private static final double NEAR_ONE = 1e-3;

    double expected(double time) {
        double c = a + b - 1;
        return c >= 0.1 && c - r >= -1 && alpha >= NEAR_ONE * (alpha + time)
                ? expectedBySeries(time)
                : expectedByIntegral(time);
    }

    /**
     * c (1 - (1-z)^(a-1) F) / (a - 1) with F = 2F1(c-r, a-1; c; z), c = a+b-1, z = t / (alpha + t). Every term of F -
     * 1 has the factor a - 1, which is taken out, so that a = 1 is nothing special.
     */
    double expectedBySeries(double time) {
        double c = a + b - 1;
        double z = time / (alpha + time);
        double q = z * (c - r) * Hypergeometric.rest(c - r + 1, a, c, z);
        double inner = a == 1 ? q : Math.log1p((a - 1) * q) / (a - 1);
        return c * Numbers.decayed(a - 1, Math.log1p(time / alpha) - inner);
    }

    /** The expectation over p of (1 - (1 + p t / alpha)^-r) / p. */
    double expectedByIntegral(double time) {
        return overDropout(p -> -Math.expm1(-r * Math.log1p(p * time / alpha)) / p);
    }

    /** The probability to be alive after some more time: the expectation over p of (1 + p t / alpha)^-r. */
    double alive(double time) {
        double z = time / (alpha + time);
        double c = a + b;
        return c >= r && alpha >= NEAR_ONE * (alpha + time)
                ? Math.exp(-a * Math.log1p(time / alpha)) * Hypergeometric.of(c - r, a, c, z)
                : overDropout(p -> Math.exp(-r * Math.log1p(p * time / alpha)));
    }

    /** The expectation over p, whose logit has a smooth density that falls exponentially to both sides. */
    private double overDropout(DoubleUnaryOperator answer) {
        double norm = LogBeta.value(a, b);
        double center = Math.log(a / b);
        double width = 1 / Math.sqrt(Math.max(1, a * b / (a + b)));
        double from = center - 45 * Math.max(width, 1 / a);
        double to = center + 45 * Math.max(width, 1 / b);
        DoubleUnaryOperator density = v -> {
            double p = Math.max(Numbers.logistic(v), Double.MIN_NORMAL);
            return answer.applyAsDouble(p) * Math.exp(-a * Numbers.log1pExp(-v) - b * Numbers.log1pExp(v) - norm);
        };
        return GaussLegendre.integral(density, from, to, (int) Math.ceil((to - from) / width));
    }

    double probability(long n, double time) {
        double left = LogRising.value(b, n) - LogRising.value(a + b, n);
        double stays = Math.exp(left + logNegativeBinomial(n, time));
        if (n == 0) {
            return stays;
        }
        // Left at the last purchase: n or more would have come.
        double leaves = Math.exp(left) * a / (b + n - 1);
        return Math.min(1, stays + leaves * RegularizedBeta.value(time / (alpha + time), n, r));
    }

    /** The logarithm of the probability of n purchases of somebody who never leaves. */
    private double logNegativeBinomial(long n, double time) {
        double log = -r * Math.log1p(time / alpha);
        if (n > 0) {
            log += LogRising.value(r, n) - LogRising.value(1, n) + n * Math.log(time / (alpha + time));
        }
        return log;
    }
}
