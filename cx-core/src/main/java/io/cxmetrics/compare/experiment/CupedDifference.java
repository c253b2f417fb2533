package io.cxmetrics.compare.experiment;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.difference.MeanDifference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Moments;
import java.io.Serializable;

/**
 * The difference of two means, treatment minus control, adjusted for what was known before: CUPED,
 * controlled-experiment
 * using pre-experiment data.
 *
 * <p><b>Definition.</b> Each outcome y becomes y - theta (x - mean x), with x the covariate, theta = cov(x, y) / var(x)
 * and the means over both arms. The adjusted means are compared by Welch's test, as if theta were known. The adjustment
 * moves the estimate by chance only; it takes away the part of the variance that the covariate explains:
 * {@link #varianceReduction()}, r&sup2; where the arms are alike.
 *
 * <p><b>Both results stand.</b> {@link #raw} values are beside the adjusted ones, since people ask why a dashboard of
 * plain means says otherwise.
 *
 * <p><b>Imbalance.</b> A covariate from before the experiment cannot differ between the arms but by chance.
 * {@link #imbalanced()} asks for p &lt; 0.001, the level of {@link SampleRatioMismatch}: then the assignment is broken,
 * and the adjustment is no gift.
 *
 * <p><b>Edges.</b> Where the covariate does not vary, theta is NaN and the adjusted values are the raw ones:
 * {@link #adjusted()} says so. An arm with fewer than two units has no interval.
 *
 * <pre>{@code
 * CupedMoments control = CupedMoments.of(new double[] {1, 3, 2, 6}, new double[] {1, 3, 3, 5});
 * CupedMoments treatment = CupedMoments.of(new double[] {4, 3, 7, 5}, new double[] {3, 1, 5, 4});
 * CupedDifference difference = CupedDifference.of(control, treatment);
 * difference.raw(); // 1.75
 * difference.estimate(); // 1.4666666666666668
 * difference.varianceReduction() > 0.8; // true
 * }</pre>
 *
 * @param control the units of the control
 * @param treatment the units of the treatment
 * @param rule how theta is estimated
 * @see <a href="https://doi.org/10.1145/2433396.2433413">A. Deng, Y. Xu, R. Kohavi, T. Walker, Improving the
 *     Sensitivity of Online Controlled Experiments by Utilizing Pre-Experiment Data, WSDM 2013</a>
 * @since 0.1
 */
public record CupedDifference(CupedMoments control, CupedMoments treatment, CupedRule rule) implements Serializable {

    /** Checks that all parts are there. */
    public CupedDifference {
        requireNonNull(control, "control");
        requireNonNull(treatment, "treatment");
        requireNonNull(rule, "rule");
    }

    /**
     * Compares two arms by {@link CupedRule#POOLED}.
     *
     * @param control the units of the control
     * @param treatment the units of the treatment
     * @return the difference
     */
    public static CupedDifference of(CupedMoments control, CupedMoments treatment) {
        return new CupedDifference(control, treatment, CupedRule.POOLED);
    }

    /**
     * Returns the coefficient of the covariate.
     *
     * @return theta; NaN where the covariate does not vary
     */
    public double theta() {
        return rule.theta(control.units(), treatment.units());
    }

    /**
     * Tells whether the values are adjusted.
     *
     * @return false where theta is undefined, and the raw values stand in
     */
    public boolean adjusted() {
        return !Double.isNaN(theta());
    }

    private double usedTheta() {
        double theta = theta();
        return Double.isNaN(theta) ? 0 : theta;
    }

    /**
     * Returns the adjusted mean of the control.
     *
     * @return the mean; NaN without units
     */
    public double controlMean() {
        return adjusted(control).mean();
    }

    /**
     * Returns the adjusted mean of the treatment.
     *
     * @return the mean; NaN without units
     */
    public double treatmentMean() {
        return adjusted(treatment).mean();
    }

    /**
     * Returns the adjusted variance of a unit of the control.
     *
     * @return the variance; NaN for fewer than two units
     */
    public double controlVariance() {
        return adjusted(control).variance();
    }

    /**
     * Returns the adjusted variance of a unit of the treatment.
     *
     * @return the variance; NaN for fewer than two units
     */
    public double treatmentVariance() {
        return adjusted(treatment).variance();
    }

