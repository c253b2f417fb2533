package io.cxmetrics.support.contact;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.support.Histories;
import io.cxmetrics.support.Ticket;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;

class RepeatContactContractTest extends SummaryContract<RepeatContact, RepeatContact> {

    @Override
    protected Arbitrary<RepeatContact> inputs() {
        return Histories.tickets()
                .list()
                .ofMaxSize(5)
                .map(tickets ->
                        RepeatContact.of(tickets, Ticket::creator, Duration.ofDays(7), Histories.minute(100000)));
    }

    @Override
    protected RepeatContact empty() {
        return RepeatContact.EMPTY;
    }

    @Override
    protected RepeatContact bulk(List<RepeatContact> inputs) {
        return inputs.stream().reduce(RepeatContact.EMPTY, RepeatContact::plus);
    }

    @Override
    protected Aggregation<RepeatContact, ?, RepeatContact> aggregation() {
        return Aggregation.summing(RepeatContact.EMPTY);
    }
}
