package io.cxmetrics.models.survival;

import io.cxmetrics.models.likelihood.Derivatives;
import io.cxmetrics.models.likelihood.LogLikelihood;

/** The log-likelihood of a location and, where there is a second coordinate, the logarithm of a scale. */
final class SurvivalLikelihood implements LogLikelihood {

    private final LogTimeErrors errors;
    private final Durations durations;

    SurvivalLikelihood(LogTimeErrors errors, Durations durations) {
        this.errors = errors;
        this.durations = durations;
    }

    @Override
    public void at(double[] point, Derivatives sum) {
        add(point, durations.happened, true, 1, sum);
        add(point, durations.censored, false, 1, sum);
        add(point, durations.entered, false, -1, sum);
    }

    private void add(double[] point, TimeWeights rows, boolean event, int sign, Derivatives sum) {
        boolean scaled = point.length > 1;
        double logScale = scaled ? point[1] : 0;
        double scale = Math.exp(logScale);
        double[] g = new double[3];
        for (int i = 0; i < rows.times.length; i++) {
            double weight = sign * rows.weights[i];
            double logTime = Math.log(rows.times[i]);
            double y = (logTime - point[0]) / scale;
            if (event) {
                errors.logDensity(y, g);
                g[0] -= logScale + logTime;
            } else {
                errors.logSurvival(y, g);
            }
            sum.value += weight * g[0];
            sum.gradient[0] -= weight * g[1] / scale;
            sum.hessian[0][0] += weight * g[2] / (scale * scale);
            if (scaled) {
                sum.gradient[1] -= weight * (y * g[1] + (event ? 1 : 0));
                sum.hessian[1][0] += weight * (g[2] * y + g[1]) / scale;
                sum.hessian[1][1] += weight * (g[2] * y + g[1]) * y;
            }
        }
    }
}
