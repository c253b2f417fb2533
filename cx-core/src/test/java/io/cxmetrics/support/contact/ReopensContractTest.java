package io.cxmetrics.support.contact;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.support.Histories;
import io.cxmetrics.support.Ticket;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;

class ReopensContractTest extends SummaryContract<Ticket, Reopens> {

    private static final Instant UNTIL = Histories.minute(1500);

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
        return Reopens.of(inputs, UNTIL);
    }

    @Override
    protected Aggregation<Ticket, ?, Reopens> aggregation() {
        return Reopens.aggregation(UNTIL);
    }
}
