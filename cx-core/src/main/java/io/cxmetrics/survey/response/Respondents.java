package io.cxmetrics.survey.response;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.survey.BoxDefinition;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.NpsDefinition;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.Screening;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers by respondent, from which a metric is computed with each respondent counted once; scores are in points.
 *
 * <p>It keeps the first and latest answer and the sum of the answers of each respondent, so that every
 * {@link RespondentRule} can be asked for afterwards. Memory grows with the number of respondents.
 *
 * <p><b>Edges.</b> Of two answers at the same time and sequence the lower rating counts as the earlier, so that the
 * order of adding never matters. Without answers everything is NaN.
 *
 * <p>Immutable and thread-safe. Serializable if the keys are.
 *
 * <pre>{@code
 * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
 * Respondents<String> answers = Stream.of(
 *         Answer.of("ann", monday, 3), Answer.of("ann", monday.plusSeconds(60), 10), Answer.of("bob", monday, 9))
 *     .collect(Respondents.toRespondents(RatingScale.ZERO_TO_TEN));
 * answers.nps(RespondentRule.LATEST).score(); // 100.0
 * answers.nps(RespondentRule.FIRST).score(); // 0.0
 * answers.nps(RespondentRule.MEAN).score(); // 0.0
 * answers.nps(RespondentRule.ALL).count(); // 3
 * answers.count(); // 2
 * }</pre>
 *
 * @param <K> the type of the keys of respondents
 * @since 0.1
 */
public final class Respondents<K> implements Summary<Respondents<K>> {

    private static final long serialVersionUID = 1;

    private final Ratings all;
    private final Map<K, AnswerHistory> histories;

    private Respondents(Ratings all, Map<K, AnswerHistory> histories) {
        this.all = all;
        this.histories = histories;
    }

    /**
     * Returns the summary of no answers.
     *
     * @param scale the scale
     * @param <K> the type of the keys
     * @return the summary
     */
    public static <K> Respondents<K> empty(RatingScale scale) {
        return new Respondents<>(Ratings.empty(scale), new HashMap<>());
    }

    /**
     * Returns the summary of answers.
     *
     * @param scale the scale
     * @param answers the answers
     * @param <K> the type of the keys
     * @return the summary
     * @throws IllegalArgumentException if a rating is outside the scale
     */
    public static <K> Respondents<K> of(RatingScale scale, Collection<Answer<K>> answers) {
        return answers.stream().collect(toRespondents(scale));
    }

    /**
     * Returns the aggregation that folds answers, for streams and engines.
     *
     * @param scale the scale
     * @param <K> the type of the keys
     * @return the aggregation, which refuses a rating outside the scale
     */
    public static <K> Aggregation<Answer<K>, RespondentsBuffer<K>, Respondents<K>> aggregation(RatingScale scale) {
        return new RespondentsAggregation<>(requireNonNull(scale, "scale"));
    }

    /**
     * Returns a collector of answers.
     *
     * @param scale the scale
     * @param <K> the type of the keys
     * @return the collector, which refuses a rating outside the scale
     */
    public static <K> Collector<Answer<K>, ?, Respondents<K>> toRespondents(RatingScale scale) {
        return Respondents.<K>aggregation(scale).toCollector();
    }

    /**
     * Returns a collector of one answer of each element.
     *
     * @param scale the scale
     * @param respondent gives who answered
     * @param at gives when
     * @param rating gives the rating
     * @param <T> the type of the elements
     * @param <K> the type of the keys
     * @return the collector, which refuses a rating outside the scale
     */
    public static <T, K> Collector<T, ?, Respondents<K>> toRespondents(
            RatingScale scale,
            Function<? super T, ? extends K> respondent,
            Function<? super T, Instant> at,
            ToIntFunction<? super T> rating) {
        requireNonNull(respondent, "respondent");
        requireNonNull(at, "at");
        requireNonNull(rating, "rating");
        return Collectors.mapping(
                (T element) -> Answer.<K>of(respondent.apply(element), at.apply(element), rating.applyAsInt(element)),
                toRespondents(scale));
    }

    /**
     * Returns a collector that screens raw ratings of respondents. A row without respondent or time is left out as
     * {@link io.cxmetrics.survey.Exclusion#INCOMPLETE}.
     *
     * @param screening the rules for raw values
     * @param raw gives the raw value; null is blank
     * @param respondent gives who answered, or null
     * @param at gives when, or null
     * @param <T> the type of the rows
     * @param <K> the type of the keys
     * @return the collector
     */
    public static <T, K> Collector<T, ?, Screening.Outcome<Respondents<K>>> toScreened(
            Screening screening,
            Function<? super T, ? extends @Nullable String> raw,
            Function<? super T, ? extends @Nullable K> respondent,
            Function<? super T, ? extends @Nullable Instant> at) {
        requireNonNull(respondent, "respondent");
        requireNonNull(at, "at");
        return screening.toScreened(
                raw,
                row -> respondent.apply(row) != null && at.apply(row) != null,
                Collectors.mapping(
                        (Screening.Rated<T> rated) -> Answer.<K>of(
                                requireNonNull(respondent.apply(rated.row())),
                                requireNonNull(at.apply(rated.row())),
                                rated.rating()),
                        toRespondents(screening.scale())));
    }

