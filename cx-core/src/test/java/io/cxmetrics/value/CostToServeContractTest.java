package io.cxmetrics.value;

import io.cxmetrics.Aggregation;
import io.cxmetrics.MoneyUnit;
import io.cxmetrics.contract.SummaryContract;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class CostToServeContractTest extends SummaryContract<CostToServe.Customer, CostToServe> {

    private static final MoneyUnit EURO = MoneyUnit.of("EUR");

    @Override
    protected Arbitrary<CostToServe.Customer> inputs() {
        return Combinators.combine(
                        Arbitraries.longs().between(-50, 500),
                        Arbitraries.longs().between(0, 300))
                .as((value, cost) -> new CostToServe.Customer(value, cost, EURO));
    }

    @Override
    protected CostToServe empty() {
        return CostToServe.EMPTY;
    }

    @Override
    protected CostToServe bulk(List<CostToServe.Customer> inputs) {
        Map<Integer, Long> values = new HashMap<>();
        Map<Integer, Long> costs = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            values.put(i, inputs.get(i).value());
            costs.put(i, inputs.get(i).cost());
        }
        return CostToServe.of(values, costs, EURO);
    }

    @Override
    protected Aggregation<CostToServe.Customer, ?, CostToServe> aggregation() {
        return CostToServe.aggregation();
    }

    @Override
    protected Collector<CostToServe.Customer, ?, CostToServe> collector() {
        return CostToServe.toCostToServe(CostToServe.Customer::value, CostToServe.Customer::cost, EURO);
    }

    /** What customers brought may be negative. */
    @Override
    protected Set<String> freeFields() {
        return Set.of("value");
    }
}
