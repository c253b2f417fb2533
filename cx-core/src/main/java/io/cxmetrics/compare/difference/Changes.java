package io.cxmetrics.compare.difference;

import io.cxmetrics.catalogue.Direction;
import io.cxmetrics.catalogue.MetricUnit;
import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.TestMethod;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.LongMoments;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.RatioOfSums;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.survey.Ces;
import io.cxmetrics.survey.Csat;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.Polarity;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.weighted.WeightedNps;
import io.cxmetrics.survey.weighted.WeightedProportion;
import io.cxmetrics.survey.weighted.WeightedRatings;

/**
 * The way in to every comparison of two independent summaries of one kind, and of pairs: it picks the method and
 * answers
 * a {@link Change}, after - before.
 *
 * <table>
 * <caption>What is compared how, and why</caption>
 * <tr><th>summary</th><th>interval</th><th>p-value</th><th>reason</th></tr>
 * <tr><td>rates ({@link RateDifference})</td><td>Newcombe</td><td>pooled z, Fisher with few</td><td>keeps its level
 * with
 * few trials and without events</td></tr>
 * <tr><td>NPS ({@link NpsDifference})</td><td>MOVER of adjusted intervals</td><td>z</td><td>has a width where all
 * answers
 * are alike</td></tr>
 * <tr><td>means ({@link MeanDifference})</td><td>Welch</td><td>Welch</td><td>right with unequal variances</td></tr>
 * <tr><td>durations ({@link RankDifference})</td><td>Hodges-Lehmann</td><td>Mann-Whitney</td><td>a few long ones decide
 * nothing</td></tr>
 * <tr><td>survival ({@link SurvivalDifference})</td><td>restricted mean</td><td>log-rank</td><td>unfinished times count
 * as far as they were seen</td></tr>
 * <tr><td>ratios of sums ({@link RatioDifference})</td><td>delta method</td><td>t</td><td>the unit is what was assigned
 * </td></tr>
 * </table>
 *
 * <p>Mean ratings are compared as means: on a scale of a few points the shift of ranks is 0 or a whole point whatever
 * happened. {@link RankDifference#superiorityChange} compares ratings by rank.
 *
 * <p>NPS and CSAT take more as better, effort and ratings take the good end of their scale, if the definition names no
 * direction. A rate can be anything: {@link ChangeDefinition#forMetric} looks its direction up.
 *
 * <pre>{@code
 * Change nps = Changes.between(Nps.ofCounts(400, 300, 300), Nps.ofCounts(500, 300, 200));
 * nps.points(); // 20.0
 * nps.verdict(); // BETTER
 * ChangeDefinition bounces = ChangeDefinition.forMetric("bounce-rate");
 * Change bounce = Changes.between(Proportion.of(400, 1000), Proportion.of(500, 1000), bounces);
 * bounce.verdict(); // WORSE
 * Math.round(bounce.points()); // 10
 * Math.round(bounce.relativePercent()); // 25
 * }</pre>
 *
 * @since 0.1
 */
public final class Changes {

    private static final double PERCENT = 100;

    private Changes() {}

    /**
     * Returns the change of two rates.
     *
     * @param before the one
     * @param after the other
     * @return the change as a fraction
     */
    public static Change between(Proportion before, Proportion after) {
        return between(before, after, ChangeDefinition.STANDARD);
    }

    /**
     * Returns the change of two rates.
     *
     * @param before the one
     * @param after the other
     * @param definition how it is judged; its margin is a fraction
     * @return the change as a fraction
     */
    public static Change between(Proportion before, Proportion after, ChangeDefinition definition) {
        return new RateDifference(before, after).change(definition);
    }

    /**
     * Returns the change of two weighted rates on their effective bases.
     *
     * @param before the one
     * @param after the other
     * @return the change as a fraction
     */
    public static Change between(WeightedProportion before, WeightedProportion after) {
        return between(before, after, ChangeDefinition.STANDARD);
    }

