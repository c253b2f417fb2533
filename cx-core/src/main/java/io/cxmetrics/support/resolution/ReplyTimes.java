package io.cxmetrics.support.resolution;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.toList;

import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Units;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.stat.survival.CountedTimes;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.support.ReplyDefinition;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.stream.Collector;

/**
 * How soon many tickets are replied to, and how often, with those that still wait.
 *
 * <p><b>Definition.</b> First reply, next reply and every reply's time are those of {@link Replies}. Times are whole
 * milliseconds; answers come in the unit that is asked for, such as {@code firstReply(HOURS).median()}.
 *
 * <p><b>Who waits.</b> Who had no reply yet is in none of those answers, and there as censored: {@code firstReply().curve()}
 * is the Kaplan-Meier estimate with them. A ticket that was resolved without a reply waited until it was resolved; what the
 * requester wrote to a ticket that stayed resolved waits for nobody.
 *
 * <p><b>Left out and counted.</b> First replies dated before the creation are {@code negative}: they are replies without a
 * time. Tickets created after the instant in question are {@code createdLater}.
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
 * ReplyTimes times = ReplyTimes.of(List.of(answered, waiting), noon.plusSeconds(7200), TicketClock.ELAPSED);
 * times; // ReplyTimes[tickets=2, replies=1, unanswered=1, left out=0]
 * times.firstReply(java.time.temporal.ChronoUnit.MINUTES).median(); // 30.0
 * times.firstReplyWithin(Duration.ofHours(1)); // 1 of 1 (1.0)
 * times.unanswered(); // 1 of 2 (0.5)
 * times.repliesPerTicket(); // 0.5
 * }</pre>
 *
 * @param firstReply the first reply times in milliseconds; of tickets without a reply as censored
 * @param nextReply the next reply times in milliseconds; of requesters who wait for one as censored
 * @param everyReply every reply's time in milliseconds; of requesters who wait for one as censored
 * @param replies how many replies there were, whether anybody had asked or not; not negative
 * @param negative how many first replies are dated before the creation, not negative
 * @param createdLater how many tickets were created after the instant in question, not negative
 */
