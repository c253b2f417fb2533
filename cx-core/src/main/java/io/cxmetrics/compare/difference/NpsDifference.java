package io.cxmetrics.compare.difference;

import io.cxmetrics.catalogue.Direction;
import io.cxmetrics.catalogue.MetricUnit;
import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.EffectSize;
import io.cxmetrics.compare.TestMethod;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.weighted.WeightedNps;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The difference of two independent net scores, after - before, in points from -200 to 200: of NPS, weighted NPS, and
 * any score of positive less negative answers.
 *
 * <p><b>Defaults.</b> The interval is {@link NpsDifferenceInterval#MOVER}; the p-value is that of the z test with a
 * variance for each side. Weighted scores count as their effective base.
 *
 * <p><b>Edges.</b> If a side has no answers, everything is NaN or undefined. Where all answers of each side are alike,
 * the z test has nothing to go by; the p-value then is the pooled one, which is NaN if both sides are alike as well.
 *
 * <p><b>Same score, other mix.</b> 50 promoters and 50 detractors have the NPS of 5 promoters, 90 passives and 5
 * detractors. {@link #sameMixPValue()} asks whether the three shares differ.
 *
 * <pre>{@code
 * NpsDifference rise = NpsDifference.between(Nps.ofCounts(40, 30, 30), Nps.ofCounts(50, 30, 20));
 * rise.estimate(); // 20.0
 * Math.round(rise.pValue() * 1e4); // 794
 * Math.round(rise.interval(0.95).low() * 100); // -237
 * }</pre>
 *
 * @since 0.1
 */
public final class NpsDifference implements Serializable {

    private static final long serialVersionUID = 1;

    private final NetShares before;
    private final NetShares after;
    private final long countBefore;
    private final long countAfter;

    private NpsDifference(NetShares before, long countBefore, NetShares after, long countAfter) {
        this.before = before;
        this.after = after;
        this.countBefore = countBefore;
        this.countAfter = countAfter;
    }

    /**
     * Returns the difference of two NPS.
     *
     * @param before the one
     * @param after the other
     * @return the difference
     */
    public static NpsDifference between(Nps before, Nps after) {
        return new NpsDifference(shares(before), before.count(), shares(after), after.count());
    }

    /**
     * Returns the difference of two weighted NPS.
     *
     * @param before the one
     * @param after the other
     * @return the difference
     */
    public static NpsDifference between(WeightedNps before, WeightedNps after) {
        return new NpsDifference(shares(before), before.count(), shares(after), after.count());
    }

    private static NetShares shares(Nps nps) {
        return new NetShares(nps.promoters(), nps.passives(), nps.detractors());
    }

    private static NetShares shares(WeightedNps nps) {
        double sum = nps.weights().sum();
        double scale = sum == 0 ? 0 : nps.weights().effectiveBase() / sum;
        return new NetShares(nps.promoters() * scale, nps.passives() * scale, nps.detractors() * scale);
    }

    /**
     * Returns score after - score before.
     *
     * @return points in [-200, 200]; NaN if a side has no answers
     */
    public double estimate() {
        return after.score() - before.score();
    }

    /**
     * Returns the standard error with a variance for each side.
     *
     * @return points; NaN if a side has no answers
     */
    public double standardError() {
        return Math.hypot(before.standardError(), after.standardError());
    }

    /**
     * Returns the statistic of the z test with a variance for each side.
     *
     * @return z; NaN if a side has no answers, or all answers of each side are alike
     */
    public double z() {
        double error = standardError();
        return error > 0 ? estimate() / error : Double.NaN;
    }

    /**
     * Returns the statistic of the z test with the variance of both sides together, which supposes that the shares are
     * alike, not only the scores.
     *
     * @return z; NaN if a side has no answers, or all answers are alike
     */
    public double pooledZ() {
        double error = pooledStandardError();
        return error > 0 ? estimate() / error : Double.NaN;
    }

    /**
     * Returns the standard error with the variance of both sides together.
     *
     * @return points; NaN if a side has no answers
     */
    public double pooledStandardError() {
        return 100 * Math.sqrt(before.plus(after).variance() * (1 / before.answers() + 1 / after.answers()));
    }

    /**
     * Returns the p-value of {@link #z()}, or of {@link #pooledZ()} where that is NaN.
     *
     * @return the two-sided p-value; NaN if a side has no answers, or all answers are alike
     */
    public double pValue() {
        double z = z();
        return Critical.pValue(Double.isNaN(z) ? pooledZ() : z);
    }

    /**
     * Returns the default interval.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval in points within [-200, 200]; undefined if a side has no answers
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return interval(confidence, NpsDifferenceInterval.MOVER);
    }

    /**
     * Returns an interval by a named method.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @param method the method
     * @return the interval in points; undefined if a side has no answers
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence, NpsDifferenceInterval method) {
        Checks.confidence(confidence);
        return before.answers() > 0 && after.answers() > 0 ? method.of(before, after, confidence) : Interval.UNDEFINED;
    }

    /**
     * Returns the difference of the scores after three answers are added to each side, with its standard error.
     *
     * @return the middle of {@link NpsDifferenceInterval#ADJUSTED_WALD}
     */
    public Difference adjusted() {
        return after.adjusted().differenceFrom(before.adjusted());
    }

    /**
     * Returns Pearson's chi-squared of the three shares of both sides.
     *
     * @return the statistic, not negative; NaN if a side has no answers, or all answers are alike
     */
    public double sameMixChiSquared() {
        double all = before.answers() + after.answers();
        double sum = 0;
        double[][] counts = columns();
        for (double[] column : counts) {
            double expectedBefore = (column[0] + column[1]) * before.answers() / all;
            double expectedAfter = (column[0] + column[1]) * after.answers() / all;
            sum += (column[0] - expectedBefore) * (column[0] - expectedBefore) / expectedBefore
                    + (column[1] - expectedAfter) * (column[1] - expectedAfter) / expectedAfter;
        }
        return counts.length < 2 ? Double.NaN : sum;
    }

    /**
     * Returns the p-value of {@link #sameMixChiSquared()}.
     *
     * @return the p-value with one degree of freedom less than there are kinds of answers; NaN where the statistic is
     */
    public double sameMixPValue() {
        return Critical.chiSquaredPValue(sameMixChiSquared(), columns().length - 1.0);
    }

    /** Before and after of each kind of answer that somebody gave. */
    private double[][] columns() {
        double[][] all = {
            {before.positive(), after.positive()},
            {before.neutral(), after.neutral()},
            {before.negative(), after.negative()}
        };
        return Arrays.stream(all).filter(column -> column[0] + column[1] > 0).toArray(double[][]::new);
    }

    /**
     * Returns the change in points; more is better, unless the definition says otherwise. It has a relative change only
     * if the definition asks, because a score may be near 0 or below.
     *
     * @param definition how it is judged; its margin is in points
     * @return the change in points
     */
    public Change change(ChangeDefinition definition) {
        double confidence = definition.confidence();
        double a = before.score();
        double spread = Math.sqrt(before.plus(after).variance());
        Change change = Change.of(estimate(), interval(confidence))
                .withSides(a, after.score())
                .withCounts(countBefore, countAfter)
                .withTest(TestMethod.WALD_Z, pValue())
                .withEffect(EffectSize.of(
                        EffectSize.Measure.STANDARDISED, spread > 0 ? estimate() / 100 / spread : Double.NaN))
                .withUnit(MetricUnit.POINTS)
                .withDefinition(
                        definition.direction() == Direction.NEITHER
                                ? definition.withDirection(Direction.HIGHER_IS_BETTER)
                                : definition);
        if (!definition.relativeScores()) {
            return change;
        }
        RelativeChange lift = RelativeChange.of(
                a, before.standardError(), after.score(), after.standardError(), Critical.z(confidence));
        return change.withRelative(lift.estimate(), lift.interval());
    }
}
