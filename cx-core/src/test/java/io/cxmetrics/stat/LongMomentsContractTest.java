package io.cxmetrics.stat;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class LongMomentsContractTest extends SummaryContract<Long, LongMoments> {

    @Override
    protected Arbitrary<Long> inputs() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-5, 5),
                Arbitraries.longs(),
                Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE, 1L << 31, -(1L << 31)));
    }

    @Override
    protected LongMoments empty() {
        return LongMoments.EMPTY;
    }

    @Override
    protected LongMoments bulk(List<Long> inputs) {
        return LongMoments.of(inputs.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    protected Aggregation<Long, ?, LongMoments> aggregation() {
        return LongMoments.aggregation();
    }

    @Override
    protected Collector<Long, ?, LongMoments> collector() {
        return LongMoments.toLongMoments(Long::longValue);
    }

    @Override
    protected Set<String> freeFields() {
        return Set.of("min", "max");
    }
}
