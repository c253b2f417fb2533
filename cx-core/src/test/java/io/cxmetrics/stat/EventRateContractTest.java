package io.cxmetrics.stat;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class EventRateContractTest extends SummaryContract<EventRate, EventRate> {

    @Override
    protected Arbitrary<EventRate> inputs() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 50), Arbitraries.longs().between(0, 1_000_000_000_000L))
                .as(EventRate::of);
    }

    @Override
    protected EventRate empty() {
        return EventRate.EMPTY;
    }

    @Override
    protected EventRate bulk(List<EventRate> inputs) {
        return EventRate.of(
                inputs.stream().mapToLong(EventRate::events).sum(),
                inputs.stream().mapToLong(EventRate::exposure).sum());
    }

    @Override
    protected Aggregation<EventRate, ?, EventRate> aggregation() {
        return Aggregation.summing(EventRate.EMPTY);
    }

    @Override
    protected Collector<EventRate, ?, EventRate> collector() {
        return EventRate.toEventRate(EventRate::events, EventRate::exposure);
    }
}
