package io.cxmetrics.survey.response;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class QuestionDropOffContractTest extends SummaryContract<Integer, QuestionDropOff> {

    @Override
    protected Arbitrary<Integer> inputs() {
        return Arbitraries.integers().between(0, 3);
    }

    @Override
    protected QuestionDropOff empty() {
        return QuestionDropOff.empty(3);
    }

    @Override
    protected QuestionDropOff bulk(List<Integer> inputs) {
        return QuestionDropOff.of(3, inputs);
    }

    @Override
    protected Aggregation<Integer, ?, QuestionDropOff> aggregation() {
        return QuestionDropOff.aggregation(3);
    }

    @Override
    protected Collector<Integer, ?, QuestionDropOff> collector() {
        return QuestionDropOff.toQuestionDropOff(3, Integer::intValue);
    }
}
