package io.cxmetrics.survey;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
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
        return Nps.of(inputs.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    protected Aggregation<Integer, ?, Nps> aggregation() {
        return Nps.aggregation();
    }
}
