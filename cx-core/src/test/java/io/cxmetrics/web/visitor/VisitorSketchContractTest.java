package io.cxmetrics.web.visitor;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class VisitorSketchContractTest extends SummaryContract<Long, VisitorSketch> {

    private static final int PRECISION = 6;

    /** Many more than there are registers, so that they fill and are set anew. */
    @Override
    protected Arbitrary<Long> inputs() {
        return Arbitraries.longs().between(0, 500);
    }

    @Override
    protected VisitorSketch empty() {
        return VisitorSketch.empty(PRECISION);
    }

    @Override
    protected VisitorSketch bulk(List<Long> inputs) {
        long[] keys = inputs.stream().mapToLong(Long::longValue).toArray();
        return VisitorSketch.ofRange(PRECISION, keys, 0, keys.length);
    }

    @Override
    protected Aggregation<Long, ?, VisitorSketch> aggregation() {
        return VisitorSketch.numbers(PRECISION);
    }
}
