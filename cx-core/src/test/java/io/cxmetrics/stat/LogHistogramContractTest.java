package io.cxmetrics.stat;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class LogHistogramContractTest extends SummaryContract<Long, LogHistogram> {

    @Override
    protected Arbitrary<Long> inputs() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 1000), Arbitraries.longs().between(0, Long.MAX_VALUE));
    }

    @Override
    protected LogHistogram empty() {
        return LogHistogram.EMPTY;
    }

    @Override
    protected LogHistogram bulk(List<Long> inputs) {
        return LogHistogram.of(inputs.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    protected Aggregation<Long, ?, LogHistogram> aggregation() {
        return LogHistogram.aggregation();
    }

    @Override
    protected Collector<Long, ?, LogHistogram> collector() {
        return LogHistogram.toLogHistogram(Long::longValue);
    }
}
