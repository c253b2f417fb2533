package io.cxmetrics.support.resolution;

import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent.StatusChange;
import java.time.Instant;
import java.util.stream.LongStream;

/** Turns tickets, as they were known at an instant, into the spells in which they were open. */
final class BacklogBuffer {

    private final Instant asOf;
    private final LongStream.Builder created = LongStream.builder();
    private final LongStream.Builder from = LongStream.builder();
    private final LongStream.Builder to = LongStream.builder();
    private long negative;
    private long createdLater;

    BacklogBuffer(Instant asOf) {
        this.asOf = asOf;
    }

    void add(Ticket ticket) {
        if (ticket.created().isAfter(asOf)) {
            createdLater++;
            return;
        }
        long start = ticket.created().toEpochMilli();
        long opened = start;
        boolean open = true;
        for (StatusChange change : ticket.asOf(asOf).events(StatusChange.class)) {
            boolean done = change.status().category().resolved();
            long at = change.at().toEpochMilli();
            if (open && done && at < opened) {
                negative++;
            } else if (open && done) {
                spell(start, opened, at);
            }
            opened = !open && !done ? Math.max(at, start) : opened;
            open = !done;
        }
        if (open) {
            spell(start, opened, TimeToResolution.UNRESOLVED);
        }
    }

    private void spell(long start, long opened, long closed) {
        created.add(start);
        from.add(opened);
        to.add(closed);
    }

    Backlog finish() {
        OpenStretches spells = OpenStretches.sorted(
                created.build().toArray(), from.build().toArray(), to.build().toArray());
        return new Backlog(spells, negative, createdLater);
    }
}
