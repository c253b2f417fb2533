package io.cxmetrics.survey;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Counts;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.QuantileMethod;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;

/**
 * Counts of answers at each point of a scale, from which every survey score can be computed; means and quantiles are in
 * points of the scale, shares in fractions.
 *
 * <p><b>Definitions.</b> The top-k box is the share of answers among the k best points, the bottom-k box among the k
 * worst; on a scale where low is good, the best points are the lowest. The net box is top minus bottom, in points from
 * -100 to 100. Mean and median are in points of the scale; {@link #normalised()} is the mean on 0 (worst) to 100
 * (best).
 *
 * <p><b>Edges.</b> Without answers every share and mean is NaN. A rating outside the scale is refused with its index.
 * Ratings on different scales do not add up.
 *
 * <p>Immutable and thread-safe. Counting costs one addition per rating.
 *
 * <pre>{@code
 * Ratings ratings = Ratings.of(RatingScale.ONE_TO_FIVE, 5, 4, 4, 3, 1);
 * ratings.mean(); // 3.4
 * ratings.topBox(2).percent(); // 60.0
 * ratings.netBox(2); // 40.0
 * }</pre>
 *
 * @since 0.1
 */
public final class Ratings implements Summary<Ratings> {

    private static final long serialVersionUID = 1;

    private final RatingScale scale;
    private final long[] counts;
    private final long count;

    private Ratings(RatingScale scale, long[] counts) {
        this.scale = scale;
        this.counts = counts;
        this.count = Counts.total(counts);
    }

    /**
     * Returns the summary of no answers.
     *
     * @param scale the scale
     * @return the summary
     */
    public static Ratings empty(RatingScale scale) {
        return new Ratings(requireNonNull(scale, "scale"), RatingsKernel.zero(scale));
    }

    /**
     * Returns the summary of ratings.
     *
     * @param scale the scale
     * @param ratings the ratings
     * @return the summary
     * @throws IllegalArgumentException if a rating is outside the scale
     */
    public static Ratings of(RatingScale scale, int... ratings) {
        return ofRange(scale, ratings, 0, ratings.length);
    }

    /**
     * Returns the summary of ratings.
     *
     * @param scale the scale
     * @param ratings the ratings
     * @return the summary
     * @throws IllegalArgumentException if a rating is outside the scale
     */
    public static Ratings of(RatingScale scale, byte[] ratings) {
        return ofRange(scale, ratings, 0, ratings.length);
    }

    /**
     * Returns the summary of ratings.
     *
     * @param scale the scale
     * @param ratings the ratings, none of them null
     * @return the summary
     * @throws IllegalArgumentException if a rating is null or outside the scale
     */
    public static Ratings of(RatingScale scale, Collection<Integer> ratings) {
        return of(scale, RatingsKernel.unboxed(ratings));
    }

    /**
     * Returns the summary of a part of an array.
     *
     * @param scale the scale
     * @param ratings the ratings
     * @param from the first index
     * @param to the index after the last
     * @return the summary
     * @throws IllegalArgumentException if a rating is outside the scale
     * @throws IndexOutOfBoundsException if the part does not lie in the array
     */
    public static Ratings ofRange(RatingScale scale, int[] ratings, int from, int to) {
        return new Ratings(scale, RatingsKernel.count(scale, ratings, from, to));
    }

    /**
     * Returns the summary of a part of an array.
     *
     * @param scale the scale
     * @param ratings the ratings
     * @param from the first index
     * @param to the index after the last
     * @return the summary
     * @throws IllegalArgumentException if a rating is outside the scale
     * @throws IndexOutOfBoundsException if the part does not lie in the array
     */
    public static Ratings ofRange(RatingScale scale, byte[] ratings, int from, int to) {
        return new Ratings(scale, RatingsKernel.count(scale, ratings, from, to));
    }

    /**
     * Returns the summary of counts that were made elsewhere.
     *
     * @param scale the scale
     * @param counts how often each point was chosen, from the lowest point to the highest
     * @return the summary
     * @throws IllegalArgumentException if there is not one count for each point, or one is negative
     */
    public static Ratings ofCounts(RatingScale scale, long... counts) {
        if (counts.length != scale.points()) {
            throw new IllegalArgumentException(
                    "counts must have one for each point of " + scale + ", got " + counts.length);
        }
        for (long n : counts) {
            Checks.notNegative("count", n);
        }
        return new Ratings(scale, counts.clone());
    }

    /**
     * Returns the aggregation that folds ratings, for streams and engines.
     *
     * @param scale the scale
     * @return the aggregation, which refuses a rating outside the scale
     */
    public static Aggregation<Integer, long[], Ratings> aggregation(RatingScale scale) {
        return new RatingsAggregation(requireNonNull(scale, "scale"));
    }

