package io.cxmetrics.support.contact;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent.SatisfactionRating;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collector;

/**
 * Satisfaction with tickets that requesters rate good or bad, and may rate again, as shares of tickets in [0, 1].
 *
 * <p><b>Definition.</b> score = good / (good + bad), of the first rating of each ticket or of its latest. A ticket
 * turned good if the first rating is bad and the latest good, and turned bad the other way round; what lies between
 * does not matter. A ticket without a rating is in neither score. An offer to rate is no rating.
 *
 * <p><b>Unit.</b> The scores and their intervals are {@linkplain Proportion fractions}; {@link Proportion#percent()} is
 * for people.
 *
 * <p><b>Edges.</b> Without rated tickets the score is NaN.
 *
 * <p><b>Source.</b> Zendesk's satisfaction ratings, whose changes the dbt package for its data keeps by first and
 * latest.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * Ticket ticket = Ticket.of(
 *         "4711",
 *         noon,
 *         Author.REQUESTER,
 *         new TicketEvent.SatisfactionRating(noon.plusSeconds(60), false),
 *         new TicketEvent.SatisfactionRating(noon.plusSeconds(3600), true));
 * Satisfaction satisfaction = Satisfaction.of(ticket).plus(Satisfaction.ofCounts(7, 0, 0, 2).withUnrated(90));
 * satisfaction.first(); // 7 of 10 (0.7)
 * satisfaction.latest(); // 8 of 10 (0.8)
 * satisfaction.turnedGood(); // 1
 * }</pre>
 *
 * @since 0.1
 */
public final class Satisfaction implements Summary<Satisfaction> {

    private static final long serialVersionUID = 1;

    /** No tickets. */
    public static final Satisfaction EMPTY = new Satisfaction(0, 0, 0, 0, 0);

    private final long stayedGood;
    private final long turnedGood;
    private final long turnedBad;
    private final long stayedBad;
    private final long unrated;

    private Satisfaction(long stayedGood, long turnedGood, long turnedBad, long stayedBad, long unrated) {
        this.stayedGood = Checks.notNegative("stayedGood", stayedGood);
        this.turnedGood = Checks.notNegative("turnedGood", turnedGood);
        this.turnedBad = Checks.notNegative("turnedBad", turnedBad);
        this.stayedBad = Checks.notNegative("stayedBad", stayedBad);
        this.unrated = Checks.notNegative("unrated", unrated);
        long good = Math.addExact(stayedGood, turnedGood);
        Math.addExact(Math.addExact(good, Math.addExact(turnedBad, stayedBad)), unrated);
    }

    /**
     * Returns the satisfaction of counts of rated tickets.
     *
     * @param stayedGood how many with a good first and a good latest rating, not negative
     * @param turnedGood how many with a bad first and a good latest rating, not negative
     * @param turnedBad how many with a good first and a bad latest rating, not negative
     * @param stayedBad how many with a bad first and a bad latest rating, not negative
     * @return the satisfaction
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if the counts add up to more than a {@code long} holds
     */
    public static Satisfaction ofCounts(long stayedGood, long turnedGood, long turnedBad, long stayedBad) {
        return new Satisfaction(stayedGood, turnedGood, turnedBad, stayedBad, 0);
    }

    /**
     * Returns this satisfaction with tickets that nobody rated.
     *
     * @param count how many, not negative
     * @return the satisfaction
     * @throws IllegalArgumentException if the count is negative
     * @throws ArithmeticException if the counts add up to more than a {@code long} holds
     */
    public Satisfaction withUnrated(long count) {
        return new Satisfaction(stayedGood, turnedGood, turnedBad, stayedBad, count);
    }

    /**
     * Returns the satisfaction with one ticket.
     *
     * @param ticket the ticket
     * @return its place among the five
     */
    public static Satisfaction of(Ticket ticket) {
        List<SatisfactionRating> ratings = ticket.events(SatisfactionRating.class);
        if (ratings.isEmpty()) {
            return new Satisfaction(0, 0, 0, 0, 1);
        }
        boolean first = ratings.get(0).good();
        boolean latest = ratings.get(ratings.size() - 1).good();
        return new Satisfaction(
                first && latest ? 1 : 0,
                !first && latest ? 1 : 0,
                first && !latest ? 1 : 0,
                !first && !latest ? 1 : 0,
                0);
    }

    /**
     * Returns the satisfaction with many tickets.
     *
     * @param tickets the tickets
     * @param observedUntil until when events are known, excluded; tickets created later do not count
     * @return the satisfaction
     */
    public static Satisfaction of(Collection<Ticket> tickets, Instant observedUntil) {
        return tickets.stream().collect(toSatisfaction(observedUntil));
    }

