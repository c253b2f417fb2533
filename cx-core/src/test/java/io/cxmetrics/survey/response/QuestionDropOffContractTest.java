package io.cxmetrics.survey.response;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class QuestionDropOffContractTest extends SummaryContract<Integer, QuestionDropOff> {

    @Override
    protected Arbitrary<Integer> inputs() {
        return Arbitraries.integers().between(0, 3);
    }

    @Override
    protected QuestionDropOff empty() {
        return QuestionDropOff.of(3);
    }

    @Override
    protected QuestionDropOff bulk(List<Integer> inputs) {
        return QuestionDropOff.of(3, inputs.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    protected Aggregation<Integer, ?, QuestionDropOff> aggregation() {
        return Aggregation.summing(empty()).mapInput(answered -> QuestionDropOff.of(3, answered));
    }
}
