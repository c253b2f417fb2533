package io.cxmetrics.compare.experiment;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class VariantCountsContractTest extends SummaryContract<String, VariantCounts> {

    @Override
    protected Arbitrary<String> inputs() {
        return Arbitraries.of("control", "green", "blue");
    }

    @Override
    protected VariantCounts empty() {
        return VariantCounts.EMPTY;
    }

    @Override
    protected VariantCounts bulk(List<String> inputs) {
        return VariantCounts.of(inputs);
    }

    @Override
    protected Aggregation<String, ?, VariantCounts> aggregation() {
        return VariantCounts.aggregation();
    }

    @Override
    protected Collector<String, ?, VariantCounts> collector() {
        return VariantCounts.toVariantCounts(Function.identity());
    }
}
