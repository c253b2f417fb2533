package io.cxmetrics.support.sla;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaPolicy;
import io.cxmetrics.support.StatusCategory;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.support.TicketEvent.Comment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the clocks of a ticket what happens, one instant after the other. */
final class SlaTimeline {

    private final Ticket ticket;
    private final SlaDefinition definition;
    private final Map<SlaMetric, SlaClock> clocks;

    private @Nullable SlaPolicy first;
    private @Nullable SlaPolicy policy;
    private String priority = "";
    private StatusCategory status = StatusCategory.NEW;
    private boolean begun;
    private @Nullable Comment creating;
    private boolean replied;
    private boolean unanswered;

    SlaTimeline(Ticket ticket, SlaDefinition definition, Map<SlaMetric, SlaClock> clocks) {
        this.ticket = ticket;
        this.definition = definition;
        this.clocks = clocks;
        this.creating = ticket.events(Comment.class).stream()
                .limit(1)
                .filter(first -> definition.replies().isCreation(ticket, first))
                .findFirst()
                .orElse(null);
    }

    void runUntil(Instant observedUntil) {
        Map<Instant, List<TicketEvent>> updates = new TreeMap<>();
        updates.put(ticket.created(), new ArrayList<>());
        for (TicketEvent event : ticket.events()) {
            if (!event.at().isBefore(observedUntil)) {
                break;
            }
            Instant effective = event.at().isBefore(ticket.created()) ? ticket.created() : event.at();
            updates.computeIfAbsent(effective, at -> new ArrayList<>()).add(event);
            if (first == null && event instanceof TicketEvent.PolicyChange change) {
                first = change.policy();
            }
        }
        updates.forEach(this::update);
    }

    /** Policy, priority and schedule first, so that the waits that begin or end now do so under them. */
    private void update(Instant at, List<TicketEvent> events) {
        terms(at, events);
        if (!begun) {
            begun = true;
            begin(at, SlaMetric.FIRST_REPLY);
            begin(at, SlaMetric.REQUESTER_WAIT);
            begin(at, SlaMetric.AGENT_WORK);
            begin(at, SlaMetric.RESOLUTION);
        }
        StatusCategory last = status;
        for (TicketEvent event : events) {
            if (event instanceof TicketEvent.StatusChange change) {
                last = change.status().category();
            }
        }
        status(at, last);
        for (TicketEvent event : events) {
            if (event instanceof Comment comment && comment.visible()) {
                comment(at, comment);
            }
        }
    }

    private void terms(Instant at, List<TicketEvent> events) {
        boolean changed = !begun;
        for (TicketEvent event : events) {
            if (event instanceof TicketEvent.PolicyChange change) {
                policy = change.policy();
                changed = true;
            } else if (event instanceof TicketEvent.PriorityChange change) {
                priority = change.priority();
                changed = true;
            } else if (event instanceof TicketEvent.ScheduleChange change) {
                each(clock -> clock.schedule(at, change.schedule()));
            }
        }
        if (!changed) {
            return;
        }
        String inForce = SlaDefinition.orDefault(priority, definition.blankPriority());
        clocks.forEach((metric, clock) -> {
            SlaPolicy by = policy != null ? policy : definition.start().atCreation(metric) ? first : null;
            clock.terms(at, by, by == null ? null : by.target(metric, inForce).orElse(null));
        });
    }

    private void status(Instant at, StatusCategory next) {
        boolean reopened = status.resolved() && !next.resolved();
        status = next;
        each(clock -> clock.status(at, next));
        if (reopened && unanswered) {
            begin(at, SlaMetric.NEXT_REPLY);
        }
    }

    private void comment(Instant at, Comment comment) {
        if (comment.author() == Author.REQUESTER && replied) {
            unanswered = true;
            if (!status.resolved()) {
                begin(at, SlaMetric.NEXT_REPLY);
            }
        } else if (comment.author() == Author.AGENT && !creates(comment)) {
            replied = true;
            unanswered = false;
            answer(at, SlaMetric.FIRST_REPLY);
            answer(at, SlaMetric.NEXT_REPLY);
            answer(at, SlaMetric.PERIODIC_UPDATE);
            if (!status.resolved()) {
                begin(at, SlaMetric.PERIODIC_UPDATE);
            }
        }
    }

    /** Whether it is the comment that an agent creates the ticket with. */
    private boolean creates(Comment comment) {
        boolean creates = comment.equals(creating);
        creating = null;
        return creates;
    }

    private void begin(Instant at, SlaMetric metric) {
        clock(metric).begin(at);
    }

    private void answer(Instant at, SlaMetric metric) {
        clock(metric).answer(at);
    }

    private SlaClock clock(SlaMetric metric) {
        return requireNonNull(clocks.get(metric));
    }

    private void each(Consumer<SlaClock> action) {
        clocks.values().forEach(action);
    }
}
