package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MomentsTest {

    private static final Moments SEVEN = Moments.of(4.2, 5.1, 3.9, 6.0, 5.5, 4.8, 7.1);

    /** numpy: mean, var(ddof=1), var, std(ddof=1); scipy: sem, t.interval(0.95, 6, mean, sem). */
    @Test
    void agreesWithNumpyAndScipy() {
        assertThat(SEVEN.count()).isEqualTo(7);
        assertThat(SEVEN.mean()).isCloseTo(5.228571428571429, within(1e-14));
        assertThat(SEVEN.sum()).isCloseTo(36.6, within(1e-13));
        assertThat(SEVEN.variance()).isCloseTo(1.199047619047619, within(1e-14));
        assertThat(SEVEN.populationVariance()).isCloseTo(1.0277551020408162, within(1e-14));
        assertThat(SEVEN.squares()).isCloseTo(7.194285714285714, within(1e-13));
        assertThat(SEVEN.standardDeviation()).isCloseTo(1.0950103282835368, within(1e-14));
        assertThat(SEVEN.standardError()).isCloseTo(0.4138750016693479, within(1e-14));
        assertThat(SEVEN.min()).isEqualTo(3.9);
        assertThat(SEVEN.max()).isEqualTo(7.1);
        assertThat(SEVEN.interval(0.95).low()).isCloseTo(4.215855782094054, within(1e-11));
        assertThat(SEVEN.interval(0.95).high()).isCloseTo(6.241287075048803, within(1e-11));
        assertThat(SEVEN.interval(0.99).low()).isCloseTo(3.694159650056637, within(1e-11));
    }

    /** scipy: means and sems of both; 2 * norm.sf(|d| / se); norm.interval(0.95, d, se). */
    @Test
    void comparesWithAnotherGroup() {
        Difference difference = SEVEN.differenceFrom(Moments.of(3.0, 4.4, 2.9, 5.2, 5.1, 3.8, 7.7));
        assertThat(difference.estimate()).isCloseTo(0.6428571428571423, within(1e-14));
        assertThat(difference.standardError()).isCloseTo(0.7486950097917541, within(1e-14));
        assertThat(difference.pValue()).isCloseTo(0.39054088762024486, within(1e-12));
        assertThat(difference.interval(0.95).low()).isCloseTo(-0.8245581117395588, within(1e-12));
    }

    /** NIST StRD univariate summary statistics: certified mean 10000000.2, standard deviation 0.1 (NumAcc4). */
    @Test
    void keepsSmallSpreadOnALargeOffset() {
        double[] values = new double[1001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == 0 ? 10_000_000.2 : i % 2 == 1 ? 10_000_000.1 : 10_000_000.3;
        }
        assertThat(Moments.of(values).mean()).isCloseTo(10_000_000.2, within(2e-9));
        assertThat(Moments.of(values).standardDeviation()).isCloseTo(0.1, within(2e-9));
    }

    @Test
    void nothingIsUndefined() {
        Moments empty = Moments.EMPTY;
        assertThat(empty).isEqualTo(Moments.of()).hasToString("Moments[count=0, all undefined]");
        assertThat(empty.count()).isZero();
        assertThat(empty.sum()).isZero();
        assertThat(empty.squares()).isZero();
        for (double answer : new double[] {
            empty.mean(),
            empty.min(),
            empty.max(),
            empty.variance(),
            empty.populationVariance(),
            empty.standardDeviation(),
            empty.standardError()
        }) {
            assertThat(answer).isNaN();
        }
        assertThat(empty.interval(0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(empty.differenceFrom(SEVEN).estimate()).isNaN();
        assertThat(empty.differenceFrom(SEVEN).interval(0.95)).isEqualTo(Interval.UNDEFINED);
    }

    @Test
    void oneNumberHasNoSampleVariance() {
        Moments one = Moments.of(-3);
        assertThat(one.mean()).isEqualTo(-3);
        assertThat(one.sum()).isEqualTo(-3);
        assertThat(one.variance()).isNaN();
        assertThat(one.populationVariance()).isZero();
        assertThat(one.standardError()).isNaN();
        assertThat(one.interval(0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(one).hasToString("Moments[count=1, mean=-3.0, variance=undefined, min=-3.0, max=-3.0]");
    }

    @Test
    void equalNumbersHaveNoSpreadAtAll() {
        double[] values = new double[10_000];
        Arrays.fill(values, 0.1);
        Moments moments = Moments.of(values);
        assertThat(moments.mean()).isEqualTo(0.1);
        assertThat(moments.squares()).isZero();
        assertThat(moments.interval(0.95)).isEqualTo(Interval.of(0.1, 0.1));
        assertThat(Collections.nCopies(1000, 0.1).stream()
                        .collect(Moments.toMoments(x -> x))
                        .squares())
                .isZero();
    }

    @Test
    void speaksInWords() {
        assertThat(Moments.of(1, 2, 3)).hasToString("Moments[count=3, mean=2.0, variance=1.0, min=1.0, max=3.0]");
    }

    @Test
    void isTheValueOfItsParts() {
        Moments parts = Moments.ofParts(3, 2, 2, 1, 3);
        assertThat(parts).isEqualTo(Moments.of(1, 2, 3)).hasSameHashCodeAs(Moments.of(1, 2, 3));
        assertThat(Moments.ofParts(0, 5, -1, 7, 2)).isEqualTo(Moments.EMPTY);
        assertThat(Moments.ofParts(2, 1, 0, 1, 1).variance()).isZero();
        for (Moments other : new Moments[] {
            Moments.ofParts(4, 2, 2, 1, 3),
            Moments.ofParts(3, 2.5, 2, 1, 3),
            Moments.ofParts(3, 2, 2.5, 1, 3),
            Moments.ofParts(3, 2, 2, 0, 3),
            Moments.ofParts(3, 2, 2, 1, 4)
        }) {
            assertThat(other).isNotEqualTo(parts);
            assertThat(other.hashCode()).isNotEqualTo(parts.hashCode());
        }
    }

    @Test
    void zeroHasNoSign() {
        assertThat(Moments.of(-0.0)).isEqualTo(Moments.of(0.0)).hasSameHashCodeAs(Moments.of(0.0));
        assertThat(Moments.of(-0.0, 0.0)).isEqualTo(Moments.of(0.0, 0.0));
        assertThat(Moments.ofParts(1, -0.0, 0, -0.0, -0.0)).isEqualTo(Moments.of(0.0));
        assertThat(Moments.of(-0.0).min()).isEqualTo(0.0).hasToString("0.0");
    }

    @Test
    void meanNeverOverflows() {
        double huge = Double.MAX_VALUE;
        assertThat(Moments.of(huge, huge, 0, 0).mean()).isCloseTo(huge / 2, within(1e292));
        assertThat(Moments.ofRange(new double[] {0, 0, huge, huge, huge}, 2, 5).mean())
                .isEqualTo(huge);
        assertThat(Moments.ofRange(new double[] {9, huge, huge, 0, 0}, 1, 5).mean())
                .isCloseTo(huge / 2, within(1e292));
        assertThat(Moments.of(-huge, huge).mean()).isZero();
        assertThat(Moments.of(-huge).plus(Moments.of(huge)).mean()).isZero();
        assertThat(Moments.of(-huge, -huge).plus(Moments.of(huge)).mean()).isCloseTo(-huge / 3, within(1e292));
        assertThat(Moments.of(-huge, huge).variance()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Moments.of(-huge, huge).interval(0.95).contains(0)).isTrue();
        assertThat(Moments.of(huge, huge).variance()).isZero();
    }

    @Test
    void takesAPartOfAnArray() {
        double[] values = {Double.NaN, 1, 2, 3, Double.NaN};
        assertThat(Moments.ofRange(values, 1, 4)).isEqualTo(Moments.of(1, 2, 3));
        assertThat(Moments.ofRange(values, 2, 2)).isEqualTo(Moments.EMPTY);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> Moments.ofRange(values, 1, 6));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> Moments.ofRange(values, -1, 2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> Moments.ofRange(values, 2, 1));
    }

    @Test
    void sumsPartsAsIfTheyWereOne() {
        Moments sum = Moments.of(1, 2).plus(Moments.of(3, 4, 5));
        assertThat(sum.mean()).isEqualTo(3);
        assertThat(sum.squares()).isEqualTo(10);
        assertThat(sum.min()).isEqualTo(1);
        assertThat(sum.max()).isEqualTo(5);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Moments.ofParts(Long.MAX_VALUE, 1, 0, 1, 1).plus(Moments.of(1)))
                .withMessage("long overflow");
    }

    @Test
    void collectsMoreThanOneBlock() {
        Moments collected = IntStream.rangeClosed(1, 10_001).boxed().collect(Moments.toMoments(i -> i));
        assertThat(collected.count()).isEqualTo(10_001);
        assertThat(collected.mean()).isCloseTo(5001, within(1e-9));
        // (n^2 - 1) / 12 and n (n + 1) / 12 are the variances of 1..n
        assertThat(collected.populationVariance()).isCloseTo((10_001.0 * 10_001 - 1) / 12, within(1e-5));
        assertThat(collected.variance()).isCloseTo(10_001.0 * 10_002 / 12, within(1e-5));
        Moments parallel = IntStream.rangeClosed(1, 10_001).boxed().parallel().collect(Moments.toMoments(i -> i));
        Close.assertClose(parallel, collected);
    }

    @Test
    void bufferStaysUsableAfterARefusal() {
        MomentsBuffer buffer = new MomentsBuffer();
        buffer.add(1);
        assertThatIllegalArgumentException().isThrownBy(() -> buffer.add(Double.NaN));
        buffer.add(3);
        assertThat(buffer.moments()).isEqualTo(Moments.of(1, 3));
        assertThat(buffer.join(new MomentsBuffer()).moments()).isEqualTo(Moments.of(1, 3));
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesBadArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.of(1, Double.NaN, 3))
                .withMessage("value must be finite, got NaN at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(1.0, Double.NEGATIVE_INFINITY).collect(Moments.toMoments(x -> x)))
                .withMessage("value must be finite, got -Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.ofParts(-1, 0, 0, 0, 0))
                .withMessage("count must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.ofParts(2, 0, -1, 0, 0))
                .withMessage("squares must be finite and not negative, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.ofParts(2, 0, 1, Double.NaN, 0))
                .withMessage("min must be finite, got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.ofParts(2, 0, 1, 0, Double.POSITIVE_INFINITY))
                .withMessage("max must be finite, got Infinity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.ofParts(2, 4, 1, 0, 3))
                .withMessage("mean must be in [0.0, 3.0], got 4.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.ofParts(2, Double.NaN, 1, 0, 3))
                .withMessage("mean must be in [0.0, 3.0], got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Moments.EMPTY.interval(1))
                .withMessage("confidence must be in (0, 1), got 1.0");
        assertThatNullPointerException()
                .isThrownBy(() -> Moments.toMoments(null))
                .withMessage("value");
    }
}
