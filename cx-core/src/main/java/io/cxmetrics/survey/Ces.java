package io.cxmetrics.survey;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import java.util.Collection;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Customer effort, in points of the declared scale: how easy it was for customers to get what they came for.
 *
 * <p><b>Definition.</b> Three forms are in use, and all are answers here: the {@linkplain #mean() mean} in points of
 * the scale; {@linkplain #easyShare() the share of easy answers}, a fraction; and {@linkplain #netEasy() net easy} in
 * points, the easy percentage minus the difficult. There is no {@code score()}: sources disagree which of the three it
 * is.
 *
 * <p><b>Scales.</b> The first question ("how much effort did you personally have to put forth", {@link #CES_1}) runs
 * from 1 to 5 and low is good. The second ("the company made it easy to handle my issue", {@link #CES_2}) runs from 1
 * to 7 and high is good: 5 to 7 easy, 4 neutral, 1 to 3 difficult. {@link #normalised()} makes 100 the easiest on both,
 * but answers to different questions still do not add up.
 *
 * <p><b>Edges.</b> Without answers every number is NaN. A rating outside the scale is refused with its index.
 *
 * <p><b>Sources.</b> M. Dixon, K. Freeman, N. Toman, "Stop Trying to Delight Your Customers", Harvard Business Review,
 * July 2010 (first); M. Dixon, N. Toman, R. DeLisi, "The Effortless Experience", 2013 (second).
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Ces ces = Ces.of(7, 6, 5, 4, 2);
 * ces.mean(); // 4.8
 * ces.easyShare().percent(); // 60.0
 * ces.netEasy(); // 40.0
 * Ces.of(Ces.CES_1, 1, 2, 5).easyShare(); // 2 of 3 (0.6666666666666666)
 * }</pre>
 *
 * @param ratings the answers
 * @param definition what counts as easy and difficult, on the scale of the answers
 * @since 0.1
 */
public record Ces(Ratings ratings, BoxDefinition definition) implements Summary<Ces> {

    /** The first question: 1..5, low is good; 1 and 2 easy, 4 and 5 difficult. */
    public static final BoxDefinition CES_1 = new BoxDefinition(RatingScale.CES_1, 2, 2);

    /** The second question, the default: 1..7, high is good; 5 to 7 easy, 1 to 3 difficult. */
    public static final BoxDefinition CES_2 = new BoxDefinition(RatingScale.CES_2, 3, 3);

    /** Agreement on 1..5, high is good; 4 and 5 easy, 1 and 2 difficult. */
    public static final BoxDefinition FIVE_POINT = new BoxDefinition(RatingScale.ONE_TO_FIVE, 2, 2);

    /** No answers to the second question. */
    public static final Ces EMPTY = empty(CES_2);

    /**
     * Checks that rule and answers are on one scale.
     *
     * @throws IllegalArgumentException if the scales differ
     */
    public Ces {
        requireNonNull(ratings, "ratings");
        Checks.same("scale", definition.scale(), ratings.scale());
    }

    /**
     * Returns the summary of no answers.
     *
     * @param definition the rule
     * @return the summary
     */
    public static Ces empty(BoxDefinition definition) {
        return new Ces(Ratings.empty(definition.scale()), definition);
    }

    /**
     * Returns the effort of answers to the second question, from 1 to 7.
     *
     * @param ratings the ratings
     * @return the effort
     * @throws IllegalArgumentException if a rating is outside 1 to 7
     */
    public static Ces of(int... ratings) {
        return of(CES_2, ratings);
    }

    /**
     * Returns the effort of ratings under a rule.
     *
     * @param definition the rule
     * @param ratings the ratings
     * @return the effort
     * @throws IllegalArgumentException if a rating is outside the scale of the rule
     */
    public static Ces of(BoxDefinition definition, int... ratings) {
        return new Ces(Ratings.of(definition.scale(), ratings), definition);
    }

    /**
     * Returns the effort of ratings under a rule.
     *
     * @param definition the rule
     * @param ratings the ratings
     * @return the effort
     * @throws IllegalArgumentException if a rating is outside the scale of the rule
     */
    public static Ces of(BoxDefinition definition, byte[] ratings) {
        return new Ces(Ratings.of(definition.scale(), ratings), definition);
    }

    /**
     * Returns the effort of ratings from 1 to 7.
     *
     * @param ratings the ratings, none of them null
     * @return the effort
     * @throws IllegalArgumentException if a rating is null or outside 1 to 7
     */
    public static Ces of(Collection<Integer> ratings) {
        return of(CES_2, ratings);
    }

    /**
     * Returns the effort of ratings under a rule.
     *
     * @param definition the rule
     * @param ratings the ratings, none of them null
     * @return the effort
     * @throws IllegalArgumentException if a rating is null or outside the scale of the rule
     */
    public static Ces of(BoxDefinition definition, Collection<Integer> ratings) {
        return new Ces(Ratings.of(definition.scale(), ratings), definition);
    }

    /**
     * Returns the effort of ratings that were counted already, by {@link BoxDefinition#halves}.
     *
     * @param ratings the ratings, on any scale
     * @return the effort
     */
    public static Ces from(Ratings ratings) {
        return new Ces(ratings, BoxDefinition.halves(ratings.scale()));
    }

    /**
     * Returns the aggregation that folds ratings from 1 to 7, for streams and engines.
     *
     * @return the aggregation, which refuses a rating outside 1 to 7
     */
    public static Aggregation<Integer, long[], Ces> aggregation() {
        return aggregation(CES_2);
    }

    /**
     * Returns the aggregation that folds ratings, for streams and engines.
     *
     * @param definition the rule
     * @return the aggregation, which refuses a rating outside the scale of the rule
     */
    public static Aggregation<Integer, long[], Ces> aggregation(BoxDefinition definition) {
        return Ratings.aggregation(definition.scale()).andThen(ratings -> new Ces(ratings, definition));
    }

    /**
     * Returns a collector of one rating from 1 to 7 of each element.
     *
     * @param rating gives the rating
     * @param <T> the type of the elements
     * @return the collector, which refuses a rating outside 1 to 7
     */
    public static <T> Collector<T, ?, Ces> toCes(ToIntFunction<? super T> rating) {
        return toCes(CES_2, rating);
    }

    /**
     * Returns a collector of one rating of each element under a rule.
     *
     * @param definition the rule
     * @param rating gives the rating
     * @param <T> the type of the elements
     * @return the collector, which refuses a rating outside the scale of the rule
     */
    public static <T> Collector<T, ?, Ces> toCes(BoxDefinition definition, ToIntFunction<? super T> rating) {
        return Collectors.collectingAndThen(
                Ratings.<T>toRatings(definition.scale(), rating), ratings -> new Ces(ratings, definition));
    }

    /**
     * Returns how many answered.
     *
     * @return the count
     */
    public long count() {
        return ratings.count();
    }

    /**
     * Returns the easy answers out of all.
     *
     * @return the share
     */
    public Proportion easyShare() {
        return ratings.topBox(definition.top());
    }

    /**
     * Returns the difficult answers out of all.
     *
     * @return the share
     */
    public Proportion difficultShare() {
        return ratings.bottomBox(definition.bottom());
    }

    /**
     * Returns the answers neither easy nor difficult out of all.
     *
     * @return the share
     */
    public Proportion neutralShare() {
        return Proportion.of(count() - easyShare().events() - difficultShare().events(), count());
    }

    /**
     * Returns net easy, the easy percentage minus the difficult.
     *
     * @return points from -100 to 100; NaN without answers
     */
    public double netEasy() {
        return Ratings.net(easyShare(), difficultShare());
    }

    /**
     * Returns the mean rating.
     *
     * @return points of the scale, whose good end is said by its polarity; NaN without answers
     */
    public double mean() {
        return ratings.mean();
    }

    /**
     * Returns the mean on 0 (most effort) to 100 (easiest).
     *
     * @return the normalised mean; NaN without answers
     */
    public double normalised() {
        return ratings.normalised();
    }

    /**
     * Returns Student's interval of the mean, clipped to the scale.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval in points of the scale; undefined for fewer than two answers
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval meanInterval(double confidence) {
        return ratings.moments()
                .interval(confidence)
                .clip(ratings.scale().min(), ratings.scale().max());
    }

    /**
     * Returns an interval of {@link #netEasy()} by a named method.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @param method the method
     * @return the interval in points; undefined without answers
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval netInterval(double confidence, NetInterval method) {
        return method.of(
                easyShare().events(), neutralShare().events(), difficultShare().events(), confidence);
    }

    @Override
    public Ces plus(Ces other) {
        if (!definition.equals(other.definition)) {
            throw new IllegalArgumentException("definition must be " + definition + ", got " + other.definition);
        }
        return new Ces(ratings.plus(other.ratings), definition);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Ces", 1).with("ratings", ratings).with("definition", definition);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the effort
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Ces ofStored(StoredForm form) {
        StoredFields fields = form.expect("Ces", 1, "ratings", "definition");
        return new Ces(
                fields.part("ratings").as(Ratings.class),
                fields.part("definition").as(BoxDefinition.class));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }
}
