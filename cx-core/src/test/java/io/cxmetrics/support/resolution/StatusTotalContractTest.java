package io.cxmetrics.support.resolution;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class StatusTotalContractTest extends SummaryContract<StatusTotal, StatusTotal> {

    @Override
    protected Arbitrary<StatusTotal> inputs() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1000),
                        Arbitraries.longs().between(0, 1_000_000_000_000L))
                .as((stays, nanos) -> StatusTotal.of(stays, Duration.ofNanos(nanos)));
    }

    @Override
    protected StatusTotal empty() {
        return StatusTotal.EMPTY;
    }

    @Override
    protected StatusTotal bulk(List<StatusTotal> inputs) {
        return inputs.stream().reduce(StatusTotal.EMPTY, StatusTotal::plus);
    }

    @Override
    protected Aggregation<StatusTotal, ?, StatusTotal> aggregation() {
        return StatusTotal.aggregation();
    }
}