    /** Count, mean and variance of the adjusted values; their extremes are not known, and nobody asks for them. */
    private Moments adjusted(CupedMoments arm) {
        if (arm.count() == 0) {
            return Moments.EMPTY;
        }
        double theta = usedTheta();
        double all = control.before().plus(treatment.before()).mean();
        double mean = arm.outcome().mean() - theta * (arm.before().mean() - all);
        double raw = arm.outcome().squares();
        double products = arm.count() < 2 ? 0 : arm.units().covariance() * (arm.count() - 1);
        double squares = raw + theta * theta * arm.before().squares() - 2 * theta * products;
        // Values on a line have no squares left, which rounding may miss on either side.
        double left = squares <= 8 * Math.ulp(raw) ? 0 : squares;
        // Squares beyond the range of a double say nothing.
        return left < Double.POSITIVE_INFINITY && Double.isFinite(mean)
                ? Moments.ofParts(arm.count(), mean, left, mean, mean)
                : Moments.EMPTY;
    }

    private MeanDifference means() {
        return new MeanDifference(adjusted(control), adjusted(treatment));
    }

    private MeanDifference rawMeans() {
        return new MeanDifference(control.outcome(), treatment.outcome());
    }

    /**
     * Returns the adjusted difference as a change from the control to the treatment, with the lift over the adjusted
     * mean of the control.
     *
     * @param definition how it is judged
     * @return the change
     */
    public Change change(ChangeDefinition definition) {
        return means().change(definition);
    }

    /**
     * Returns the raw difference as a change from the control to the treatment.
     *
     * @param definition how it is judged
     * @return the change
     */
    public Change rawChange(ChangeDefinition definition) {
        return rawMeans().change(definition);
    }

    /**
     * Returns the adjusted difference.
     *
     * @return treatment - control; NaN without units on a side
     */
    public double estimate() {
        return means().estimate();
    }

    /**
     * Returns the standard error of the adjusted difference.
     *
     * @return the error; NaN where a side has fewer than two units
     */
    public double standardError() {
        return means().standardError();
    }

    /**
     * Returns the degrees of freedom of the adjusted difference, after Satterthwaite.
     *
     * @return the degrees; NaN where neither side varies
     */
    public double degreesOfFreedom() {
        return means().degreesOfFreedom();
    }

    /**
     * Returns Welch's t of the adjusted difference.
     *
     * @return t; NaN where neither side varies
     */
    public double t() {
        return means().t();
    }

    /**
     * Returns the two-sided p-value of the adjusted difference.
     *
     * @return the p-value; NaN where t is
     */
    public double pValue() {
        return means().pValue();
    }

    /**
     * Returns the interval of the adjusted difference.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined where neither side varies
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return means().interval(confidence);
    }

    /**
     * Returns the difference of the plain means.
     *
     * @return treatment - control; NaN without units on a side
     */
    public double raw() {
        return rawMeans().estimate();
    }

    /**
     * Returns the standard error of the raw difference.
     *
     * @return the error; NaN where a side has fewer than two units
     */
    public double rawStandardError() {
        return rawMeans().standardError();
    }

    /**
     * Returns the two-sided p-value of the raw difference.
     *
     * @return the p-value; NaN where neither side varies
     */
    public double rawPValue() {
        return rawMeans().pValue();
    }

    /**
     * Returns the interval of the raw difference.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined where neither side varies
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval rawInterval(double confidence) {
        return rawMeans().interval(confidence);
    }

    /**
     * Returns the share of the variance of the difference that the covariate takes away: how much shorter the
     * experiment may be.
     *
     * @return 1 - variance adjusted / variance raw, below 0 where the covariate harms; NaN where the raw one is 0
     */
    public double varianceReduction() {
        double raw = rawStandardError();
        double ratio = standardError() / raw;
        return raw == 0 ? Double.NaN : 1 - ratio * ratio;
    }

    /**
     * Returns the correlation of covariate and outcome over both arms.
     *
     * @return Pearson's r; NaN where either does not vary
     */
    public double correlation() {
        return control.units().plus(treatment.units()).correlation();
    }

    /**
     * Returns the difference of the covariate, which has no business to differ.
     *
     * @return mean of the treatment - mean of the control; NaN without units on a side
     */
    public double imbalance() {
        return treatment.before().mean() - control.before().mean();
    }

    /**
     * Returns the two-sided p-value of {@link #imbalance()}, by Welch's test.
     *
     * @return the p-value; NaN where the covariate does not vary
     */
    public double imbalancePValue() {
        return new MeanDifference(control.before(), treatment.before()).pValue();
    }

    /**
     * Tells whether the covariate differs by more than chance.
     *
     * @return true if its p-value is below 0.001
     */
    public boolean imbalanced() {
        return imbalancePValue() < SampleRatioMismatch.LEVEL;
    }
}
