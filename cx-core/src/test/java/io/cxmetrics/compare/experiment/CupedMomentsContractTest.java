package io.cxmetrics.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.Aggregation;
import io.cxmetrics.contract.SummaryContract;
import java.util.List;
import java.util.Set;
import java.util.stream.Collector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

class CupedMomentsContractTest extends SummaryContract<CupedUnit, CupedMoments> {

    @Override
    protected Arbitrary<CupedUnit> inputs() {
        Arbitrary<Double> numbers = Arbitraries.integers().between(-20, 20).map(Integer::doubleValue);
        return Combinators.combine(numbers, numbers.injectNull(0.2))
                .as((outcome, before) -> new CupedUnit(outcome, before == null ? Double.NaN : before));
    }

    @Override
    protected CupedMoments empty() {
        return CupedMoments.EMPTY;
    }

    @Override
    protected CupedMoments bulk(List<CupedUnit> inputs) {
        return CupedMoments.of(
                inputs.stream().mapToDouble(CupedUnit::outcome).toArray(),
                inputs.stream().mapToDouble(CupedUnit::before).toArray());
    }

    @Override
    protected Aggregation<CupedUnit, ?, CupedMoments> aggregation() {
        return CupedMoments.aggregation();
    }

    @Override
    protected Collector<CupedUnit, ?, CupedMoments> collector() {
        return CupedMoments.toCupedMoments(CupedUnit::outcome, CupedUnit::before);
    }

    @Override
    protected void assertSame(CupedMoments actual, CupedMoments expected) {
        assertThat(actual.count()).isEqualTo(expected.count());
        assertThat(actual.withoutHistory()).isEqualTo(expected.withoutHistory());
        close(actual.outcome().mean(), expected.outcome().mean());
        close(actual.outcome().variance(), expected.outcome().variance());
        close(actual.before().variance(), expected.before().variance());
        close(actual.units().covariance(), expected.units().covariance());
    }

    private static void close(double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).isNaN();
        } else {
            assertThat(actual).isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
        }
    }

    @Override
    protected Set<String> freeFields() {
        return Set.of("units");
    }
}
