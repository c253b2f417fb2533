package io.cxmetrics.support.contact;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.support.Histories;
import io.cxmetrics.support.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;

class ReopensWithinContractTest extends SummaryContract<Ticket, Reopens> {

    private static final Duration WINDOW = Duration.ofHours(12);
    private static final Instant AS_OF = Histories.minute(2000);

    @Override
    protected Arbitrary<Ticket> inputs() {
        return Histories.tickets();
    }

    @Override
    protected Reopens empty() {
        return Reopens.EMPTY;
    }

    @Override
    protected Reopens bulk(List<Ticket> inputs) {
        return inputs.stream().collect(Reopens.toReopens(WINDOW, AS_OF));
    }

    @Override
    protected Aggregation<Ticket, ?, Reopens> aggregation() {
        return Reopens.aggregation(WINDOW, AS_OF);
    }
}
