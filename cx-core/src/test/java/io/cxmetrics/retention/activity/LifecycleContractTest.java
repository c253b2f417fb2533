package io.cxmetrics.retention.activity;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitrary;

class LifecycleContractTest extends SummaryContract<ActorHistory, Lifecycle> {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);

    @Override
    protected Arbitrary<ActorHistory> inputs() {
        return Histories.some();
    }

    @Override
    protected Lifecycle empty() {
        return Lifecycle.EMPTY;
    }

    @Override
    protected Lifecycle bulk(List<ActorHistory> inputs) {
        return Lifecycle.of(Histories.log(inputs), ZoneOffset.UTC, DAY);
    }

    @Override
    protected Aggregation<ActorHistory, ?, Lifecycle> aggregation() {
        return Lifecycle.aggregation(LifecycleDefinition.STANDARD, ZoneOffset.UTC, DAY);
    }

    @Override
    protected Collector<ActorHistory, ?, Lifecycle> collector() {
        return Lifecycle.toLifecycle(LifecycleDefinition.STANDARD, ZoneOffset.UTC, DAY);
    }
}
