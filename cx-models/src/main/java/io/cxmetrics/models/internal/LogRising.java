package io.cxmetrics.models.internal;

import org.apache.commons.numbers.gamma.Digamma;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.Trigamma;

/** The logarithm of the rising factorial q (q+1) ... (q+n-1), with two derivatives in q. */
public final class LogRising {

    private static final long FEW = 24;

    private LogRising() {}

    /** Returns ln &Gamma;(q + n) - ln &Gamma;(q). */
    public static double value(double q, double n) {
        return n == 0 ? 0 : LogGamma.value(q + n) - LogGamma.value(q);
    }

    /** Adds the value and two derivatives, each times a weight, to the first three places of an array. */
    public static void add(double q, long n, double weight, double[] sum) {
        if (n > FEW) {
            sum[0] += weight * value(q, n);
            sum[1] += weight * (Digamma.value(q + n) - Digamma.value(q));
            sum[2] += weight * (Trigamma.value(q + n) - Trigamma.value(q));
            return;
        }
        double product = 1;
        double first = 0;
        double second = 0;
        for (int i = 0; i < n; i++) {
            double inverse = 1 / (q + i);
            product *= q + i;
            first += inverse;
            second -= inverse * inverse;
        }
        sum[0] += weight * Math.log(product);
        sum[1] += weight * first;
        sum[2] += weight * second;
    }
}
