package io.cxmetrics.survey.response;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class CompletionTimesContractTest extends SummaryContract<Long, CompletionTimes> {

    @Override
    protected Arbitrary<Long> inputs() {
        return Arbitraries.longs().between(-5_000, 90_000);
    }

    @Override
    protected CompletionTimes empty() {
        return CompletionTimes.EMPTY;
    }

    @Override
    protected CompletionTimes bulk(List<Long> inputs) {
        return CompletionTimes.ofMillis(
                new long[inputs.size()],
                inputs.stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    protected Aggregation<Long, ?, CompletionTimes> aggregation() {
        return Aggregation.summing(CompletionTimes.EMPTY)
                .mapInput(millis -> CompletionTimes.ofMillis(new long[1], new long[] {millis}));
    }
}
