package io.cxmetrics.web.session;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class SessionSummaryContractTest extends SummaryContract<Session<?>, SessionSummary> {

    @Override
    protected Arbitrary<Session<?>> inputs() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 5),
                        Arbitraries.longs().between(0, 3),
                        Arbitraries.longs().between(0, 100_000))
                .as((views, clicks, millis) -> new Session<>(
                        "ann",
                        "",
                        Instant.EPOCH,
                        Instant.ofEpochMilli(millis),
                        views + clicks,
                        views,
                        views + clicks,
                        clicks,
                        0,
                        0,
                        0,
                        "",
                        ""));
    }

    @Override
    protected SessionSummary empty() {
        return SessionSummary.EMPTY;
    }

    @Override
    protected SessionSummary bulk(List<Session<?>> inputs) {
        return SessionSummary.of(inputs, BounceRule.MATOMO);
    }

    @Override
    protected Aggregation<Session<?>, ?, SessionSummary> aggregation() {
        return SessionSummary.aggregation(BounceRule.MATOMO);
    }

    @Override
    protected Collector<Session<?>, ?, SessionSummary> collector() {
        return SessionSummary.toSessionSummary(BounceRule.MATOMO);
    }
}
