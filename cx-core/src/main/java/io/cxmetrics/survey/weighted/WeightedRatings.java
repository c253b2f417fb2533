package io.cxmetrics.survey.weighted;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.survey.NpsDefinition;
import io.cxmetrics.survey.Polarity;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.Screening;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Weights of the answers at each point of a scale, for surveys that asked some groups more often than others; means are
 * in points of the scale, shares in fractions.
 *
 * <p><b>Definitions.</b> As {@link Ratings}, with the sum of weights in place of the number of answers; uncertainty
 * stands on Kish's effective base ({@link Weights}). A weight of 0 is an answer without influence.
 *
 * <p><b>Edges.</b> Without weight every answer is NaN. A weight that is neither 0 nor in [10<sup>-100</sup>,
 * 10<sup>100</sup>] is refused with its index, and so is a rating outside the scale. Sums are associative up to
 * rounding.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * WeightedRatings ratings = WeightedRatings.of(RatingScale.ZERO_TO_TEN, new int[] {10, 8, 2}, new double[] {2, 1, 1});
 * ratings.nps().score(); // 25.0
 * ratings.mean(); // 7.5
 * ratings.count(); // 3
 * }</pre>
 *
 * @since 0.1
 */
public final class WeightedRatings implements Summary<WeightedRatings> {

    private static final long serialVersionUID = 1;

    private final RatingScale scale;
    private final double[] sums;
    private final long count;
    private final double squares;

    WeightedRatings(RatingScale scale, double[] sums, long count, double squares) {
        this.scale = scale;
        this.sums = sums;
        this.count = count;
        this.squares = squares;
    }

    /**
     * Returns the summary of no answers.
     *
     * @param scale the scale
     * @return the summary
     */
    public static WeightedRatings empty(RatingScale scale) {
        return new WeightedRatingsBuffer(requireNonNull(scale, "scale")).finish();
    }

    /**
     * Returns the summary of ratings with their weights.
     *
     * @param scale the scale
     * @param ratings the ratings
     * @param weights as many weights, each 0 or in [1e-100, 1e100]
     * @return the summary
     * @throws IllegalArgumentException if a rating is outside the scale, a weight is out of range, or the lengths
     *     differ
     */
    public static WeightedRatings of(RatingScale scale, int[] ratings, double[] weights) {
        if (weights.length != ratings.length) {
            throw new IllegalArgumentException(
                    "weights must be as many as ratings (" + ratings.length + "), got " + weights.length);
        }
        WeightedRatingsBuffer buffer = new WeightedRatingsBuffer(scale);
        for (int i = 0; i < ratings.length; i++) {
            if (!scale.contains(ratings[i])) {
                throw Checks.outside("rating", ratings[i], scale.min(), scale.max(), " at index " + i);
            }
            buffer.add(ratings[i], Weights.check(weights[i], i));
        }
        return buffer.finish();
    }

    /**
     * Returns the summary of weighted answers.
     *
     * @param scale the scale
     * @param answers the answers
     * @return the summary
     * @throws IllegalArgumentException if a rating is outside the scale
     */
    public static WeightedRatings of(RatingScale scale, Collection<WeightedAnswer> answers) {
        return answers.stream().collect(aggregation(scale).toCollector());
    }

    /**
     * Returns the aggregation that folds weighted answers, for streams and engines.
     *
     * @param scale the scale
     * @return the aggregation, which refuses a rating outside the scale
     */
    public static Aggregation<WeightedAnswer, WeightedRatingsBuffer, WeightedRatings> aggregation(RatingScale scale) {
        return new WeightedRatingsAggregation(requireNonNull(scale, "scale"));
    }

