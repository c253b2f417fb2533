package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class SamplePropertiesTest {

    @Provide
    Arbitrary<double[]> numbers() {
        Arbitrary<Double> number = Arbitraries.doubles().between(-100, 100).ofScale(3);
        return Arbitraries.oneOf(
                number.array(double[].class).ofMinSize(1).ofMaxSize(3),
                number.array(double[].class).ofMinSize(1).ofMaxSize(200));
    }

    @Provide
    Arbitrary<int[]> wholeNumbers() {
        return Arbitraries.integers().between(-9, 9).array(int[].class).ofMaxSize(100);
    }

    /** Type 1 in decimal arithmetic: the smallest number with at least a share q of all numbers up to it. */
    @Property
    void nearestRankIsTheFirstThatReachesTheShare(
            @ForAll("numbers") double[] values, @ForAll @IntRange(min = 0, max = 1000) int perMille) {
        BigDecimal q = BigDecimal.valueOf(perMille, 3);
        BigDecimal needed = q.multiply(BigDecimal.valueOf(values.length));
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double expected = Double.NaN;
        for (int i = 0; i < sorted.length && Double.isNaN(expected); i++) {
            if (BigDecimal.valueOf(i + 1).compareTo(needed) >= 0) {
                expected = sorted[i];
            }
        }
        double actual = Sample.of(values).quantile(q.doubleValue(), QuantileMethod.NEAREST_RANK);
        assertThat(actual).isEqualTo(expected);
        assertThat(values).contains(actual);
    }

    /** Type 7 in decimal arithmetic: between the neighbours of position (n - 1) q. */
    @Property
    void linearInterpolatesBetweenNeighbours(
            @ForAll("numbers") double[] values, @ForAll @IntRange(min = 0, max = 1000) int perMille) {
        BigDecimal position = BigDecimal.valueOf(perMille, 3).multiply(BigDecimal.valueOf(values.length - 1));
        int below = position.setScale(0, RoundingMode.FLOOR).intValueExact();
        int above = position.setScale(0, RoundingMode.CEILING).intValueExact();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        BigDecimal low = new BigDecimal(sorted[below]);
        BigDecimal high = new BigDecimal(sorted[above]);
        BigDecimal expected = low.add(high.subtract(low).multiply(position.subtract(BigDecimal.valueOf(below))));
        assertThat(Sample.of(values).quantile(perMille / 1000.0))
                .isCloseTo(expected.doubleValue(), within(1e-10))
                .isBetween(sorted[0], sorted[sorted.length - 1]);
    }

    @Property
    void quantilesGrowWithQ(
            @ForAll("numbers") double[] values,
            @ForAll QuantileMethod method,
            @ForAll @Scale(9) @DoubleRange(min = 0, max = 1) double one,
            @ForAll @Scale(9) @DoubleRange(min = 0, max = 1) double two) {
        Sample sample = Sample.of(values);
        assertThat(sample.quantile(Math.min(one, two), method))
                .isLessThanOrEqualTo(sample.quantile(Math.max(one, two), method));
    }

    @Property
    void shareUpToCounts(@ForAll("wholeNumbers") int[] values, @ForAll @IntRange(min = -10, max = 10) int limit) {
        Sample sample = Sample.of(Arrays.stream(values).mapToDouble(x -> x).toArray());
        long upTo = Arrays.stream(values).filter(x -> x <= limit).count();
        assertThat(sample.shareUpTo(limit)).isEqualTo(Proportion.of(upTo, values.length));
    }
}
