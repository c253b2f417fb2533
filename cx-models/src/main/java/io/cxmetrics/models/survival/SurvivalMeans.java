package io.cxmetrics.models.survival;

import io.cxmetrics.models.internal.GaussLegendre;
import io.cxmetrics.models.internal.Numbers;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedGamma;

/** Means in closed form where there is one; the restricted mean of the log-logistic distribution by quadrature. */
final class SurvivalMeans {

    /** Below this, survival differs from 1 by less than half a unit in the last place. */
    private static final double CERTAIN = -38;

    private SurvivalMeans() {}

    static double mean(SurvivalModel model) {
        double scale = model.scale();
        double center = Math.exp(model.location());
        return switch (model.family()) {
            case EXPONENTIAL -> center;
            case WEIBULL -> Math.exp(model.location() + LogGamma.value(1 + scale));
            case LOG_NORMAL -> Math.exp(model.location() + scale * scale / 2);
            case LOG_LOGISTIC ->
                scale < 1 ? center * Math.PI * scale / Math.sin(Math.PI * scale) : Double.POSITIVE_INFINITY;
        };
    }

    static double restricted(SurvivalModel model, double horizon) {
        double scale = model.scale();
        double y = (Math.log(horizon) - model.location()) / scale;
        double value = switch (model.family()) {
            case EXPONENTIAL -> -Math.expm1(-horizon / mean(model)) * mean(model);
            case WEIBULL -> mean(model) * RegularizedGamma.P.value(scale, Math.exp(y));
            case LOG_NORMAL ->
                mean(model) * Erfc.value((scale - y) / Math.sqrt(2)) / 2 + horizon * model.survival(horizon);
            case LOG_LOGISTIC -> logLogistic(model, y);
        };
        return Math.min(value, horizon);
    }

    /** In w = ln t the integrand is e^w / (1 + e^y), smooth over widths of a scale; so far below, it is e^w alone. */
    private static double logLogistic(SurvivalModel model, double last) {
        double first = Math.min(last, CERTAIN);
        double scale = model.scale();
        int panels = (int) Math.ceil((last - first) * Math.max(scale, 1) / 2);
        double log = model.location() + scale * first;
        return Math.exp(log)
                + (panels == 0
                        ? 0
                        : scale
                                * GaussLegendre.integral(
                                        y -> Math.exp(model.location() + scale * y - Numbers.log1pExp(y)),
                                        first,
                                        last,
                                        panels));
    }
}
