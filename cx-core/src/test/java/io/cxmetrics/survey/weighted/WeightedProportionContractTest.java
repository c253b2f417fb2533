package io.cxmetrics.survey.weighted;

import static io.cxmetrics.survey.Near.near;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitrary;

class WeightedProportionContractTest extends SummaryContract<WeightedAnswer, WeightedProportion> {

    @Override
    protected Arbitrary<WeightedAnswer> inputs() {
        return WeightedAnswers.onZeroToTen().map(answer -> new WeightedAnswer(answer.rating() % 2, answer.weight()));
    }

    @Override
    protected WeightedProportion empty() {
        return WeightedProportion.EMPTY;
    }

    @Override
    protected WeightedProportion bulk(List<WeightedAnswer> inputs) {
        return WeightedProportion.of(inputs);
    }

    @Override
    protected Aggregation<WeightedAnswer, ?, WeightedProportion> aggregation() {
        return WeightedProportion.aggregation();
    }

    @Override
    protected void assertSame(WeightedProportion actual, WeightedProportion expected) {
        near(actual.events(), expected.events());
        near(actual.weights().count(), expected.weights().count());
        near(actual.weights().sum(), expected.weights().sum());
        near(actual.weights().squares(), expected.weights().squares());
    }
}
