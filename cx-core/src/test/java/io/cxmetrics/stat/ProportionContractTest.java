package io.cxmetrics.stat;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class ProportionContractTest extends SummaryContract<Boolean, Proportion> {

    @Override
    protected Arbitrary<Boolean> inputs() {
        return Arbitraries.of(true, false);
    }

    @Override
    protected Proportion empty() {
        return Proportion.EMPTY;
    }

    @Override
    protected Proportion bulk(List<Boolean> inputs) {
        return Proportion.of(inputs.stream().filter(event -> event).count(), inputs.size());
    }

    @Override
    protected Aggregation<Boolean, ?, Proportion> aggregation() {
        return Proportion.aggregation();
    }

    @Override
    protected Collector<Boolean, ?, Proportion> collector() {
        return Proportion.toProportion(event -> event);
    }
}
