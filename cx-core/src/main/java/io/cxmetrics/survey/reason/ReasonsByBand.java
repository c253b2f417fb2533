package io.cxmetrics.survey.reason;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Counts;
import io.cxmetrics.stat.ProportionDifference;
import io.cxmetrics.survey.BoxDefinition;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts of respondents by the reasons they name and by their score band: satisfied, neutral, dissatisfied; shares are
 * fractions.
 *
 * <p>A band is what a {@link BoxDefinition} makes of the rating that the same person gave: with the boxes of an NPS the
 * bands are promoters, passives and detractors. Respondents of different bands are different people, so that
 * {@link #difference} compares independent shares.
 *
 * <p><b>Edges.</b> A rating outside the scale and an unknown reason are refused. In a band without respondents every
 * share is NaN.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * record Row(int rating, List<String> reasons) {}
 * ReasonsByBand bands = Stream.of(
 *         new Row(9, List.of("quality")), new Row(3, List.of("price", "service")), new Row(2, List.of("price")))
 *     .collect(ReasonsByBand.toReasonsByBand(
 *         ReasonDefinition.of("price", "quality", "service"), NpsDefinition.STANDARD.boxes(), Row::rating,
 *                 Row::reasons));
 * bands.dissatisfied().share("price"); // 2 of 2 (1.0)
 * bands.satisfied().share("price"); // 0 of 1 (0.0)
 * bands.difference("price").estimate(); // 1.0
 * bands.all().share("price"); // 2 of 3 (0.6666666666666666)
 * }</pre>
 *
 * @since 0.1
 */
public final class ReasonsByBand implements Summary<ReasonsByBand> {

    private static final long serialVersionUID = 1;

    private final BoxDefinition boxes;
    private final Reasons satisfied;
    private final Reasons neutral;
    private final Reasons dissatisfied;

    private ReasonsByBand(BoxDefinition boxes, Reasons satisfied, Reasons neutral, Reasons dissatisfied) {
        this.boxes = boxes;
        this.satisfied = satisfied;
        this.neutral = neutral;
        this.dissatisfied = dissatisfied;
    }

    /**
     * Returns the summary of no respondents.
     *
     * @param definition the reasons to choose from
     * @param boxes which ratings are satisfied and dissatisfied
     * @return the summary
     */
    public static ReasonsByBand empty(ReasonDefinition definition, BoxDefinition boxes) {
        return of(definition, boxes, List.of());
    }

    /**
     * Returns the summary of respondents.
     *
     * @param definition the reasons to choose from
     * @param boxes which ratings are satisfied and dissatisfied
     * @param answers the rating and the choices of each respondent
     * @return the summary
     * @throws IllegalArgumentException if a choice is unknown, or a rating outside the scale
     */
    public static ReasonsByBand of(ReasonDefinition definition, BoxDefinition boxes, Collection<Answer> answers) {
        return answers.stream().collect(aggregation(definition, boxes).toCollector());
    }

    /**
     * Returns the aggregation that folds the rating and the choices of each respondent, for streams and engines.
     *
     * @param definition the reasons to choose from
     * @param boxes which ratings are satisfied and dissatisfied
     * @return the aggregation, which refuses an unknown choice and a rating outside the scale
     */
    public static Aggregation<Answer, long[], ReasonsByBand> aggregation(
            ReasonDefinition definition, BoxDefinition boxes) {
        return new ReasonsByBandAggregation(
                new ReasonsAggregation(requireNonNull(definition, "definition")), requireNonNull(boxes, "boxes"));
    }

    /**
     * Returns a collector of the rating and the choices of each respondent.
     *
     * @param definition the reasons to choose from
     * @param boxes which ratings are satisfied and dissatisfied
     * @param rating gives the rating
     * @param chosen gives the choices; null or an empty collection is blank
     * @param <T> the type of the respondents
     * @return the collector, which refuses an unknown choice and a rating outside the scale
     */
    public static <T> Collector<T, ?, ReasonsByBand> toReasonsByBand(
            ReasonDefinition definition,
            BoxDefinition boxes,
            ToIntFunction<? super T> rating,
            Function<? super T, ? extends @Nullable Collection<String>> chosen) {
        requireNonNull(rating, "rating");
        requireNonNull(chosen, "chosen");
        return Collectors.mapping(
                (T row) -> {
                    Collection<String> codes = chosen.apply(row);
                    return new Answer(rating.applyAsInt(row), codes == null ? List.of() : codes);
                },
                aggregation(definition, boxes).toCollector());
    }

    /**
     * Returns which ratings are satisfied and dissatisfied.
     *
     * @return the boxes
     */
    public BoxDefinition boxes() {
        return boxes;
    }