    /**
     * Returns the scale.
     *
     * @return the scale
     */
    public RatingScale scale() {
        return all.scale();
    }

    /**
     * Returns how many respondents there were.
     *
     * @return the count
     */
    public long count() {
        return histories.size();
    }

    /**
     * Returns the ratings that count under a rule.
     *
     * @param rule which answers count
     * @return the ratings
     * @throws IllegalArgumentException for {@link RespondentRule#MEAN}, whose means are no points of the scale; ask
     *     {@link #nps}, {@link #topBox} or {@link #moments} instead
     */
    public Ratings ratings(RespondentRule rule) {
        return switch (rule) {
            case FIRST -> one(AnswerHistory::first);
            case LATEST -> one(AnswerHistory::latest);
            case ALL -> all;
            case MEAN -> throw new IllegalArgumentException("rule must keep whole ratings, got " + rule);
        };
    }

    private Ratings one(Function<AnswerHistory, Answer<?>> kept) {
        return histories.values().stream()
                .collect(Ratings.toRatings(
                        scale(), history -> kept.apply(history).rating()));
    }

    /**
     * Returns the NPS of ratings from 0 to 10 under a rule.
     *
     * @param rule which answers count
     * @return the NPS
     * @throws IllegalArgumentException if the ratings are on another scale
     */
    public Nps nps(RespondentRule rule) {
        return nps(rule, NpsDefinition.STANDARD);
    }

    /**
     * Returns the NPS under a rule, with custom break points.
     *
     * @param rule which answers count
     * @param breaks where passives and promoters start, on the scale of the answers
     * @return the NPS
     * @throws IllegalArgumentException if the breaks are for another scale
     */
    public Nps nps(RespondentRule rule, NpsDefinition breaks) {
        Checks.same("scale", breaks.scale(), scale());
        if (rule != RespondentRule.MEAN) {
            return Nps.from(ratings(rule), breaks);
        }
        long[] buckets = new long[3];
        histories.values().forEach(history -> buckets[breaks.bucket(history.mean()) + 1]++);
        return new Nps(buckets[2], buckets[1], buckets[0]);
    }

    /**
     * Returns the share of positive answers, or of respondents whose mean is positive.
     *
     * @param rule which answers count
     * @param boxes which points are positive, on the scale of the answers; a mean is, from the lowest such point on
     * @return the share
     * @throws IllegalArgumentException if the boxes are for another scale
     */
    public Proportion topBox(RespondentRule rule, BoxDefinition boxes) {
        return box(rule, boxes, 1);
    }

    /**
     * Returns the share of negative answers, or of respondents whose mean is negative.
     *
     * @param rule which answers count
     * @param boxes which points are negative, on the scale of the answers; a mean is, until the next better point
     * @return the share
     * @throws IllegalArgumentException if the boxes are for another scale
     */
    public Proportion bottomBox(RespondentRule rule, BoxDefinition boxes) {
        return box(rule, boxes, -1);
    }

    private Proportion box(RespondentRule rule, BoxDefinition boxes, int bucket) {
        Checks.same("scale", boxes.scale(), scale());
        if (rule != RespondentRule.MEAN) {
            Ratings ratings = ratings(rule);
            return bucket > 0 ? ratings.topBox(boxes.top()) : ratings.bottomBox(boxes.bottom());
        }
        return histories.values().stream()
                .collect(Proportion.toProportion(history -> boxes.bucket(history.mean()) == bucket));
    }

    /**
     * Returns mean and variance of what counts under a rule.
     *
     * @param rule which answers count
     * @return the moments of the kept ratings, or of the respondents' means
     */
    public Moments moments(RespondentRule rule) {
        // Sorted, so that the order of a hash table does not show in the last bits.
        return rule == RespondentRule.MEAN
                ? Moments.of(histories.values().stream()
                        .mapToDouble(AnswerHistory::mean)
                        .sorted()
                        .toArray())
                : ratings(rule).moments();
    }

    @Override
    public Respondents<K> plus(Respondents<K> other) {
        Map<K, AnswerHistory> joined = new HashMap<>(histories);
        join(joined, other.histories);
        return new Respondents<>(all.plus(other.all), joined);
    }

    static <K> Respondents<K> ofParts(Ratings all, Map<K, AnswerHistory> histories) {
        return new Respondents<>(all, new HashMap<>(histories));
    }

    static <K> void join(Map<K, AnswerHistory> left, Map<K, AnswerHistory> right) {
        right.forEach((respondent, history) -> left.merge(respondent, history, AnswerHistory::plus));
    }

    /** The columns have the order of the keys as text, so that equal summaries of texts or numbers have equal forms. */
    @Override
    public StoredForm storedForm() {
        return RespondentsForm.of(all, histories);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @param <K> the type of the keys
     * @return the answers
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static <K> Respondents<K> ofStored(StoredForm form) {
        return RespondentsForm.read(form);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Respondents<?> that && all.equals(that.all) && histories.equals(that.histories);
    }

    @Override
    public int hashCode() {
        return 31 * all.hashCode() + histories.hashCode();
    }

    /**
     * Returns the scale and how many answers of how many respondents there are.
     *
     * @return such as {@code Respondents[0..10: 3 answers of 2 respondents]}
     */
    @Override
    public String toString() {
        return "Respondents[" + scale() + ": " + all.count() + " answers of " + count() + " respondents]";
    }
}
