package io.cxmetrics.support;

import io.cxmetrics.support.TicketEvent.StatusChange;
import java.time.Instant;
import java.util.Optional;

/**
 * Which moment a ticket counts as resolved at, where it was resolved more than once.
 *
 * <p>A resolution is the change from a status that is not {@linkplain StatusCategory#resolved() resolved} to one that is:
 * solved, or closed if it was never solved. Closing what is solved already is none.
 *
 * <p>Source: Zendesk's first and full resolution time.
 */
public enum ResolvedAt {

    /** When it was resolved for the first time, whatever happened since. */
    FIRST,

    /** When it was resolved for the last time; a ticket that was reopened and not resolved again is not resolved. */
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
            boolean done = change.status().category().resolved();
            if (!done) {
                resolved = Optional.empty();
            } else if (resolved.isEmpty()) {
                resolved = Optional.of(change.at());
            }
        }
        return resolved;
    }
}
