package io.cxmetrics.support.resolution;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.support.Histories;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitrary;

class ReplyTimesContractTest extends SummaryContract<Ticket, ReplyTimes> {

    private static final Instant AS_OF = Histories.minute(Histories.LAST_MINUTE / 2);

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
        return ReplyTimes.of(inputs, AS_OF, TicketClock.ELAPSED);
    }

    @Override
    protected Aggregation<Ticket, ?, ReplyTimes> aggregation() {
        return Aggregation.summing(ReplyTimes.EMPTY)
                .mapInput(ticket -> ReplyTimes.of(List.of(ticket), AS_OF, TicketClock.ELAPSED));
    }

    @Override
    protected Collector<Ticket, ?, ReplyTimes> collector() {
        return ReplyTimes.toReplyTimes(AS_OF, TicketClock.ELAPSED);
    }
}
