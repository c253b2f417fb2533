package io.cxmetrics.stat.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SummaryContract;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class WeightedEventTimesContractTest
        extends SummaryContract<WeightedEventTimesContractTest.Weighted, WeightedEventTimes> {

    record Weighted(long time, boolean event, double weight) implements Serializable {}

    @Override
    protected Arbitrary<Weighted> inputs() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 9),
                        Arbitraries.of(true, false),
                        Arbitraries.oneOf(
                                Arbitraries.of(0.0, 1.0), Arbitraries.doubles().between(0.1, 5)))
                .as(Weighted::new);
    }

    @Override
    protected WeightedEventTimes empty() {
        return WeightedEventTimes.EMPTY;
    }

    @Override
    protected WeightedEventTimes bulk(List<Weighted> inputs) {
        boolean[] event = new boolean[inputs.size()];
        for (int i = 0; i < event.length; i++) {
            event[i] = inputs.get(i).event();
        }
        return WeightedEventTimes.of(
                inputs.stream().mapToLong(Weighted::time).toArray(),
                event,
                inputs.stream().mapToDouble(Weighted::weight).toArray());
    }

    @Override
    protected Aggregation<Weighted, ?, WeightedEventTimes> aggregation() {
        return Aggregation.summing(WeightedEventTimes.EMPTY).mapInput(WeightedEventTimesContractTest::single);
    }

    private static WeightedEventTimes single(Weighted one) {
        return WeightedEventTimes.of(new long[] {one.time()}, new boolean[] {one.event()}, new double[] {one.weight()});
    }

    @Override
    protected Collector<Weighted, ?, WeightedEventTimes> collector() {
        return WeightedEventTimes.toWeightedEventTimes(Weighted::time, Weighted::event, Weighted::weight);
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
