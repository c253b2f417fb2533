package io.cxmetrics.survey.reason;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Counts;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.ProportionInterval;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts of respondents by the reasons they name, one or several a person; shares are fractions.
 *
 * <p><b>Definitions.</b> {@link #share} is those who name a reason out of all who answered; the shares of all reasons
 * add up to more than 1 where people name several. {@link #shareNetOfNone} leaves out who said that none applied.
 * {@link #mentionShare} is the mentions of a reason out of all mentions; these add up to 1. Pairs count people who name
 * both of two reasons.
 *
 * <p><b>Who counts.</b> Respondents, each once. A reason named twice by one person counts once. An answer without any
 * choice is {@link #blank()}; one that chooses none and a reason as well is {@link #contradictory()}. Both are left out
 * of everything and counted. Free text is not mined: reasons are codes that were given before, and an unknown one is
 * refused.
 *
 * <p><b>Uncertainty.</b> Answers of one person belong together, so that the sample is the people, not their mentions. A
 * share has the interval of a {@link Proportion} over respondents. {@link #difference} of two reasons allows for those
 * who name both. {@link #mentionInterval} is Wilson's on the effective number of mentions, from the linearised variance
 * of a ratio with respondents as clusters: sum of (x - r m)&sup2; / M&sup2;, where a respondent has m mentions, x of
 * them of this reason, r is the share and M all mentions. Sources: W. Cochran, "Sampling Techniques" (1977), section
 * 2.11; E. Korn and B. Graubard, Survey Methodology 24 (1998), for the effective sample size.
 *
 * <p><b>Edges.</b> Without respondents every share is NaN. Reasons under different definitions do not add up.
 *
 * <p>Immutable and thread-safe. With r reasons it holds r (r + 1) / 2 counts, and an answer with k reasons costs
 * k&sup2; / 2 additions.
 *
 * <pre>{@code
 * ReasonDefinition why = ReasonDefinition.of("price", "quality", "service").withNone("none");
 * Reasons reasons = Reasons.of(why, List.of(
 *     List.of("price"), List.of("price", "service"), List.of("service", "price"), List.of("none"), List.of()));
 * reasons.share("price"); // 3 of 4 (0.75)
 * reasons.shareNetOfNone("price"); // 3 of 3 (1.0)
 * reasons.mentionShare("price"); // 0.6
 * reasons.pairs().get(0); // ReasonPair[first=price, second=service, share=2 of 4 (0.5), lift=1.3333333333333333]
 * reasons.leftOut(); // 1
 * }</pre>
 *
 * @since 0.1
 */
public final class Reasons implements Summary<Reasons> {

    private static final long serialVersionUID = 1;

    private final ReasonDefinition definition;
    private final long[] counts;

    private Reasons(ReasonDefinition definition, long[] counts) {
        this.definition = definition;
        this.counts = places(definition).checked(counts);
    }

    /** Takes over an array laid out as {@link ReasonCounts} says. */
    static Reasons ofCounts(ReasonDefinition definition, long[] counts) {
        return new Reasons(requireNonNull(definition, "definition"), counts);
    }

    private static ReasonCounts places(ReasonDefinition definition) {
        return new ReasonCounts(definition.reasons().size());
    }

    /**
     * Returns the summary of no respondents.
     *
     * @param definition the reasons to choose from
     * @return the summary
     */
    public static Reasons empty(ReasonDefinition definition) {
        return of(definition, List.of());
    }

    /**
     * Returns the summary of respondents.
     *
     * @param definition the reasons to choose from
     * @param answers the choices of each respondent; an empty one is blank
     * @return the summary
     * @throws IllegalArgumentException if a choice is unknown
     */
    public static Reasons of(ReasonDefinition definition, Collection<? extends Collection<String>> answers) {
        return answers.stream().collect(toReasons(definition, chosen -> chosen));
    }

    /**
     * Returns the aggregation that folds the choices of each respondent, for streams and engines.
     *
     * @param definition the reasons to choose from
     * @return the aggregation, which takes null or an empty collection for blank, and refuses an unknown choice
     */
    public static Aggregation<@Nullable Collection<String>, long[], Reasons> aggregation(ReasonDefinition definition) {
        return new ReasonsAggregation(requireNonNull(definition, "definition"));
    }

    /**
     * Returns a collector of the choices of each respondent.
     *
     * @param definition the reasons to choose from
     * @param chosen gives the choices; null or an empty collection is blank
     * @param <T> the type of the respondents
     * @return the collector, which refuses an unknown choice
     */
    public static <T> Collector<T, ?, Reasons> toReasons(
            ReasonDefinition definition, Function<? super T, ? extends @Nullable Collection<String>> chosen) {
        requireNonNull(chosen, "chosen");
        return Collectors.mapping(
                (T respondent) -> chosen.apply(respondent),
                aggregation(definition).toCollector());
    }

    /**
     * Returns the reasons to choose from.
     *
     * @return the definition
     */
    public ReasonDefinition definition() {
        return definition;
    }

    /**
     * Returns how many respondents answered, with a reason or with none.
     *
     * @return the count
     */
    public long count() {
        return counts[ReasonCounts.NONE] + counts[ReasonCounts.WITH_REASON];
    }

    /**
     * Returns how many answers are left out.
     *
     * @return blank and contradictory ones
     */
    public long leftOut() {
        return blank() + contradictory();
    }

    /**
     * Returns how many answers had no choice at all.
     *
     * @return the count
     */
    public long blank() {
        return counts[ReasonCounts.BLANK];
    }

    /**
     * Returns how many answers chose none and a reason as well.
     *
     * @return the count
     */
    public long contradictory() {
        return counts[ReasonCounts.CONTRADICTORY];
    }

    /**
     * Returns how many reasons were named by all respondents together.
     *
     * @return the count
     * @throws ArithmeticException if it does not fit a {@code long}
     */
    public long mentions() {
        long sum = 0;
        for (int i = 0; i < definition.reasons().size(); i++) {
            sum = Math.addExact(sum, together(i, i));
        }
        return sum;
    }

    /**
     * Returns those who said that none of the reasons applied out of all who answered.
     *
     * @return the share
     */
    public Proportion none() {
        return Proportion.of(counts[ReasonCounts.NONE], count());
    }

    /**
     * Returns those who name a reason out of all who answered.
     *
     * @param reason the reason
     * @return the share
     * @throws IllegalArgumentException if there is no such reason
     */
    public Proportion share(String reason) {
        return Proportion.of(named(reason), count());
    }

    /**
     * Returns those who name a reason out of those who name any.
     *
     * @param reason the reason
     * @return the share
     * @throws IllegalArgumentException if there is no such reason
     */
    public Proportion shareNetOfNone(String reason) {
        return Proportion.of(named(reason), counts[ReasonCounts.WITH_REASON]);
    }

    /**
     * Returns the share of each reason, the most frequent first; of two with as many the one defined first.
     *
     * @return an unmodifiable map with every reason, also one that nobody named
     */
    public Map<String, Proportion> byShare() {
        List<String> order = new ArrayList<>(definition.reasons());
        order.sort(Comparator.comparingLong((String reason) -> -named(reason)));
        Map<String, Proportion> shares = new LinkedHashMap<>();
        order.forEach(reason -> shares.put(reason, share(reason)));
        return Collections.unmodifiableMap(shares);
    }

    private long named(String reason) {
        int index = definition.index(reason);
        return together(index, index);
    }

    private long together(int one, int other) {
        return counts[places(definition).together(one, other)];
    }

    /**
     * Returns the mentions of a reason out of the mentions of all.
     *
     * @param reason the reason
     * @return a fraction in [0, 1]; NaN without mentions
     * @throws IllegalArgumentException if there is no such reason
     */
    public double mentionShare(String reason) {
        return Proportion.rate(named(reason), mentions());
    }

    /**
     * Returns Wilson's interval of {@link #mentionShare}, with respondents as clusters. Where everybody names one
     * reason it is that of the share net of none.
     *
     * @param reason the reason
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval within [0, 1]; undefined without mentions
     * @throws IllegalArgumentException if there is no such reason, or the confidence is out of range
     */
    public Interval mentionInterval(String reason, double confidence) {
        int index = definition.index(reason);
        Checks.confidence(confidence);
        double mentions = mentions();
        if (mentions == 0) {
            return Interval.UNDEFINED;
        }
        double share = mentionShare(reason);
        // Sums over respondents of m x and of m squared, from the people who name two reasons both.
        double withThis = 0;
        double squares = 0;
        for (int i = 0; i < definition.reasons().size(); i++) {
            withThis += together(index, i);
            for (int j = 0; j < definition.reasons().size(); j++) {
                squares += together(i, j);
            }
        }
        double deviation = together(index, index) - 2 * share * withThis + share * share * squares;
        double base = share * (1 - share) * mentions * mentions / deviation;
        // Without any variance between respondents there are as many independent answers as respondents.
        double effective = deviation > 0 && base > 0 ? base : counts[ReasonCounts.WITH_REASON];
        return ProportionInterval.WILSON.of(share * effective, effective, confidence);
    }

    /**
     * Returns the share of one reason minus that of another. The standard error allows for the same people naming both:
     * sqrt((a + b - (a - b)&sup2;) / respondents), with the shares a and b of those who name only the one or the other.
     *
     * @param one a reason
     * @param other what it is compared with
     * @return the difference as a fraction; NaN without respondents
     * @throws IllegalArgumentException if there is no such reason
     */
    public Difference difference(String one, String other) {
        int first = definition.index(one);
        int second = definition.index(other);
        double both = together(first, second);
        double onlyFirst = (together(first, first) - both) / count();
        double onlySecond = (together(second, second) - both) / count();
        double net = onlyFirst - onlySecond;
        return new Difference(net, Math.sqrt(Math.max(onlyFirst + onlySecond - net * net, 0) / count()));
    }

    /**
     * Returns how two reasons come together.
     *
     * @param one a reason
     * @param other another
     * @return the pair
     * @throws IllegalArgumentException if there is no such reason, or both are one
     */
    public ReasonPair pair(String one, String other) {
        if (definition.index(one) == definition.index(other)) {
            throw new IllegalArgumentException("other must be another reason than " + one + ", got " + other);
        }
        return pair(definition.index(one), definition.index(other));
    }

    private ReasonPair pair(int one, int other) {
        double expected = (double) together(one, one) * together(other, other);
        return new ReasonPair(
                definition.reasons().get(one),
                definition.reasons().get(other),
                Proportion.of(together(one, other), count()),
                expected == 0 ? Double.NaN : (double) count() * together(one, other) / expected);
    }

    /**
     * Returns the pairs of reasons that some respondent names together, the most frequent first.
     *
     * @return an unmodifiable list; of two with as many the one defined first comes first
     */
    public List<ReasonPair> pairs() {
        List<ReasonPair> pairs = new ArrayList<>();
        for (int one = 0; one < definition.reasons().size(); one++) {
            for (int other = one + 1; other < definition.reasons().size(); other++) {
                if (together(one, other) > 0) {
                    pairs.add(pair(one, other));
                }
            }
        }
        pairs.sort(Comparator.comparingLong((ReasonPair pair) -> -pair.share().events()));
        return Collections.unmodifiableList(pairs);
    }

    @Override
    public Reasons plus(Reasons other) {
        Checks.same("definition", definition, other.definition);
        return new Reasons(definition, Counts.merge(counts.clone(), other.counts));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Reasons", 1)
                .withTexts("reasons", definition.reasons())
                .with("none", definition.none())
                .with("counts", counts);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the reasons
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Reasons ofStored(StoredForm form) {
        StoredFields fields = form.expect("Reasons", 1, "reasons", "none", "counts");
        return ofCounts(
                new ReasonDefinition(fields.texts("reasons"), fields.absent("none") ? null : fields.text("none")),
                fields.wholes("counts"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reasons that
                && definition.equals(that.definition)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * definition.hashCode() + Arrays.hashCode(counts);
    }

    /**
     * Returns how many answered, and how many name each reason.
     *
     * @return such as {@code Reasons[respondents=4, none=1, price=3, quality=0, service=2]}
     */
    @Override
    public String toString() {
        return definition.reasons().stream()
                .map(reason -> ", " + reason + "=" + named(reason))
                .collect(Collectors.joining(
                        "", "Reasons[respondents=" + count() + ", none=" + counts[ReasonCounts.NONE], "]"));
    }
}
