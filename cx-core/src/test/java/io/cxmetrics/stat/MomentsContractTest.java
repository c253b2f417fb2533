package io.cxmetrics.stat;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class MomentsContractTest extends SummaryContract<Double, Moments> {

    @Override
    protected Arbitrary<Double> inputs() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-5, 5).map(Integer::doubleValue),
                Arbitraries.doubles().between(-1, 1).ofScale(6),
                Arbitraries.doubles().between(-1, 1).ofScale(6).map(x -> 1e9 + x));
    }

    @Override
    protected Moments empty() {
        return Moments.EMPTY;
    }

    @Override
    protected Moments bulk(List<Double> inputs) {
        return Moments.of(inputs.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    protected Aggregation<Double, ?, Moments> aggregation() {
        return Moments.aggregation();
    }

    @Override
    protected Collector<Double, ?, Moments> collector() {
        return Moments.toMoments(Double::doubleValue);
    }

    @Override
    protected void assertSame(Moments actual, Moments expected) {
        Close.assertClose(actual, expected);
    }

    @Override
    protected Set<String> freeFields() {
        return Set.of("min", "max", "mean");
    }
}
