package io.cxmetrics.survey;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.SampleSize;
import java.util.Collection;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Net Promoter Score in points from -100 to 100: "how likely is it that you would recommend us to a friend or
 * colleague", answered from 0 to 10.
 *
 * <p><b>Definition.</b> NPS = 100 (promoters - detractors) / answers, with promoters 9 and 10, passives 7 and 8,
 * detractors 0 to 6. Score, interval, standard error and margin are in points; shares are fractions.
 *
 * <p><b>Who counts.</b> Answers only: whoever did not answer is in no bucket and not in the denominator. Raw data that
 * may hold blanks or codes go through {@link Screening} first, which counts what it leaves out. Other break points are
 * in {@link NpsDefinition}, one answer for each respondent or account in
 * {@link io.cxmetrics.survey.response.Respondents Respondents}, weights in
 * {@link io.cxmetrics.survey.weighted.WeightedNps WeightedNps}.
 *
 * <p><b>Uncertainty.</b> One answer scored -1, 0 or +1 has the variance p + d - (p - d)&sup2; with the shares p of
 * promoters and d of detractors; the standard error is 100 sqrt(variance / answers). {@link #interval(double)} is the
 * adjusted Wald interval; the others are in {@link NetInterval}.
 *
 * <p><b>Edges.</b> Without answers the score is NaN and the interval undefined. A rating outside 0 to 10 is refused
 * with its index. Adding beyond 2<sup>63</sup> - 1 answers is an {@link ArithmeticException}.
 *
 * <p><b>Sources.</b> F. Reichheld, "The One Number You Need to Grow", Harvard Business Review, December 2003; B. Rocks,
 * The American Statistician 70 (2016) for the intervals.
 *
 * <p>Immutable and thread-safe. Arrays are the fast path: one pass, nothing allocated per rating.
 *
 * <pre>{@code
 * Nps nps = Nps.of(9, 10, 7, 3);
 * nps; // Nps[promoters=2, passives=1, detractors=1]
 * nps.score(); // 25.0
 * nps.plus(Nps.of(2, 10)).score(); // 16.666666666666668
 * Nps.of(List.of(9, 3)).score(); // 0.0
 * Stream.of("9", "3").collect(Nps.toNps(Integer::parseInt)).score(); // 0.0
 * }</pre>
 *
 * @param promoters how many answered 9 or 10, not negative
 * @param passives how many answered 7 or 8, not negative
 * @param detractors how many answered 0 to 6, not negative
 * @since 0.1
 */
public record Nps(long promoters, long passives, long detractors) implements Summary<Nps> {

    /** No answers. */
    public static final Nps EMPTY = new Nps(0, 0, 0);

    /** A margin below this is almost surely a fraction; as points it would take more than 150,000 answers at worst. */
    private static final double LEAST_MARGIN = 0.5;

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if the counts add up to more than a {@code long} holds
     */
    public Nps {
        Checks.notNegative("promoters", promoters);
        Checks.notNegative("passives", passives);
        Checks.notNegative("detractors", detractors);
        Math.addExact(Math.addExact(promoters, passives), detractors);
    }

    /**
     * Returns the NPS of counts. The name keeps three counts apart from three ratings.
     *
     * @param promoters how many promoters
     * @param passives how many passives
     * @param detractors how many detractors
     * @return the NPS
     * @throws IllegalArgumentException if a count is negative
     */
    public static Nps ofCounts(long promoters, long passives, long detractors) {
        return new Nps(promoters, passives, detractors);
    }

    /**
     * Returns the NPS of ratings from 0 to 10.
     *
     * @param ratings the ratings
     * @return the NPS
     * @throws IllegalArgumentException if a rating is outside 0 to 10
     */
    public static Nps of(int... ratings) {
        return ofRange(ratings, 0, ratings.length);
    }

    /**
     * Returns the NPS of ratings from 0 to 10.
     *
     * @param ratings the ratings
     * @return the NPS
     * @throws IllegalArgumentException if a rating is outside 0 to 10
     */
    public static Nps of(byte[] ratings) {
        return ofRange(ratings, 0, ratings.length);
    }

    /**
     * Returns the NPS of ratings from 0 to 10.
     *
     * @param ratings the ratings, none of them null
     * @return the NPS
     * @throws IllegalArgumentException if a rating is null or outside 0 to 10
     */
    public static Nps of(Collection<Integer> ratings) {
        return of(RatingsKernel.unboxed(ratings));
    }

    /**
     * Returns the NPS of a part of an array of ratings from 0 to 10.
     *
     * @param ratings the ratings
     * @param from the first index
     * @param to the index after the last
     * @return the NPS
     * @throws IllegalArgumentException if a rating is outside 0 to 10
     * @throws IndexOutOfBoundsException if the part does not lie in the array
     */
    public static Nps ofRange(int[] ratings, int from, int to) {
        return NpsKernel.count(ratings, from, to);
    }

    /**
     * Returns the NPS of a part of an array of ratings from 0 to 10.
     *
     * @param ratings the ratings
     * @param from the first index
     * @param to the index after the last
     * @return the NPS
     * @throws IllegalArgumentException if a rating is outside 0 to 10
     * @throws IndexOutOfBoundsException if the part does not lie in the array
     */
    public static Nps ofRange(byte[] ratings, int from, int to) {
        return NpsKernel.count(ratings, from, to);
    }

    /**
     * Returns the NPS of ratings that were counted already.
     *
     * @param ratings the ratings, on 0..10
     * @return the NPS
     * @throws IllegalArgumentException if the ratings are on another scale
     */
    public static Nps from(Ratings ratings) {
        return from(ratings, NpsDefinition.STANDARD);
    }

    /**
     * Returns the NPS of ratings with custom break points.
     *
     * @param ratings the ratings
     * @param breaks where passives and promoters start, on the scale of the ratings
     * @return the NPS
     * @throws IllegalArgumentException if the breaks are for another scale
     */
    public static Nps from(Ratings ratings, NpsDefinition breaks) {
        Checks.same("scale", breaks.scale(), ratings.scale());
        long promoters =
                ratings.between(breaks.promotersFrom(), breaks.scale().max()).events();
        long detractors =
                ratings.between(breaks.scale().min(), breaks.passivesFrom() - 1).events();
        return new Nps(promoters, ratings.count() - promoters - detractors, detractors);
    }

    /**
     * Returns the aggregation that folds ratings from 0 to 10 into an NPS, for streams and engines.
     *
     * @return the aggregation, which refuses a rating outside 0 to 10
     */
    public static Aggregation<Integer, long[], Nps> aggregation() {
        return Ratings.aggregation(RatingScale.ZERO_TO_TEN).andThen(Nps::from);
    }

    /**
     * Returns a collector of ratings from 0 to 10.
     *
     * @return the collector, which refuses a rating outside 0 to 10
     */
    public static Collector<Integer, ?, Nps> toNps() {
        return toNps(Integer::intValue);
    }

    /**
     * Returns a collector of one rating from 0 to 10 of each element.
     *
     * @param rating gives the rating
     * @param <T> the type of the elements
     * @return the collector, which refuses a rating outside 0 to 10
     */
    public static <T> Collector<T, ?, Nps> toNps(ToIntFunction<? super T> rating) {
        return Collectors.collectingAndThen(Ratings.<T>toRatings(RatingScale.ZERO_TO_TEN, rating), Nps::from);
    }

    /**
     * Returns 100 (promoters - detractors) / answers.
     *
     * @param promoters how many promoters
     * @param passives how many passives
     * @param detractors how many detractors
     * @return points from -100 to 100; NaN without answers
     */
    public static double score(long promoters, long passives, long detractors) {
        double answers = (double) promoters + passives + detractors;
        // Beyond 2^46 answers, rounding could leave the range by a hair.
        return Math.min(Math.max(100.0 * (promoters - detractors) / answers, -100), 100);
    }

    /**
     * Returns the variance of one answer scored -1, 0 or +1.
     *
     * @param promoterShare the share of promoters, a fraction
     * @param detractorShare the share of detractors, a fraction
     * @return p + d - (p - d)&sup2;, in [0, 1]
     */
    public static double variance(double promoterShare, double detractorShare) {
        double net = promoterShare - detractorShare;
        return Math.max(promoterShare + detractorShare - net * net, 0);
    }

    /**
     * Returns how many answered.
     *
     * @return promoters + passives + detractors
     */
    public long count() {
        return promoters + passives + detractors;
    }

    /**
     * Returns the Net Promoter Score.
     *
     * @return points from -100 to 100; NaN without answers
     */
    public double score() {
        return score(promoters, passives, detractors);
    }

    /**
     * Returns the score as a fraction, as some statistics packages state it.
     *
     * @return the score / 100, from -1 to 1; NaN without answers
     */
    public double fraction() {
        return score() / 100;
    }

    /**
     * Returns the promoters out of all who answered.
     *
     * @return the share
     */
    public Proportion promoterShare() {
        return Proportion.of(promoters, count());
    }

    /**
     * Returns the passives out of all who answered.
     *
     * @return the share
     */
    public Proportion passiveShare() {
        return Proportion.of(passives, count());
    }

    /**
     * Returns the detractors out of all who answered.
     *
     * @return the share
     */
    public Proportion detractorShare() {
        return Proportion.of(detractors, count());
    }

    /**
     * Returns the variance of one answer scored -1, 0 or +1.
     *
     * @return the variance in [0, 1], as a fraction squared; NaN without answers
     */
    public double variance() {
        return count() == 0
                ? Double.NaN
                : variance(promoterShare().rate(), detractorShare().rate());
    }

    /**
     * Returns the standard error of the score.
     *
     * @return 100 sqrt(variance / answers), in points; NaN without answers
     */
    public double standardError() {
        return 100 * Math.sqrt(variance() / count());
    }

    /**
     * Returns the adjusted Wald interval of the score.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval in points within [-100, 100]; undefined without answers
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return interval(confidence, NetInterval.ADJUSTED_WALD);
    }

    /**
     * Returns an interval of the score by a named method.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @param method the method
     * @return the interval in points within [-100, 100]; undefined without answers
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence, NetInterval method) {
        return method.of(promoters, passives, detractors, confidence);
    }

    /**
     * Returns the percentile interval of random samples drawn from the answers with replacement.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @param resamples how many samples to draw, in [1, 1,000,000]; at least 1,000 are usual
     * @param seed the seed; one seed always gives one interval
     * @return the interval in points within [-100, 100]; undefined without answers
     * @throws IllegalArgumentException if an argument is out of range, or there are more than 2<sup>31</sup> - 1
     *     answers
     */
    public Interval bootstrap(double confidence, int resamples, long seed) {
        return NetInterval.bootstrap(promoters, passives, detractors, confidence, resamples, seed);
    }

    /**
     * Compares this score with that of an independent group.
     *
     * @param other the group to compare with
     * @return the difference in points, this score minus the other, with its standard error, p-value and interval
     */
    public Difference differenceFrom(Nps other) {
        return new Difference(score() - other.score(), Math.hypot(standardError(), other.standardError()));
    }

    /**
     * Returns how many answers narrow the Wald interval to a margin, if the shares stay as they are here. The margin is
     * in points: 3 for a score of plus or minus 3. A margin such as 0.03 is refused, because it is a fraction.
     *
     * @param marginInPoints half the width of the interval in points, in [0.5, 100]; {@link SampleSize#forVariance}
     *     takes any other
     * @param confidence the level in (0, 1), such as 0.95
     * @return the number of answers required; at least 1
     * @throws IllegalArgumentException if an argument is out of range, or there are no answers to learn the shares from
     */
    public long sampleSize(double marginInPoints, double confidence) {
        if (!(marginInPoints >= LEAST_MARGIN && marginInPoints <= 100)) {
            throw new IllegalArgumentException("marginInPoints must be in [" + LEAST_MARGIN
                    + ", 100], such as 3 rather than 0.03, got " + marginInPoints);
        }
        if (count() == 0) {
            throw new IllegalArgumentException("answers must not be empty, got 0");
        }
        return SampleSize.forVariance(variance(), marginInPoints / 100, confidence);
    }

    @Override
    public Nps plus(Nps other) {
        return new Nps(
                Math.addExact(promoters, other.promoters),
                Math.addExact(passives, other.passives),
                Math.addExact(detractors, other.detractors));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Nps", 1)
                .with("promoters", promoters)
                .with("passives", passives)
                .with("detractors", detractors);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the NPS
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Nps ofStored(StoredForm form) {
        StoredFields fields = form.expect("Nps", 1, "promoters", "passives", "detractors");
        return new Nps(fields.whole("promoters"), fields.whole("passives"), fields.whole("detractors"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code Nps[promoters=2, passives=1, detractors=1]}, or {@code Nps[no answers]}
     */
    @Override
    public String toString() {
        return count() == 0
                ? "Nps[no answers]"
                : "Nps[promoters=" + promoters + ", passives=" + passives + ", detractors=" + detractors + "]";
    }
}
