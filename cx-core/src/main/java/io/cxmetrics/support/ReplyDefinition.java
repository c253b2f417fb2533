package io.cxmetrics.support;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Duration;

/**
 * Definition of a reply where help desks differ.
 *
 * <p>Whatever the rules, only agents reply, and only where the requester can see it.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * Ticket chat = Ticket.of(
 *         "4711",
 *         noon,
 *         Author.REQUESTER,
 *         new TicketEvent.Comment(noon.plusSeconds(20), Author.AGENT, "ada", true),
 *         new TicketEvent.Comment(noon.plusSeconds(25), Author.AGENT, "ada", true));
 * Replies.of(chat).count(); // 2
 * Replies.of(chat, ReplyDefinition.STANDARD.withBursts()).count(); // 1
 * }</pre>
 *
 * @param creationWithin how long after the creation the comment that created the ticket may be dated, for help desks
 *     that save the two one after the other; not negative
 * @param bursts whether several comments of one agent without a public comment of somebody else between them are one
 *     reply, as in a live chat
 * @since 0.1
 */
public record ReplyDefinition(Duration creationWithin, boolean bursts) implements Serializable {

    /** The comment that created a ticket is not dated after it, and every comment is a reply of its own. */
    public static final ReplyDefinition STANDARD = new ReplyDefinition(Duration.ZERO, false);

    /**
     * Checks the span.
     *
     * @throws IllegalArgumentException if the span is negative
     */
    public ReplyDefinition {
        requireNonNull(creationWithin, "creationWithin");
        if (creationWithin.isNegative()) {
            throw new IllegalArgumentException("creationWithin must not be negative, got " + creationWithin);
        }
    }

    /**
     * Returns these rules with a span for the comment that created the ticket.
     *
     * @param span how long after the creation it may be dated, not negative
     * @return the rules
     * @throws IllegalArgumentException if the span is negative
     */
    public ReplyDefinition withCreationWithin(Duration span) {
        return new ReplyDefinition(span, bursts);
    }

    /**
     * Returns these rules with a burst of comments as one reply.
     *
     * @return the rules
     */
    public ReplyDefinition withBursts() {
        return new ReplyDefinition(creationWithin, true);
    }

    /**
     * Returns whether the first comment of a ticket is the one that it was created with.
     *
     * @param ticket the ticket
     * @param first its first comment
     * @return true if an agent created the ticket and commented by {@link #creationWithin()} after
     */
    public boolean isCreation(Ticket ticket, TicketEvent.Comment first) {
        return ticket.creator() == Author.AGENT
                && first.author() == Author.AGENT
                && !first.at().isAfter(ticket.created().plus(creationWithin));
    }
}
