package io.cxmetrics.survey.response;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Counts;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.survey.BoxDefinition;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.NpsDefinition;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;

/**
 * Answers by respondent: the summary that can say what a metric is when everybody counts once.
 *
 * <p>It keeps the first and latest answer and the sum of the answers of each respondent, so that every
 * {@link RespondentRule} is a question asked afterwards. Memory grows with the number of respondents.
 *
 * <p><b>Edges.</b> Of two answers at the same time and sequence the lower rating counts as the earlier, so that the order
 * of adding never matters. Without answers everything is NaN.
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
 * }</pre>
 *
 * @param <K> the type of the keys of respondents
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
     * Returns how answers become a summary, for streams and engines.
     *
     * @param scale the scale
     * @param <K> the type of the keys
     * @return the aggregation, which refuses a rating outside the scale
     */
    public static <K> Aggregation<Answer<K>, ?, Respondents<K>> aggregation(RatingScale scale) {
        return new Gather<>(requireNonNull(scale, "scale"));
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

    private static <K> void join(Map<K, AnswerHistory> left, Map<K, AnswerHistory> right) {
        right.forEach((respondent, history) -> left.merge(respondent, history, AnswerHistory::plus));
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

    /** The summary while it grows. */
    private static final class Buffer<K> implements Serializable {
        private static final long serialVersionUID = 1;

        private final long[] ratings;
        private final Map<K, AnswerHistory> histories = new HashMap<>();

        Buffer(RatingScale scale) {
            this.ratings = new long[scale.points()];
        }
    }

    private record Gather<K>(RatingScale scale) implements Aggregation<Answer<K>, Buffer<K>, Respondents<K>> {

        @Override
        public Buffer<K> zero() {
            return new Buffer<>(scale);
        }

        @Override
        public Buffer<K> add(Buffer<K> state, Answer<K> answer) {
            state.ratings[Checks.inRange("rating", answer.rating(), scale.min(), scale.max()) - scale.min()]++;
            state.histories.merge(answer.respondent(), AnswerHistory.of(answer), AnswerHistory::plus);
            return state;
        }

        @Override
        public Buffer<K> merge(Buffer<K> left, Buffer<K> right) {
            Counts.merge(left.ratings, right.ratings);
            join(left.histories, right.histories);
            return left;
        }

        @Override
        public Respondents<K> finish(Buffer<K> state) {
            return new Respondents<>(Ratings.ofCounts(scale, state.ratings), new HashMap<>(state.histories));
        }
    }
}
