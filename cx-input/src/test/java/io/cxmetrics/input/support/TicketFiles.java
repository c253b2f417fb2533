package io.cxmetrics.input.support;

import io.cxmetrics.input.Tables;
import io.cxmetrics.input.reading.Groups;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Small files of tickets, and what they come to. */
final class TicketFiles {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-01T00:00:00Z"), ZoneOffset.UTC);

    static final TicketReading SINGLE = TicketReading.of(TicketRole.RESOLVED).with(CLOCK);

    static final TicketReading LOG = TicketReading.of(TicketRole.TICKET, TicketRole.AT, TicketRole.STATUS)
            .with(CLOCK);

    private TicketFiles() {}

    static Tickets read(TicketReading reading, String csv) {
        return reading.read(Tables.of(csv)).result();
    }

    static Groups<SupportSummary> groups(TicketReading reading, String csv, SupportDefinition definition) {
        Tickets tickets = read(reading, csv);
        return groups(tickets, definition, tickets.observedUntil());
    }

    static Groups<SupportSummary> groups(Tickets tickets, SupportDefinition definition, Instant until) {
        return tickets.fold(until, definition.aggregation(tickets, until));
    }

    static Groups.Part<SupportSummary> all(TicketReading reading, String csv) {
        return groups(reading, csv, SupportDefinition.STANDARD).all().total();
    }

    static SupportSummary summary(TicketReading reading, String csv) {
        return all(reading, csv).summary();
    }
}