    /**
     * Returns a collector that screens raw ratings with their weights. A row whose weight is NaN, negative or too large
     * is left out as {@link io.cxmetrics.survey.Exclusion#INCOMPLETE}.
     *
     * @param screening the rules for raw values
     * @param raw gives the raw value; null is blank
     * @param weight gives the weight; NaN where there is none
     * @param <T> the type of the rows
     * @return the collector
     */
    public static <T> Collector<T, ?, Screening.Outcome<WeightedRatings>> toScreened(
            Screening screening,
            Function<? super T, ? extends @Nullable String> raw,
            ToDoubleFunction<? super T> weight) {
        requireNonNull(weight, "weight");
        return screening.toScreened(
                raw,
                row -> Weights.allowed(weight.applyAsDouble(row)),
                WeightedRatings.<Screening.Rated<T>>toWeightedRatings(
                        screening.scale(), Screening.Rated::rating, rated -> weight.applyAsDouble(rated.row())));
    }

    /**
     * Returns a collector of one rating and one weight of each element.
     *
     * @param scale the scale
     * @param rating gives the rating
     * @param weight gives the weight, 0 or in [1e-100, 1e100]
     * @param <T> the type of the elements
     * @return the collector, which refuses a rating outside the scale and a bad weight
     */
    public static <T> Collector<T, ?, WeightedRatings> toWeightedRatings(
            RatingScale scale, ToIntFunction<? super T> rating, ToDoubleFunction<? super T> weight) {
        requireNonNull(rating, "rating");
        requireNonNull(weight, "weight");
        return Collectors.mapping(
                (T element) -> new WeightedAnswer(rating.applyAsInt(element), weight.applyAsDouble(element)),
                aggregation(scale).toCollector());
    }

    /**
     * Returns the scale.
     *
     * @return the scale
     */
    public RatingScale scale() {
        return scale;
    }

    /**
     * Returns how many answers there were.
     *
     * @return the count, unweighted
     */
    public long count() {
        return count;
    }

    /**
     * Returns what the weighting does to the precision.
     *
     * @return the weights of all answers
     */
    public Weights weights() {
        return new Weights(count, sum(0, sums.length), squares);
    }

    /**
     * Returns the weight of the answers at a point.
     *
     * @param rating the point
     * @return the sum of their weights
     * @throws IllegalArgumentException if the rating is outside the scale
     */
    public double weight(int rating) {
        if (!scale.contains(rating)) {
            throw Checks.outside("rating", rating, scale.min(), scale.max(), "");
        }
        return sums[rating - scale.min()];
    }

    /**
     * Returns the weighted Net Promoter Score of ratings from 0 to 10.
     *
     * @return the score and its uncertainty
     * @throws IllegalArgumentException if the ratings are on another scale
     */
    public WeightedNps nps() {
        return nps(NpsDefinition.STANDARD);
    }

    /**
     * Returns the weighted Net Promoter Score with custom break points.
     *
     * @param breaks where passives and promoters start, on the scale of the ratings
     * @return the score and its uncertainty
     * @throws IllegalArgumentException if the breaks are for another scale
     */
    public WeightedNps nps(NpsDefinition breaks) {
        Checks.same("scale", breaks.scale(), scale);
        int passives = breaks.passivesFrom() - scale.min();
        int promoters = breaks.promotersFrom() - scale.min();
        return WeightedNps.ofSums(
                sum(promoters, sums.length), sum(passives, promoters), sum(0, passives), count, squares);
    }

    /**
     * Returns the weight among the best points out of all weight.
     *
     * @param k how many points count as the top, in [1, points - 1]
     * @return the weighted share
     * @throws IllegalArgumentException if k is out of range
     */
    public WeightedProportion topBox(int k) {
        return box(k, scale.polarity() == Polarity.HIGH_IS_GOOD);
    }

    /**
     * Returns the weight among the worst points out of all weight.
     *
     * @param k how many points count as the bottom, in [1, points - 1]
     * @return the weighted share
     * @throws IllegalArgumentException if k is out of range
     */
    public WeightedProportion bottomBox(int k) {
        return box(k, scale.polarity() == Polarity.LOW_IS_GOOD);
    }

