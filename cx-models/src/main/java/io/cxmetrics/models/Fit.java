package io.cxmetrics.models;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.models.internal.Checks;
import io.cxmetrics.stat.Interval;
import java.io.Serializable;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.numbers.gamma.InverseErfc;

/**
 * A model with the parameters that make the data most likely, and how sure they are.
 *
 * <p><b>Definition.</b> The parameters maximize the log-likelihood. Their covariance is the inverse of the observed
 * information (minus the second derivatives at the maximum). The interval of any answer of the model follows by the
 * delta method: variance = g' C g with the gradient g of the answer in the parameters and their covariance C.
 *
 * <p><b>Edges.</b> A parameter at a bound, or one that the data do not determine, is named in {@link #report()} and
 * by a warning of the log; the standard error of a parameter at a bound is NaN, and so is that of every answer that
 * depends on it.
 *
 * <p><b>Sources.</b> A. W. van der Vaart, "Asymptotic Statistics" (1998), chapters 3 and 5; H. Akaike (1974),
 * <a href="https://doi.org/10.1109/TAC.1974.1100705">doi:10.1109/TAC.1974.1100705</a>; G. Schwarz (1978),
 * <a href="https://doi.org/10.1214/aos/1176344136">doi:10.1214/aos/1176344136</a>.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Fit<SurvivalModel> fit = SurvivalFamily.EXPONENTIAL.fit(
 *         Durations.of(new double[] {2, 3, 5}, new boolean[] {true, true, false}));
 * Math.rint(fit.model().mean() * 1e9) / 1e9; // 5.0
 * fit.report().sound(); // true
 * fit.count(); // 3.0
 * }</pre>
 *
 * @param <M> the type of the model
 * @since 0.1
 */
public final class Fit<M extends ParametricModel<M>> implements Serializable {

    private static final long serialVersionUID = 1;

    /** The width of a difference, as a share of a standard error. Four points leave an error of its fourth power. */
    private static final double STEP = 1e-3;

    private final M model;
    private final double count;
    private final double logLikelihood;
    private final double[][] covariance;
    private final FitReport report;

    private Fit(M model, double count, double logLikelihood, double[][] covariance, FitReport report) {
        this.model = model;
        this.count = count;
        this.logLikelihood = logLikelihood;
        this.covariance = copy(covariance);
        this.report = report;
    }

