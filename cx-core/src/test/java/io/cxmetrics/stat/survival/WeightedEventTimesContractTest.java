package io.cxmetrics.stat.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class WeightedEventTimesContractTest extends SummaryContract<WeightedEventTime, WeightedEventTimes> {

    @Override
    protected Arbitrary<WeightedEventTime> inputs() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 9),
                        Arbitraries.of(true, false),
                        Arbitraries.oneOf(
                                Arbitraries.of(0.0, 1.0), Arbitraries.doubles().between(0.1, 5)))
                .as(WeightedEventTime::new);
    }

    @Override
    protected WeightedEventTimes empty() {
        return WeightedEventTimes.EMPTY;
    }

    @Override
    protected WeightedEventTimes bulk(List<WeightedEventTime> inputs) {
        boolean[] event = new boolean[inputs.size()];
        for (int i = 0; i < event.length; i++) {
            event[i] = inputs.get(i).event();
        }
        return WeightedEventTimes.of(
                inputs.stream().mapToLong(WeightedEventTime::time).toArray(),
                event,
                inputs.stream().mapToDouble(WeightedEventTime::weight).toArray());
    }

    @Override
    protected Aggregation<WeightedEventTime, ?, WeightedEventTimes> aggregation() {
        return WeightedEventTimes.aggregation();
    }

    @Override
    protected Collector<WeightedEventTime, ?, WeightedEventTimes> collector() {
        return WeightedEventTimes.toWeightedEventTimes(
                WeightedEventTime::time, WeightedEventTime::event, WeightedEventTime::weight);
    }

    @Override
    protected void assertSame(WeightedEventTimes actual, WeightedEventTimes expected) {
        assertThat(actual.count()).isEqualTo(expected.count());
        assertThat(actual.times()).isEqualTo(expected.times());
        assertThat(actual.eventsAt()).containsExactly(expected.eventsAt(), within(1e-9));
        assertThat(actual.eventSquaresAt()).containsExactly(expected.eventSquaresAt(), within(1e-9));
        assertThat(actual.censoredAt()).containsExactly(expected.censoredAt(), within(1e-9));
        assertThat(actual.censoredSquaresAt()).containsExactly(expected.censoredSquaresAt(), within(1e-9));
    }
}
