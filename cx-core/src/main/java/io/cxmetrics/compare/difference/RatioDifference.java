package io.cxmetrics.compare.difference;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.catalogue.MetricUnit;
import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.TestMethod;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.RatioOfSums;
import java.io.Serializable;

/**
 * The difference of two ratios of sums, after - before, in the unit of the ratio, by the delta method.
 *
 * <p><b>Defaults.</b> Student's distribution with Satterthwaite's degrees of freedom on the variances of both ratios:
 * with few units the normal distribution claims too much.
 *
 * <p><b>The unit is what was assigned.</b> If users were assigned to a variant and rows are sessions, the rows of a
 * user go
 * together, and an error that takes rows for independent is too small: the collector of
 * {@link RatioOfSums} that takes the key of the unit adds them up by user first. The unit of revenue retention is the
 * customer: what is left of the revenue over the opening revenue.
 *
 * <p><b>Edges.</b> With fewer than two units on a side, or where every unit has the same ratio, nothing is known about
 * the error: t, p-value and interval are undefined.
 *
 * <pre>{@code
 * RatioOfSums before = RatioOfSums.of(new double[] {10, 0, 25.5, 0, 40}, new double[] {1, 2, 3, 1, 4});
 * RatioOfSums after = RatioOfSums.of(new double[] {0, 30, 12.25, 18, 55, 0}, new double[] {1, 3, 2, 2, 5, 1});
 * Math.round(new RatioDifference(before, after).pValue() * 1000); // 612
 * }</pre>
 *
 * @param before the one ratio
 * @param after the other ratio
 * @since 0.1
 */
public record RatioDifference(RatioOfSums before, RatioOfSums after) implements Serializable {

    /** Variances of less than this part of the squared ratio are what rounding left of proportional data. */
    private static final double ROUNDING = 1e-28;

    /** Checks that both sides are there. */
    public RatioDifference {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /**
     * Returns ratio after - ratio before.
     *
     * @return the difference; NaN if a side has no denominator
     */
    public double estimate() {
        return after.ratio() - before.ratio();
    }

    /**
     * Returns the standard error.
     *
     * @return the error; NaN if a side has fewer than two units
     */
    public double standardError() {
        return Math.hypot(before.standardError(), after.standardError());
    }

    /**
     * Returns the difference with its standard error, for the normal approximation.
     *
     * @return the difference
     */
    public Difference normal() {
        return new Difference(estimate(), standardError());
    }

    /**
     * Returns Satterthwaite's degrees of freedom.
     *
     * @return the degrees; NaN where nothing is known about the error
     */
    public double degreesOfFreedom() {
        return MeanDifference.satterthwaite(
                before.standardError(), before.count(), after.standardError(), after.count());
    }

    /**
     * Returns the statistic.
     *
     * @return the difference over its standard error; NaN where nothing is known about the error
     */
    public double t() {
        double error = standardError();
        double size = Math.max(Math.abs(before.ratio()), Math.abs(after.ratio()));
        return error * error > ROUNDING * size * size ? estimate() / error : Double.NaN;
    }

    /**
     * Returns the p-value.
     *
     * @return the two-sided p-value; NaN where {@link #t()} is
     */
    public double pValue() {
        return Critical.tPValue(t(), degreesOfFreedom());
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
        return Double.isNaN(t())
                ? Interval.UNDEFINED
                : Interval.around(estimate(), Critical.t(confidence, degreesOfFreedom()) * standardError());
    }

    /**
     * Returns the change in the unit of the ratio.
     *
     * @param definition how it is judged; its margin is in the unit of the ratio
     * @return the change, with the lift by the delta method
     */
    public Change change(ChangeDefinition definition) {
        double confidence = definition.confidence();
        RelativeChange lift = RelativeChange.of(
                before.ratio(),
                before.standardError(),
                after.ratio(),
                after.standardError(),
                Double.isNaN(t()) ? Double.NaN : Critical.t(confidence, degreesOfFreedom()));
        return Change.of(estimate(), interval(confidence))
                .withSides(before.ratio(), after.ratio())
                .withCounts(before.count(), after.count())
                .withRelative(lift.estimate(), lift.interval())
                .withTest(TestMethod.DELTA_T, pValue())
                .withUnit(MetricUnit.RATIO)
                .withDefinition(definition);
    }
}
