package io.cxmetrics.support.resolution;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.support.Histories;
import io.cxmetrics.support.ReplyDefinition;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitrary;

class ReplyTimesContractTest extends SummaryContract<Ticket, ReplyTimes> {

    private static final Instant UNTIL = Histories.minute(Histories.LAST_MINUTE / 2);

    @Override
    protected Arbitrary<Ticket> inputs() {
        return Histories.tickets();
    }

    @Override
    protected ReplyTimes empty() {
        return ReplyTimes.EMPTY;
    }

    @Override
    protected ReplyTimes bulk(List<Ticket> inputs) {
        return ReplyTimes.of(inputs, TicketClock.ELAPSED, UNTIL);
    }

    @Override
    protected Aggregation<Ticket, ?, ReplyTimes> aggregation() {
        return ReplyTimes.aggregation(ReplyDefinition.STANDARD, TicketClock.ELAPSED, UNTIL);
    }

    @Override
    protected Collector<Ticket, ?, ReplyTimes> collector() {
        return ReplyTimes.toReplyTimes(TicketClock.ELAPSED, UNTIL);
    }
}