    /**
     * Returns the change of two weighted rates: Newcombe's interval of two Wilson intervals on the effective bases, and
     * a
     * z test with the error of each.
     *
     * @param before the one
     * @param after the other
     * @param definition how it is judged; its margin is a fraction
     * @return the change as a fraction
     */
    public static Change between(WeightedProportion before, WeightedProportion after, ChangeDefinition definition) {
        double confidence = definition.confidence();
        Interval a = before.interval(confidence);
        Interval b = after.interval(confidence);
        double difference = after.rate() - before.rate();
        Interval interval = Interval.UNDEFINED;
        if (a.defined() && b.defined()) {
            double down = Math.hypot(after.rate() - b.low(), a.high() - before.rate());
            double up = Math.hypot(b.high() - after.rate(), before.rate() - a.low());
            interval = Interval.of(difference - down, difference + up).clip(-1, 1);
        }
        return estimates(
                        before.rate(),
                        before.standardError(),
                        after.rate(),
                        after.standardError(),
                        interval,
                        definition)
                .withCounts(before.count(), after.count())
                .withUnit(MetricUnit.FRACTION);
    }

    /**
     * Returns the change of two NPS.
     *
     * @param before the one
     * @param after the other
     * @return the change in points
     */
    public static Change between(Nps before, Nps after) {
        return between(before, after, ChangeDefinition.STANDARD);
    }

    /**
     * Returns the change of two NPS.
     *
     * @param before the one
     * @param after the other
     * @param definition how it is judged; its margin is in points
     * @return the change in points
     */
    public static Change between(Nps before, Nps after, ChangeDefinition definition) {
        return NpsDifference.between(before, after).change(definition);
    }

    /**
     * Returns the change of two weighted NPS on their effective bases.
     *
     * @param before the one
     * @param after the other
     * @return the change in points
     */
    public static Change between(WeightedNps before, WeightedNps after) {
        return between(before, after, ChangeDefinition.STANDARD);
    }

    /**
     * Returns the change of two weighted NPS on their effective bases.
     *
     * @param before the one
     * @param after the other
     * @param definition how it is judged; its margin is in points
     * @return the change in points
     */
    public static Change between(WeightedNps before, WeightedNps after, ChangeDefinition definition) {
        return NpsDifference.between(before, after).change(definition);
    }

    /**
     * Returns the change of two CSAT scores of one definition.
     *
     * @param before the one
     * @param after the other
     * @return the change in per cent of those who answered, that is, in percentage points
     * @throws IllegalArgumentException if the definitions differ
     */
    public static Change between(Csat before, Csat after) {
        return between(before, after, ChangeDefinition.STANDARD);
    }

    /**
     * Returns the change of two CSAT scores of one definition.
     *
     * @param before the one
     * @param after the other
     * @param definition how it is judged; its margin is in percentage points
     * @return the change in per cent of those who answered, that is, in percentage points
     * @throws IllegalArgumentException if the definitions differ
     */
    public static Change between(Csat before, Csat after, ChangeDefinition definition) {
        Checks.same("definition", before.definition(), after.definition());
        ChangeDefinition judged = directed(definition, Direction.HIGHER_IS_BETTER);
        Change share = new RateDifference(before.satisfiedShare(), after.satisfiedShare())
                .change(ChangeDefinition.STANDARD.withConfidence(definition.confidence()));
        return Change.of(
                        PERCENT * share.difference(),
                        share.interval().defined() ? share.interval().times(PERCENT) : Interval.UNDEFINED)
                .withSides(before.score(), after.score())
                .withCounts(before.count(), after.count())
                .withRelative(share.relative(), share.relativeInterval())
                .withTest(share.test(), share.pValue())
                .withEffect(share.effect())
                .withUnit(MetricUnit.PERCENT)
                .withDefinition(judged);
    }

    /**
     * Returns the change of two mean efforts on one scale.
     *
     * @param before the one
     * @param after the other
     * @return the change in points of the scale
     * @throws IllegalArgumentException if the definitions differ
     */
    public static Change between(Ces before, Ces after) {
        return between(before, after, ChangeDefinition.STANDARD);
    }

