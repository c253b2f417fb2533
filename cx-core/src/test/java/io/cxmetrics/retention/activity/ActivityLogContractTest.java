package io.cxmetrics.retention.activity;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class ActivityLogContractTest extends SummaryContract<Activity<String>, ActivityLog<String>> {

    @Override
    protected Arbitrary<Activity<String>> inputs() {
        return Combinators.combine(
                        Arbitraries.of("ann", "bob", "cid", "dee"),
                        Arbitraries.longs().between(-3, 3),
                        Arbitraries.of(0L, 0L, 0L, 5L, -5L))
                .as((actor, second, amount) -> Activity.of(actor, Instant.ofEpochSecond(second), amount));
    }

    @Override
    protected ActivityLog<String> empty() {
        return ActivityLog.empty();
    }

    @Override
    protected ActivityLog<String> bulk(List<Activity<String>> inputs) {
        return inputs.stream()
                .map(activity -> Stream.of(activity).collect(ActivityLog.<String>toActivityLog()))
                .reduce(empty(), ActivityLog::plus);
    }

    @Override
    protected Aggregation<Activity<String>, ?, ActivityLog<String>> aggregation() {
        return ActivityLog.aggregation();
    }

    @Override
    protected Collector<Activity<String>, ?, ActivityLog<String>> collector() {
        return ActivityLog.toActivityLog(Activity::actor, Activity::at, Activity::amount);
    }

    @Override
    protected Set<String> freeFields() {
        return Set.of("times", "amounts");
    }
}
