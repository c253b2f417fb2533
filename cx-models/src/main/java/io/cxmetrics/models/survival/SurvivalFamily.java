package io.cxmetrics.models.survival;

import io.cxmetrics.models.Fit;
import io.cxmetrics.models.likelihood.Maximizer;
import io.cxmetrics.models.likelihood.Maximum;
import io.cxmetrics.models.likelihood.MaximumLikelihood;
import java.util.Arrays;

/**
 * Distributions of the time until an event, fitted by maximum likelihood to durations with censoring, late entry and
 * weights.
 *
 * <p><b>Definition.</b> ln t = location + scale &times; error. With S the survival and f the density of a member, the
 * log-likelihood is the sum of ln f(t) over events, plus ln S(t) over censored, minus ln S(entry) over late entries.
 *
 * <p><b>Edges.</b> Durations without an event are refused: their likelihood has no maximum. Where all events fall on
 * one time, the scale runs to its bound, which the fit reports.
 *
 * <p><b>Source.</b> J. D. Kalbfleisch, R. L. Prentice, "The Statistical Analysis of Failure Time Data", 2nd edition
 * (2002), chapters 2 and 3, <a href="https://doi.org/10.1002/9781118032985">doi:10.1002/9781118032985</a>.
 *
 * <p>A fit takes some ten passes over the distinct times.
 *
 * <pre>{@code
 * Durations months = Durations.of(new double[] {1, 4, 6, 9, 9}, new boolean[] {true, true, true, true, false});
 * Fit<SurvivalModel> fit = SurvivalFamily.WEIBULL.fit(months);
 * fit.report().converged(); // true
 * fit.model().survival(0); // 1.0
 * fit.positiveInterval(SurvivalModel::median, 0.95).contains(fit.model().median()); // true
 * }</pre>
 *
 * @since 0.1
 */
public enum SurvivalFamily {

    /** A constant hazard: S(t) = exp(-t / e^location). */
    EXPONENTIAL(LogTimeErrors.EXTREME_VALUE),

    /** A hazard that rises or falls as a power of time: S(t) = exp(-(t / e^location)^(1/scale)). */
    WEIBULL(LogTimeErrors.EXTREME_VALUE),

    /** The logarithm of the time is normal: S(t) = 1 - &Phi;((ln t - location) / scale). */
    LOG_NORMAL(LogTimeErrors.NORMAL),

    /** The odds of the event rise as a power of time: S(t) = 1 / (1 + (t / e^location)^(1/scale)). */
    LOG_LOGISTIC(LogTimeErrors.LOGISTIC);

    /** How far the search goes to either side, in logarithms. */
    private static final double REACH = Math.log(1e6);

    private final LogTimeErrors errors;

    SurvivalFamily(LogTimeErrors errors) {
        this.errors = errors;
    }

    LogTimeErrors errors() {
        return errors;
    }

    /**
     * Tells whether the scale is a parameter; that of the exponential distribution is 1.
     *
     * @return false for the exponential distribution
     */
    public boolean hasScale() {
        return this != EXPONENTIAL;
    }

    /**
     * Returns the member that makes durations most likely.
     *
     * @param durations the durations, with at least one event
     * @return the fit
     * @throws IllegalArgumentException if there is no event
     */
    public Fit<SurvivalModel> fit(Durations durations) {
        if (!(durations.events() > 0)) {
            throw new IllegalArgumentException("durations must have an event, got " + durations);
        }
        double[] start = new double[hasScale() ? 2 : 1];
        start[0] = Math.log(durations.exposure() / durations.events());
        double[] lower = Arrays.stream(start).map(at -> at - REACH).toArray();
        double[] upper = Arrays.stream(start).map(at -> at + REACH).toArray();
        Maximum maximum = Maximizer.maximize(new SurvivalLikelihood(errors, durations), start, lower, upper);
        double scale = hasScale() ? Math.exp(maximum.point()[1]) : 1;
        SurvivalModel model = new SurvivalModel(this, maximum.point()[0], scale);
        double[] slopes = hasScale() ? new double[] {1, scale} : new double[] {1};
        return MaximumLikelihood.fit(maximum, durations.count(), model, slopes);
    }
}