    /**
     * Returns the change of two mean efforts on one scale.
     *
     * @param before the one
     * @param after the other
     * @param definition how it is judged; its margin is in points of the scale
     * @return the change in points of the scale
     * @throws IllegalArgumentException if the definitions differ
     */
    public static Change between(Ces before, Ces after, ChangeDefinition definition) {
        Checks.same("definition", before.definition(), after.definition());
        return between(before.ratings(), after.ratings(), definition);
    }

    /**
     * Returns the change of two mean ratings on one scale.
     *
     * @param before the one
     * @param after the other
     * @return the change in points of the scale
     * @throws IllegalArgumentException if the scales differ
     */
    public static Change between(Ratings before, Ratings after) {
        return between(before, after, ChangeDefinition.STANDARD);
    }

    /**
     * Returns the change of two mean ratings on one scale.
     *
     * @param before the one
     * @param after the other
     * @param definition how it is judged; its margin is in points of the scale
     * @return the change in points of the scale
     * @throws IllegalArgumentException if the scales differ
     */
    public static Change between(Ratings before, Ratings after, ChangeDefinition definition) {
        Checks.same("scale", before.scale(), after.scale());
        return between(before.moments(), after.moments(), directed(definition, goodEnd(before.scale())))
                .withUnit(MetricUnit.SCALE);
    }

    /**
     * Returns the change of two weighted mean ratings on one scale.
     *
     * @param before the one
     * @param after the other
     * @return the change in points of the scale
     * @throws IllegalArgumentException if the scales differ
     */
    public static Change between(WeightedRatings before, WeightedRatings after) {
        return between(before, after, ChangeDefinition.STANDARD);
    }

    /**
     * Returns the change of two weighted mean ratings on one scale, by a z test on the effective bases.
     *
     * @param before the one
     * @param after the other
     * @param definition how it is judged; its margin is in points of the scale
     * @return the change in points of the scale
     * @throws IllegalArgumentException if the scales differ
     */
    public static Change between(WeightedRatings before, WeightedRatings after, ChangeDefinition definition) {
        Checks.same("scale", before.scale(), after.scale());
        Difference normal =
                new Difference(after.mean() - before.mean(), Math.hypot(before.standardError(), after.standardError()));
        return estimates(
                        before.mean(),
                        before.standardError(),
                        after.mean(),
                        after.standardError(),
                        normal.standardError() > 0 ? normal.interval(definition.confidence()) : Interval.UNDEFINED,
                        directed(definition, goodEnd(before.scale())))
                .withCounts(before.count(), after.count())
                .withUnit(MetricUnit.SCALE);
    }

    /**
     * Returns the change of two means.
     *
     * @param before the one
     * @param after the other
     * @return the change in the unit of the numbers
     */
    public static Change between(Moments before, Moments after) {
        return between(before, after, ChangeDefinition.STANDARD);
    }

    /**
     * Returns the change of two means.
     *
     * @param before the one
     * @param after the other
     * @param definition how it is judged; its margin is in the unit of the numbers
     * @return the change in the unit of the numbers
     */
    public static Change between(Moments before, Moments after, ChangeDefinition definition) {
        return new MeanDifference(before, after).change(definition);
    }

    /**
     * Returns the change of two means of whole numbers.
     *
     * @param before the one
     * @param after the other
     * @return the change in the unit of the numbers
     */
    public static Change between(LongMoments before, LongMoments after) {
        return between(before, after, ChangeDefinition.STANDARD);
    }

    /**
     * Returns the change of two means of whole numbers.
     *
     * @param before the one
     * @param after the other
     * @param definition how it is judged; its margin is in the unit of the numbers
     * @return the change in the unit of the numbers
     */
    public static Change between(LongMoments before, LongMoments after, ChangeDefinition definition) {
        return between(before.moments(), after.moments(), definition);
    }

    /**
     * Returns the shift of two samples, such as of handle times.
     *
     * @param before the one
     * @param after the other
     * @return the change in the unit of the numbers
     */
    public static Change between(Sample before, Sample after) {
        return between(before, after, ChangeDefinition.STANDARD);
    }

