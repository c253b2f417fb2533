package io.cxmetrics.stat;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SummaryContract;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class EventTimesContractTest extends SummaryContract<EventTimesContractTest.Observation, EventTimes> {

    record Observation(long time, boolean event) implements Serializable {

        EventTimes times() {
            return event ? EventTimes.ofEvents(time) : EventTimes.ofCensored(time);
        }
    }

    @Override
    protected Arbitrary<Observation> inputs() {
        return Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(0, 9),
                                Arbitraries.longs().greaterOrEqual(0)),
                        Arbitraries.of(true, false))
                .as(Observation::new);
    }

    @Override
    protected EventTimes empty() {
        return EventTimes.EMPTY;
    }

    @Override
    protected EventTimes bulk(List<Observation> inputs) {
        boolean[] event = new boolean[inputs.size()];
        for (int i = 0; i < event.length; i++) {
            event[i] = inputs.get(i).event();
        }
        return EventTimes.of(inputs.stream().mapToLong(Observation::time).toArray(), event);
    }

    @Override
    protected Aggregation<Observation, ?, EventTimes> aggregation() {
        return Aggregation.summing(EventTimes.EMPTY).mapInput(Observation::times);
    }

    @Override
    protected Collector<Observation, ?, EventTimes> collector() {
        return EventTimes.toEventTimes(Observation::time, Observation::event);
    }
}
