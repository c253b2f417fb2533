package io.cxmetrics.survey;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class NpsContractTest extends SummaryContract<Integer, Nps> {

    @Override
    protected Arbitrary<Integer> inputs() {
        return Arbitraries.integers().between(0, 10);
    }

    @Override
    protected Nps empty() {
        return Nps.EMPTY;
    }

    @Override
    protected Nps bulk(List<Integer> inputs) {
        return Nps.of(inputs);
    }

    @Override
    protected Aggregation<Integer, ?, Nps> aggregation() {
        return Nps.aggregation();
    }

    @Override
    protected Collector<Integer, ?, Nps> collector() {
        return Nps.toNps();
    }
}
