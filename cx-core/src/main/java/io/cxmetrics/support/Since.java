package io.cxmetrics.support;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Times since the creation, where clocks may differ: what is dated before the creation has a skew and no time. */
final class Since {

    private Since() {}

    static Optional<Duration> creation(Ticket ticket, Optional<Instant> at, TicketClock clock) {
        return at.filter(instant -> !instant.isBefore(ticket.created()))
                .map(instant -> clock.between(ticket, ticket.created(), instant));
    }

    static Duration skew(Ticket ticket, Optional<Instant> at) {
        return at.filter(instant -> instant.isBefore(ticket.created()))
                .map(instant -> Duration.between(instant, ticket.created()))
                .orElse(Duration.ZERO);
    }
}
