package io.cxmetrics.support.contact;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.support.Author;
import io.cxmetrics.support.StatusCategory;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent.Comment;
import io.cxmetrics.support.TicketEvent.StatusChange;
import io.cxmetrics.support.resolution.Replies;
import io.cxmetrics.support.resolution.Resolution;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Predicate;
import java.util.stream.Collector;

/**
 * First contact resolution, by the definitions in use. There is no common one; rates by different definitions cannot be
 * compared.
 *
 * <p><b>Definition.</b> rate = tickets resolved at the first contact / tickets. A ticket counts as resolved at the
 * first contact if it is resolved after all its events, and meets the rule of the constant. The denominator is
 *
 * <ul>
 *   <li>{@link #of}: the tickets that are resolved;
 *   <li>{@link #gross}: all tickets;
 *   <li>{@link #net}: the tickets that the first level can resolve at all.
 * </ul>
 *
 * <p>Two definitions need more than one ticket: no repeat contact within some days is {@link RepeatContact}, and asking
 * the customers is {@link #surveyed}.
 *
 * <p><b>Edges.</b> Without tickets in the denominator the rate is NaN. A ticket may be reopened later; as long as it is
 * not, it counts.
 *
 * <p><b>Sources.</b> The pages of Zendesk, Freshservice and Medallia on one-touch tickets and first contact resolution;
 * CustomerThink, "First call resolution metrics: gross vs. net FCR".
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * Ticket silent = Ticket.of("1", noon, Author.REQUESTER, new TicketEvent.StatusChange(noon.plusSeconds(60),
 *         Status.SOLVED));
 * Ticket open = Ticket.of("2", noon, Author.REQUESTER);
 * List<Ticket> tickets = List.of(silent, open);
 * Instant until = noon.plusSeconds(3600);
 * FirstContact.ONE_TOUCH_UP_TO_ONE_REPLY.of(tickets, until); // 1 of 1 (1.0)
 * FirstContact.ONE_TOUCH_UP_TO_ONE_REPLY.gross(tickets, until); // 1 of 2 (0.5)
 * FirstContact.EXACTLY_ONE_REPLY.of(tickets, until); // 0 of 1 (0.0)
 * }</pre>
 *
 * @since 0.1
 */
public enum FirstContact implements Predicate<Ticket> {

    /** Not more than one reply, none included: Zendesk's one-touch tickets. Reopens are not looked at. */
    ONE_TOUCH_UP_TO_ONE_REPLY {
        @Override
        boolean meets(Ticket ticket) {
            return Replies.of(ticket).count() <= 1;
        }
    },

    /** Exactly one reply: Zendesk's one-touch tickets as its German page and the dbt package have it. */
    EXACTLY_ONE_REPLY {
        @Override
        boolean meets(Ticket ticket) {
            return Replies.of(ticket).count() == 1;
        }
    },

    /** At least one reply, never pending or on hold, never reopened: Zendesk's rule for messaging. */
    MESSAGING {
        @Override
        boolean meets(Ticket ticket) {
            return !Replies.of(ticket).unanswered()
                    && Resolution.of(ticket).reopens() == 0
                    && ticket.events(StatusChange.class).stream()
                            .map(change -> change.status().category())
                            .noneMatch(
                                    category -> category == StatusCategory.PENDING || category == StatusCategory.HOLD);
        }
    },

    /** No public comment of the requester after the creation: Freshservice. Replies by agents do not matter. */
    NO_FURTHER_CUSTOMER_CONTACT {
        @Override
        boolean meets(Ticket ticket) {
            return ticket.events(Comment.class).stream()
                    .filter(comment -> comment.author() == Author.REQUESTER && comment.visible())
                    .noneMatch(comment -> comment.at().isAfter(ticket.created()));
        }
    },

    /** Never {@linkplain Handoffs#reassignments() reassigned} and never reopened: for logs without comments. */
    NO_REASSIGNMENT_NO_REOPEN {
        @Override
        boolean meets(Ticket ticket) {
            return Handoffs.of(ticket).reassignments() == 0
                    && Resolution.of(ticket).reopens() == 0;
        }
    };

    /** Tells whether a ticket meets the rule, resolved or not. */
    abstract boolean meets(Ticket ticket);

    /**
     * Tells whether a ticket was resolved at the first contact.
     *
     * @param ticket the ticket
     * @return whether it is resolved and meets the rule
     */
    @Override
    public boolean test(Ticket ticket) {
        return Resolution.of(ticket).resolved() && meets(ticket);
    }

    /**
     * Returns the tickets resolved at the first contact out of those resolved.
     *
     * @param tickets the tickets; those that are not resolved do not count
     * @param observedUntil until when events are known, excluded; tickets created later do not count
     * @return the proportion
     */
    public Proportion of(Collection<Ticket> tickets, Instant observedUntil) {
        return tickets.stream().collect(toProportion(observedUntil));
    }

    /**
     * Returns the tickets resolved at the first contact out of all.
     *
     * @param tickets the tickets, resolved or not
     * @param observedUntil until when events are known, excluded; tickets created later do not count
     * @return the proportion
     */
    public Proportion gross(Collection<Ticket> tickets, Instant observedUntil) {
        return net(tickets, ticket -> true, observedUntil);
    }

    /**
     * Returns the tickets resolved at the first contact out of those that the first level can resolve.
     *
     * @param tickets the tickets, resolved or not
     * @param resolvable tells whether the first level can resolve a ticket at all; others do not count, not even if
     *     they were resolved at the first contact
     * @param observedUntil until when events are known, excluded; tickets created later do not count
     * @return the proportion
     */
    public Proportion net(Collection<Ticket> tickets, Predicate<? super Ticket> resolvable, Instant observedUntil) {
        return tickets.stream()
                .flatMap(ticket -> ticket.until(observedUntil).stream())
                .filter(resolvable)
                .collect(Proportion.toProportion(this));
    }

    /**
     * Returns the aggregation of tickets into the proportion of those resolved.
     *
     * @param observedUntil until when events are known, excluded; tickets created later do not count
     * @return the aggregation, which leaves out tickets that are not resolved
     */
    public Aggregation<Ticket, Proportion, Proportion> aggregation(Instant observedUntil) {
        requireNonNull(observedUntil, "observedUntil");
        return Aggregation.summing(Proportion.EMPTY)
                .mapInput(ticket -> ticket.until(observedUntil).map(this::trial).orElse(Proportion.EMPTY));
    }

    private Proportion trial(Ticket ticket) {
        return Resolution.of(ticket).resolved() ? Proportion.of(meets(ticket) ? 1 : 0, 1) : Proportion.EMPTY;
    }

    /**
     * Returns a collector of the proportion of the resolved tickets.
     *
     * @param observedUntil until when events are known, excluded; tickets created later do not count
     * @return the collector, which leaves out tickets that are not resolved
     */
    public Collector<Ticket, ?, Proportion> toProportion(Instant observedUntil) {
        return aggregation(observedUntil).toCollector();
    }

    /**
     * Returns the rate by the word of the customers: "was your issue resolved at the first contact?"
     *
     * @param yes how many said yes, not negative
     * @param no how many said no, not negative; whoever did not answer is in neither
     * @return yes out of yes and no
     * @throws IllegalArgumentException if a count is negative
     */
    public static Proportion surveyed(long yes, long no) {
        Checks.notNegative("yes", yes);
        Checks.notNegative("no", no);
        return Proportion.of(yes, Math.addExact(yes, no));
    }
}
