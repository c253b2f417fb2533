package io.cxmetrics.support.selfservice;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class DeflectionContractTest extends SummaryContract<Deflection.Person, Deflection> {

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Instant UNTIL = Instant.ofEpochSecond(40);

    @Override
    protected Arbitrary<Deflection.Person> inputs() {
        Arbitrary<List<Instant>> times = Arbitraries.longs()
                .between(0, 50)
                .map(Instant::ofEpochSecond)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(times, times).as(Deflection.Person::new);
    }

    @Override
    protected Deflection empty() {
        return Deflection.EMPTY;
    }

    @Override
    protected Deflection bulk(List<Deflection.Person> inputs) {
        return inputs.stream()
                .map(person -> Deflection.of(person.views(), person.tickets(), WINDOW, UNTIL))
                .reduce(Deflection.EMPTY, Deflection::plus);
    }

    @Override
    protected Aggregation<Deflection.Person, ?, Deflection> aggregation() {
        return Deflection.aggregation(WINDOW, UNTIL);
    }
}
