package io.cxmetrics.survey.reason;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.survey.Csat;
import io.cxmetrics.survey.reason.ReasonsByBand.Answer;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class ReasonsByBandContractTest extends SummaryContract<Answer, ReasonsByBand> {

    @Override
    protected Arbitrary<Answer> inputs() {
        return Combinators.combine(Arbitraries.integers().between(1, 5), ReasonsContractTest.choices())
                .as(Answer::new);
    }

    @Override
    protected ReasonsByBand empty() {
        return ReasonsByBand.empty(ReasonsContractTest.DEFINITION, Csat.TOP_TWO_OF_FIVE);
    }

    @Override
    protected ReasonsByBand bulk(List<Answer> inputs) {
        return ReasonsByBand.of(ReasonsContractTest.DEFINITION, Csat.TOP_TWO_OF_FIVE, inputs);
    }

    @Override
    protected Aggregation<Answer, ?, ReasonsByBand> aggregation() {
        return ReasonsByBand.aggregation(ReasonsContractTest.DEFINITION, Csat.TOP_TWO_OF_FIVE);
    }

    @Override
    protected Collector<Answer, ?, ReasonsByBand> collector() {
        return ReasonsByBand.toReasonsByBand(
                ReasonsContractTest.DEFINITION, Csat.TOP_TWO_OF_FIVE, Answer::rating, Answer::reasons);
    }
}
