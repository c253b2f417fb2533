package io.cxmetrics.retention.activity;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import io.cxmetrics.time.CalendarPeriod;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitrary;

class GrowthAccountingContractTest extends SummaryContract<ActorHistory, GrowthAccounting> {

    @Override
    protected Arbitrary<ActorHistory> inputs() {
        return Histories.some();
    }

    @Override
    protected GrowthAccounting empty() {
        return GrowthAccounting.empty(CalendarPeriod.WEEK, ZoneOffset.UTC);
    }

    @Override
    protected GrowthAccounting bulk(List<ActorHistory> inputs) {
        return GrowthAccounting.of(Histories.log(inputs), CalendarPeriod.WEEK, ZoneOffset.UTC);
    }

    @Override
    protected Aggregation<ActorHistory, ?, GrowthAccounting> aggregation() {
        return GrowthAccounting.aggregation(CalendarPeriod.WEEK, ZoneOffset.UTC);
    }

    @Override
    protected Collector<ActorHistory, ?, GrowthAccounting> collector() {
        return GrowthAccounting.toGrowthAccounting(CalendarPeriod.WEEK, ZoneOffset.UTC);
    }
}
