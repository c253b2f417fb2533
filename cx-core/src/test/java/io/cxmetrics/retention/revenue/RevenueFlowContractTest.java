package io.cxmetrics.retention.revenue;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class RevenueFlowContractTest extends SummaryContract<RevenueFlow, RevenueFlow> {

    @Override
    protected Arbitrary<RevenueFlow> inputs() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 50), Arbitraries.longs().between(0, 50))
                .as((amount, customers) -> RevenueFlow.of(amount, customers));
    }

    @Override
    protected RevenueFlow empty() {
        return RevenueFlow.EMPTY;
    }

    @Override
    protected RevenueFlow bulk(List<RevenueFlow> inputs) {
        return RevenueFlow.of(
                inputs.stream()
                        .mapToLong(flow -> Math.round(100 * flow.amount()))
                        .sum(),
                inputs.stream().mapToLong(RevenueFlow::customers).sum());
    }

    @Override
    protected Aggregation<RevenueFlow, ?, RevenueFlow> aggregation() {
        return RevenueFlow.aggregation();
    }
}
