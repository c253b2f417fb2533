package io.cxmetrics.stat.survival;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** {@link EventTimes} some of which begin late. */
class LateEntryContractTest extends SummaryContract<EventTime, EventTimes> {

    @Override
    protected Arbitrary<EventTime> inputs() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 5),
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(1, 9),
                                Arbitraries.longs().between(1, Long.MAX_VALUE - 5)),
                        Arbitraries.of(true, false))
                .as((entry, length, event) -> EventTime.of(entry, entry + length, event));
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
        return EventTimes.ofLateEntry(
                inputs.stream().mapToLong(EventTime::entry).toArray(),
                inputs.stream().mapToLong(EventTime::exit).toArray(),
                event);
    }

    @Override
    protected Aggregation<EventTime, ?, EventTimes> aggregation() {
        return EventTimes.aggregation();
    }
}
