package io.cxmetrics.survey;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
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
        return Csat.of(inputs.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    protected Aggregation<Integer, ?, Csat> aggregation() {
        return Csat.aggregation(Csat.TOP_TWO_OF_FIVE);
    }
}