    /**
     * Returns a fit from its parts.
     *
     * @param model the model
     * @param count how many observations it rests on, above 0; a sum of weights where they are weighted
     * @param logLikelihood the natural logarithm of the likelihood at its maximum
     * @param covariance the covariance of the parameters, square, in the order of their names; NaN where it is unknown
     * @param report what the search met
     * @param <M> the type of the model
     * @return the fit
     * @throws IllegalArgumentException if the count is not positive, or the covariance has another size
     */
    public static <M extends ParametricModel<M>> Fit<M> of(
            M model, double count, double logLikelihood, double[][] covariance, FitReport report) {
        Checks.positive("count", count);
        int size = model.parameterNames().size();
        if (covariance.length != size || Arrays.stream(covariance).anyMatch(row -> row.length != size)) {
            throw new IllegalArgumentException(
                    "covariance must have " + size + " rows and columns, got " + covariance.length + " rows");
        }
        return new Fit<>(model, count, logLikelihood, covariance, requireNonNull(report, "report"));
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * Returns the fitted model.
     *
     * @return the model
     */
    public M model() {
        return model;
    }

    /**
     * Returns how many observations the fit rests on.
     *
     * @return the number, or the sum of weights
     */
    public double count() {
        return count;
    }

    /**
     * Returns the log-likelihood at its maximum.
     *
     * @return the natural logarithm
     */
    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * Returns what the search met: whether it converged, and which parameters cannot be trusted.
     *
     * @return the report
     */
    public FitReport report() {
        return report;
    }

    /**
     * Returns the covariance of the parameters.
     *
     * @return a new matrix in the order of {@link ParametricModel#parameterNames()}; NaN where it is unknown
     */
    public double[][] covariance() {
        return copy(covariance);
    }

    /**
     * Returns the estimate of a parameter.
     *
     * @param name the name
     * @return the estimate
     * @throws IllegalArgumentException if the model has no such parameter
     */
    public double parameter(String name) {
        return model.parameters()[index(name)];
    }

    /**
     * Returns the standard error of a parameter.
     *
     * @param name the name
     * @return the square root of its variance; NaN where it is unknown
     * @throws IllegalArgumentException if the model has no such parameter
     */
    public double standardError(String name) {
        int i = index(name);
        return Math.sqrt(covariance[i][i]);
    }

    private int index(String name) {
        int i = model.parameterNames().indexOf(name);
        if (i < 0) {
            throw new IllegalArgumentException("name must be one of " + model.parameterNames() + ", got " + name);
        }
        return i;
    }

    /**
     * Returns Akaike's information criterion, by which models of the same data compare: the lower, the better.
     *
     * @return 2 parameters - 2 log-likelihood
     */
    public double aic() {
        return 2.0 * covariance.length - 2 * logLikelihood;
    }

    /**
     * Returns Schwarz's Bayesian information criterion: the lower, the better.
     *
     * @return parameters ln(count) - 2 log-likelihood
     */
    public double bic() {
        return covariance.length * Math.log(count) - 2 * logLikelihood;
    }

    /**
     * Returns the standard error of an answer of the model by the delta method.
     *
     * @param answer the question, such as {@code SurvivalModel::median}
     * @return the standard error in the unit of the answer; NaN where it is unknown
     */
    public double standardError(ToDoubleFunction<? super M> answer) {
        double[] at = model.parameters();
        double[] gradient = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            // A small share of the error itself, yet never so large that a positive parameter could turn negative.
            double step = STEP * Math.min(Math.sqrt(covariance[i][i]), Math.max(Math.abs(at[i]), 1e-3));
            gradient[i] = (8 * (moved(at, i, step, answer) - moved(at, i, -step, answer))
                            - moved(at, i, 2 * step, answer)
                            + moved(at, i, -2 * step, answer))
                    / (12 * step);
        }
        double variance = 0;
        for (int i = 0; i < at.length; i++) {
            for (int j = 0; j < at.length; j++) {
                variance += gradient[i] * covariance[i][j] * gradient[j];
            }
        }
        return Math.sqrt(Math.max(variance, 0));
    }

    private double moved(double[] at, int i, double step, ToDoubleFunction<? super M> answer) {
        if (Double.isNaN(step)) {
            return Double.NaN;
        }
        double[] other = at.clone();
        other[i] += step;
        return answer.applyAsDouble(model.withParameters(other));
    }

    /**
     * Returns the interval of an answer that can take any sign.
     *
     * @param answer the question
     * @param confidence the level in (0, 1), such as 0.95
     * @return the answer plus and minus z standard errors; undefined where the standard error is unknown
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(ToDoubleFunction<? super M> answer, double confidence) {
        return Interval.around(answer.applyAsDouble(model), critical(confidence) * standardError(answer));
    }

    /**
     * Returns the interval of an answer that is always positive, such as a time or money. It is symmetric in the
     * logarithm, so that it never reaches 0.
     *
     * @param answer the question
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined where the answer or its standard error is unknown
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval positiveInterval(ToDoubleFunction<? super M> answer, double confidence) {
        double estimate = answer.applyAsDouble(model);
        double factor = Math.exp(critical(confidence) * standardError(answer) / estimate);
        return estimate > 0 && factor >= 1 ? Interval.of(estimate / factor, estimate * factor) : Interval.UNDEFINED;
    }

    private static double critical(double confidence) {
        return Math.sqrt(2) * InverseErfc.value(1 - Checks.confidence(confidence));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fit<?> that
                && model.equals(that.model)
                && Double.compare(count, that.count) == 0
                && Double.compare(logLikelihood, that.logLikelihood) == 0
                && Arrays.deepEquals(covariance, that.covariance)
                && report.equals(that.report);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * model.hashCode() + Double.hashCode(logLikelihood)) + Arrays.deepHashCode(covariance);
    }

    /**
     * Returns the model, the number of observations and the log-likelihood.
     *
     * @return the model, the count, the log-likelihood and the report, each named
     */
    @Override
    public String toString() {
        return "Fit[" + model + ", count=" + count + ", logLikelihood=" + logLikelihood + ", " + report + "]";
    }
}
