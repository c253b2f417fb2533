package io.cxmetrics.compare.experiment;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Interval;
import java.io.Serializable;

/**
 * An interval and a p-value of a difference that stay valid however often, and whenever, they are looked at.
 *
 * <p><b>Definition.</b> The mixture sequential probability ratio test: with the estimate d, its standard error s and a
 * mixture N(0, tau&sup2;) of effects, ln Lambda = ln(s&sup2; / (s&sup2; + tau&sup2;)) / 2 + tau&sup2; d&sup2; / (2
 * s&sup2; (s&sup2; + tau&sup2;)). The p-value is min(1, 1 / Lambda); the interval is d &plusmn; sqrt(2 s&sup2; (s&sup2;
 * + tau&sup2;) / tau&sup2; (ln(1 / level) + ln((s&sup2; + tau&sup2;) / s&sup2;) / 2)).
 *
 * <p><b>Which tau.</b> It costs power, never validity. {@link #ofPlanned} is the default: tau&sup2; = rho&sup2; s&sup2;
 * n
 * with n units in all, and rho such that the interval is tightest near the planned number of units; the asymptotic
 * confidence sequence of Waudby-Smith and others. {@link #ofMixture} takes tau in the unit of the metric.
 *
 * <p><b>Edges.</b> A standard error of 0 or NaN has no p-value and no interval. The variance is plugged in, which takes
 * some units to hold: {@link SequentialMonitor} leaves out the first.
 *
 * <pre>{@code
 * ConfidenceSequence sequence = ConfidenceSequence.ofPlanned(5_000, 0.05);
 * sequence.interval(10_000, 0.02, 0.0075).contains(0); // true
 * sequence.pValue(10_000, 0.02, 0.0075) > 0.14; // true
 * }</pre>
 *
 * @param level one minus the confidence of the whole sequence, in (0, 1)
 * @param scale tau, or rho where it is relative; above 0
 * @param relative whether tau&sup2; is scale&sup2; s&sup2; n instead of scale&sup2;
 * @see <a href="https://doi.org/10.1287/opre.2021.2135">R. Johari, P. Koomen, L. Pekelis, D. Walsh, Always Valid
 *     Inference: Continuous Monitoring of A/B Tests, Operations Research 70 (2022)</a>
 * @see <a href="https://arxiv.org/abs/2103.06476">I. Waudby-Smith, D. Arbour, R. Sinha, E. Kennedy, A. Ramdas,
 *     Time-uniform central limit theory and asymptotic confidence sequences, 2021</a>
 * @since 0.1
 */
public record ConfidenceSequence(double level, double scale, boolean relative) implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is out of range
     */
    public ConfidenceSequence {
        PlanDefinition.level(level);
        Checks.positive("scale", scale);
    }

    /**
     * Returns the sequence that is tightest near a number of units, such as the planned one.
     *
     * @param units how many units both arms have in all, at least 1
     * @param level one minus the confidence of the whole sequence, in (0, 1)
     * @return the sequence
     * @throws IllegalArgumentException if a number is out of range
     */
    public static ConfidenceSequence ofPlanned(long units, double level) {
        if (units < 1) {
            throw new IllegalArgumentException("units must be at least 1, got " + units);
        }
        double log = -2 * Math.log(PlanDefinition.level(level));
        return new ConfidenceSequence(level, Math.sqrt((log + Math.log1p(log)) / units), true);
    }

    /**
     * Returns the sequence of a mixture of effects.
     *
     * @param tau the standard deviation of the effects that are looked for, in the unit of the metric, above 0
     * @param level one minus the confidence of the whole sequence, in (0, 1)
     * @return the sequence
     * @throws IllegalArgumentException if a number is out of range
     */
    public static ConfidenceSequence ofMixture(double tau, double level) {
        return new ConfidenceSequence(level, tau, false);
    }

    private double tauSquared(long units, double variance) {
        return relative ? scale * scale * variance * units : scale * scale;
    }

    /**
     * Returns the logarithm of the likelihood ratio of the mixture against no effect.
     *
     * @param units the units of both arms
     * @param estimate the difference so far
     * @param standardError its standard error
     * @return ln Lambda; NaN where the standard error is 0 or NaN
     */
    public double logLambda(long units, double estimate, double standardError) {
        double variance = standardError * standardError;
        if (!(variance > 0)) {
            return Double.NaN;
        }
        double tau = tauSquared(units, variance);
        return -Math.log1p(tau / variance) / 2 + tau * estimate * estimate / (2 * variance * (variance + tau));
    }

    /**
     * Returns the p-value of this look.
     *
     * @param units the units of both arms
     * @param estimate the difference so far
     * @param standardError its standard error
     * @return min(1, 1 / Lambda); NaN where the standard error is 0 or NaN
     */
    public double pValue(long units, double estimate, double standardError) {
        return Math.min(1, Math.exp(-logLambda(units, estimate, standardError)));
    }

    /**
     * Returns the interval of this look.
     *
     * @param units the units of both arms
     * @param estimate the difference so far
     * @param standardError its standard error
     * @return the interval; undefined where the standard error is 0 or NaN
     */
    public Interval interval(long units, double estimate, double standardError) {
        double variance = standardError * standardError;
        if (!(variance > 0)) {
            return Interval.UNDEFINED;
        }
        double tau = tauSquared(units, variance);
        double bound = Math.log1p(tau / variance) / 2 - Math.log(level);
        return Interval.around(estimate, Math.sqrt(2 * variance * (variance + tau) / tau * bound));
    }
}
