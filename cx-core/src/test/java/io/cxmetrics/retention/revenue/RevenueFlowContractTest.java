package io.cxmetrics.retention.revenue;

import io.cxmetrics.Aggregation;
import io.cxmetrics.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class RevenueFlowContractTest extends SummaryContract<RevenueFlow, RevenueFlow> {

    @Override
    protected Arbitrary<RevenueFlow> inputs() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 50), Arbitraries.longs().between(0, 50))
                .as(RevenueFlow::new);
    }

    @Override
    protected RevenueFlow empty() {
        return RevenueFlow.EMPTY;
    }

    @Override
    protected RevenueFlow bulk(List<RevenueFlow> inputs) {
        return RevenueFlow.of(
                inputs.stream().mapToLong(RevenueFlow::amount).sum(),
                inputs.stream().mapToLong(RevenueFlow::customers).sum());
    }

    @Override
    protected Aggregation<RevenueFlow, ?, RevenueFlow> aggregation() {
        return Aggregation.summing(RevenueFlow.EMPTY);
    }
}
