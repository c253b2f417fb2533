package io.cxmetrics.survey.weighted;

import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.survey.NetInterval;
import io.cxmetrics.survey.Nps;

/**
 * Net Promoter Score of weighted answers: 100 (weight of promoters - weight of detractors) / weight of all answers.
 *
 * <p>Variance and score are those of {@link Nps} with weighted shares; standard error and intervals stand on Kish's
 * {@linkplain Weights#effectiveBase() effective base}. Without weight everything is NaN or undefined. With all weights 1
 * every number is that of {@link Nps}.
 *
 * <p>Made by {@link WeightedRatings#nps()}. Weights add up to rounding.
 *
 * @param promoters the weight of the promoters, finite and not negative
 * @param passives the weight of the passives, finite and not negative
 * @param detractors the weight of the detractors, finite and not negative
 * @param count how many answers, not negative
 * @param squares the sum of the squared weights of all answers, finite and not negative
 */
public record WeightedNps(double promoters, double passives, double detractors, long count, double squares)
        implements Summary<WeightedNps> {

    /** No answers. */
    public static final WeightedNps EMPTY = new WeightedNps(0, 0, 0, 0, 0);

    /**
     * Checks the weights.
     *
     * @throws IllegalArgumentException if a component is negative, NaN or infinite
     */
    public WeightedNps {
        Checks.notNegative("promoters", promoters);
        Checks.notNegative("passives", passives);
        Checks.notNegative("detractors", detractors);
        new Weights(count, promoters + passives + detractors, squares);
    }

    /**
     * Returns what the weighting does to the precision.
     *
     * @return the weights of all answers
     */
    public Weights weights() {
        return new Weights(count, promoters + passives + detractors, squares);
    }

    /**
     * Returns the weighted score.
     *
     * @return points from -100 to 100; NaN without weight
     */
    public double score() {
        // A weight such as 1.1 would round to a score of 100.00000000000001.
        return Math.min(Math.max(100 * (promoters - detractors) / weights().sum(), -100), 100);
    }

    /**
     * Returns the variance of one answer scored -1, 0 or +1, with weighted shares.
     *
     * @return the variance in [0, 1]; NaN without weight
     */
    public double variance() {
        double sum = weights().sum();
        return sum == 0 ? Double.NaN : Nps.variance(promoters / sum, detractors / sum);
    }

    /**
     * Returns the standard error of the score on the effective base.
     *
     * @return 100 sqrt(variance / effective base), in points; NaN without weight
     */
    public double standardError() {
        return 100 * Math.sqrt(variance() / weights().effectiveBase());
    }

    /**
     * Returns the adjusted Wald interval on the effective base.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval in points within [-100, 100]; undefined without weight
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return interval(confidence, NetInterval.ADJUSTED_WALD);
    }

    /**
     * Returns an interval by a named method on the effective base.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @param method the method; the bootstrap needs whole counts, which weights are not
     * @return the interval in points within [-100, 100]; undefined without weight
     * @throws IllegalArgumentException if the confidence is out of range, or the method is the bootstrap
     */
    public Interval interval(double confidence, NetInterval method) {
        Checks.confidence(confidence);
        if (method == NetInterval.BOOTSTRAP) {
            throw new IllegalArgumentException("method must work with weights, got " + method);
        }
        Weights weights = weights();
        if (weights.sum() == 0) {
            return Interval.UNDEFINED;
        }
        double scale = weights.effectiveBase() / weights.sum();
        return method.of(promoters * scale, passives * scale, detractors * scale, confidence);
    }

    /**
     * Compares this score with that of an independent group.
     *
     * @param other the group to compare with
     * @return the difference in points, this score minus the other
     */
    public Difference differenceFrom(WeightedNps other) {
        return new Difference(score() - other.score(), Math.hypot(standardError(), other.standardError()));
    }

    @Override
    public WeightedNps plus(WeightedNps other) {
        return new WeightedNps(
                promoters + other.promoters,
                passives + other.passives,
                detractors + other.detractors,
                Math.addExact(count, other.count),
                squares + other.squares);
    }
}
