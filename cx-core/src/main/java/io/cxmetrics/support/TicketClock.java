package io.cxmetrics.support;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.time.WorkingCalendar;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How time is measured between two instants of a ticket: elapsed, or in the hours of its schedules.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * WorkingCalendar office = WorkingCalendar.in(ZoneOffset.UTC).open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00",
 *         "17:00");
 * TicketClock business = TicketClock.of(ScheduleRule.PER_SEGMENT, office);
 * Instant friday = Instant.parse("2026-03-06T16:00:00Z");
 * Instant monday = Instant.parse("2026-03-09T10:00:00Z");
 * Ticket ticket = Ticket.of("4711", friday, Author.REQUESTER);
 * business.between(ticket, friday, monday); // PT2H
 * TicketClock.ELAPSED.between(ticket, friday, monday); // PT66H
 * business.between(ticket, monday, friday); // PT-2H
 * }</pre>
 *
 * @param policy which schedule counts
 * @param unscheduled the hours of a ticket before its first schedule, as of a ticket that never got one; of no account
 *     where every hour counts
 * @since 0.1
 */
public record TicketClock(ScheduleRule policy, WorkingCalendar unscheduled) implements Serializable {

    private static final WorkingCalendar ALWAYS = WorkingCalendar.always(ZoneOffset.UTC);

    /** Elapsed time, whatever the schedules. */
    public static final TicketClock ELAPSED = new TicketClock(ScheduleRule.ELAPSED, ALWAYS);

    /** Checks that both parts are there. */
    public TicketClock {
        requireNonNull(policy, "policy");
        requireNonNull(unscheduled, "unscheduled");
        unscheduled = policy == ScheduleRule.ELAPSED ? ALWAYS : unscheduled;
    }

    /**
     * Returns a clock of business hours.
     *
     * @param policy which schedule counts
     * @param unscheduled the hours of a ticket before its first schedule
     * @return the clock
     */
    public static TicketClock of(ScheduleRule policy, WorkingCalendar unscheduled) {
        return new TicketClock(policy, unscheduled);
    }

    /**
     * Returns the time between two instants.
     *
     * @param ticket whose schedules count
     * @param from the start
     * @param to the end
     * @return the time in [from, to), to the nanosecond; if the end is before the start, the time in [to, from) below
     *     zero
     * @throws IllegalArgumentException if a working calendar does not reach that far; see {@link WorkingCalendar}
     */
    public Duration between(Ticket ticket, Instant from, Instant to) {
        if (policy == ScheduleRule.ELAPSED) {
            return Duration.between(from, to);
        }
        return to.isBefore(from) ? open(ticket, to, from).negated() : open(ticket, from, to);
    }

    private Duration open(Ticket ticket, Instant from, Instant to) {
        return switch (policy) {
            case ELAPSED -> Duration.between(from, to);
            case AT_START -> scheduleAt(ticket, from).openTime(from, to);
            case AT_END -> scheduleAt(ticket, to).openTime(from, to);
            case PER_SEGMENT -> bySegment(ticket, from, to);
        };
    }

    /**
     * Returns the schedule in force at an instant.
     *
     * @param ticket the ticket
     * @param instant the instant
     * @return the schedule that was last set by then, itself included; {@link #unscheduled()} before the first
     */
    public WorkingCalendar scheduleAt(Ticket ticket, Instant instant) {
        WorkingCalendar schedule = unscheduled;
        for (TicketEvent.ScheduleChange change : ticket.events(TicketEvent.ScheduleChange.class)) {
            if (change.at().isAfter(instant)) {
                break;
            }
            schedule = change.schedule();
        }
        return schedule;
    }

    private Duration bySegment(Ticket ticket, Instant from, Instant to) {
        Duration open = Duration.ZERO;
        WorkingCalendar schedule = scheduleAt(ticket, from);
        Instant since = from;
        for (TicketEvent.ScheduleChange change : ticket.events(TicketEvent.ScheduleChange.class)) {
            if (change.at().isAfter(from) && change.at().isBefore(to)) {
                open = open.plus(schedule.openTime(since, change.at()));
                schedule = change.schedule();
                since = change.at();
            }
        }
        return open.plus(schedule.openTime(since, to));
    }

    /**
     * Returns the time from the creation of a ticket until something happened.
     *
     * @param ticket the ticket
     * @param at when it happened, if it did
     * @return the time; empty if it did not happen, or is dated before the creation, as where clocks differ
     */
    public Optional<Duration> sinceCreation(Ticket ticket, Optional<Instant> at) {
        return at.filter(instant -> !instant.isBefore(ticket.created()))
                .map(instant -> between(ticket, ticket.created(), instant));
    }
}
