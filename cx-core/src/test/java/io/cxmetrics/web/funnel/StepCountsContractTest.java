package io.cxmetrics.web.funnel;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class StepCountsContractTest extends SummaryContract<List<Long>, StepCounts> {

    private static final List<String> STEPS = List.of("visit", "cart", "order");

    @Override
    protected Arbitrary<List<Long>> inputs() {
        return Arbitraries.longs().between(0, 1000).list().ofSize(3);
    }

    @Override
    protected StepCounts empty() {
        return StepCounts.empty(STEPS);
    }

    @Override
    protected StepCounts bulk(List<List<Long>> inputs) {
        return new StepCounts(STEPS, List.of(sum(inputs, 0), sum(inputs, 1), sum(inputs, 2)));
    }

    private static long sum(List<List<Long>> inputs, int step) {
        return inputs.stream().mapToLong(counts -> counts.get(step)).sum();
    }

    @Override
    protected Aggregation<List<Long>, ?, StepCounts> aggregation() {
        return Aggregation.summing(empty()).mapInput(counts -> new StepCounts(STEPS, counts));
    }
}
