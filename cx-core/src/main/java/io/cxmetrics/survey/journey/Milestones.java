package io.cxmetrics.survey.journey;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Counts;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.survey.BoxDefinition;
import io.cxmetrics.survey.Nps;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts of customers along the milestones of a journey: one score at each, in points, and who reaches it, as
 * fractions.
 *
 * <p><b>Definitions.</b> At each milestone the net score is 100 (satisfied - dissatisfied) / answers. Reached is the
 * share of all customers; {@link #continued} is the share of those at the milestone before. {@link #change} is the
 * score minus that of the milestone before: below 0 satisfaction drops.
 *
 * <p><b>Who counts.</b> A customer counts once at each milestone, with the lowest rating given there; others are
 * counted as {@link #leftOut()}. Who reached a milestone and did not answer is in its reach and not in its score. A
 * customer may skip a milestone. Customers of summaries that add up must be different ones.
 *
 * <p><b>Uncertainty.</b> Most customers at a milestone were at the one before, so that the two scores are not
 * independent. With the scores x and y of -1, 0 or 1, n<sub>x</sub> and n<sub>y</sub> answers, and n<sub>xy</sub>
 * customers who answered at both, the squared standard error of a change is var(x) / n<sub>x</sub> + var(y) /
 * n<sub>y</sub> - 2 n<sub>xy</sub> cov(x, y) / (n<sub>x</sub> n<sub>y</sub>), the covariance being that of those who
 * answered at both. Source: L. Kish, "Survey Sampling" (1965), on the difference of two samples that overlap.
 *
 * <p><b>Edges.</b> Without answers a score is NaN and its interval undefined. An unknown milestone and a rating outside
 * the scale are refused. Milestones under different definitions do not add up.
 *
 * <p>Immutable and thread-safe. One array of 14 counts a milestone; the collector of rows keeps a journey for each
 * customer while it runs.
 *
 * <pre>{@code
 * record Row(String customer, String milestone, Integer rating) {}
 * Milestones shop = Stream.of(
 *         new Row("ann", "sign-up", 5), new Row("ann", "delivery", 2),
 *         new Row("bob", "sign-up", 4), new Row("bob", "delivery", null), new Row("cid", "sign-up", 2))
 *     .collect(Milestones.toMilestones(
 *         MilestoneDefinition.csat("sign-up", "delivery"), Row::customer, Row::milestone, Row::rating));
 * shop.milestone("delivery").reached(); // 2 of 3 (0.6666666666666666)
 * shop.milestone("sign-up").satisfiedShare(); // 2 of 3 (0.6666666666666666)
 * shop.change("delivery").estimate(); // -133.33333333333334
 * shop.mostDissatisfied().get().name(); // sign-up
 * }</pre>
 *
 * @since 0.1
 */
public final class Milestones implements Summary<Milestones> {

    private static final long serialVersionUID = 1;

    private final MilestoneDefinition definition;
    private final long[] counts;

    private Milestones(MilestoneDefinition definition, long[] counts) {
        this.definition = definition;
        this.counts = places(definition).checked(counts);
    }

    /** Takes over an array laid out as {@link MilestoneCounts} says. */
    static Milestones ofCounts(MilestoneDefinition definition, long[] counts) {
        return new Milestones(requireNonNull(definition, "definition"), counts);
    }

    private static MilestoneCounts places(MilestoneDefinition definition) {
        return new MilestoneCounts(definition.milestones().size());
    }

    /**
     * Returns the milestones that no customer reached.
     *
     * @param definition the milestones and their boxes
     * @return the summary
     */
    public static Milestones empty(MilestoneDefinition definition) {
        return of(definition, List.of());
    }

    /**
     * Returns the summary of journeys, one for each customer.
     *
     * @param definition the milestones and their boxes
     * @param journeys the journeys
     * @return the summary
     * @throws IllegalArgumentException if a milestone is unknown, or a rating outside the scale
     */
    public static Milestones of(MilestoneDefinition definition, Collection<Journey> journeys) {
        return journeys.stream().collect(aggregation(definition).toCollector());
    }

    /**
     * Returns the aggregation that folds journeys, one for each customer, for streams and engines.
     *
     * @param definition the milestones and their boxes
     * @return the aggregation, which refuses an unknown milestone and a rating outside the scale
     */
    public static Aggregation<Journey, long[], Milestones> aggregation(MilestoneDefinition definition) {
        return new MilestonesAggregation(requireNonNull(definition, "definition"));
    }

    /**
     * Returns a collector of rows, each of one customer at one milestone.
     *
     * @param definition the milestones and their boxes
     * @param customer gives the customer, not null
     * @param milestone gives the milestone that the customer reached
     * @param rating gives the rating, or null if the customer did not answer
     * @param <T> the type of the rows
     * @return the collector, which refuses an unknown milestone and a rating outside the scale
     */
    public static <T> Collector<T, ?, Milestones> toMilestones(
            MilestoneDefinition definition,
            Function<? super T, ?> customer,
            Function<? super T, String> milestone,
            Function<? super T, ? extends @Nullable Integer> rating) {
        requireNonNull(definition, "definition");
        requireNonNull(customer, "customer");
        requireNonNull(milestone, "milestone");
        requireNonNull(rating, "rating");
        return Collector.of(
                HashMap<Object, Journey>::new,
                (journeys, row) -> {
                    Integer answer = rating.apply(row);
                    Journey more = answer == null
                            ? Journey.EMPTY.withReached(milestone.apply(row))
                            : Journey.EMPTY.withRating(milestone.apply(row), answer);
                    journeys.merge(requireNonNull(customer.apply(row), "customer"), more, Journey::plus);
                },
                (left, right) -> {
                    right.forEach((who, journey) -> left.merge(who, journey, Journey::plus));
                    return left;
                },
                (Map<Object, Journey> journeys) -> of(definition, journeys.values()));
    }

    /**
     * Returns the milestones and their boxes.
     *
     * @return the definition
     */
    public MilestoneDefinition definition() {
        return definition;
    }

    /**
     * Returns how many customers there were.
     *
     * @return the count
     */
    public long count() {
        return counts[MilestoneCounts.CUSTOMERS];
    }

    /**
     * Returns how many ratings were passed over, because the customer rated the milestone as low or lower.
     *
     * @return the count
     */
    public long leftOut() {
        return counts[MilestoneCounts.REPEATED];
    }

    /**
     * Returns all milestones.
     *
     * @return an unmodifiable list in the order of the journey
     */
    public List<Milestone> milestones() {
        return IntStream.range(0, definition.milestones().size())
                .mapToObj(this::milestone)
                .toList();
    }

    /**
     * Returns one milestone.
     *
     * @param name the milestone
     * @return its reach and score
     * @throws IllegalArgumentException if there is no such milestone
     */
    public Milestone milestone(String name) {
        return milestone(definition.index(name));
    }

    private Milestone milestone(int i) {
        MilestoneCounts places = places(definition);
        long answers = places.answered(counts, i);
        return new Milestone(
                definition.milestones().get(i),
                Proportion.of(counts[places.reached(i)], count()),
                Proportion.of(counts[places.answers(i, 1)], answers),
                Proportion.of(counts[places.answers(i, -1)], answers));
    }

    /**
     * Returns the customers who reached a milestone out of those who reached the one before; its complement is the loss
     * between the two.
     *
     * @param name the later milestone
     * @return the share
     * @throws IllegalArgumentException if there is no such milestone, or none before it
     */
    public Proportion continued(String name) {
        MilestoneCounts places = places(definition);
        int before = before(name);
        return Proportion.of(counts[places.continued(before)], counts[places.reached(before)]);
    }

    /**
     * Returns the net score at a milestone minus that at the one before: below 0 satisfaction drops. The standard error
     * allows for customers who answered at both.
     *
     * @param name the later milestone
     * @return the difference in points; NaN unless both have answers
     * @throws IllegalArgumentException if there is no such milestone, or none before it
     */
    public Difference change(String name) {
        int before = before(name);
        Milestone earlier = milestone(before);
        Milestone later = milestone(before + 1);
        double variance = variance(earlier) / earlier.count()
                + variance(later) / later.count()
                - 2 * jointDeviation(before) / ((double) earlier.count() * later.count());
        return new Difference(
                later.netScore() - earlier.netScore(),
                100 * Math.sqrt(Double.isNaN(variance) ? variance : Math.max(variance, 0)));
    }

    private static double variance(Milestone milestone) {
        return Nps.variance(
                milestone.satisfiedShare().rate(), milestone.dissatisfiedShare().rate());
    }

    /** The number of customers who answered at both milestones times the covariance of their scores. */
    private double jointDeviation(int before) {
        MilestoneCounts places = places(definition);
        double n = 0;
        double earlier = 0;
        double later = 0;
        double product = 0;
        for (int x = -1; x <= 1; x++) {
            for (int y = -1; y <= 1; y++) {
                long both = counts[places.joint(before, x, y)];
                n += both;
                earlier += (double) x * both;
                later += (double) y * both;
                product += (double) x * y * both;
            }
        }
        return n == 0 ? 0 : product - earlier * later / n;
    }

    private int before(String name) {
        int index = definition.index(name);
        Checks.inRange(
                "place of milestone " + name, index, 1, definition.milestones().size() - 1);
        return index - 1;
    }

    /**
     * Returns the milestone with the most dissatisfied customers; of two with as many the earlier.
     *
     * @return the milestone, or empty if nobody was dissatisfied
     */
    public Optional<Milestone> mostDissatisfied() {
        // The first of equal ones is kept, because max() keeps the last.
        return milestones().stream()
                .filter(milestone -> milestone.dissatisfiedShare().events() > 0)
                .min(Comparator.comparingLong(
                        (Milestone milestone) -> -milestone.dissatisfiedShare().events()));
    }

    @Override
    public Milestones plus(Milestones other) {
        Checks.same("definition", definition, other.definition);
        return new Milestones(definition, Counts.merge(counts.clone(), other.counts));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Milestones", 1)
                .withTexts("milestones", definition.milestones())
                .with("boxes", definition.boxes())
                .with("counts", counts);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the milestones
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Milestones ofStored(StoredForm form) {
        StoredFields fields = form.expect("Milestones", 1, "milestones", "boxes", "counts");
        return ofCounts(
                new MilestoneDefinition(
                        fields.texts("milestones"), fields.part("boxes").as(BoxDefinition.class)),
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
        return other instanceof Milestones that
                && definition.equals(that.definition)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * definition.hashCode() + Arrays.hashCode(counts);
    }

    /**
     * Returns how many customers reached each milestone, and how many of them answered.
     *
     * @return such as {@code Milestones[customers=3, sign-up: reached=3, answers=3; delivery: reached=2, answers=1]}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Milestones[customers=").append(count());
        String separator = ", ";
        for (Milestone milestone : milestones()) {
            text.append(separator)
                    .append(milestone.name())
                    .append(": reached=")
                    .append(milestone.reached().events());
            text.append(", answers=").append(milestone.count());
            separator = "; ";
        }
        return text.append(']').toString();
    }
}
