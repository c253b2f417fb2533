package io.cxmetrics.support.sla;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.support.Author;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaPolicy;
import io.cxmetrics.support.SlaTarget;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.time.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A ticket in the making, in few words: times are on Monday 2 March 2026 in UTC unless they have a date, and it is
 * created at 09:00 by the requester.
 */
final class SlaCase {

    static final WorkingCalendar ALWAYS = WorkingCalendar.always(ZoneOffset.UTC);
    static final WorkingCalendar NEVER = WorkingCalendar.in(ZoneOffset.UTC);
    static final WorkingCalendar OFFICE =
            WorkingCalendar.in(ZoneOffset.UTC).open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00", "17:00");
    static final WorkingCalendar NEW_YORK = WorkingCalendar.in(ZoneId.of("America/New_York"))
            .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00", "17:00");

    private final Instant created;
    private final Author creator;
    private final List<TicketEvent> events = new ArrayList<>();

    private SlaCase(Instant created, Author creator) {
        this.created = created;
        this.creator = creator;
    }

    static SlaCase ticket() {
        return ticket("09:00", Author.REQUESTER);
    }

    static SlaCase ticket(String created, Author creator) {
        return new SlaCase(at(created), creator);
    }

    static Instant at(String time) {
        return Instant.parse(
                time.contains("T") ? time : "2026-03-02T" + (time.length() == 5 ? time + ":00" : time) + "Z");
    }

    /** A policy with one promise for tickets of normal priority, in elapsed time. */
    static SlaPolicy policy(SlaMetric metric, String target) {
        return policy("Gold", target(metric, "normal", target));
    }

    static SlaPolicy policy(String name, SlaTarget... targets) {
        return new SlaPolicy(name, List.of(targets));
    }

    static SlaTarget target(SlaMetric metric, String priority, String target) {
        return new SlaTarget(metric, priority, Duration.parse(target), false);
    }

    static SlaTarget business(SlaMetric metric, String priority, String target) {
        return new SlaTarget(metric, priority, Duration.parse(target), true);
    }

    @CanIgnoreReturnValue
    SlaCase policy(String time, SlaPolicy policy) {
        events.add(new TicketEvent.PolicyChange(at(time), policy));
        return this;
    }

    @CanIgnoreReturnValue
    SlaCase status(String time, Status status) {
        events.add(new TicketEvent.StatusChange(at(time), status));
        return this;
    }

    @CanIgnoreReturnValue
    SlaCase priority(String time, String priority) {
        events.add(new TicketEvent.PriorityChange(at(time), priority));
        return this;
    }

    @CanIgnoreReturnValue
    SlaCase schedule(String time, WorkingCalendar schedule) {
        events.add(new TicketEvent.ScheduleChange(at(time), schedule));
        return this;
    }

    @CanIgnoreReturnValue
    SlaCase asks(String time) {
        return comment(time, Author.REQUESTER, true);
    }

    @CanIgnoreReturnValue
    SlaCase replies(String time) {
        return comment(time, Author.AGENT, true);
    }

    @CanIgnoreReturnValue
    SlaCase comment(String time, Author author, boolean visible) {
        events.add(new TicketEvent.Comment(at(time), author, "somebody", visible));
        return this;
    }

    Ticket ticketOf() {
        return Ticket.of("4711", created, creator, events);
    }

    Ticket reversed() {
        List<TicketEvent> reversed = new ArrayList<>(events);
        Collections.reverse(reversed);
        return Ticket.of("4711", created, creator, reversed);
    }

    SlaReplay until(String now) {
        return until(now, SlaDefinition.in(OFFICE));
    }

    SlaReplay until(String now, SlaDefinition rules) {
        return SlaReplay.of(ticketOf(), rules, at(now));
    }
}
