package io.cxmetrics.support;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class QueueWaitContractTest extends SummaryContract<QueueWaitContractTest.Call, QueueWait> {

    record Call(long millis, boolean answered) implements Serializable {

        Duration length() {
            return Duration.ofMillis(millis);
        }
    }

    @Override
    protected Arbitrary<Call> inputs() {
        return Combinators.combine(Arbitraries.longs().between(-2, 20), Arbitraries.of(true, false))
                .as(Call::new);
    }

    @Override
    protected QueueWait empty() {
        return QueueWait.EMPTY;
    }

    @Override
    protected QueueWait bulk(List<Call> inputs) {
        boolean[] answered = new boolean[inputs.size()];
        for (int i = 0; i < answered.length; i++) {
            answered[i] = inputs.get(i).answered();
        }
        return QueueWait.of(inputs.stream().mapToLong(Call::millis).toArray(), answered);
    }

    @Override
    protected Collector<Call, ?, QueueWait> collector() {
        return QueueWait.toQueueWait(Call::length, Call::answered);
    }

    @Override
    protected Aggregation<Call, ?, QueueWait> aggregation() {
        return QueueWait.aggregation(Call::length, Call::answered);
    }
}