    /**
     * Returns a collector of one rating of each element.
     *
     * @param scale the scale
     * @param rating gives the rating
     * @param <T> the type of the elements
     * @return the collector, which refuses a rating outside the scale
     */
    public static <T> Collector<T, ?, Ratings> toRatings(RatingScale scale, ToIntFunction<? super T> rating) {
        return Collector.of(
                () -> RatingsKernel.zero(scale),
                (counts, element) -> RatingsKernel.add(counts, scale, rating.applyAsInt(element)),
                Counts::merge,
                counts -> new Ratings(scale, counts.clone()));
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
     * @return the count
     */
    public long count() {
        return count;
    }

    /**
     * Returns how often a point was chosen.
     *
     * @param rating the point
     * @return the count
     * @throws IllegalArgumentException if the rating is outside the scale
     */
    public long count(int rating) {
        if (!scale.contains(rating)) {
            throw scale.outside(rating, "");
        }
        return counts[rating - scale.min()];
    }

    /**
     * Returns how often each point was chosen, from the lowest point to the highest.
     *
     * @return a new array
     */
    public long[] counts() {
        return counts.clone();
    }

    /**
     * Returns the answers in a range of points out of all answers.
     *
     * @param low the lowest point of the range
     * @param high the highest point of the range, included; a range that ends before it starts holds nobody
     * @return the share
     * @throws IllegalArgumentException if a rating is outside the scale
     */
    public Proportion between(int low, int high) {
        if (!scale.contains(low) || !scale.contains(high)) {
            throw scale.outside(scale.contains(low) ? high : low, "");
        }
        long inside = 0;
        for (int rating = low; rating <= high; rating++) {
            inside += counts[rating - scale.min()];
        }
        return Proportion.of(inside, count);
    }

    /**
     * Returns the answers among the best points out of all answers.
     *
     * @param k how many points count as the top, in [1, points - 1]
     * @return the share
     * @throws IllegalArgumentException if k is out of range
     */
    public Proportion topBox(int k) {
        return box(k, scale.polarity() == Polarity.HIGH_IS_GOOD);
    }

    /**
     * Returns the answers among the worst points out of all answers.
     *
     * @param k how many points count as the bottom, in [1, points - 1]
     * @return the share
     * @throws IllegalArgumentException if k is out of range
     */
    public Proportion bottomBox(int k) {
        return box(k, scale.polarity() == Polarity.LOW_IS_GOOD);
    }

    private Proportion box(int k, boolean high) {
        Checks.inRange("k", k, 1, scale.points() - 1);
        return high ? between(scale.max() - k + 1, scale.max()) : between(scale.min(), scale.min() + k - 1);
    }

    /**
     * Returns the top-k box minus the bottom-k box.
     *
     * @param k how many points count on either side, in [1, points - 1]
     * @return points from -100 to 100; NaN without answers
     * @throws IllegalArgumentException if k is out of range
     */
    public double netBox(int k) {
        return net(topBox(k), bottomBox(k));
    }

    /** Counts first and one division after them, so that a net score is as exact as a share. */
    static double net(Proportion positive, Proportion negative) {
        long rest = positive.trials() - positive.events() - negative.events();
        return Nps.score(positive.events(), rest, negative.events());
    }

    /**
     * Returns the mean rating.
     *
     * @return points of the scale; NaN without answers
     */
    public double mean() {
        return moments().mean();
    }

    /**
     * Returns the mean rating on 0 (everybody chose the worst point) to 100 (the best).
     *
     * @return the normalised mean; NaN without answers
     */
    public double normalised() {
        return scale.normalise(mean());
    }

    /**
     * Returns the median rating: the middle answer, or the mean of the middle two.
     *
     * @return points of the scale; NaN without answers
     */
    public double median() {
        return quantile(0.5, QuantileMethod.LINEAR);
    }

    /**
     * Returns a quantile of the ratings.
     *
     * @param q which quantile, in [0, 1]
     * @param method what a quantile means
     * @return points of the scale; NaN without answers
     * @throws IllegalArgumentException if q is out of range
     */
    public double quantile(double q, QuantileMethod method) {
        return method.of(count, this::at, q);
    }

    private double at(long position) {
        // Beyond 2^53 answers, a position computed in floating point may lie past the last one.
        long wanted = Math.min(position, count - 1);
        long seen = counts[0];
        int point = 0;
        while (seen <= wanted) {
            seen += counts[++point];
        }
        return scale.min() + point;
    }

    /**
     * Returns count, mean, variance and extremes of the ratings, from which come the standard deviation and an interval
     * of the mean.
     *
     * @return the moments
     */
    public Moments moments() {
        if (count == 0) {
            return Moments.EMPTY;
        }
        double sum = 0;
        int lowest = Integer.MAX_VALUE;
        int highest = Integer.MIN_VALUE;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                int rating = scale.min() + i;
                sum += (double) rating * counts[i];
                lowest = Math.min(lowest, rating);
                highest = Math.max(highest, rating);
            }
        }
        double mean = Math.min(Math.max(sum / count, lowest), highest);
        double squares = 0;
        for (int i = 0; i < counts.length; i++) {
            double difference = scale.min() + i - mean;
            squares += counts[i] * difference * difference;
        }
        return Moments.ofParts(count, mean, squares, lowest, highest);
    }

    @Override
    public Ratings plus(Ratings other) {
        Checks.same("scale", scale, other.scale);
        return new Ratings(scale, Counts.merge(counts.clone(), other.counts));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Ratings", 1).with("scale", scale.toString()).with("counts", counts);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the ratings
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Ratings ofStored(StoredForm form) {
        StoredFields fields = form.expect("Ratings", 1, "scale", "counts");
        return ofCounts(fields.parsed("scale", RatingScale::parse), fields.wholes("counts"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ratings that && scale.equals(that.scale) && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * scale.hashCode() + Arrays.hashCode(counts);
    }

    /**
     * Returns the scale and the counts.
     *
     * @return such as {@code Ratings[1..5: 1, 0, 1, 2, 1]}
     */
    @Override
    public String toString() {
        String list = Arrays.toString(counts);
        return "Ratings[" + scale + ": " + list.substring(1, list.length() - 1) + (count == 0 ? ", no answers" : "")
                + "]";
    }
}
