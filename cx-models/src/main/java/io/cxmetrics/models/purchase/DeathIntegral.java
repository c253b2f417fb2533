package io.cxmetrics.models.purchase;

import io.cxmetrics.models.internal.GaussLegendre;

/**
 * The integral over the time y at which a customer left, from the last purchase until now, of (alpha+y)^-(r+x)
 * (beta+y)^-(s+1): the part of the Pareto/NBD likelihood that textbooks write as a difference of hypergeometric
 * functions. As an integral of a positive function nothing cancels, and alpha = beta is nothing special.
 *
 * <p>In the logarithm of time the integrand is smooth, and steep at most like a power of r + x + s + 1; panels are as
 * wide as that allows, and end where nothing is left.
 */
final class DeathIntegral {

    /** A panel covers at most this change of the logarithm of the integrand. */
    private static final double STEEP = 12;

    /** e^-45 of the largest value is nothing. */
    private static final double NOTHING = 45;

    private final double[] parameters;

    /** The logarithm of the integral; minus infinity where there was no time to leave. */
    double log;

    /**
     * The means of the derivatives of the logarithm of the integrand; those in r and s less their value at the last
     * purchase.
     */
    final double[] mean = new double[4];

    /** The means of products of these. */
    final double[][] square = new double[4][4];

    /** The means of 1 / (alpha+y), its square, 1 / (beta+y) and its square. */
    final double[] inverse = new double[4];

    DeathIntegral(double[] parameters) {
        this.parameters = parameters;
    }

    /** Computes the logarithm, and if wanted all means. */
    void compute(long repeats, double lastAt, double age, boolean means) {
        double shape = parameters[0] + repeats;
        double alpha = parameters[1] + lastAt;
        double power = parameters[2] + 1;
        double beta = parameters[3] + lastAt;
        double least = Math.min(alpha, beta);
        double end = Math.log1p((age - lastAt) / least);
        double decline = shape * least / alpha + power * least / beta - 1;
        if (decline > 0) {
            end = Math.min(end, NOTHING / decline);
        }
        if (means) {
            clear();
        }
        double silence = age - lastAt;
        double last = least + silence;
        double steep = shape * last / (alpha + silence) + power * last / (beta + silence);
        int panels = (int) Math.ceil(end * Math.max(1, steep / STEEP));
        double width = end / panels;
        double sum = 0;
        for (int panel = 0; panel < panels; panel++) {
            for (int i = 0; i < GaussLegendre.NODES; i++) {
                double u = width * (panel + GaussLegendre.node(i));
                double since = least * Math.expm1(u);
                double logAlpha = Math.log1p(since / alpha);
                double logBeta = Math.log1p(since / beta);
                double value =
                        GaussLegendre.weight(i) * width * least * Math.exp(u - shape * logAlpha - power * logBeta);
                sum += value;
                if (means) {
                    add(value, logAlpha, 1 / (alpha + since), logBeta, 1 / (beta + since), shape, power);
                }
            }
        }
        if (means && sum > 0) {
            divide(sum);
        }
        log = Math.log(sum) - shape * Math.log(alpha) - power * Math.log(beta);
    }

    private void clear() {
        for (int i = 0; i < 4; i++) {
            mean[i] = 0;
            inverse[i] = 0;
            for (int j = 0; j <= i; j++) {
                square[i][j] = 0;
            }
        }
    }

    private void add(
            double value,
            double logAlpha,
            double overAlpha,
            double logBeta,
            double overBeta,
            double shape,
            double power) {
        double g0 = -logAlpha;
        double g1 = -shape * overAlpha;
        double g2 = -logBeta;
        double g3 = -power * overBeta;
        mean[0] += value * g0;
        mean[1] += value * g1;
        mean[2] += value * g2;
        mean[3] += value * g3;
        square[0][0] += value * g0 * g0;
        square[1][0] += value * g1 * g0;
        square[1][1] += value * g1 * g1;
        square[2][0] += value * g2 * g0;
        square[2][1] += value * g2 * g1;
        square[2][2] += value * g2 * g2;
        square[3][0] += value * g3 * g0;
        square[3][1] += value * g3 * g1;
        square[3][2] += value * g3 * g2;
        square[3][3] += value * g3 * g3;
        inverse[0] += value * overAlpha;
        inverse[1] += value * overAlpha * overAlpha;
        inverse[2] += value * overBeta;
        inverse[3] += value * overBeta * overBeta;
    }

    private void divide(double sum) {
        for (int i = 0; i < 4; i++) {
            mean[i] /= sum;
            inverse[i] /= sum;
            for (int j = 0; j <= i; j++) {
                square[i][j] /= sum;
            }
        }
    }
}
