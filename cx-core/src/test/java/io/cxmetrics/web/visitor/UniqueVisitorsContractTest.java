package io.cxmetrics.web.visitor;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class UniqueVisitorsContractTest extends SummaryContract<String, UniqueVisitors<String>> {

    @Override
    protected Arbitrary<String> inputs() {
        return Arbitraries.integers().between(0, 30).map(i -> "v" + i);
    }

    @Override
    protected UniqueVisitors<String> empty() {
        return UniqueVisitors.empty();
    }

    @Override
    protected UniqueVisitors<String> bulk(List<String> inputs) {
        return UniqueVisitors.of(inputs.toArray(String[]::new));
    }

    @Override
    protected Aggregation<String, ?, UniqueVisitors<String>> aggregation() {
        return UniqueVisitors.aggregation();
    }

    @Override
    protected Collector<String, ?, UniqueVisitors<String>> collector() {
        return UniqueVisitors.toUniqueVisitors(key -> key);
    }

    @Override
    protected Set<String> freeFields() {
        return Set.of("keys");
    }
}
