package io.cxmetrics.survey;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.ProportionInterval;
import java.util.Collection;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Customer satisfaction in percent from 0 to 100: the share of answers at the satisfied end of a declared scale.
 *
 * <p><b>Definition.</b> CSAT = 100 satisfied / answers. By default satisfied is the top-two box, 4 and 5 of 1..5. A
 * {@link BoxDefinition} says what counts as satisfied, neutral and dissatisfied; the rules of common systems are
 * constants here. Beside the score, one summary answers {@linkplain #netScore() net satisfaction}, the
 * {@linkplain #goodRate() good share without neutrals} and the {@linkplain #mean() mean rating}.
 *
 * <p><b>Units.</b> {@link #score()} and {@link #interval(double)} are in percent, {@link #netScore()} and its interval
 * in points. What is named a share or a rate is a {@link Proportion}, which speaks in fractions: the interval of
 * {@link #satisfiedShare()} is a hundredth of that of the score.
 *
 * <p><b>Who counts.</b> Answers only. A survey that was offered and not answered is not an answer. Neutral answers are
 * in the denominator.
 *
 * <p><b>Uncertainty.</b> {@link #interval(double)} is Wilson's interval of the satisfied share.
 *
 * <p><b>Edges.</b> Without answers every share is NaN. A rating outside the scale is refused with its index. Summaries
 * under different rules do not add up: 4 is satisfied on one scale and neutral on another.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Csat csat = Csat.of(5, 4, 4, 3, 1);
 * csat.score(); // 60.0
 * csat.interval(0.95).low(); // 23.072428127601295
 * csat.satisfiedShare().interval(0.95).low(); // 0.23072428127601297
 * csat.netScore(); // 40.0
 * csat.goodRate().percent(); // 75.0
 * Stream.of("5", "2").collect(Csat.toCsat(Integer::parseInt)).score(); // 50.0
 * Csat.of(Csat.ZENDESK_FIVE, 5, 4, 4, 3, 1).score(); // 60.0
 * Csat.of(Csat.ZENDESK_FIVE, 5, 4, 4, 3, 1).netScore(); // 20.0
 * }</pre>
 *
 * @param ratings the answers
 * @param definition what counts as satisfied and dissatisfied, on the scale of the answers
 * @since 0.1
 */
public record Csat(Ratings ratings, BoxDefinition definition) implements Summary<Csat> {

    /** 1..5 with 4 and 5 satisfied, 3 neutral, 1 and 2 dissatisfied: Formbricks, Dixa, SimpleSat; the default. */
    public static final BoxDefinition TOP_TWO_OF_FIVE = new BoxDefinition(RatingScale.ONE_TO_FIVE, 2, 2);

    /** 0 bad, 1 good: thumbs, and Zendesk's original rating. */
    public static final BoxDefinition GOOD_BAD = new BoxDefinition(RatingScale.THUMBS, 1, 1);

    /** 1..2 as Zendesk reads it: 2 good, 1 bad. */
    public static final BoxDefinition ZENDESK_TWO = new BoxDefinition(RatingScale.of(1, 2), 1, 1);

    /** 1..3 as Zendesk reads it: 3 good, 1 and 2 bad. */
    public static final BoxDefinition ZENDESK_THREE = new BoxDefinition(RatingScale.of(1, 3), 1, 2);

    /** 1..5 as Zendesk reads it: 4 and 5 good, 1 to 3 bad. */
    public static final BoxDefinition ZENDESK_FIVE = new BoxDefinition(RatingScale.ONE_TO_FIVE, 2, 3);

    /** 0..2 smileys, as HubSpot stores them: 2 happy, 1 neutral, 0 unhappy. */
    public static final BoxDefinition SMILEYS = new BoxDefinition(RatingScale.SMILEYS, 1, 1);

    /** No answers under the default rule. */
    public static final Csat EMPTY = empty(TOP_TWO_OF_FIVE);

    /**
     * Checks that rule and answers are on one scale.
     *
     * @throws IllegalArgumentException if the scales differ
     */
    public Csat {
        requireNonNull(ratings, "ratings");
        Checks.same("scale", definition.scale(), ratings.scale());
    }

    /**
     * Returns the summary of no answers.
     *
     * @param definition the rule
     * @return the summary
     */
    public static Csat empty(BoxDefinition definition) {
        return new Csat(Ratings.empty(definition.scale()), definition);
    }

    /**
     * Returns the CSAT of ratings from 1 to 5.
     *
     * @param ratings the ratings
     * @return the CSAT, top two of five
     * @throws IllegalArgumentException if a rating is outside 1 to 5
     */
    public static Csat of(int... ratings) {
        return of(TOP_TWO_OF_FIVE, ratings);
    }

    /**
     * Returns the CSAT of ratings under a rule.
     *
     * @param definition the rule
     * @param ratings the ratings
     * @return the CSAT
     * @throws IllegalArgumentException if a rating is outside the scale of the rule
     */
    public static Csat of(BoxDefinition definition, int... ratings) {
        return new Csat(Ratings.of(definition.scale(), ratings), definition);
    }

    /**
     * Returns the CSAT of ratings under a rule.
     *
     * @param definition the rule
     * @param ratings the ratings
     * @return the CSAT
     * @throws IllegalArgumentException if a rating is outside the scale of the rule
     */
    public static Csat of(BoxDefinition definition, byte[] ratings) {
        return new Csat(Ratings.of(definition.scale(), ratings), definition);
    }

    /**
     * Returns the CSAT of ratings from 1 to 5.
     *
     * @param ratings the ratings, none of them null
     * @return the CSAT
     * @throws IllegalArgumentException if a rating is null or outside 1 to 5
     */
    public static Csat of(Collection<Integer> ratings) {
        return of(TOP_TWO_OF_FIVE, ratings);
    }

    /**
     * Returns the CSAT of ratings under a rule.
     *
     * @param definition the rule
     * @param ratings the ratings, none of them null
     * @return the CSAT
     * @throws IllegalArgumentException if a rating is null or outside the scale of the rule
     */
    public static Csat of(BoxDefinition definition, Collection<Integer> ratings) {
        return new Csat(Ratings.of(definition.scale(), ratings), definition);
    }

    /**
     * Returns the CSAT of ratings that were counted already, by {@link BoxDefinition#topTwo}.
     *
     * @param ratings the ratings, on any scale
     * @return the CSAT
     */
    public static Csat from(Ratings ratings) {
        return new Csat(ratings, BoxDefinition.topTwo(ratings.scale()));
    }

    /**
     * Returns the aggregation that folds ratings from 1 to 5, for streams and engines.
     *
     * @return the aggregation, which refuses a rating outside 1 to 5
     */
    public static Aggregation<Integer, long[], Csat> aggregation() {
        return aggregation(TOP_TWO_OF_FIVE);
    }

    /**
     * Returns the aggregation that folds ratings, for streams and engines.
     *
     * @param definition the rule
     * @return the aggregation, which refuses a rating outside the scale of the rule
     */
    public static Aggregation<Integer, long[], Csat> aggregation(BoxDefinition definition) {
        return Ratings.aggregation(definition.scale()).andThen(ratings -> new Csat(ratings, definition));
    }

    /**
     * Returns a collector of one rating from 1 to 5 of each element.
     *
     * @param rating gives the rating
     * @param <T> the type of the elements
     * @return the collector, which refuses a rating outside 1 to 5
     */
    public static <T> Collector<T, ?, Csat> toCsat(ToIntFunction<? super T> rating) {
        return toCsat(TOP_TWO_OF_FIVE, rating);
    }

    /**
     * Returns a collector of one rating of each element under a rule.
     *
     * @param definition the rule
     * @param rating gives the rating
     * @param <T> the type of the elements
     * @return the collector, which refuses a rating outside the scale of the rule
     */
    public static <T> Collector<T, ?, Csat> toCsat(BoxDefinition definition, ToIntFunction<? super T> rating) {
        return Collectors.collectingAndThen(
                Ratings.<T>toRatings(definition.scale(), rating), ratings -> new Csat(ratings, definition));
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
     * Returns the satisfied out of all who answered.
     *
     * @return the share
     */
    public Proportion satisfiedShare() {
        return ratings.topBox(definition.top());
    }

    /**
     * Returns the dissatisfied out of all who answered.
     *
     * @return the share
     */
    public Proportion dissatisfiedShare() {
        return ratings.bottomBox(definition.bottom());
    }

    /**
     * Returns those neither satisfied nor dissatisfied out of all who answered.
     *
     * @return the share
     */
    public Proportion neutralShare() {
        return Proportion.of(
                count() - satisfiedShare().events() - dissatisfiedShare().events(), count());
    }

    /**
     * Returns the satisfied out of the satisfied and the dissatisfied: good / (good + bad), neutrals left out.
     *
     * @return the share
     */
    public Proportion goodRate() {
        return Proportion.of(
                satisfiedShare().events(),
                satisfiedShare().events() + dissatisfiedShare().events());
    }

    /**
     * Returns the CSAT score, 100 satisfied / answers.
     *
     * @return percent from 0 to 100; NaN without answers
     */
    public double score() {
        return satisfiedShare().percent();
    }

    /**
     * Returns net satisfaction, the satisfied percentage minus the dissatisfied.
     *
     * @return points from -100 to 100; NaN without answers
     */
    public double netScore() {
        return Ratings.net(satisfiedShare(), dissatisfiedShare());
    }

    /**
     * Returns the mean rating.
     *
     * @return points of the scale; NaN without answers
     */
    public double mean() {
        return ratings.mean();
    }

    /**
     * Returns Wilson's interval of the score.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval in percent; undefined without answers
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return interval(confidence, ProportionInterval.WILSON);
    }

    /**
     * Returns an interval of the score by a named method.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @param method the method
     * @return the interval in percent; undefined without answers
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence, ProportionInterval method) {
        return satisfiedShare().interval(confidence, method).times(100);
    }

    /**
     * Returns an interval of {@link #netScore()} by a named method.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @param method the method
     * @return the interval in points; undefined without answers
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval netInterval(double confidence, NetInterval method) {
        return method.of(
                satisfiedShare().events(),
                neutralShare().events(),
                dissatisfiedShare().events(),
                confidence);
    }

    @Override
    public Csat plus(Csat other) {
        if (!definition.equals(other.definition)) {
            throw new IllegalArgumentException("definition must be " + definition + ", got " + other.definition);
        }
        return new Csat(ratings.plus(other.ratings), definition);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Csat", 1).with("ratings", ratings).with("definition", definition);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the CSAT
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Csat ofStored(StoredForm form) {
        StoredFields fields = form.expect("Csat", 1, "ratings", "definition");
        return new Csat(
                fields.part("ratings").as(Ratings.class),
                fields.part("definition").as(BoxDefinition.class));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }
}
