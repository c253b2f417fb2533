package io.cxmetrics.models.purchase;

import io.cxmetrics.models.internal.GaussLegendre;
import io.cxmetrics.models.internal.LogRising;
import io.cxmetrics.models.internal.Numbers;

/**
 * A customer who is alive now, buys at a rate with a gamma distribution (r, alpha), and leaves after a time with a
 * Pareto distribution (s, beta). New customers and those with a history differ in the parameters alone.
 */
record ParetoKernel(double r, double alpha, double s, double beta) {

    /** r beta / (alpha (s-1)) (1 - (beta / (beta+t))^(s-1)), whose limit at s = 1 is nothing special here. */
    double expected(double time) {
        return r / alpha * beta * Numbers.decayed(s - 1, Math.log1p(time / beta));
    }

    double alive(double time) {
        return Math.exp(-s * Math.log1p(time / beta));
    }

    /** The integral of r / alpha alive(t) e^(-discount t), in w = ln(1 + t / beta). */
    double discounted(double discount) {
        double z = discount * beta;
        double end = Math.log1p(45 / z);
        if (s > 1) {
            end = Math.min(end, 45 / (s - 1));
        }
        int panels = (int) Math.ceil(Math.max(6, end * Math.max(1, Math.abs(1 - s) / 8)));
        return r
                / alpha
                * beta
                * GaussLegendre.integral(w -> Math.exp((1 - s) * w - z * Math.expm1(w)), 0, end, panels);
    }

    /** Bought so often and stayed, or bought so often until the time of leaving, which is integrated over. */
    double probability(long n, double time) {
        if (time == 0) {
            return n == 0 ? 1 : 0;
        }
        double least = Math.min(alpha, beta);
        double end = Math.log1p(time / least);
        int panels = (int) Math.ceil(end * (2 + (r + s + n) / 8));
        double constant = LogRising.value(r, n) - LogRising.value(1, n);
        double left = GaussLegendre.integral(
                w -> {
                    double at = least * Math.expm1(w);
                    double log = constant + logBought(n, at) - (s + 1) * Math.log1p(at / beta);
                    return s / beta * least * Math.exp(log + w);
                },
                0,
                end,
                panels);
        return Math.min(1, left + Math.exp(constant + logBought(n, time)) * alive(time));
    }

    private double logBought(long n, double time) {
        return -r * Math.log1p(time / alpha) + (n == 0 ? 0 : n * Math.log(time / (alpha + time)));
    }
}
