package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MomentsPropertiesTest {

    @Provide
    Arbitrary<Double> offsets() {
        return Arbitraries.of(0.0, 1.0, -1e6, 1e9, 1e12);
    }

    @Provide
    Arbitrary<Double> badNumbers() {
        return Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    private static double[] noise(int length, double offset, double spread, long seed) {
        return new Random(seed)
                .doubles(length)
                .map(x -> offset + spread * (x - 0.5))
                .toArray();
    }

    /**
     * The mean to the last digits of the largest number, and the variance to twelve: two passes in exact arithmetic.
     */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void agreesWithTwoExactPasses(
            @ForAll @IntRange(min = 1, max = 5000) int length, @ForAll("offsets") double offset, @ForAll long seed) {
        assertExact(noise(length, offset, Math.max(1, Math.abs(offset) * 1e-9), seed));
    }

    /**
     * The first numbers are no guide to the mean of all: far from it, or the start of a trend. Sums of ordered numbers
     * grow large before they shrink, which may cost the mean one more of its last digits, and the variance none of its
     * twelve.
     */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void aMisleadingStartKeepsTheVariance(
            @ForAll @IntRange(min = 100, max = 5000) int length,
            @ForAll @IntRange(min = 1, max = 99) int misleading,
            @ForAll("offsets") double offset,
            @ForAll long seed) {
        double[] values = noise(length, offset, 1, seed);
        Arrays.fill(values, 0, misleading, -2e9);
        assertExact(Moments.of(values), values, 3);
        double[] rising = noise(length, offset, length, seed);
        Arrays.sort(rising);
        assertExact(Moments.of(rising), rising, 3);
    }

    @Test
    void everyLengthAtEveryOffsetAgreesWithExactSums() {
        double[] values = noise(316, 1e9, 1, 5);
        for (int from = 0; from < 16; from++) {
            for (int to = from + 1; to <= from + 300; to++) {
                assertExact(Moments.ofRange(values, from, to), Arrays.copyOfRange(values, from, to), 2);
            }
        }
    }

    private static void assertExact(double[] values) {
        assertExact(Moments.of(values), values, 2);
    }

    private static void assertExact(Moments moments, double[] values, int lastDigits) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double x : values) {
            sum = sum.add(new BigDecimal(x));
        }
        BigDecimal mean = sum.divide(BigDecimal.valueOf(values.length), MathContext.DECIMAL128);
        BigDecimal squares = BigDecimal.ZERO;
        for (double x : values) {
            squares = squares.add(new BigDecimal(x).subtract(mean).pow(2));
        }
        assertThat(moments.count()).isEqualTo(values.length);
        assertThat(moments.mean()).isCloseTo(mean.doubleValue(), within(lastDigits * Close.lastDigit(moments)));
        assertThat(moments.squares()).isCloseTo(squares.doubleValue(), within(1e-12 * squares.doubleValue() + 1e-30));
        assertThat(moments.min()).isEqualTo(Arrays.stream(values).min().orElseThrow());
        assertThat(moments.max()).isEqualTo(Arrays.stream(values).max().orElseThrow());
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void cutsAnywhereGiveTheSame(
            @ForAll @IntRange(min = 0, max = 5000) int length,
            @ForAll @IntRange(min = 0, max = 5000) int cut,
            @ForAll("offsets") double offset,
            @ForAll long seed) {
        double[] values = noise(length, offset, 10, seed);
        int middle = Math.min(cut, length);
        Close.assertClose(
                Moments.ofRange(values, 0, middle).plus(Moments.ofRange(values, middle, length)), Moments.of(values));
        MomentsBuffer buffer = new MomentsBuffer();
        for (double value : values) {
            buffer.add(value);
        }
        Close.assertClose(buffer.moments(), Moments.of(values));
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void namesTheIndexOfABadNumber(
            @ForAll @IntRange(min = 1, max = 5000) int length,
            @ForAll @IntRange(min = 0, max = 4999) int position,
            @ForAll("badNumbers") double bad,
            @ForAll long seed) {
        double[] values = noise(length, 0, 1, seed);
        int index = Math.min(position, length - 1);
        values[index] = bad;
        String message = "value must be finite, got " + bad + " at index " + index;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.of(values))
                .withMessage(message);
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.of(values)).withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairedMoments.of(new double[length], values))
                .withMessage("y" + message.substring("value".length()));
        assertThat(Moments.ofRange(values, 0, index).count()).isEqualTo(index);
        assertThat(Moments.ofRange(values, index + 1, length).count()).isEqualTo(length - index - 1);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void twoBadNumbersNameTheFirst(@ForAll @IntRange(min = 0, max = 4998) int first) {
        double[] values = new double[5000];
        values[first] = Double.POSITIVE_INFINITY;
        values[4999] = Double.NEGATIVE_INFINITY;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.of(values))
                .withMessage("value must be finite, got Infinity at index " + first);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void additionIsCommutativeToTheLastBit(
            @ForAll @IntRange(min = 0, max = 50) int one,
            @ForAll @IntRange(min = 0, max = 50) int two,
            @ForAll("offsets") double offset,
            @ForAll long seed) {
        Moments first = Moments.of(noise(one, offset, 3, seed));
        Moments second = Moments.of(noise(two, -offset, 1, seed + 1));
        assertThat(first.plus(second)).isEqualTo(second.plus(first));
    }

    /** Where counts are equal, the means must decide which side leads. */
    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void additionOfEqualCountsIsCommutativeToTheLastBit(
            @ForAll @IntRange(min = 1, max = 4) int count,
            @ForAll @IntRange(min = -9, max = 9) int magnitude,
            @ForAll long seed) {
        Random random = new Random(seed);
        double scale = Math.pow(10, magnitude);
        Moments first = Moments.ofParts(count, scale * random.nextDouble(), random.nextDouble(), -1, 1e9);
        Moments second = Moments.ofParts(count, random.nextDouble(), random.nextDouble(), -2, 1e10);
        assertThat(first.plus(second)).isEqualTo(second.plus(first));
    }
}
