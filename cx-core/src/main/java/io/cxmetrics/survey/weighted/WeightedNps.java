package io.cxmetrics.survey.weighted;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.survey.NetInterval;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.RatingScale;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Collection;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Net Promoter Score of weighted answers in points from -100 to 100: 100 (weight of promoters - weight of detractors) /
 * weight of all answers.
 *
 * <p>Variance and score are those of {@link Nps} with weighted shares; standard error and intervals stand on Kish's
 * {@linkplain Weights#effectiveBase() effective base}. Without weight everything is NaN or undefined. With all weights
 * 1 every number is that of {@link Nps}.
 *
 * <p>{@link WeightedRatings#nps()} answers it for ratings that were counted already. Weights add up to rounding.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * record Row(int rating, double weight) {}
 * WeightedNps nps = Stream.of(new Row(10, 2), new Row(8, 1), new Row(2, 1))
 *     .collect(WeightedNps.toWeightedNps(Row::rating, Row::weight));
 * nps.score(); // 25.0
 * nps.count(); // 3
 * nps; // WeightedNps[promoters=2.0, passives=1.0, detractors=1.0, count=3, squares=6.0]
 * }</pre>
 *
 * @since 0.1
 */
public final class WeightedNps implements Summary<WeightedNps> {

    private static final long serialVersionUID = 1;

    /** No answers. */
    public static final WeightedNps EMPTY = ofSums(0, 0, 0, 0, 0);

    private final double promoters;
    private final double passives;
    private final double detractors;
    private final Weights weights;

    private WeightedNps(double promoters, double passives, double detractors, Weights weights) {
        this.promoters = promoters;
        this.passives = passives;
        this.detractors = detractors;
        this.weights = weights;
    }

    /**
     * Returns the score of sums that were made elsewhere, as an engine keeps them.
     *
     * @param promoters the weight of the promoters, finite and not negative
     * @param passives the weight of the passives, finite and not negative
     * @param detractors the weight of the detractors, finite and not negative
     * @param count how many answers, not negative
     * @param squares the sum of the squared weights of all answers, finite and not negative
     * @return the score and its uncertainty
     * @throws IllegalArgumentException if a sum is negative, NaN or infinite, or is not 0 without answers
     */
    public static WeightedNps ofSums(double promoters, double passives, double detractors, long count, double squares) {
        Checks.notNegative("promoters", promoters);
        Checks.notNegative("passives", passives);
        Checks.notNegative("detractors", detractors);
        return new WeightedNps(
                promoters, passives, detractors, Weights.ofSums(count, promoters + passives + detractors, squares));
    }

    /**
     * Returns the score of weighted answers from 0 to 10.
     *
     * @param answers the answers
     * @return the score and its uncertainty
     * @throws IllegalArgumentException if a rating is outside 0 to 10
     */
    public static WeightedNps of(Collection<WeightedAnswer> answers) {
        return WeightedRatings.of(RatingScale.ZERO_TO_TEN, answers).nps();
    }

    /**
     * Returns the aggregation that folds weighted answers from 0 to 10, for streams and engines.
     *
     * @return the aggregation, which refuses a rating outside 0 to 10
     */
    public static Aggregation<WeightedAnswer, WeightedRatingsBuffer, WeightedNps> aggregation() {
        return WeightedRatings.aggregation(RatingScale.ZERO_TO_TEN).andThen(WeightedRatings::nps);
    }

    /**
     * Returns a collector of one rating from 0 to 10 and one weight of each element.
     *
     * @param rating gives the rating
     * @param weight gives the weight, 0 or in [1e-100, 1e100]
     * @param <T> the type of the elements
     * @return the collector, which refuses a rating outside 0 to 10 and a bad weight
     */
    public static <T> Collector<T, ?, WeightedNps> toWeightedNps(
            ToIntFunction<? super T> rating, ToDoubleFunction<? super T> weight) {
        return Collectors.collectingAndThen(
                WeightedRatings.<T>toWeightedRatings(RatingScale.ZERO_TO_TEN, rating, weight), WeightedRatings::nps);
    }

    /**
     * Returns how many answers there were.
     *
     * @return the count, unweighted
     */
    public long count() {
        return weights.count();
    }

    /**
     * Returns the weight of the promoters.
     *
     * @return the sum of their weights
     */
    public double promoters() {
        return promoters;
    }

    /**
     * Returns the weight of the passives.
     *
     * @return the sum of their weights
     */
    public double passives() {
        return passives;
    }

    /**
     * Returns the weight of the detractors.
     *
     * @return the sum of their weights
     */
    public double detractors() {
        return detractors;
    }

    /**
     * Returns what the weighting does to the precision.
     *
     * @return the weights of all answers
     */
    public Weights weights() {
        return weights;
    }

    /**
     * Returns the share of the weight of promoters.
     *
     * @return the share, undefined while the weights add up to 0
     */
    public WeightedProportion promoterShare() {
        return new WeightedProportion(promoters, weights());
    }

    /**
     * Returns the share of the weight of passives.
     *
     * @return the share, undefined while the weights add up to 0
     */
    public WeightedProportion passiveShare() {
        return new WeightedProportion(passives, weights());
    }

    /**
     * Returns the share of the weight of detractors.
     *
     * @return the share, undefined while the weights add up to 0
     */
    public WeightedProportion detractorShare() {
        return new WeightedProportion(detractors, weights());
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
        return ofSums(
                promoters + other.promoters,
                passives + other.passives,
                detractors + other.detractors,
                Math.addExact(count(), other.count()),
                weights.squares() + other.weights.squares());
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("WeightedNps", 1)
                .with("promoters", promoters)
                .with("passives", passives)
                .with("detractors", detractors)
                .with("count", count())
                .with("squares", weights.squares());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the score
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static WeightedNps ofStored(StoredForm form) {
        StoredFields fields = form.expect("WeightedNps", 1, "promoters", "passives", "detractors", "count", "squares");
        return ofSums(
                fields.real("promoters"),
                fields.real("passives"),
                fields.real("detractors"),
                fields.whole("count"),
                fields.real("squares"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeightedNps that
                && Double.compare(promoters, that.promoters) == 0
                && Double.compare(passives, that.passives) == 0
                && Double.compare(detractors, that.detractors) == 0
                && weights.equals(that.weights);
    }

    @Override
    public int hashCode() {
        return Objects.hash(promoters, passives, detractors, weights);
    }

    /**
     * Returns the sums.
     *
     * @return such as {@code WeightedNps[promoters=2.0, passives=1.0, detractors=1.0, count=3, squares=6.0]}
     */
    @Override
    public String toString() {
        return "WeightedNps[promoters=" + promoters + ", passives=" + passives + ", detractors=" + detractors
                + ", count=" + count() + ", squares=" + weights.squares() + "]";
    }
}