    private WeightedProportion box(int k, boolean high) {
        Checks.inRange("k", k, 1, scale.points() - 1);
        return new WeightedProportion(high ? sum(sums.length - k, sums.length) : sum(0, k), weights());
    }

    /**
     * Returns the weighted mean rating.
     *
     * @return points of the scale; NaN without weight
     */
    public double mean() {
        double sum = 0;
        int lowest = scale.max();
        int highest = scale.min();
        for (int i = 0; i < sums.length; i++) {
            if (sums[i] > 0) {
                int rating = scale.min() + i;
                sum += sums[i] * rating;
                lowest = Math.min(lowest, rating);
                highest = Math.max(highest, rating);
            }
        }
        // Rounding may put the mean of equal ratings next to them.
        return Math.min(Math.max(sum / weights().sum(), lowest), highest);
    }

    /**
     * Returns the weighted mean rating on 0 (worst) to 100 (best).
     *
     * @return the normalised mean; NaN without weight
     */
    public double normalised() {
        return scale.normalise(mean());
    }

    /**
     * Returns the weighted standard deviation of the ratings as a sample, without bias for weights that say how much an
     * answer is to be trusted. With all weights 1 it is that of {@link Ratings#moments()}.
     *
     * @return sqrt(sum of weight (rating - mean)&sup2; / (W - Q / W)) with the sum W of the weights and Q of their
     *     squares; NaN for an effective base of 1 or less
     */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    private double variance() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            double difference = scale.min() + i - mean;
            sum += sums[i] * difference * difference;
        }
        Weights weights = weights();
        return weights.effectiveBase() > 1 ? sum / (weights.sum() - weights.squares() / weights.sum()) : Double.NaN;
    }

    /**
     * Returns the standard error of the mean on the effective base.
     *
     * @return standardDeviation / sqrt(effective base); NaN for an effective base of 1 or less
     */
    public double standardError() {
        return Math.sqrt(variance() / weights().effectiveBase());
    }

    private double sum(int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += sums[i];
        }
        return sum;
    }

    @Override
    public WeightedRatings plus(WeightedRatings other) {
        Checks.same("scale", scale, other.scale);
        double[] all = sums.clone();
        for (int i = 0; i < all.length; i++) {
            all[i] += other.sums[i];
        }
        return new WeightedRatings(scale, all, Math.addExact(count, other.count), squares + other.squares);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("WeightedRatings", 1)
                .with("scale", scale.toString())
                .with("sums", sums)
                .with("count", count)
                .with("squares", squares);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the ratings
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static WeightedRatings ofStored(StoredForm form) {
        StoredFields fields = form.expect("WeightedRatings", 1, "scale", "sums", "count", "squares");
        RatingScale scale = fields.parsed("scale", RatingScale::parse);
        double[] sums = fields.reals("sums");
        Checks.sameLength("sums", sums.length, "points", scale.points());
        for (double sum : sums) {
            Checks.notNegative("sum", sum);
        }
        WeightedRatings ratings = new WeightedRatings(scale, sums, fields.whole("count"), fields.real("squares"));
        var unused = ratings.weights(); // refuses a total that is no sum of weights
        return ratings;
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeightedRatings that
                && scale.equals(that.scale)
                && Arrays.equals(sums, that.sums)
                && count == that.count
                && Double.compare(squares, that.squares) == 0;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sums) * 31 + scale.hashCode();
    }

    /**
     * Returns the scale and the weights.
     *
     * @return such as {@code WeightedRatings[1..5: 0.0, 1.5, 0.0, 2.0, 1.0]}
     */
    @Override
    public String toString() {
        String list = Arrays.toString(sums);
        return "WeightedRatings[" + scale + ": " + list.substring(1, list.length() - 1)
                + (count == 0 ? ", no answers" : "") + "]";
    }
}
