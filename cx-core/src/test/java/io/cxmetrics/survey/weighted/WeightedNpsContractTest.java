package io.cxmetrics.survey.weighted;

import static io.cxmetrics.survey.Near.near;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitrary;

class WeightedNpsContractTest extends SummaryContract<WeightedAnswer, WeightedNps> {

    @Override
    protected Arbitrary<WeightedAnswer> inputs() {
        return WeightedAnswer.onZeroToTen();
    }

    @Override
    protected WeightedNps empty() {
        return WeightedNps.EMPTY;
    }

    @Override
    protected WeightedNps bulk(List<WeightedAnswer> inputs) {
        return WeightedAnswer.ratings(inputs).nps();
    }

    @Override
    protected Aggregation<WeightedAnswer, ?, WeightedNps> aggregation() {
        return Aggregation.summing(WeightedNps.EMPTY)
                .mapInput(answer -> WeightedAnswer.ratings(List.of(answer)).nps());
    }

    @Override
    protected void assertSame(WeightedNps actual, WeightedNps expected) {
        near(actual.promoters(), expected.promoters());
        near(actual.passives(), expected.passives());
        near(actual.detractors(), expected.detractors());
        near(actual.count(), expected.count());
        near(actual.squares(), expected.squares());
    }
}
