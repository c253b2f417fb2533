package io.cxmetrics.input.support;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.support.TicketEvent.Comment;
import io.cxmetrics.support.TicketEvent.PriorityChange;
import io.cxmetrics.support.TicketEvent.StatusChange;
import io.cxmetrics.support.resolution.ResolutionRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One ticket while its rows are gone through in the order of time. */
final class LoggedHistory {

    private final String id;
    private final Instant created;
    private final Instant observedUntil;
    private final ResolutionRule rule;
    private final List<TicketEvent> events = new ArrayList<>();
    private String priority = "";
    private long lastChange = Long.MIN_VALUE;
    private long resolved = TicketDates.NONE;
    private long firstReply = TicketDates.NONE;
    private long due = TicketDates.NONE;

    LoggedHistory(String id, Instant created, Instant observedUntil, ResolutionRule rule) {
        this.id = id;
        this.created = created;
        this.observedUntil = observedUntil;
        this.rule = rule;
    }

    /** The latest row says whether the ticket is resolved; a blank reply or due date says nothing. */
    void dates(TicketDates said) {
        resolved = said.resolved();
        firstReply = said.firstReply() <= TicketDates.UNREAD ? firstReply : said.firstReply();
        due = said.due() <= TicketDates.UNREAD ? due : said.due();
    }

    /** The priority of the first row is that of the creation; without times, that of the last row is. */
    void priority(boolean timed, long at, String name) {
        if (name.isEmpty() || name.equals(priority)) {
            return;
        }
        if (!timed) {
            events.removeIf(PriorityChange.class::isInstance);
        }
        events.add(new PriorityChange(timed && !priority.isEmpty() ? Instant.ofEpochMilli(at) : created, name));
        priority = name;
    }

    /** A status that takes tickets out sets none here: it was not the last word. */
    void status(long at, @Nullable Status status) {
        if (status != null) {
            events.add(new StatusChange(Instant.ofEpochMilli(at), status));
            lastChange = at;
        }
    }

    void comment(long at, Author author, String name, boolean visible) {
        events.add(new Comment(Instant.ofEpochMilli(at), author, name, visible));
    }

    TicketRecord.Builder record(boolean hasAuthors) {
        long until = observedUntil.toEpochMilli();
        Instant column = TicketDates.known(resolved, until);
        boolean hasStatuses = lastChange != Long.MIN_VALUE;
        Ticket ticket = Ticket.of(id, created, Author.REQUESTER, events);
        Instant end = hasStatuses ? rule.of(ticket, observedUntil).orElse(null) : null;
        boolean later = column != null && column.toEpochMilli() > lastChange;
        Instant reply = TicketDates.known(firstReply, until);
        List<TicketEvent> more = new ArrayList<>(events);
        if (end == null && column != null && later) {
            // The column knows more than the history.
            more.add(new StatusChange(column, Status.SOLVED));
            end = column;
        }
        if (reply != null && !hasAuthors) {
            more.add(new Comment(reply, Author.AGENT, "", true));
        }
        return new TicketRecord.Builder(created)
                .resolved(end)
                .staleResolution(hasStatuses && end == null && column != null)
                .firstReply(reply)
                .due(TicketDates.known(due, Long.MAX_VALUE))
                .priority(priority)
                .history(Ticket.of(id, created, Author.REQUESTER, more), hasStatuses, hasAuthors);
    }
}
