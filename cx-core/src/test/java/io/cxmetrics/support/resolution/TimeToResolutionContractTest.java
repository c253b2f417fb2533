package io.cxmetrics.support.resolution;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.io.Serializable;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class TimeToResolutionContractTest extends SummaryContract<TimeToResolutionContractTest.Case, TimeToResolution> {

    private static final long AS_OF = 80;

    record Case(long created, long resolved) implements Serializable {

        TimeToResolution time() {
            return TimeToResolution.of(new long[] {created}, new long[] {resolved}, AS_OF);
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
                AS_OF);
    }

    @Override
    protected Aggregation<Case, ?, TimeToResolution> aggregation() {
        return Aggregation.summing(TimeToResolution.EMPTY).mapInput(Case::time);
    }
}
