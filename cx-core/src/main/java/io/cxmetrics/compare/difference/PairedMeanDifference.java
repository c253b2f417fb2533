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
 * The mean difference of pairs, after - before: the same people or accounts measured twice.
 *
 * <p><b>Definition.</b> Student's test of the differences of each pair, which takes out whatever stays the same in a
 * pair.
 *
 * <p><b>Edges.</b> Where all differences are alike, nothing is known about the error: t, p-value and interval are
 * undefined, also for a difference of 0.
 *
 * <pre>{@code
 * PairedMeanDifference sleep = PairedMeanDifference.of(
 *         new double[] {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2},
 *         new double[] {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4});
 * Math.round(sleep.t() * 1e4); // 40621
 * Math.round(sleep.pValue() * 1e6); // 2833
 * }</pre>
 *
 * @param differences the moments of after - before
 * @param before the moments before
 * @param after the moments after
 * @since 0.1
 */
public record PairedMeanDifference(Moments differences, Moments before, Moments after) implements Serializable {

    /** Checks that the parts are there. */
    public PairedMeanDifference {
        requireNonNull(differences, "differences");
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /**
     * Returns the difference of pairs.
     *
     * @param before the numbers before, finite
     * @param after the number after of the same subjects in the same order, finite
     * @return the difference
     * @throws IllegalArgumentException if the lengths differ or a number is not finite
     */
    public static PairedMeanDifference of(double[] before, double[] after) {
        Checks.sameLength("after", after.length, "before", before.length);
        double[] differences = new double[before.length];
        for (int i = 0; i < before.length; i++) {
            differences[i] = after[i] - before[i];
        }
        return new PairedMeanDifference(Moments.of(differences), Moments.of(before), Moments.of(after));
    }

    /**
     * Returns how many pairs there are.
     *
     * @return the count
     */
    public long count() {
        return differences.count();
    }

    /**
     * Returns the mean difference.
     *
     * @return the mean of after - before; NaN without pairs
     */
    public double estimate() {
        return differences.mean();
    }

    /**
     * Returns the statistic.
     *
     * @return t; NaN for fewer than two pairs, or where all differences are alike
     */
    public double t() {
        double error = differences.standardError();
        return error > 0 ? estimate() / error : Double.NaN;
    }

    /**
     * Returns the p-value with the number of pairs less 1 as degrees of freedom.
     *
     * @return the two-sided p-value; NaN where {@link #t()} is
     */
    public double pValue() {
        return Critical.tPValue(t(), count() - 1.0);
    }

    /**
     * Returns the interval.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined where {@link #t()} is NaN
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        Checks.confidence(confidence);
        return Double.isNaN(t()) ? Interval.UNDEFINED : differences.interval(confidence);
    }

    /**
     * Returns the mean difference over the standard deviation of the differences.
     *
     * @return Cohen's d of pairs; NaN where {@link #t()} is
     */
    public double cohenD() {
        return Double.isNaN(t()) ? Double.NaN : estimate() / differences.standardDeviation();
    }

    /**
     * Returns the change in the unit of the numbers, without a relative one, whose error the pairs do not give.
     *
     * @param definition how it is judged; its margin is in the unit of the numbers
     * @return the change
     */
    public Change change(ChangeDefinition definition) {
        return Change.of(estimate(), interval(definition.confidence()))
                .withSides(before.mean(), after.mean())
                .withCounts(count(), count())
                .withTest(TestMethod.PAIRED_T, pValue())
                .withEffect(EffectSize.of(EffectSize.Measure.COHEN_D_OF_PAIRS, cohenD()))
                .withUnit(MetricUnit.MEASURED)
                .withDefinition(definition);
    }
}
