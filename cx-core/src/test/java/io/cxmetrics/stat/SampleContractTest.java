package io.cxmetrics.stat;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class SampleContractTest extends SummaryContract<Double, Sample> {

    @Override
    protected Arbitrary<Double> inputs() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-5, 5).map(Integer::doubleValue),
                Arbitraries.doubles().between(-1, 1).ofScale(6),
                Arbitraries.doubles().between(-1, 1).ofScale(6).map(x -> 1e9 + x));
    }

    @Override
    protected Sample empty() {
        return Sample.EMPTY;
    }

    @Override
    protected Sample bulk(List<Double> inputs) {
        return Sample.of(inputs.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    protected Aggregation<Double, ?, Sample> aggregation() {
        return Sample.aggregation();
    }

    @Override
    protected Collector<Double, ?, Sample> collector() {
        return Sample.toSample(Double::doubleValue);
    }

    @Override
    protected Set<String> freeFields() {
        return Set.of("values");
    }
}
