package io.cxmetrics.input.support;

import io.cxmetrics.input.Reason;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.input.reading.Sink;
import java.time.Instant;

/** The tickets of a file, while it is read and afterwards. */
interface TicketStore extends Sink<Boolean> {

    /** Shows every ticket as it is known by an instant. */
    void visit(Instant observedUntil, Visitor visitor);

    /** Takes the tickets one by one. */
    interface Visitor {

        /** Takes a ticket that can be measured as far as the file goes. */
        void ticket(Labels labels, String period, TicketRecord ticket);

        /** Takes as many tickets that cannot. */
        void leftOut(Labels labels, String period, Reason reason, long count);
    }
}