    /**
     * Returns the shift of two samples, such as of handle times.
     *
     * @param before the one
     * @param after the other
     * @param definition how it is judged; its margin is in the unit of the numbers
     * @return the change in the unit of the numbers
     */
    public static Change between(Sample before, Sample after, ChangeDefinition definition) {
        return RankDifference.between(before, after).change(definition);
    }

    /**
     * Returns the shift of two arrays of finished durations in one unit.
     *
     * @param before the one
     * @param after the other
     * @param definition how it is judged; its margin is in the unit of the durations
     * @return the change in the unit of the durations
     */
    public static Change between(long[] before, long[] after, ChangeDefinition definition) {
        return RankDifference.between(before, after).change(definition).withUnit(MetricUnit.TIME);
    }

    /**
     * Returns the change of the mean time up to a horizon, where some times are unfinished.
     *
     * @param before the one
     * @param after the other
     * @param horizon the time at which counting stops, not negative
     * @param definition how it is judged; its margin is in the unit of the times
     * @return the change in the unit of the times
     * @throws IllegalArgumentException if the horizon is negative
     */
    public static Change between(EventTimes before, EventTimes after, long horizon, ChangeDefinition definition) {
        return new SurvivalDifference(before, after, horizon).change(definition);
    }

    /**
     * Returns the change of two ratios of sums, such as revenue per session or revenue retention.
     *
     * @param before the one
     * @param after the other
     * @return the change in the unit of the ratio
     */
    public static Change between(RatioOfSums before, RatioOfSums after) {
        return between(before, after, ChangeDefinition.STANDARD);
    }

    /**
     * Returns the change of two ratios of sums, such as revenue per session or revenue retention.
     *
     * @param before the one
     * @param after the other
     * @param definition how it is judged; its margin is in the unit of the ratio
     * @return the change in the unit of the ratio
     */
    public static Change between(RatioOfSums before, RatioOfSums after, ChangeDefinition definition) {
        return new RatioDifference(before, after).change(definition);
    }

    /**
     * Returns the mean change of pairs of numbers.
     *
     * @param before the numbers before, finite
     * @param after the numbers after of the same subjects in the same order, finite
     * @param definition how it is judged; its margin is in the unit of the numbers
     * @return the change in the unit of the numbers
     * @throws IllegalArgumentException if the lengths differ, or a number is not finite
     */
    public static Change paired(double[] before, double[] after, ChangeDefinition definition) {
        return PairedMeanDifference.of(before, after).change(definition);
    }

    /**
     * Returns the change of the rate of people who were asked twice.
     *
     * @param before whether each said yes before
     * @param after whether the same people said yes after, in the same order
     * @param definition how it is judged; its margin is a fraction
     * @return the change as a fraction
     * @throws IllegalArgumentException if the lengths differ
     */
    public static Change paired(boolean[] before, boolean[] after, ChangeDefinition definition) {
        return PairedRateDifference.of(before, after).change(definition);
    }

    private static Change estimates(
            double before,
            double errorBefore,
            double after,
            double errorAfter,
            Interval interval,
            ChangeDefinition definition) {
        Difference normal = new Difference(after - before, Math.hypot(errorBefore, errorAfter));
        RelativeChange lift =
                RelativeChange.of(before, errorBefore, after, errorAfter, Critical.z(definition.confidence()));
        return Change.of(normal.estimate(), interval)
                .withSides(before, after)
                .withRelative(lift.estimate(), lift.interval())
                .withTest(TestMethod.WALD_Z, normal.standardError() > 0 ? normal.pValue() : Double.NaN)
                .withDefinition(definition);
    }

    private static ChangeDefinition directed(ChangeDefinition definition, Direction good) {
        return definition.direction() == Direction.NEITHER ? definition.withDirection(good) : definition;
    }

    private static Direction goodEnd(RatingScale scale) {
        return scale.polarity() == Polarity.HIGH_IS_GOOD ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
    }
}
