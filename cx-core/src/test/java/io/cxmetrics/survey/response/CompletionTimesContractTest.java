package io.cxmetrics.survey.response;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

class CompletionTimesContractTest extends SummaryContract<Duration, CompletionTimes> {

    @Override
    protected Arbitrary<Duration> inputs() {
        return Arbitraries.longs().between(-5_000, 90_000).map(Duration::ofMillis);
    }

    @Override
    protected CompletionTimes empty() {
        return CompletionTimes.EMPTY;
    }

    @Override
    protected CompletionTimes bulk(List<Duration> inputs) {
        return CompletionTimes.ofMillis(
                new long[inputs.size()],
                inputs.stream().mapToLong(Duration::toMillis).toArray());
    }

    @Override
    protected Aggregation<Duration, ?, CompletionTimes> aggregation() {
        return CompletionTimes.aggregation();
    }
}