    /**
     * Returns the aggregation of tickets as they were known at an instant.
     *
     * @param observedUntil until when events are known, excluded; tickets created later do not count
     * @return the aggregation
     */
    public static Aggregation<Ticket, Satisfaction, Satisfaction> aggregation(Instant observedUntil) {
        requireNonNull(observedUntil, "observedUntil");
        return Aggregation.summing(EMPTY)
                .mapInput(ticket ->
                        ticket.until(observedUntil).map(Satisfaction::of).orElse(EMPTY));
    }

    /**
     * Returns a collector of tickets as they were known at an instant.
     *
     * @param observedUntil until when events are known, excluded; tickets created later do not count
     * @return the collector
     */
    public static Collector<Ticket, ?, Satisfaction> toSatisfaction(Instant observedUntil) {
        return aggregation(observedUntil).toCollector();
    }

    /**
     * Returns the first rating of a ticket.
     *
     * @param ticket the ticket
     * @return the rating; empty if there is none
     */
    public static Optional<SatisfactionRating> firstOf(Ticket ticket) {
        return ticket.events(SatisfactionRating.class).stream().findFirst();
    }

    /**
     * Returns the latest rating of a ticket.
     *
     * @param ticket the ticket
     * @return the rating; empty if there is none
     */
    public static Optional<SatisfactionRating> latestOf(Ticket ticket) {
        return ticket.events(SatisfactionRating.class).stream().reduce((earlier, later) -> later);
    }

    /**
     * Returns the score of the first ratings.
     *
     * @return tickets with a good first rating, out of rated tickets
     */
    public Proportion first() {
        return Proportion.of(stayedGood + turnedBad, count());
    }

    /**
     * Returns the score of the latest ratings.
     *
     * @return tickets with a good latest rating, out of rated tickets
     */
    public Proportion latest() {
        return Proportion.of(stayedGood + turnedGood, count());
    }

    /**
     * Returns the tickets that were rated.
     *
     * @return rated tickets out of all, whether they were asked or not
     */
    public Proportion rated() {
        return Proportion.of(count(), count() + unrated);
    }

    /**
     * Returns how many tickets were rated.
     *
     * @return the tickets in the denominator of the scores
     */
    public long count() {
        return stayedGood + turnedGood + turnedBad + stayedBad;
    }

    /**
     * Returns how many tickets have a good first and a good latest rating.
     *
     * @return the count
     */
    public long stayedGood() {
        return stayedGood;
    }

    /**
     * Returns how many tickets have a bad first and a good latest rating.
     *
     * @return the count
     */
    public long turnedGood() {
        return turnedGood;
    }

    /**
     * Returns how many tickets have a good first and a bad latest rating.
     *
     * @return the count
     */
    public long turnedBad() {
        return turnedBad;
    }

    /**
     * Returns how many tickets have a bad first and a bad latest rating.
     *
     * @return the count
     */
    public long stayedBad() {
        return stayedBad;
    }

    /**
     * Returns how many tickets have no rating.
     *
     * @return the count
     */
    public long unrated() {
        return unrated;
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Satisfaction", 1)
                .with("stayedGood", stayedGood)
                .with("turnedGood", turnedGood)
                .with("turnedBad", turnedBad)
                .with("stayedBad", stayedBad)
                .with("unrated", unrated);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the satisfaction
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Satisfaction ofStored(StoredForm form) {
        StoredFields fields =
                form.expect("Satisfaction", 1, "stayedGood", "turnedGood", "turnedBad", "stayedBad", "unrated");
        return ofCounts(
                        fields.whole("stayedGood"),
                        fields.whole("turnedGood"),
                        fields.whole("turnedBad"),
                        fields.whole("stayedBad"))
                .withUnrated(fields.whole("unrated"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public Satisfaction plus(Satisfaction other) {
        return new Satisfaction(
                Math.addExact(stayedGood, other.stayedGood),
                Math.addExact(turnedGood, other.turnedGood),
                Math.addExact(turnedBad, other.turnedBad),
                Math.addExact(stayedBad, other.stayedBad),
                Math.addExact(unrated, other.unrated));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Satisfaction that
                && stayedGood == that.stayedGood
                && turnedGood == that.turnedGood
                && turnedBad == that.turnedBad
                && stayedBad == that.stayedBad
                && unrated == that.unrated;
    }

    @Override
    public int hashCode() {
        return Objects.hash(stayedGood, turnedGood, turnedBad, stayedBad, unrated);
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code Satisfaction[stayedGood=7, turnedGood=1, turnedBad=0, stayedBad=2, unrated=90]}
     */
    @Override
    public String toString() {
        return "Satisfaction[stayedGood=" + stayedGood + ", turnedGood=" + turnedGood + ", turnedBad=" + turnedBad
                + ", stayedBad=" + stayedBad + ", unrated=" + unrated + "]";
    }
}
