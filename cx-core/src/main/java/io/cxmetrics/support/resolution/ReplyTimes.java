package io.cxmetrics.support.resolution;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializableFunction;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.support.MeasuredTimes;
import io.cxmetrics.support.ReplyDefinition;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.time.TimeMeasure;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * How soon many tickets are replied to, and how often, with those that still wait.
 *
 * <p><b>Definition.</b> First reply, next reply and every reply's time are those of {@link Replies}. Times are whole
 * milliseconds; answers come in the unit that is asked for, such as {@code firstReply().median(HOURS)}.
 *
 * <p><b>Who waits.</b> A requester without a reply yet is in none of those answers, and there as censored: {@code
 * firstReply().times().curve()} is the Kaplan-Meier estimate with them. A ticket that was resolved without a reply
 * waited until it was resolved; a comment by the requester on a ticket that stayed resolved waits for no reply.
 *
 * <p><b>Left out and counted.</b> First replies dated before the creation are {@code negative}: they are replies
 * without a time. Tickets created at {@code observedUntil} or later are {@code createdLater}.
 *
 * <p><b>Records.</b> A record that knows when a ticket was created and first replied to counts in the first replies
 * alone: it says nothing of further replies, nor how many there were.
 *
 * <p><b>Edges.</b> Without replies the answers are NaN; without tickets so are the rates.
 *
 * <p>Immutable and thread-safe. It costs 24 bytes for each distinct time of each kind.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * Ticket answered = Ticket.of(
 *         "1",
 *         noon,
 *         Author.REQUESTER,
 *         new TicketEvent.Comment(noon.plusSeconds(1800), Author.AGENT, "ada", true),
 *         new TicketEvent.Comment(noon.plusSeconds(3600), Author.REQUESTER, "kim", true));
 * Ticket waiting = Ticket.of("2", noon, Author.REQUESTER);
 * ReplyTimes times = ReplyTimes.of(List.of(answered, waiting), TicketClock.ELAPSED, noon.plusSeconds(7200));
 * times; // ReplyTimes[tickets=2, replies=1, unanswered=1, left out=0]
 * times.firstReply().median(java.time.temporal.ChronoUnit.MINUTES); // 30.0
 * times.firstReply().within(Duration.ofHours(1)); // 1 of 1 (1.0)
 * times.unanswered(); // 1 of 2 (0.5)
 * times.repliesPerTicket(); // 0.5
 * }</pre>
 *
 * @since 0.1
 */
public final class ReplyTimes implements Summary<ReplyTimes> {

    private static final long serialVersionUID = 1;

    /** No tickets. */
    public static final ReplyTimes EMPTY = new ReplyTimesBuffer().sum();

    /** First, next and every reply. */
    private final List<EventTimes> times;

    private final long conversations;
    private final long replies;
    private final long negative;
    private final long createdLater;

    ReplyTimes(List<EventTimes> times, long conversations, long replies, long negative, long createdLater) {
        this.times = times;
        this.conversations = Checks.notNegative("conversations", conversations);
        this.replies = Checks.notNegative("replies", replies);
        this.negative = Checks.notNegative("negative", negative);
        this.createdLater = Checks.notNegative("createdLater", createdLater);
        Math.addExact(Math.addExact(times.get(0).count(), negative), createdLater);
    }

    /**
     * Returns the reply times of tickets as they were known at an instant, by the standard definition.
     *
     * @param tickets the tickets
     * @param clock how time is measured
     * @param observedUntil until when events are known, excluded
     * @return the times, rounded down to the millisecond
     * @throws IllegalArgumentException if a working calendar does not reach that far
     */
    public static ReplyTimes of(Collection<Ticket> tickets, TicketClock clock, Instant observedUntil) {
        return of(tickets, ReplyDefinition.STANDARD, clock, observedUntil);
    }

    /**
     * Returns the reply times of tickets as they were known at an instant.
     *
     * @param tickets the tickets
     * @param definition what counts as a reply
     * @param clock how time is measured
     * @param observedUntil until when events are known, excluded
     * @return the times, rounded down to the millisecond
     * @throws IllegalArgumentException if a working calendar does not reach that far
     */
    public static ReplyTimes of(
            Collection<Ticket> tickets, ReplyDefinition definition, TicketClock clock, Instant observedUntil) {
        return tickets.stream().collect(toReplyTimes(definition, clock, observedUntil));
    }

