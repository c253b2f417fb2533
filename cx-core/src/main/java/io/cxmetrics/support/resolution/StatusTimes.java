package io.cxmetrics.support.resolution;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.support.ScheduleRule;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.StatusCategory;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.support.TicketEvent.StatusChange;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How one ticket divided its life among its statuses, until some instant.
 *
 * <p><b>Definition.</b> A stay lasts from a change of status to the next, and the last one until the end. A ticket is
 * new from its creation until the first change. Requester wait is the time in new, open and hold; agent work in new and
 * open; agent wait in pending; on hold in hold. The category of a status counts, whatever its name.
 *
 * <p><b>Sums.</b> The times by status, and those by category, add up exactly to {@link #lifetime(TicketClock)}. Each
 * stay is measured on its own: by {@link ScheduleRule#AT_START}, as Zendesk does it, the schedule at the change of
 * status counts for the stay.
 *
 * <p><b>Edges.</b> A status that was set and left at the same instant is a stay of no length. Changes at the end or
 * behind it are not known and do not count. A first change of
 * status that is dated before the creation is where the life begins, and {@link #skew()} says how far before.
 *
 * <p><b>Sources.</b> Zendesk, "About native Support time duration metrics", and GitLab's handbook on the same metrics.
 *
 * <p>Immutable and thread-safe. One pass over the events.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * Ticket ticket = Ticket.of(
 *         "4711",
 *         noon,
 *         Author.REQUESTER,
 *         new TicketEvent.StatusChange(noon.plusSeconds(600), Status.OPEN),
 *         new TicketEvent.StatusChange(noon.plusSeconds(3600), Status.PENDING),
 *         new TicketEvent.StatusChange(noon.plusSeconds(7200), Status.SOLVED));
 * StatusTimes times = StatusTimes.of(ticket, noon.plusSeconds(10800));
 * times.byStatus(TicketClock.ELAPSED); // {new=PT10M, open=PT50M, pending=PT1H, solved=PT1H}
 * times.requesterWait(TicketClock.ELAPSED); // PT1H
 * times.agentWait(TicketClock.ELAPSED); // PT1H
 * times.lifetime(TicketClock.ELAPSED); // PT3H
 * }</pre>
 *
 * @since 0.1
 */
public final class StatusTimes {

    private final Ticket ticket;
    private final List<Stay> stays;

    private StatusTimes(Ticket ticket, List<Stay> stays) {
        this.ticket = ticket;
        this.stays = List.copyOf(stays);
    }

    /**
     * Returns the times in status until an instant.
     *
     * @param ticket the ticket
     * @param observedUntil until when events are known, excluded: the present for a ticket that lives, or some instant
     *     in its past
     * @return the times
     * @throws IllegalArgumentException if that is before the life of the ticket begins
     */
    public static StatusTimes of(Ticket ticket, Instant observedUntil) {
        List<StatusChange> changes = ticket.events(StatusChange.class);
        Status status = Status.NEW;
        Instant since = ticket.created();
        int next = 0;
        if (!changes.isEmpty()
                && !changes.get(0).at().isAfter(ticket.created())
                && changes.get(0).at().isBefore(observedUntil)) {
            status = changes.get(0).status();
            since = changes.get(0).at();
            next = 1;
        }
        if (observedUntil.isBefore(since)) {
            throw new IllegalArgumentException("observedUntil must not be before the life of ticket " + ticket.id()
                    + " begins at " + since + ", got " + observedUntil);
        }
        List<Stay> stays = new ArrayList<>();
        for (StatusChange change : changes.subList(next, changes.size())) {
            if (!change.at().isBefore(observedUntil)) {
                break;
            }
            stays.add(new Stay(status, since, change.at()));
            status = change.status();
            since = change.at();
        }
        stays.add(new Stay(status, since, observedUntil));
        return new StatusTimes(ticket, stays);
    }

    /**
     * Returns the stays.
     *
     * @return the stays in the order of time, at least one, each beginning where the one before ends
     */
    public List<Stay> stays() {
        return stays;
    }

    /**
     * Returns when the life of the ticket begins.
     *
     * @return the creation, or the first change of status if that is dated before
     */
    public Instant start() {
        return stays.get(0).startInclusive();
    }

    /**
     * Returns until when the times go.
     *
     * @return the end
     */
    public Instant end() {
        return stays.get(stays.size() - 1).endExclusive();
    }

    /**
     * Returns how far the first change of status is dated before the creation.
     *
     * @return the elapsed time by which the clocks of two systems differ at least; zero if there is nothing odd
     */
    public Duration skew() {
        return Duration.between(start(), ticket.created());
    }

    /**
     * Returns the time in each status.
     *
     * @param clock how time is measured
     * @return the times by the names of the statuses, in the order in which they were first set; unmodifiable
     */
    public Map<String, Duration> byStatus(TicketClock clock) {
        Map<String, Duration> times = new LinkedHashMap<>();
        stays.forEach(stay -> times.merge(stay.status().name(), measured(stay, clock), Duration::plus));
        return Collections.unmodifiableMap(times);
    }

    /**
     * Returns the time in each category of status.
     *
     * @param clock how time is measured
     * @return the times by category, each category included; unmodifiable
     */
    public Map<StatusCategory, Duration> byCategory(TicketClock clock) {
        Map<StatusCategory, Duration> times = new EnumMap<>(StatusCategory.class);
        for (StatusCategory category : StatusCategory.values()) {
            times.put(category, Duration.ZERO);
        }
        stays.forEach(stay -> times.merge(stay.status().category(), measured(stay, clock), Duration::plus));
        return Collections.unmodifiableMap(times);
    }

    /**
     * Returns the time in some categories of status together.
     *
     * @param clock how time is measured
     * @param first a category
     * @param more further categories; one that is named twice counts once
     * @return the sum
     */
    public Duration in(TicketClock clock, StatusCategory first, StatusCategory... more) {
        Set<StatusCategory> categories = EnumSet.of(first, more);
        return stays.stream()
                .filter(stay -> categories.contains(stay.status().category()))
                .map(stay -> measured(stay, clock))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * Returns how long the requester waited for the support team.
     *
     * @param clock how time is measured
     * @return the time in new, open and hold
     */
    public Duration requesterWait(TicketClock clock) {
        return in(clock, StatusCategory.NEW, StatusCategory.OPEN, StatusCategory.HOLD);
    }

    /**
     * Returns how long the ticket was with the agents.
     *
     * @param clock how time is measured
     * @return the time in new and open
     */
    public Duration agentWork(TicketClock clock) {
        return in(clock, StatusCategory.NEW, StatusCategory.OPEN);
    }

    /**
     * Returns how long the agents waited for the requester.
     *
     * @param clock how time is measured
     * @return the time in pending
     */
    public Duration agentWait(TicketClock clock) {
        return in(clock, StatusCategory.PENDING);
    }

    /**
     * Returns how long the ticket was with a third party.
     *
     * @param clock how time is measured
     * @return the time in hold
     */
    public Duration onHold(TicketClock clock) {
        return in(clock, StatusCategory.HOLD);
    }

    /**
     * Returns how long the ticket was not resolved.
     *
     * @param clock how time is measured
     * @return the time in new, open, pending and hold
     */
    public Duration unresolved(TicketClock clock) {
        return in(clock, StatusCategory.NEW, StatusCategory.OPEN, StatusCategory.PENDING, StatusCategory.HOLD);
    }

    /**
     * Returns the sum of all stays, resolved ones included.
     *
     * @param clock how time is measured
     * @return the time from {@link #start()} to {@link #end()}, each stay measured on its own
     */
    public Duration lifetime(TicketClock clock) {
        return stays.stream().map(stay -> measured(stay, clock)).reduce(Duration.ZERO, Duration::plus);
    }

    private Duration measured(Stay stay, TicketClock clock) {
        return clock.between(ticket, stay.startInclusive(), stay.endExclusive());
    }

    /**
     * Returns the span and the elapsed times.
     *
     * @return such as {@code StatusTimes[4711, new=PT10M, solved=PT1H]}
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("StatusTimes[").append(ticket.id());
        byStatus(TicketClock.ELAPSED)
                .forEach((name, time) ->
                        text.append(", ").append(name).append('=').append(time));
        return text.append(']').toString();
    }

    /**
     * How long a ticket stayed in a status at one go.
     *
     * @param status the status
     * @param startInclusive when it began
     * @param endExclusive when the next status began, or the history ended; not before the start
     */
    public record Stay(Status status, Instant startInclusive, Instant endExclusive) implements Serializable {

        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if the end is before the start
         */
        public Stay {
            requireNonNull(status, "status");
            if (endExclusive.isBefore(startInclusive)) {
                throw new IllegalArgumentException(
                        "endExclusive must not be before startInclusive " + startInclusive + ", got " + endExclusive);
            }
        }

        /**
         * Returns how long it lasted, as elapsed time.
         *
         * @return the duration, zero or more
         */
        public Duration duration() {
            return Duration.between(startInclusive, endExclusive);
        }
    }
}
