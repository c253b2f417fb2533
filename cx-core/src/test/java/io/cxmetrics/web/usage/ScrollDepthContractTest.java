package io.cxmetrics.web.usage;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Each input is the depth of another page view. */
class ScrollDepthContractTest extends SummaryContract<Double, ScrollDepth> {

    @Override
    protected Arbitrary<Double> inputs() {
        return Arbitraries.oneOf(Arbitraries.doubles().between(0, 1), Arbitraries.of(0.0, 1.0, Double.NaN));
    }

    @Override
    protected ScrollDepth empty() {
        return ScrollDepth.EMPTY;
    }

    @Override
    protected ScrollDepth bulk(List<Double> inputs) {
        return ScrollDepth.of(inputs.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    protected Aggregation<Double, ?, ScrollDepth> aggregation() {
        return Aggregation.summing(ScrollDepth.EMPTY).mapInput(depth -> ScrollDepth.of(depth));
    }
}