public record ReplyTimes(
        EventTimes firstReply,
        EventTimes nextReply,
        EventTimes everyReply,
        long replies,
        long negative,
        long createdLater)
        implements Summary<ReplyTimes> {

    /** No tickets. */
    public static final ReplyTimes EMPTY =
            new ReplyTimes(EventTimes.EMPTY, EventTimes.EMPTY, EventTimes.EMPTY, 0, 0, 0);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a count is negative
     * @throws ArithmeticException if the tickets are more than a {@code long} holds
     */
    public ReplyTimes {
        requireNonNull(firstReply, "firstReply");
        requireNonNull(nextReply, "nextReply");
        requireNonNull(everyReply, "everyReply");
        Checks.notNegative("replies", replies);
        Checks.notNegative("negative", negative);
        Checks.notNegative("createdLater", createdLater);
        Math.addExact(Math.addExact(firstReply.count(), negative), createdLater);
    }

    /**
     * Returns the reply times of tickets as they were known at an instant, by the standard rules.
     *
     * @param tickets the tickets
     * @param asOf the instant
     * @param clock how time is measured
     * @return the times; those finer than a millisecond are taken down
     * @throws IllegalArgumentException if a working calendar does not reach that far
     */
    public static ReplyTimes of(Collection<Ticket> tickets, Instant asOf, TicketClock clock) {
        return of(tickets, asOf, clock, ReplyDefinition.STANDARD);
    }

    /**
     * Returns the reply times of tickets as they were known at an instant.
     *
     * @param tickets the tickets
     * @param asOf the instant
     * @param clock how time is measured
     * @param rules what counts as a reply
     * @return the times; those finer than a millisecond are taken down
     * @throws IllegalArgumentException if a working calendar does not reach that far
     */
    public static ReplyTimes of(Collection<Ticket> tickets, Instant asOf, TicketClock clock, ReplyDefinition rules) {
        ReplyTimesBuffer tally = new ReplyTimesBuffer(requireNonNull(asOf, "asOf"), clock, rules);
        tickets.forEach(tally::add);
        return tally.finish();
    }

    /**
     * Returns a collector of tickets as they were known at an instant, by the standard rules.
     *
     * @param asOf the instant
     * @param clock how time is measured
     * @return the collector
     */
    public static Collector<Ticket, ?, ReplyTimes> toReplyTimes(Instant asOf, TicketClock clock) {
        return toReplyTimes(asOf, clock, ReplyDefinition.STANDARD);
    }

    /**
     * Returns a collector of tickets as they were known at an instant.
     *
     * @param asOf the instant
     * @param clock how time is measured
     * @param rules what counts as a reply
     * @return the collector
     */
    public static Collector<Ticket, ?, ReplyTimes> toReplyTimes(Instant asOf, TicketClock clock, ReplyDefinition rules) {
        requireNonNull(asOf, "asOf");
        requireNonNull(clock, "clock");
        requireNonNull(rules, "rules");
        return collectingAndThen(toList(), tickets -> of(tickets, asOf, clock, rules));
    }

    /**
     * Returns the first reply times.
     *
     * @param unit the unit, such as {@code MINUTES}; at most weeks
     * @return the times of the tickets with a reply
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    public Sample firstReply(ChronoUnit unit) {
        return CountedTimes.ofEvents(firstReply).sample(Units.millis(unit));
    }

    /**
     * Returns the next reply times: every reply's time but those of first replies.
     *
     * @param unit the unit, such as {@code MINUTES}; at most weeks
     * @return the times of the turns with a reply
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    public Sample nextReply(ChronoUnit unit) {
        return CountedTimes.ofEvents(nextReply).sample(Units.millis(unit));
    }

    /**
     * Returns every reply's time: how long requesters waited in each turn.
     *
     * @param unit the unit, such as {@code MINUTES}; at most weeks
     * @return the times of the turns with a reply
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    public Sample everyReply(ChronoUnit unit) {
        return CountedTimes.ofEvents(everyReply).sample(Units.millis(unit));
    }

    /**
     * Returns the share of first replies that came within a target.
     *
     * @param target the target, included, not negative
     * @return first replies within the target out of tickets with a first reply time
     * @throws IllegalArgumentException if the target is negative
     */
    public Proportion firstReplyWithin(Duration target) {
        return Proportion.of(
                CountedTimes.ofEvents(firstReply).upTo(Units.millis("target", target)), firstReply.events());
    }

    /**
     * Returns the tickets that nobody replied to, resolved ones included.
     *
     * @return tickets without a reply out of all
     */
    public Proportion unanswered() {
        return Proportion.of(firstReply.censored(), tickets());
    }

    /**
     * Returns how many tickets there were.
     *
     * @return those with a reply and those without
     */
    public long tickets() {
        return firstReply.count() + negative;
    }

    /**
     * Returns how many replies a ticket took on average.
     *
     * @return replies / tickets, 0 or more; NaN without tickets
     */
    public double repliesPerTicket() {
        return tickets() == 0 ? Double.NaN : (double) replies / tickets();
    }

    @Override
    public ReplyTimes plus(ReplyTimes other) {
        return new ReplyTimes(
                firstReply.plus(other.firstReply),
                nextReply.plus(other.nextReply),
                everyReply.plus(other.everyReply),
                Math.addExact(replies, other.replies),
                Math.addExact(negative, other.negative),
                Math.addExact(createdLater, other.createdLater));
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code ReplyTimes[tickets=2, replies=1, unanswered=1, left out=0]}
     */
    @Override
    public String toString() {
        return "ReplyTimes[tickets=" + tickets() + ", replies=" + replies + ", unanswered=" + firstReply.censored()
                + ", left out=" + Math.addExact(negative, createdLater) + "]";
    }
}
