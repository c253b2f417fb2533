package io.cxmetrics.support.contact;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.support.Histories;
import io.cxmetrics.support.Ticket;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitrary;

class SatisfactionContractTest extends SummaryContract<Ticket, Satisfaction> {

    private static final Instant UNTIL = Histories.minute(1500);

    @Override
    protected Arbitrary<Ticket> inputs() {
        return Histories.tickets();
    }

    @Override
    protected Satisfaction empty() {
        return Satisfaction.EMPTY;
    }

    @Override
    protected Satisfaction bulk(List<Ticket> inputs) {
        return Satisfaction.of(inputs, UNTIL);
    }

    @Override
    protected Aggregation<Ticket, ?, Satisfaction> aggregation() {
        return Satisfaction.aggregation(UNTIL);
    }
}