    /**
     * Returns the aggregation of tickets as they were known at an instant.
     *
     * @param definition what counts as a reply
     * @param clock how time is measured
     * @param observedUntil until when events are known, excluded
     * @return the aggregation; each ticket costs the same, however many there are
     */
    public static Aggregation<Ticket, ReplyTimesBuffer, ReplyTimes> aggregation(
            ReplyDefinition definition, TicketClock clock, Instant observedUntil) {
        requireNonNull(definition, "definition");
        requireNonNull(clock, "clock");
        requireNonNull(observedUntil, "observedUntil");
        return new ReplyTimesAggregation<>((buffer, ticket) -> buffer.add(ticket, definition, clock, observedUntil));
    }

    /**
     * Returns the aggregation of records whose first reply times were measured already, such as a column of minutes.
     *
     * @param time gives the first reply time, rounded down to the millisecond; a negative one is a reply without a
     *     time. Null for a ticket without a reply, of which nobody knows how long it has waited: it counts as waiting
     *     for at least no time
     * @param <T> the type of the records
     * @return the aggregation; each record costs the same, however many there are
     */
    public static <T> Aggregation<T, ReplyTimesBuffer, ReplyTimes> aggregation(
            SerializableFunction<? super T, @Nullable Duration> time) {
        requireNonNull(time, "time");
        return new ReplyTimesAggregation<>((buffer, input) -> buffer.add(time.apply(input)));
    }

    /**
     * Returns the aggregation of records that say when a ticket was created and first replied to.
     *
     * @param created gives when it was created
     * @param firstReply gives when the first reply came; null if none did
     * @param measure how time is measured, such as a {@link io.cxmetrics.time.WorkingCalendar}
     * @param observedUntil until when replies are known, excluded
     * @param <T> the type of the records
     * @return the aggregation; each record costs the same, however many there are
     */
    public static <T> Aggregation<T, ReplyTimesBuffer, ReplyTimes> aggregation(
            SerializableFunction<? super T, Instant> created,
            SerializableFunction<? super T, @Nullable Instant> firstReply,
            TimeMeasure measure,
            Instant observedUntil) {
        requireNonNull(created, "created");
        requireNonNull(firstReply, "firstReply");
        requireNonNull(measure, "measure");
        requireNonNull(observedUntil, "observedUntil");
        return new ReplyTimesAggregation<>(
                (buffer, input) -> buffer.add(created.apply(input), firstReply.apply(input), measure, observedUntil));
    }

    /**
     * Returns a collector of tickets as they were known at an instant, by the standard definition.
     *
     * @param clock how time is measured
     * @param observedUntil until when events are known, excluded
     * @return the collector
     */
    public static Collector<Ticket, ?, ReplyTimes> toReplyTimes(TicketClock clock, Instant observedUntil) {
        return toReplyTimes(ReplyDefinition.STANDARD, clock, observedUntil);
    }

    /**
     * Returns a collector of tickets as they were known at an instant.
     *
     * @param definition what counts as a reply
     * @param clock how time is measured
     * @param observedUntil until when events are known, excluded
     * @return the collector
     */
    public static Collector<Ticket, ?, ReplyTimes> toReplyTimes(
            ReplyDefinition definition, TicketClock clock, Instant observedUntil) {
        return aggregation(definition, clock, observedUntil).toCollector();
    }

    /**
     * Returns a collector of records that say when a ticket was created and first replied to.
     *
     * @param created gives when it was created
     * @param firstReply gives when the first reply came; null if none did
     * @param measure how time is measured, such as a {@link io.cxmetrics.time.WorkingCalendar}
     * @param observedUntil until when replies are known, excluded
     * @param <T> the type of the records
     * @return the collector
     */
    public static <T> Collector<T, ?, ReplyTimes> toReplyTimes(
            SerializableFunction<? super T, Instant> created,
            SerializableFunction<? super T, @Nullable Instant> firstReply,
            TimeMeasure measure,
            Instant observedUntil) {
        return ReplyTimes.<T>aggregation(created, firstReply, measure, observedUntil)
                .toCollector();
    }

