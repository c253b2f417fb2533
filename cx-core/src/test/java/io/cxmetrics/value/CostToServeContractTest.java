package io.cxmetrics.value;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** The inputs are customers: what one brings, and what one costs. */
class CostToServeContractTest extends SummaryContract<List<Long>, CostToServe> {

    @Override
    protected Arbitrary<List<Long>> inputs() {
        return Combinators.combine(
                        Arbitraries.longs().between(-50, 500),
                        Arbitraries.longs().between(0, 300))
                .as(List::of);
    }

    @Override
    protected CostToServe empty() {
        return CostToServe.EMPTY;
    }

    @Override
    protected CostToServe bulk(List<List<Long>> inputs) {
        Map<Integer, Long> values = new HashMap<>();
        Map<Integer, Long> costs = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            values.put(i, inputs.get(i).get(0));
            costs.put(i, inputs.get(i).get(1));
        }
        return CostToServe.of(values, costs);
    }

    @Override
    protected Aggregation<List<Long>, ?, CostToServe> aggregation() {
        return Aggregation.summing(CostToServe.EMPTY)
                .mapInput(customer -> CostToServe.of(Map.of("ann", customer.get(0)), Map.of("ann", customer.get(1))));
    }
}
