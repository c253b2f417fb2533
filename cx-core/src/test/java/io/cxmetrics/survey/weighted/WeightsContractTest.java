package io.cxmetrics.survey.weighted;

import static io.cxmetrics.survey.Near.near;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class WeightsContractTest extends SummaryContract<Double, Weights> {

    @Override
    protected Arbitrary<Double> inputs() {
        return Arbitraries.doubles().between(0, 10);
    }

    @Override
    protected Weights empty() {
        return Weights.EMPTY;
    }

    @Override
    protected Weights bulk(List<Double> inputs) {
        return Weights.of(inputs);
    }

    @Override
    protected Aggregation<Double, ?, Weights> aggregation() {
        return Weights.aggregation();
    }

    @Override
    protected void assertSame(Weights actual, Weights expected) {
        near(actual.count(), expected.count());
        near(actual.sum(), expected.sum());
        near(actual.squares(), expected.squares());
    }
}