    /**
     * Returns the first reply times.
     *
     * @return the times; of tickets without a reply as censored
     */
    public MeasuredTimes firstReply() {
        return () -> times.get(0);
    }

    /**
     * Returns the next reply times: every reply's time but those of first replies.
     *
     * @return the times; of requesters who wait for one as censored
     */
    public MeasuredTimes nextReply() {
        return () -> times.get(1);
    }

    /**
     * Returns every reply's time: how long requesters waited in each turn.
     *
     * @return the times; of requesters who wait for one as censored
     */
    public MeasuredTimes everyReply() {
        return () -> times.get(2);
    }

    /**
     * Returns the tickets that nobody replied to, resolved ones included.
     *
     * @return tickets without a reply out of all
     */
    public Proportion unanswered() {
        return Proportion.of(times.get(0).censored(), count());
    }

    /**
     * Returns how many tickets count.
     *
     * @return those with a reply and those without
     */
    public long count() {
        return times.get(0).count() + negative;
    }

    /**
     * Returns how many tickets have no first reply time for another reason than that nobody replied.
     *
     * @return first replies dated before the creation, and tickets created when nothing was known any more
     */
    public long leftOut() {
        return negative + createdLater;
    }

    /**
     * Returns how many first replies are dated before the creation.
     *
     * @return the count
     */
    public long negative() {
        return negative;
    }

    /**
     * Returns how many tickets were created when nothing was known any more.
     *
     * @return the count
     */
    public long createdLater() {
        return createdLater;
    }

    /**
     * Returns how many replies there were, whether anybody had asked or not.
     *
     * @return the count; records that know of the first reply alone add nothing
     */
    public long replies() {
        return replies;
    }

    /**
     * Returns how many replies a ticket took on average.
     *
     * @return replies / tickets of which all replies are known, 0 or more; NaN without such tickets
     */
    public double repliesPerTicket() {
        return conversations == 0 ? Double.NaN : (double) replies / conversations;
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("ReplyTimes", 1)
                .with("firstReply", times.get(0))
                .with("nextReply", times.get(1))
                .with("everyReply", times.get(2))
                .with("conversations", conversations)
                .with("replies", replies)
                .with("negative", negative)
                .with("createdLater", createdLater);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the times
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static ReplyTimes ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "ReplyTimes",
                1,
                "firstReply",
                "nextReply",
                "everyReply",
                "conversations",
                "replies",
                "negative",
                "createdLater");
        return new ReplyTimes(
                List.of(
                        EventTimes.ofStored(fields.part("firstReply")),
                        EventTimes.ofStored(fields.part("nextReply")),
                        EventTimes.ofStored(fields.part("everyReply"))),
                fields.whole("conversations"),
                fields.whole("replies"),
                fields.whole("negative"),
                fields.whole("createdLater"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public ReplyTimes plus(ReplyTimes other) {
        return new ReplyTimes(
                List.of(
                        times.get(0).plus(other.times.get(0)),
                        times.get(1).plus(other.times.get(1)),
                        times.get(2).plus(other.times.get(2))),
                Math.addExact(conversations, other.conversations),
                Math.addExact(replies, other.replies),
                Math.addExact(negative, other.negative),
                Math.addExact(createdLater, other.createdLater));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReplyTimes that
                && times.equals(that.times)
                && conversations == that.conversations
                && replies == that.replies
                && negative == that.negative
                && createdLater == that.createdLater;
    }

    @Override
    public int hashCode() {
        return Objects.hash(times, conversations, replies, negative, createdLater);
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code ReplyTimes[tickets=2, replies=1, unanswered=1, left out=0]}
     */
    @Override
    public String toString() {
        return "ReplyTimes[tickets=" + count() + ", replies=" + replies + ", unanswered="
                + times.get(0).censored() + ", left out=" + leftOut() + "]";
    }
}
