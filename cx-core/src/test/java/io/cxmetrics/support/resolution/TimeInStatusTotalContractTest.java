package io.cxmetrics.support.resolution;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SummaryContract;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class TimeInStatusTotalContractTest extends SummaryContract<TimeInStatus.Total, TimeInStatus.Total> {

    @Override
    protected Arbitrary<TimeInStatus.Total> inputs() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1000),
                        Arbitraries.longs().between(0, 1_000_000_000_000L))
                .as((stays, nanos) -> TimeInStatus.Total.of(stays, Duration.ofNanos(nanos)));
    }

    @Override
    protected TimeInStatus.Total empty() {
        return TimeInStatus.Total.EMPTY;
    }

    @Override
    protected TimeInStatus.Total bulk(List<TimeInStatus.Total> inputs) {
        return inputs.stream().reduce(TimeInStatus.Total.EMPTY, TimeInStatus.Total::plus);
    }

    @Override
    protected Aggregation<TimeInStatus.Total, ?, TimeInStatus.Total> aggregation() {
        return TimeInStatus.Total.aggregation();
    }
}
