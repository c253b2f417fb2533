package io.cxmetrics.support;

/**
 * Which hours count between two instants of a ticket whose schedule changed on the way. It is the main reason why two
 * systems report different business hours for one ticket.
 *
 * <p>A schedule is in force from its {@link TicketEvent.ScheduleChange} on, that instant included; before the first
 * change the schedule of unscheduled tickets is, which a {@link TicketClock} names.
 *
 * <p><b>Who does what.</b> Zendesk's first reply, first and full resolution are {@link #AT_END}: the schedule in force
 * when it happened counts for the whole life of the ticket. Its times in a status use the schedule at the change of
 * status, which is {@link #AT_START} of the stay, so that one of its numbers less another may be negative. The dbt
 * package for Zendesk data is {@link #PER_SEGMENT}. Only {@link #ELAPSED} and {@link #PER_SEGMENT} add up: the time
 * from a to b and from b to c is the time from a to c.
 *
 * <pre>{@code
 * WorkingCalendar office = WorkingCalendar.in(ZoneOffset.UTC).open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00",
 *         "17:00");
 * WorkingCalendar shop = WorkingCalendar.in(ZoneOffset.UTC).open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "06:00", "22:00");
 * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
 * Instant tuesday = Instant.parse("2026-03-03T12:00:00Z");
 * Instant wednesday = Instant.parse("2026-03-04T10:00:00Z");
 * Ticket ticket = Ticket.of("4711", monday, Author.REQUESTER, new TicketEvent.ScheduleChange(tuesday, shop));
 * TicketClock.of(ScheduleRule.AT_START, office).between(ticket, monday, wednesday); // PT17H
 * TicketClock.of(ScheduleRule.AT_END, office).between(ticket, monday, wednesday); // PT33H
 * TicketClock.of(ScheduleRule.PER_SEGMENT, office).between(ticket, monday, wednesday); // PT25H
 * TicketClock.ELAPSED.between(ticket, monday, wednesday); // PT49H
 * }</pre>
 *
 * @since 0.1
 */
public enum ScheduleRule {
    /** Every hour counts, whatever the schedules. */
    ELAPSED,
    /** The schedule in force at the start counts for the whole span. */
    AT_START,
    /** The schedule in force at the end counts for the whole span. */
    AT_END,
    /** Each schedule counts for as long as it was in force. */
    PER_SEGMENT
}
