package io.cxmetrics.models.likelihood;

import io.cxmetrics.models.Fit;
import io.cxmetrics.models.FitReport;
import io.cxmetrics.models.ParameterFlaw;
import io.cxmetrics.models.ParametricModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From the maximum of a log-likelihood to a fit, with warnings of what cannot be trusted. */
public final class MaximumLikelihood {

    private static final Logger LOG = LoggerFactory.getLogger(MaximumLikelihood.class);

    /** How far a logarithm of a parameter may be unsure: e^5 is a factor of 150 to either side. */
    private static final double IDENTIFIED = 5;

    /** The search covers this many logarithms to either side of where it starts. */
    private static final double REACH = Math.log(1e6);

    private MaximumLikelihood() {}

    /**
     * Fits a model whose parameters are all positive, in their logarithms.
     *
     * @param start the parameters to start from; the search stays within a factor of a million of them
     * @param make makes the model of its parameters
     */
    public static <M extends ParametricModel<M>> Fit<M> fitPositive(
            LogLikelihood likelihood, double count, double[] start, Function<double[], M> make) {
        double[] logs = Arrays.stream(start).map(Math::log).toArray();
        double[] lower = Arrays.stream(logs).map(log -> log - REACH).toArray();
        double[] upper = Arrays.stream(logs).map(log -> log + REACH).toArray();
        Maximum maximum = Maximizer.maximize(likelihood, logs, lower, upper);
        double[] values = Arrays.stream(maximum.point()).map(Math::exp).toArray();
        return fit(maximum, count, make.apply(values), values);
    }

    /**
     * Turns a maximum into a fit.
     *
     * @param slopes the derivative of each parameter in its coordinate
     */
    public static <M extends ParametricModel<M>> Fit<M> fit(Maximum maximum, double count, M model, double[] slopes) {
        double[][] covariance = maximum.covariance();
        Map<String, ParameterFlaw> flaws = new TreeMap<>();
        List<String> names = model.parameterNames();
        double[][] natural = new double[slopes.length][slopes.length];
        for (int i = 0; i < slopes.length; i++) {
            if (!maximum.free()[i]) {
                flaws.put(names.get(i), ParameterFlaw.AT_BOUND);
            } else if (!(covariance[i][i] <= IDENTIFIED * IDENTIFIED)) {
                flaws.put(names.get(i), ParameterFlaw.NOT_IDENTIFIED);
            }
            for (int j = 0; j < slopes.length; j++) {
                natural[i][j] = slopes[i] * covariance[i][j] * slopes[j];
            }
        }
        Maximizer.Search search = maximum.search();
        FitReport report = new FitReport(search.converged(), search.iterations(), search.gradientNorm(), flaws);
        warn(model, report);
        return Fit.of(model, count, maximum.value(), natural, report);
    }

    private static void warn(ParametricModel<?> model, FitReport report) {
        if (!report.converged()) {
            LOG.warn(
                    "the fit did not converge in {} steps, gradient norm {}: {}",
                    report.iterations(),
                    report.gradientNorm(),
                    model);
        }
        report.flaws().forEach((name, flaw) -> LOG.warn("parameter {} of the fit is {}: {}", name, flaw, model));
    }
}
