package io.cxmetrics.stat.survival;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class EventTimesContractTest extends SummaryContract<EventTime, EventTimes> {

    @Override
    protected Arbitrary<EventTime> inputs() {
        return Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(0, 9),
                                Arbitraries.longs().greaterOrEqual(0)),
                        Arbitraries.of(true, false))
                .as(EventTime::of);
    }

    @Override
    protected EventTimes empty() {
        return EventTimes.EMPTY;
    }

    @Override
    protected EventTimes bulk(List<EventTime> inputs) {
        boolean[] event = new boolean[inputs.size()];
        for (int i = 0; i < event.length; i++) {
            event[i] = inputs.get(i).event();
        }
        return EventTimes.of(inputs.stream().mapToLong(EventTime::exit).toArray(), event);
    }

    @Override
    protected Aggregation<EventTime, ?, EventTimes> aggregation() {
        return EventTimes.aggregation();
    }

    @Override
    protected Collector<EventTime, ?, EventTimes> collector() {
        return EventTimes.toEventTimes(EventTime::exit, EventTime::event);
    }
}
