package io.cxmetrics.support.resolution;

import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent.StatusChange;
import java.io.Serializable;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A growing {@link Backlog}: the state of its aggregations. Each ticket costs the same, however many there are. Not
 * thread-safe.
 *
 * @since 0.1
 */
public final class BacklogBuffer implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int SMALLEST = 16;

    private long[] created = new long[SMALLEST];
    private long[] from = new long[SMALLEST];
    private long[] to = new long[SMALLEST];
    private int size;
    private long negative;
    private long createdLater;
    private long observedUntil = Backlog.UNKNOWN;

    BacklogBuffer() {}

    /** The history of a ticket. */
    void add(Ticket whole, Instant until) {
        observed(until);
        Ticket ticket = whole.until(until).orElse(null);
        if (ticket == null) {
            createdLater++;
            return;
        }
        long start = ticket.created().toEpochMilli();
        long opened = start;
        boolean open = true;
        for (StatusChange change : ticket.events(StatusChange.class)) {
            boolean done = change.status().category().resolved();
            long at = change.at().toEpochMilli();
            if (open && done && at < opened) {
                negative++; // by the clock of whoever recorded it
            } else if (open && done) {
                stretch(start, opened, at);
            }
            opened = !open && !done ? Math.max(at, start) : opened;
            open = !done;
        }
        if (open) {
            stretch(start, opened, TimeToResolution.UNRESOLVED);
        }
    }

    /** A ticket that was opened once. */
    void add(Instant opened, @Nullable Instant closed, Instant until) {
        observed(until);
        if (!opened.isBefore(until)) {
            createdLater++;
        } else if (closed == null || !closed.isBefore(until)) {
            stretch(opened.toEpochMilli(), opened.toEpochMilli(), TimeToResolution.UNRESOLVED);
        } else if (closed.isBefore(opened)) {
            negative++;
        } else {
            stretch(opened.toEpochMilli(), opened.toEpochMilli(), closed.toEpochMilli());
        }
    }

    /** A ticket that was opened once, in epoch milliseconds. */
    void add(long opened, long closed, long until) {
        observedUntil = until;
        if (opened >= until) {
            createdLater++;
        } else if (closed < opened) {
            negative++;
        } else {
            stretch(opened, opened, closed >= until ? TimeToResolution.UNRESOLVED : closed);
        }
    }

    private void observed(Instant until) {
        // All inputs of one aggregation have the same.
        observedUntil = until.toEpochMilli();
    }

    private void stretch(long start, long opened, long closed) {
        if (size == from.length) {
            created = Arrays.copyOf(created, 2 * size);
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
        }
        created[size] = start;
        from[size] = opened;
        to[size++] = closed;
    }

    BacklogBuffer join(BacklogBuffer other) {
        for (int i = 0; i < other.size; i++) {
            stretch(other.created[i], other.from[i], other.to[i]);
        }
        negative = Math.addExact(negative, other.negative);
        createdLater = Math.addExact(createdLater, other.createdLater);
        observedUntil = other.observedUntil == Backlog.UNKNOWN ? observedUntil : other.observedUntil;
        return this;
    }

    Backlog sum() {
        OpenStretches stretches =
                OpenStretches.sorted(Arrays.copyOf(created, size), Arrays.copyOf(from, size), Arrays.copyOf(to, size));
        return new Backlog(stretches, negative, createdLater, observedUntil);
    }
}
