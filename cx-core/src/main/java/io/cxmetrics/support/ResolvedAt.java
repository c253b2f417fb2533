package io.cxmetrics.support;

import io.cxmetrics.support.TicketEvent.StatusChange;
import java.time.Instant;
import java.util.Optional;

/**
 * Which moment a ticket counts as resolved at, where it was resolved more than once.
 *
 * <p>A resolution is a change from a status that is not {@linkplain StatusCategory#resolved() resolved} to one that is:
 * solved, or closed without being solved. Closing what is solved, or solving what is closed, is none. {@link Resolution}
 * has the same moments of a whole ticket.
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
 * ResolvedAt.FIRST.of(ticket, noon.plusSeconds(86400)); // Optional[2026-03-02T13:00:00Z]
 * ResolvedAt.LAST.of(ticket, noon.plusSeconds(86400)); // Optional[2026-03-02T14:30:00Z]
 * ResolvedAt.LAST.of(ticket, noon.plusSeconds(8000)); // Optional.empty
 * }</pre>
 */
public enum ResolvedAt {

    /** The first resolution, whatever happened since. */
    FIRST,

    /** The last resolution; a ticket that was reopened and not resolved again is not resolved. */
    LAST;

    /**
     * Returns when a ticket was resolved.
     *
     * @param ticket the ticket
     * @param asOf what happened after this instant is not known yet
     * @return the moment, or nothing if it is not resolved
     */
    public Optional<Instant> of(Ticket ticket, Instant asOf) {
        Optional<Instant> resolved = Optional.empty();
        for (StatusChange change : ticket.events(StatusChange.class)) {
            if (change.at().isAfter(asOf) || (this == FIRST && resolved.isPresent())) {
                break;
            }
            if (!change.status().category().resolved()) {
                resolved = Optional.empty();
            } else if (resolved.isEmpty()) {
                resolved = Optional.of(change.at());
            }
        }
        return resolved;
    }
}
