package io.cxmetrics.retention.activity;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import net.jqwik.api.Arbitrary;

class ActiveUsersContractTest extends SummaryContract<ActorHistory, ActiveUsers> {

    @Override
    protected Arbitrary<ActorHistory> inputs() {
        return Histories.some();
    }

    @Override
    protected ActiveUsers empty() {
        return ActiveUsers.empty(ZoneOffset.UTC);
    }

    @Override
    protected ActiveUsers bulk(List<ActorHistory> inputs) {
        return ActiveUsers.of(Histories.log(inputs), ZoneOffset.UTC);
    }

    @Override
    protected Aggregation<ActorHistory, ?, ActiveUsers> aggregation() {
        return ActiveUsers.aggregation(ZoneOffset.UTC);
    }

    @Override
    protected Collector<ActorHistory, ?, ActiveUsers> collector() {
        return ActiveUsers.toActiveUsers(ZoneOffset.UTC);
    }

    @Override
    protected Set<String> freeFields() {
        return Set.of("windows", "first", "counts");
    }
}
