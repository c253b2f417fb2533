package io.cxmetrics.support.resolution;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class BacklogContractTest extends SummaryContract<BacklogContractTest.Case, Backlog> {

    record Case(long opened, long closed) implements Serializable {

        Backlog backlog() {
            return Backlog.of(new long[] {opened}, new long[] {closed});
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

    @Override
    protected Backlog empty() {
        return Backlog.EMPTY;
    }

    @Override
    protected Backlog bulk(List<Case> inputs) {
        return Backlog.of(
                inputs.stream().mapToLong(Case::opened).toArray(),
                inputs.stream().mapToLong(Case::closed).toArray());
    }

    @Override
    protected Collector<Case, ?, Backlog> collector() {
        return Backlog.toBacklog(Case::opened, Case::closed);
    }

    @Override
    protected Aggregation<Case, ?, Backlog> aggregation() {
        return Aggregation.summing(Backlog.EMPTY).mapInput(Case::backlog);
    }
}
