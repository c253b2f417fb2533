package io.cxmetrics.support.resolution;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

class BacklogContractTest extends SummaryContract<BacklogContractTest.Case, Backlog> {

    private static final Instant UNTIL = Instant.ofEpochMilli(15);

    record Case(long opened, long closed) implements Serializable {

        Instant openedAt() {
            return Instant.ofEpochMilli(opened);
        }

        @Nullable
        Instant closedAt() {
            return closed == TimeToResolution.UNRESOLVED ? null : Instant.ofEpochMilli(closed);
        }
    }

    @Override
    protected Arbitrary<Case> inputs() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 20),
                        Arbitraries.longs().between(0, 20),
                        Arbitraries.of(true, true, false))
                .as((opened, closed, done) -> new Case(opened, done ? closed : TimeToResolution.UNRESOLVED));
    }

    /** Instants, as epoch milliseconds, may be negative. */
    @Override
    protected Set<String> freeFields() {
        return Set.of("created", "observedUntil");
    }

    @Override
    protected Backlog empty() {
        return Backlog.EMPTY;
    }

    @Override
    protected Backlog bulk(List<Case> inputs) {
        return Backlog.of(
                inputs.stream().mapToLong(Case::opened).toArray(),
                inputs.stream().mapToLong(Case::closed).toArray(),
                UNTIL.toEpochMilli());
    }

    @Override
    protected Collector<Case, ?, Backlog> collector() {
        return Backlog.toBacklog(Case::openedAt, Case::closedAt, UNTIL);
    }

    @Override
    protected Aggregation<Case, ?, Backlog> aggregation() {
        return Backlog.aggregation(Case::openedAt, Case::closedAt, UNTIL);
    }
}
