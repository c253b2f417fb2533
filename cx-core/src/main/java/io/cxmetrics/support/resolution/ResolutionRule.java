package io.cxmetrics.support.resolution;

import io.cxmetrics.support.Ticket;
import java.time.Instant;
import java.util.Optional;

/**
 * Which moment a ticket counts as resolved at, where it was resolved more than once.
 *
 * <p>Source: Zendesk, "About native Support time duration metrics": first and full resolution time.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * Ticket ticket = Ticket.of(
 *         "4711",
 *         noon,
 *         Author.REQUESTER,
 *         new TicketEvent.StatusChange(noon.plusSeconds(3600), Status.SOLVED),
 *         new TicketEvent.StatusChange(noon.plusSeconds(7200), Status.OPEN),
 *         new TicketEvent.StatusChange(noon.plusSeconds(9000), Status.SOLVED));
 * ResolutionRule.FIRST.of(ticket, noon.plusSeconds(86400)); // Optional[2026-03-02T13:00:00Z]
 * ResolutionRule.LAST.of(ticket, noon.plusSeconds(86400)); // Optional[2026-03-02T14:30:00Z]
 * ResolutionRule.LAST.of(ticket, noon.plusSeconds(8000)); // Optional.empty
 * }</pre>
 *
 * @since 0.1
 */
public enum ResolutionRule {

    /** The first solved status, whatever happened since; the first closing of a ticket that was never solved. */
    FIRST,

    /**
     * The last solved status of a ticket that is resolved; its closing if it was not solved before. A ticket that was
     * reopened and not resolved again is not resolved.
     */
    LAST;

    /**
     * Returns when a ticket was resolved.
     *
     * @param ticket the ticket
     * @param observedUntil until when events are known, excluded
     * @return the moment, or nothing if it is not resolved by then
     */
    public Optional<Instant> of(Ticket ticket, Instant observedUntil) {
        return ticket.until(observedUntil).map(Resolution::of).flatMap(this::of);
    }

    private Optional<Instant> of(Resolution resolution) {
        return switch (this) {
            case FIRST -> resolution.firstAt();
            case LAST -> resolution.resolved() ? resolution.lastAt() : Optional.empty();
        };
    }
}
