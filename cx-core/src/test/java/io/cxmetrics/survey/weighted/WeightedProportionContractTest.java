package io.cxmetrics.survey.weighted;

import static io.cxmetrics.survey.Near.near;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitrary;

class WeightedProportionContractTest extends SummaryContract<WeightedAnswer, WeightedProportion> {

    @Override
    protected Arbitrary<WeightedAnswer> inputs() {
        return WeightedAnswer.onZeroToTen();
    }

    @Override
    protected WeightedProportion empty() {
        return WeightedProportion.EMPTY;
    }

    @Override
    protected WeightedProportion bulk(List<WeightedAnswer> inputs) {
        return WeightedAnswer.ratings(inputs).topBox(2);
    }

    @Override
    protected Aggregation<WeightedAnswer, ?, WeightedProportion> aggregation() {
        return Aggregation.summing(WeightedProportion.EMPTY)
                .mapInput(answer -> WeightedAnswer.ratings(List.of(answer)).topBox(2));
    }

    @Override
    protected void assertSame(WeightedProportion actual, WeightedProportion expected) {
        near(actual.events(), expected.events());
        near(actual.weights().count(), expected.weights().count());
        near(actual.weights().sum(), expected.weights().sum());
        near(actual.weights().squares(), expected.weights().squares());
    }
}
