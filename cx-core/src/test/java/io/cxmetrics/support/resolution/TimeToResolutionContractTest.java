package io.cxmetrics.support.resolution;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

class TimeToResolutionContractTest extends SummaryContract<TimeToResolutionContractTest.Case, TimeToResolution> {

    private static final long UNTIL = 80;

    record Case(long created, long resolved) implements Serializable {

        Instant createdAt() {
            return Instant.ofEpochMilli(created);
        }

        @Nullable
        Instant resolvedAt() {
            return resolved == TimeToResolution.UNRESOLVED ? null : Instant.ofEpochMilli(resolved);
        }
    }

    @Override
    protected Arbitrary<Case> inputs() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 100),
                        Arbitraries.longs().between(0, 100).injectDuplicates(0.1),
                        Arbitraries.of(true, true, false))
                .as((created, resolved, done) -> new Case(created, done ? resolved : TimeToResolution.UNRESOLVED));
    }

    @Override
    protected TimeToResolution empty() {
        return TimeToResolution.EMPTY;
    }

    @Override
    protected TimeToResolution bulk(List<Case> inputs) {
        return TimeToResolution.of(
                inputs.stream().mapToLong(Case::created).toArray(),
                inputs.stream().mapToLong(Case::resolved).toArray(),
                UNTIL);
    }

    @Override
    protected Aggregation<Case, ?, TimeToResolution> aggregation() {
        return TimeToResolution.aggregation(Case::createdAt, Case::resolvedAt, Instant.ofEpochMilli(UNTIL));
    }
}
