package io.cxmetrics.support.resolution;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.support.Status;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class TimeInStatusTotalContractTest extends SummaryContract<StatusTimes.Stay, TimeInStatus.Total> {

    @Override
    protected Arbitrary<StatusTimes.Stay> inputs() {
        return Arbitraries.longs()
                .between(0, 1_000_000_000_000L)
                .map(nanos -> new StatusTimes.Stay(Status.OPEN, Instant.EPOCH, Instant.EPOCH.plusNanos(nanos)));
    }

    @Override
    protected TimeInStatus.Total empty() {
        return TimeInStatus.Total.EMPTY;
    }

    @Override
    protected TimeInStatus.Total bulk(List<StatusTimes.Stay> inputs) {
        return inputs.stream()
                .map(stay -> TimeInStatus.Total.of(1, stay.duration()))
                .reduce(TimeInStatus.Total.EMPTY, TimeInStatus.Total::plus);
    }

    @Override
    protected Aggregation<StatusTimes.Stay, ?, TimeInStatus.Total> aggregation() {
        return TimeInStatus.Total.aggregation();
    }
}
