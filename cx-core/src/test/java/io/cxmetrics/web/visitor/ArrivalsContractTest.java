package io.cxmetrics.web.visitor;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class ArrivalsContractTest extends SummaryContract<Arrival<String>, Arrivals<String>> {

    @Override
    protected Arbitrary<Arrival<String>> inputs() {
        return Combinators.combine(
                        Arbitraries.of("ann", "bob", "cid", "nobody"),
                        Arbitraries.longs().between(-5, 5))
                .as((visitor, second) -> "nobody".equals(visitor)
                        ? Arrival.anonymous(Instant.ofEpochSecond(second))
                        : Arrival.of(visitor, Instant.ofEpochSecond(second)));
    }

    @Override
    protected Arrivals<String> empty() {
        return Arrivals.empty();
    }

    @Override
    protected Arrivals<String> bulk(List<Arrival<String>> inputs) {
        return inputs.stream()
                .map(arrival -> Stream.of(arrival).collect(Arrivals.<String>toArrivals()))
                .reduce(empty(), Arrivals::plus);
    }

    @Override
    protected Aggregation<Arrival<String>, ?, Arrivals<String>> aggregation() {
        return Arrivals.aggregation();
    }

    @Override
    protected Collector<Arrival<String>, ?, Arrivals<String>> collector() {
        return Arrivals.toArrivals();
    }
}
