package io.cxmetrics.input.support;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.support.Author;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.support.TicketEvent.PriorityChange;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as a file tells it, as far as it is known by the end of observation: the input of every summary of support.
 * What happened later is not in it.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class TicketRecord implements Serializable {

    private static final long serialVersionUID = 1;

    private final Instant created;
    private final @Nullable Instant resolved;
    private final @Nullable Instant firstReply;
    private final @Nullable Instant due;
    private final String id;
    private final String priority;
    private final @Nullable Ticket history;
    private final boolean statusesKnown;
    private final boolean commentsKnown;
    private final boolean repliesKnown;
    private final boolean staleResolution;

    private TicketRecord(Builder parts) {
        this.created = parts.created;
        this.resolved = parts.resolved;
        this.firstReply = parts.firstReply;
        this.due = parts.due;
        this.id = parts.id;
        this.priority = parts.priority;
        this.history = parts.history;
        this.statusesKnown = parts.statusesKnown;
        this.commentsKnown = parts.commentsKnown;
        this.repliesKnown = parts.repliesKnown;
        this.staleResolution = parts.staleResolution;
    }

    /** The parts, while they are found. */
    static final class Builder {
        private final Instant created;
        private @Nullable Instant resolved;
        private @Nullable Instant firstReply;
        private @Nullable Instant due;
        private String id = "";
        private String priority = "";
        private @Nullable Ticket history;
        private boolean statusesKnown;
        private boolean commentsKnown;
        private boolean repliesKnown = true;
        private boolean staleResolution;

        Builder(Instant created) {
            this.created = created;
        }

        @CanIgnoreReturnValue
        Builder resolved(@Nullable Instant at) {
            resolved = at;
            return this;
        }

        @CanIgnoreReturnValue
        Builder firstReply(@Nullable Instant at) {
            firstReply = at;
            return this;
        }

        @CanIgnoreReturnValue
        Builder due(@Nullable Instant at) {
            due = at;
            return this;
        }

        @CanIgnoreReturnValue
        Builder priority(String name) {
            priority = name;
            return this;
        }

        @CanIgnoreReturnValue
        Builder history(Ticket ticket, boolean ofStatuses, boolean ofComments) {
            history = ticket;
            id = ticket.id();
            statusesKnown = ofStatuses;
            commentsKnown = ofComments;
            return this;
        }

        @CanIgnoreReturnValue
        Builder id(String name) {
            id = name;
            return this;
        }

        @CanIgnoreReturnValue
        Builder staleResolution(boolean stale) {
            staleResolution = stale;
            return this;
        }

        @CanIgnoreReturnValue
        Builder repliesUnknown() {
            repliesKnown = false;
            return this;
        }

        TicketRecord record() {
            return new TicketRecord(this);
        }
    }

    /**
     * Returns its name.
     *
     * @return the id; empty where each row is a ticket
     */
    public String id() {
        return id;
    }

    /**
     * Returns when it was created.
     *
     * @return the instant
     */
    public Instant created() {
        return created;
    }

    /**
     * Returns when it was resolved: by its history if it has one, and by its column otherwise.
     *
     * @return the instant; null if it is open
     */
    public @Nullable Instant resolved() {
        return resolved;
    }

    /**
     * Returns when the first reply came, by its column.
     *
     * @return the instant; null if there was none, or the file has no such column
     */
    public @Nullable Instant firstReply() {
        return firstReply;
    }

    /**
     * Returns when it is due.
     *
     * @return the instant; null if nothing is promised
     */
    public @Nullable Instant due() {
        return due;
    }

    /**
     * Returns its latest priority.
     *
     * @return the priority; empty if it has none
     */
    public String priority() {
        return priority;
    }

    /** The priorities that it has, or had. */
    List<String> priorities() {
        List<PriorityChange> changes = history == null ? List.of() : history.events(PriorityChange.class);
        return changes.isEmpty()
                ? List.of(priority)
                : changes.stream().map(PriorityChange::priority).toList();
    }

    /**
     * Tells whether statuses of the ticket are known, so that reopens and times in status are.
     *
     * @return true if the file has a history of it
     */
    public boolean hasHistory() {
        return statusesKnown;
    }

    /**
     * Tells whether the file has comments, so that every reply is known and not only the first.
     *
     * @return true if it says who wrote
     */
    public boolean hasComments() {
        return commentsKnown;
    }

    /**
     * Tells whether its replies can be told: false if the time of a comment could not be read.
     *
     * @return true unless a comment is lost
     */
    public boolean repliesKnown() {
        return repliesKnown;
    }

    /**
     * Tells whether the column of the resolution says resolved where the history, which knows more, says open.
     *
     * @return true if the column is older than the last change of status
     */
    public boolean hasStaleResolution() {
        return staleResolution;
    }

    /**
     * Returns the ticket with its history. Where the file has none, the history is what the columns say: a reply by an
     * agent, and a change to solved.
     *
     * @return the ticket
     */
    public Ticket ticket() {
        return history != null ? history : Ticket.of(id, created, Author.REQUESTER, events());
    }

    private List<TicketEvent> events() {
        List<TicketEvent> events = new ArrayList<>();
        if (!priority.isEmpty()) {
            events.add(new PriorityChange(created, priority));
        }
        if (firstReply != null) {
            events.add(new TicketEvent.Comment(firstReply, Author.AGENT, "", true));
        }
        if (resolved != null) {
            events.add(new TicketEvent.StatusChange(resolved, Status.SOLVED));
        }
        return events;
    }

    @Override
    public String toString() {
        return "TicketRecord[" + id + ", created " + created
                + (resolved == null ? ", open]" : ", resolved " + resolved + "]");
    }
}
