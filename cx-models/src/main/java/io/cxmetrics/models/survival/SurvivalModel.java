package io.cxmetrics.models.survival;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.models.ParametricModel;
import io.cxmetrics.models.internal.Checks;
import java.util.List;

/**
 * The distribution of the time until an event, in the unit of time of the durations it was fitted to: ln t = location +
 * scale &times; error.
 *
 * <p>Answers beyond the longest duration that was observed are extrapolated: they rest on the family, not on data.
 *
 * <p><b>Edges.</b> The mean of a log-logistic distribution with a scale of 1 or more is infinite. At time 0 everybody
 * survives.
 *
 * <p><b>Source.</b> J. D. Kalbfleisch, R. L. Prentice, "The Statistical Analysis of Failure Time Data", 2nd edition
 * (2002), chapter 2, <a href="https://doi.org/10.1002/9781118032985">doi:10.1002/9781118032985</a>.
 *
 * <pre>{@code
 * SurvivalModel months = new SurvivalModel(SurvivalFamily.EXPONENTIAL, Math.log(10), 1);
 * Math.round(1000 * months.survival(5)); // 607
 * Math.round(1000 * months.median()); // 6931
 * Math.round(1000 * months.extrapolatedRestrictedMean(12)); // 6988
 * }</pre>
 *
 * @param family the family
 * @param location the location of ln t, finite
 * @param scale the scale of ln t, finite and above 0; 1 for the exponential distribution
 * @since 0.1
 */
public record SurvivalModel(SurvivalFamily family, double location, double scale)
        implements ParametricModel<SurvivalModel> {

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException if a parameter is out of range
     */
    public SurvivalModel {
        requireNonNull(family, "family");
        if (!Double.isFinite(location)) {
            throw new IllegalArgumentException("location must be finite, got " + location);
        }
        Checks.positive("scale", scale);
        if (!family.hasScale() && scale != 1) {
            throw new IllegalArgumentException("scale must be 1 for EXPONENTIAL, got " + scale);
        }
    }

    @Override
    public List<String> parameterNames() {
        return family.hasScale() ? List.of("location", "scale") : List.of("location");
    }

    @Override
    public double[] parameters() {
        return family.hasScale() ? new double[] {location, scale} : new double[] {location};
    }

    @Override
    public SurvivalModel withParameters(double... parameters) {
        Checks.sameLength("parameters", family.hasScale() ? 2 : 1, parameters.length);
        return new SurvivalModel(family, parameters[0], family.hasScale() ? parameters[1] : 1);
    }

    /**
     * Returns 1 / scale, the power of time in the hazard of a Weibull and in the odds of a log-logistic distribution.
     *
     * @return the shape, above 0
     */
    public double shape() {
        return 1 / scale;
    }

    /**
     * Returns the probability that the event has not happened by a time.
     *
     * @param time the time, not negative; infinity is allowed
     * @return the probability, in [0, 1]
     * @throws IllegalArgumentException if the time is negative or NaN
     */
    public double survival(double time) {
        return Math.exp(-cumulativeHazard(time));
    }

    /**
     * Returns minus the logarithm of the survival.
     *
     * @param time the time, not negative; infinity is allowed
     * @return the cumulative hazard, not negative
     * @throws IllegalArgumentException if the time is negative or NaN
     */
    public double cumulativeHazard(double time) {
        if (!(time >= 0)) {
            throw new IllegalArgumentException("time must not be negative, got " + time);
        }
        if (time == 0) {
            return 0;
        }
        if (time == Double.POSITIVE_INFINITY) {
            return time;
        }
        double[] log = new double[3];
        family.errors().logSurvival((Math.log(time) - location) / scale, log);
        return -log[0];
    }

    /**
     * Returns the rate of the event at a time among those for whom it has not happened.
     *
     * @param time the time, finite and above 0
     * @return the hazard per unit of time
     * @throws IllegalArgumentException if the time is not finite and positive
     */
    public double hazard(double time) {
        double[] log = new double[3];
        family.errors().logSurvival((Math.log(Checks.positive("time", time)) - location) / scale, log);
        return -log[1] / (scale * time);
    }

    /**
     * Returns the probability that the event does not happen for some more time, if it has not happened so far.
     *
     * @param elapsed the time that has passed without the event, finite and not negative
     * @param further how much longer, finite and not negative
     * @return the probability, in [0, 1]
     * @throws IllegalArgumentException if a time is out of range
     */
    public double conditionalSurvival(double elapsed, double further) {
        Checks.notNegative("further", further);
        return Math.min(
                1,
                Math.exp(cumulativeHazard(Checks.notNegative("elapsed", elapsed))
                        - cumulativeHazard(elapsed + further)));
    }

    /**
     * Returns the time by which the event has happened with a given probability.
     *
     * @param share the probability, in (0, 1)
     * @return the time
     * @throws IllegalArgumentException if the share is out of range
     */
    public double quantile(double share) {
        return Math.exp(location + scale * family.errors().quantile(Checks.inside("share", share)));
    }

    /**
     * Returns the time by which the event has happened with a probability of a half.
     *
     * @return the time
     */
    public double median() {
        return quantile(0.5);
    }

    /**
     * Returns the expected time until the event.
     *
     * @return the time; infinite for a log-logistic distribution with a scale of 1 or more
     */
    public double mean() {
        return SurvivalMeans.mean(this);
    }

    /**
     * Returns the expected time until the event or a horizon, whichever comes first: the area under the survival up
     * to the horizon. Where the horizon lies beyond the data, the part beyond is extrapolated.
     *
     * @param horizon the horizon, finite and not negative
     * @return the time, at most the horizon
     * @throws IllegalArgumentException if the horizon is out of range
     */
    public double extrapolatedRestrictedMean(double horizon) {
        return Checks.notNegative("horizon", horizon) == 0 ? 0 : SurvivalMeans.restricted(this, horizon);
    }
}
