package io.cxmetrics.survey;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class CsatContractTest extends SummaryContract<Integer, Csat> {

    @Override
    protected Arbitrary<Integer> inputs() {
        return Arbitraries.integers().between(1, 5);
    }

    @Override
    protected Csat empty() {
        return Csat.EMPTY;
    }

    @Override
    protected Csat bulk(List<Integer> inputs) {
        return Csat.of(inputs);
    }

    @Override
    protected Aggregation<Integer, ?, Csat> aggregation() {
        return Csat.aggregation();
    }

    @Override
    protected Collector<Integer, ?, Csat> collector() {
        return Csat.toCsat(Integer::intValue);
    }
}
