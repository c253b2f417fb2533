package io.cxmetrics.support.contact;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.support.Histories;
import io.cxmetrics.support.Ticket;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;

class TouchesContractTest extends SummaryContract<Ticket, Touches> {

    private static final Instant UNTIL = Histories.minute(1500);

    @Override
    protected Arbitrary<Ticket> inputs() {
        return Histories.tickets();
    }

    @Override
    protected Touches empty() {
        return Touches.EMPTY;
    }

    @Override
    protected Touches bulk(List<Ticket> inputs) {
        return Touches.of(inputs, UNTIL);
    }

    @Override
    protected Aggregation<Ticket, ?, Touches> aggregation() {
        return Touches.aggregation(UNTIL);
    }
}
