package io.cxmetrics.web.usage;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class ClickThroughContractTest extends SummaryContract<Boolean, ClickThrough> {

    @Override
    protected Arbitrary<Boolean> inputs() {
        return Arbitraries.of(true, false);
    }

    @Override
    protected ClickThrough empty() {
        return ClickThrough.EMPTY;
    }

    @Override
    protected ClickThrough bulk(List<Boolean> inputs) {
        return ClickThrough.of(inputs.stream().filter(clicked -> clicked).count(), inputs.size());
    }

    @Override
    protected Aggregation<Boolean, ?, ClickThrough> aggregation() {
        return Aggregation.summing(ClickThrough.EMPTY).mapInput(clicked -> ClickThrough.of(clicked ? 1 : 0, 1));
    }

    @Override
    protected Collector<Boolean, ?, ClickThrough> collector() {
        return ClickThrough.toClickThrough(clicked -> clicked);
    }
}
