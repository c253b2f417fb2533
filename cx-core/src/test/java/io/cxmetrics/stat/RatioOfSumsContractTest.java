package io.cxmetrics.stat;

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

class RatioOfSumsContractTest extends SummaryContract<RatioOfSumsContractTest.Unit, RatioOfSums> {

    record Unit(int numerator, int denominator) {}

    @Override
    protected Arbitrary<Unit> inputs() {
        return Combinators.combine(
                        Arbitraries.integers().between(-20, 20),
                        Arbitraries.integers().between(0, 5))
                .as(Unit::new);
    }

    @Override
    protected RatioOfSums empty() {
        return RatioOfSums.EMPTY;
    }

    @Override
    protected RatioOfSums bulk(List<Unit> inputs) {
        return RatioOfSums.of(
                inputs.stream().mapToDouble(Unit::numerator).toArray(),
                inputs.stream().mapToDouble(Unit::denominator).toArray());
    }

    @Override
    protected Aggregation<Unit, ?, RatioOfSums> aggregation() {
        return RatioOfSums.aggregation().mapInput(unit -> new double[] {unit.numerator(), unit.denominator()});
    }

    @Override
    protected Collector<Unit, ?, RatioOfSums> collector() {
        return RatioOfSums.toRatioOfSums(Unit::numerator, Unit::denominator);
    }

    @Override
    protected void assertSame(RatioOfSums actual, RatioOfSums expected) {
        assertThat(actual.count()).isEqualTo(expected.count());
        close(actual.ratio(), expected.ratio());
        close(actual.units().covariance(), expected.units().covariance());
        close(actual.units().y().variance(), expected.units().y().variance());
        close(actual.units().x().variance(), expected.units().x().variance());
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
