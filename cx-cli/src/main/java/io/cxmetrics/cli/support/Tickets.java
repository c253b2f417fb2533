package io.cxmetrics.cli.support;

import io.cxmetrics.support.Ticket;
import java.util.List;

/** The tickets of a group when all have been seen: when each was created and resolved, and the histories there are. */
final class Tickets {

    private final long[] created;
    private final long[] resolved;
    private final List<Ticket> histories;

    Tickets(long[] created, long[] resolved, List<Ticket> histories) {
        this.created = created;
        this.resolved = resolved;
        this.histories = histories;
    }

    long[] created() {
        return created;
    }

    /** As many; {@link io.cxmetrics.support.resolution.TimeToResolution#UNRESOLVED} for those that are open. */
    long[] resolved() {
        return resolved;
    }

    List<Ticket> histories() {
        return histories;
    }
}
