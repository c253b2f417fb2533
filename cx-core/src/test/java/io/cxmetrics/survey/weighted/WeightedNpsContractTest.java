package io.cxmetrics.survey.weighted;

import static io.cxmetrics.survey.Near.near;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitrary;

class WeightedNpsContractTest extends SummaryContract<WeightedAnswer, WeightedNps> {

    @Override
    protected Arbitrary<WeightedAnswer> inputs() {
        return WeightedAnswers.onZeroToTen();
    }

    @Override
    protected WeightedNps empty() {
        return WeightedNps.EMPTY;
    }

    @Override
    protected WeightedNps bulk(List<WeightedAnswer> inputs) {
        return WeightedAnswers.ratings(inputs).nps();
    }

    @Override
    protected Aggregation<WeightedAnswer, ?, WeightedNps> aggregation() {
        return WeightedNps.aggregation();
    }

    @Override
    protected void assertSame(WeightedNps actual, WeightedNps expected) {
        near(actual.promoters(), expected.promoters());
        near(actual.passives(), expected.passives());
        near(actual.detractors(), expected.detractors());
        near(actual.count(), expected.count());
        near(actual.weights().squares(), expected.weights().squares());
    }
}
