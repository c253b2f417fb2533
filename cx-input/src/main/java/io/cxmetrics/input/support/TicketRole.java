package io.cxmetrics.input.support;

import java.util.Locale;

/**
 * What a column of a ticket file means. The role is the name of the column unless {@link
 * io.cxmetrics.input.reading.Roles} say otherwise.
 *
 * <pre>{@code
 * TicketRole.FIRST_REPLY.role(); // first_reply
 * }</pre>
 *
 * @since 0.1
 */
public enum TicketRole {
    /** When the ticket was created. Every reading has it. */
    CREATED,
    /** When the ticket was resolved; blank while it is open. */
    RESOLVED,
    /** When the first reply came; blank while there is none. */
    FIRST_REPLY,
    /** When the ticket is due, by a date of its own; blank if nothing is promised. */
    DUE,
    /** The priority that targets depend on. */
    PRIORITY,
    /** What tells tickets apart, where one has several rows. */
    TICKET,
    /** When the row happened. */
    AT,
    /** The status that the row sets; blank if it sets none. */
    STATUS,
    /** Who wrote, in a row that is a comment; blank in others. */
    AUTHOR,
    /** Whether the requester sees the comment, yes or no; blank is yes. */
    VISIBLE;

    /**
     * Returns the role as columns and reasons name it.
     *
     * @return the name in lower case, such as {@code first_reply}
     */
    public String role() {
        return name().toLowerCase(Locale.ROOT);
    }
}
