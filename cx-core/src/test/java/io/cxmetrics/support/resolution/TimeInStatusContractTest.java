package io.cxmetrics.support.resolution;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.support.Histories;
import io.cxmetrics.support.ScheduleRule;
import io.cxmetrics.support.TicketClock;
import java.util.List;
import net.jqwik.api.Arbitrary;

class TimeInStatusContractTest extends SummaryContract<StatusTimes, TimeInStatus> {

    private static final TicketClock CLOCK = TicketClock.of(ScheduleRule.PER_SEGMENT, Histories.OFFICE);

    @Override
    protected Arbitrary<StatusTimes> inputs() {
        return Histories.tickets().map(ticket -> StatusTimes.of(ticket, Histories.minute(Histories.LAST_MINUTE)));
    }

    @Override
    protected TimeInStatus empty() {
        return TimeInStatus.EMPTY;
    }

    @Override
    protected TimeInStatus bulk(List<StatusTimes> inputs) {
        return TimeInStatus.of(inputs, CLOCK);
    }

    @Override
    protected Aggregation<StatusTimes, ?, TimeInStatus> aggregation() {
        return TimeInStatus.aggregation(CLOCK);
    }
}
