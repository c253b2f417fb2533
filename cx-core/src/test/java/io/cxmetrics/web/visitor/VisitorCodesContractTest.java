package io.cxmetrics.web.visitor;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class VisitorCodesContractTest extends SummaryContract<Integer, VisitorCodes> {

    @Override
    protected Arbitrary<Integer> inputs() {
        return Arbitraries.integers().between(0, 200);
    }

    @Override
    protected VisitorCodes empty() {
        return VisitorCodes.EMPTY;
    }

    @Override
    protected VisitorCodes bulk(List<Integer> inputs) {
        return VisitorCodes.of(inputs.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    protected Aggregation<Integer, ?, VisitorCodes> aggregation() {
        return VisitorCodes.aggregation();
    }

    @Override
    protected Collector<Integer, ?, VisitorCodes> collector() {
        return VisitorCodes.toVisitorCodes(Integer::intValue);
    }

    @Override
    protected Set<String> freeFields() {
        return Set.of("bits");
    }
}
