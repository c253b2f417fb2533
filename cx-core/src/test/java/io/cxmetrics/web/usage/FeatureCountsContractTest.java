package io.cxmetrics.web.usage;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class FeatureCountsContractTest extends SummaryContract<Long, FeatureCounts> {

    @Override
    protected Arbitrary<Long> inputs() {
        return Arbitraries.longs().between(1, 9);
    }

    @Override
    protected FeatureCounts empty() {
        return FeatureCounts.EMPTY;
    }

    @Override
    protected FeatureCounts bulk(List<Long> inputs) {
        long uses = inputs.stream().mapToLong(Long::longValue).sum();
        return new FeatureCounts(uses, inputs.size(), 0, 2L * inputs.size());
    }

    @Override
    protected Aggregation<Long, ?, FeatureCounts> aggregation() {
        return Aggregation.summing(FeatureCounts.EMPTY).mapInput(uses -> new FeatureCounts(uses, 1, 0, 2));
    }
}
