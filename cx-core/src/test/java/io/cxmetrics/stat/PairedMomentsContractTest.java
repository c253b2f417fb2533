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

class PairedMomentsContractTest extends SummaryContract<PairedMomentsContractTest.Pair, PairedMoments> {

    record Pair(double x, double y) {}

    @Override
    protected Arbitrary<Pair> inputs() {
        return Combinators.combine(numbers(), numbers()).as(Pair::new);
    }

    @Override
    protected PairedMoments empty() {
        return PairedMoments.EMPTY;
    }

    @Override
    protected PairedMoments bulk(List<Pair> inputs) {
        return PairedMoments.of(
                inputs.stream().mapToDouble(Pair::x).toArray(),
                inputs.stream().mapToDouble(Pair::y).toArray());
    }

    @Override
    protected Aggregation<Pair, ?, PairedMoments> aggregation() {
        return PairedMoments.aggregation().mapInput(pair -> new double[] {pair.x(), pair.y()});
    }

    @Override
    protected Collector<Pair, ?, PairedMoments> collector() {
        return PairedMoments.toPairedMoments(Pair::x, Pair::y);
    }

    private static Arbitrary<Double> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-5, 5).map(Integer::doubleValue),
                Arbitraries.doubles().between(-1, 1).ofScale(6).map(x -> 1e6 + x));
    }

    @Override
    protected void assertSame(PairedMoments actual, PairedMoments expected) {
        Close.assertClose(actual.x(), expected.x());
        Close.assertClose(actual.y(), expected.y());
        if (expected.count() < 2) {
            assertThat(actual.covariance()).isNaN();
            return;
        }
        // What an error of the means in their last digits may do to the products, and rounding of their sum.
        double products =
                Math.sqrt(expected.x().squares()) * Math.sqrt(expected.y().squares());
        double tolerance = 1e-12 * products
                + 4
                        * expected.count()
                        * (range(expected.x()) * Close.lastDigit(expected.y())
                                + range(expected.y()) * Close.lastDigit(expected.x()));
        assertThat(actual.covariance() * (actual.count() - 1))
                .isCloseTo(expected.covariance() * (expected.count() - 1), within(tolerance));
    }

    private static double range(Moments moments) {
        return moments.max() - moments.min();
    }

    @Override
    protected Set<String> freeFields() {
        return Set.of("products");
    }
}
