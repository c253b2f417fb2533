package io.cxmetrics.compare.difference;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.catalogue.MetricUnit;
import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.EffectSize;
import io.cxmetrics.compare.TestMethod;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Moments;
import java.io.Serializable;

/**
 * The difference of the means of two independent groups, after - before, in the unit of the numbers.
 *
 * <p><b>Defaults.</b> Welch's t test, in which each side has its own variance, with Satterthwaite's degrees of freedom
 * as they are, not rounded: it costs next to nothing where the variances are equal, and the pooled test is wrong where
 * they and the sizes differ. {@link #pooled()} is the pooled one.
 *
 * <p><b>Edges.</b> The difference needs one number on each side, all else two. Where neither side varies, nothing is
 * known about the error: t, p-value and interval are undefined, even if the means differ.
 *
 * <p><b>Source.</b> B. Welch, Biometrika 34 (1947); F. Satterthwaite, Biometrics Bulletin 2 (1946); L. Hedges, Journal
 * of Educational Statistics 6 (1981).
 *
 * <pre>{@code
 * MeanDifference sleep = new MeanDifference(
 *         Moments.of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2),
 *         Moments.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4));
 * Math.round(sleep.t() * 1e4); // 18608
 * Math.round(sleep.pValue() * 1e5); // 7939
 * }</pre>
 *
 * @param before the one group
 * @param after the other group
 * @since 0.1
 */
public record MeanDifference(Moments before, Moments after) implements Serializable {

    private static final double LARGE = 200;

    /** Checks that both sides are there. */
    public MeanDifference {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /**
     * Returns mean after - mean before.
     *
     * @return the difference; NaN if a side has no numbers
     */
    public double estimate() {
        return after.mean() - before.mean();
    }

    /**
     * Returns the standard error with a variance for each side.
     *
     * @return the error; NaN if a side has fewer than two numbers
     */
    public double standardError() {
        return Math.hypot(before.standardError(), after.standardError());
    }

    /**
     * Returns Satterthwaite's degrees of freedom.
     *
     * @return the degrees; NaN if a side has fewer than two numbers, or neither varies
     */
    public double degreesOfFreedom() {
        return satterthwaite(before.standardError(), before.count(), after.standardError(), after.count());
    }

    static double satterthwaite(double errorA, double countA, double errorB, double countB) {
        double all = Math.max(errorA, errorB);
        if (!(all > 0)) {
            return Double.NaN;
        }
        // Shares of the larger error, so that the fourth powers of large or small numbers stay in range.
        double a = errorA / all * (errorA / all);
        double b = errorB / all * (errorB / all);
        return (a + b) * (a + b) / (a * a / (countA - 1) + b * b / (countB - 1));
    }

    /**
     * Returns Welch's statistic.
     *
     * @return t; NaN if a side has fewer than two numbers, or neither varies
     */
    public double t() {
        double error = standardError();
        return error > 0 ? estimate() / error : Double.NaN;
    }

    /**
     * Returns the p-value of Welch's test.
     *
     * @return the two-sided p-value; NaN where {@link #t()} is
     */
    public double pValue() {
        return Critical.tPValue(t(), degreesOfFreedom());
    }

    /**
     * Returns Welch's interval.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined where {@link #t()} is NaN
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        Checks.confidence(confidence);
        return Double.isNaN(t())
                ? Interval.UNDEFINED
                : Interval.around(estimate(), Critical.t(confidence, degreesOfFreedom()) * standardError());
    }

    /**
     * Returns Student's test with one variance for both sides, which other tools may have made.
     *
     * @return the pooled test
     */
    public PooledMeanDifference pooled() {
        return new PooledMeanDifference(before, after);
    }

    /**
     * Returns the difference over the pooled standard deviation.
     *
     * @return Cohen's d; NaN if a side has fewer than two numbers, or neither varies
     */
    public double cohenD() {
        double deviation = pooled().standardDeviation();
        return deviation > 0 ? estimate() / deviation : Double.NaN;
    }

    /**
     * Returns Cohen's d with the exact factor that takes out its bias for few numbers.
     *
     * @return Hedges' g; NaN where d is
     */
    public double hedgesG() {
        return cohenD() * unbiased((before.count() + after.count() - 2.0) / 2);
    }

    /** Gamma(x) / (sqrt(x) Gamma(x - 1/2)): the series for large x, and the recurrence up to there. */
    private static double unbiased(double half) {
        double product = 1;
        double x = half;
        while (x < LARGE) {
            product *= (x - 0.5) / x;
            x++;
        }
        double y = x - 0.5;
        double i = 1 / y;
        double series =
                1 + i * (-1 / 8.0 + i * (1 / 128.0 + i * (5 / 1024.0 + i * (-21 / 32768.0 - i * 399 / 262144.0))));
        return product * Math.sqrt(y / half) * series;
    }

    /**
     * Returns the difference over the standard deviation before.
     *
     * @return Glass' delta; NaN if there are fewer than two numbers before, or they do not vary
     */
    public double glassDelta() {
        return before.standardDeviation() > 0 ? estimate() / before.standardDeviation() : Double.NaN;
    }

    /**
     * Returns the ratio of the means, and the lift.
     *
     * @return the ratio after / before
     */
    public MeanRatio ratio() {
        return new MeanRatio(before, after);
    }

    /**
     * Returns the change in the unit of the numbers.
     *
     * @param definition how it is judged; its margin is in the unit of the numbers
     * @return the change, with the lift by the delta method at the same degrees of freedom
     */
    public Change change(ChangeDefinition definition) {
        double confidence = definition.confidence();
        MeanRatio ratio = ratio();
        return Change.of(estimate(), interval(confidence))
                .withSides(before.mean(), after.mean())
                .withCounts(before.count(), after.count())
                .withRelative(ratio.lift(confidence), ratio.liftInterval(confidence))
                .withTest(TestMethod.WELCH_T, pValue())
                .withEffect(EffectSize.of(EffectSize.Measure.HEDGES_G, hedgesG()))
                .withUnit(MetricUnit.MEASURED)
                .withDefinition(definition);
    }
}
