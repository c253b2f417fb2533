package io.cxmetrics.survey;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class CesContractTest extends SummaryContract<Integer, Ces> {

    @Override
    protected Arbitrary<Integer> inputs() {
        return Arbitraries.integers().between(1, 7);
    }

    @Override
    protected Ces empty() {
        return Ces.EMPTY;
    }

    @Override
    protected Ces bulk(List<Integer> inputs) {
        return Ces.of(inputs);
    }

    @Override
    protected Aggregation<Integer, ?, Ces> aggregation() {
        return Ces.aggregation();
    }

    @Override
    protected Collector<Integer, ?, Ces> collector() {
        return Ces.toCes(Integer::intValue);
    }
}