    /**
     * Returns the reasons of the satisfied.
     *
     * @return the summary of respondents with a rating in the top box
     */
    public Reasons satisfied() {
        return satisfied;
    }

    /**
     * Returns the reasons of the neutral.
     *
     * @return the summary of respondents with a rating between the boxes
     */
    public Reasons neutral() {
        return neutral;
    }

    /**
     * Returns the reasons of the dissatisfied.
     *
     * @return the summary of respondents with a rating in the bottom box
     */
    public Reasons dissatisfied() {
        return dissatisfied;
    }

    /**
     * Returns the reasons of all bands together.
     *
     * @return the summary of every respondent
     */
    public Reasons all() {
        return satisfied.plus(neutral).plus(dissatisfied);
    }

    /**
     * Returns how many respondents answered, in all bands.
     *
     * @return the count
     */
    public long count() {
        return all().count();
    }

    /**
     * Returns how many answers are left out, in all bands.
     *
     * @return blank and contradictory ones
     */
    public long leftOut() {
        return all().leftOut();
    }

    /**
     * Returns the share of a reason among the dissatisfied minus that among the satisfied: above 0 it goes with
     * dissatisfaction.
     *
     * @param reason the reason
     * @return the difference of two independent shares
     * @throws IllegalArgumentException if there is no such reason
     */
    public ProportionDifference difference(String reason) {
        return dissatisfied.share(reason).differenceFrom(satisfied.share(reason));
    }

    @Override
    public ReasonsByBand plus(ReasonsByBand other) {
        Checks.same("boxes", boxes, other.boxes);
        return new ReasonsByBand(
                boxes,
                satisfied.plus(other.satisfied),
                neutral.plus(other.neutral),
                dissatisfied.plus(other.dissatisfied));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("ReasonsByBand", 1)
                .with("boxes", boxes)
                .with("satisfied", satisfied)
                .with("neutral", neutral)
                .with("dissatisfied", dissatisfied);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the reasons
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static ReasonsByBand ofStored(StoredForm form) {
        StoredFields fields = form.expect("ReasonsByBand", 1, "boxes", "satisfied", "neutral", "dissatisfied");
        ReasonsByBand bands = new ReasonsByBand(
                fields.part("boxes").as(BoxDefinition.class),
                fields.part("satisfied").as(Reasons.class),
                fields.part("neutral").as(Reasons.class),
                fields.part("dissatisfied").as(Reasons.class));
        var unused = bands.count(); // refuses bands that do not add up
        return bands;
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReasonsByBand that
                && boxes.equals(that.boxes)
                && satisfied.equals(that.satisfied)
                && neutral.equals(that.neutral)
                && dissatisfied.equals(that.dissatisfied);
    }

    @Override
    public int hashCode() {
        return Objects.hash(boxes, satisfied, neutral, dissatisfied);
    }

    /**
     * Returns the reasons of each band.
     *
     * @return such as {@code ReasonsByBand[satisfied=Reasons[...], neutral=Reasons[...], dissatisfied=Reasons[...]]}
     */
    @Override
    public String toString() {
        return "ReasonsByBand[satisfied=" + satisfied + ", neutral=" + neutral + ", dissatisfied=" + dissatisfied + "]";
    }

    /**
     * The rating and the choices of one respondent.
     *
     * @param rating the rating
     * @param reasons the choices; an empty list is blank
     */
    public record Answer(int rating, Collection<String> reasons) implements Serializable {

        /** Copies the choices. */
        public Answer {
            reasons = List.copyOf(reasons);
        }
    }

    /** One array with the counts of the dissatisfied, the neutral and the satisfied, one after the other. */
    private record ReasonsByBandAggregation(ReasonsAggregation reasons, BoxDefinition boxes)
            implements Aggregation<Answer, long[], ReasonsByBand> {

        @Override
        public long[] zero() {
            return new long[3 * reasons.zero().length];
        }

        @Override
        public long[] add(long[] state, Answer answer) {
            Checks.inRange(
                    "rating",
                    answer.rating(),
                    boxes.scale().min(),
                    boxes.scale().max());
            reasons.add(state, (boxes.bucket(answer.rating()) + 1) * (state.length / 3), answer.reasons());
            return state;
        }

        @Override
        public long[] merge(long[] left, long[] right) {
            return Counts.merge(left, right);
        }

        @Override
        public ReasonsByBand finish(long[] state) {
            return new ReasonsByBand(boxes, band(state, 2), band(state, 1), band(state, 0));
        }

        private Reasons band(long[] state, int band) {
            int length = state.length / 3;
            return Reasons.ofCounts(
                    reasons.definition(), Arrays.copyOfRange(state, band * length, (band + 1) * length));
        }
    }
}
