package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LongMomentsTest {

    /** numpy: mean, var(ddof=1), var, std(ddof=1); scipy: t.interval(0.95, 7, mean, sem). */
    @Test
    void agreesWithNumpyAndScipy() {
        LongMoments moments = LongMoments.of(2, 4, 4, 4, 5, 5, 7, 9);
        assertThat(moments.count()).isEqualTo(8);
        assertThat(moments.sum()).isEqualTo(40);
        assertThat(moments.sumOfSquares()).isEqualTo(232);
        assertThat(moments.min()).isEqualTo(2);
        assertThat(moments.max()).isEqualTo(9);
        assertThat(moments.mean()).isEqualTo(5);
        assertThat(moments.populationVariance()).isEqualTo(4);
        assertThat(moments.variance()).isEqualTo(32.0 / 7);
        assertThat(moments.standardDeviation()).isEqualTo(2.138089935299395);
        assertThat(moments.interval(0.95).low()).isCloseTo(3.2125122, within(1e-6));
        assertThat(moments.interval(0.95).high()).isCloseTo(6.7874878, within(1e-6));
        assertThat(moments.moments()).isEqualTo(Moments.of(2, 4, 4, 4, 5, 5, 7, 9));
    }

    /** NIST StRD univariate summary statistics: NumAcc1, certified mean 10000002 and standard deviation 1. */
    @Test
    void agreesWithCertifiedValues() {
        LongMoments numAcc1 = LongMoments.of(10_000_001, 10_000_003, 10_000_002);
        assertThat(numAcc1.mean()).isEqualTo(10_000_002);
        assertThat(numAcc1.standardDeviation()).isEqualTo(1);
    }

    /**
     * Sums of 1..n, of their squares, and their variance n (n + 1) / 12, at an offset where a double has no digit left.
     */
    @Test
    void keepsASmallSpreadOnTheLargestOffset() {
        long offset = Long.MAX_VALUE - 10_001;
        LongMoments moments =
                LongStream.rangeClosed(1, 10_001).boxed().collect(LongMoments.toLongMoments(i -> offset + i));
        assertThat(moments.sum()).isEqualTo(new BigInteger("92242943740584562840807"));
        assertThat(moments.variance()).isEqualTo(10_001.0 * 10_002 / 12);
        assertThat(moments.populationVariance()).isEqualTo((10_001.0 * 10_001 - 1) / 12);
        assertThat(moments.max()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void nothingOverflows() {
        LongMoments extremes = LongMoments.of(Long.MIN_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
        assertThat(extremes.sum()).isEqualTo(-2);
        assertThat(extremes.mean()).isEqualTo(-0.5);
        BigInteger square = BigInteger.TWO.pow(63);
        assertThat(extremes.sumOfSquares())
                .isEqualTo(square.pow(2)
                        .add(square.subtract(BigInteger.ONE).pow(2))
                        .shiftLeft(1));
        assertThat(extremes.populationVariance()).isEqualTo(0x1p126);
        LongMoments doubled = extremes;
        for (int i = 0; i < 60; i++) {
            doubled = doubled.plus(doubled);
        }
        assertThat(doubled.count()).isEqualTo(1L << 62);
        assertThat(doubled.mean()).isEqualTo(-0.5);
        assertThat(doubled.populationVariance()).isEqualTo(0x1p126);
        LongMoments most = doubled;
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> most.plus(most))
                .withMessage("long overflow");
    }

    @Test
    void nothingIsUndefined() {
        LongMoments empty = LongMoments.EMPTY;
        assertThat(empty).isEqualTo(LongMoments.of()).hasToString("LongMoments[count=0, all undefined]");
        assertThat(empty.sum()).isZero();
        assertThat(empty.mean()).isNaN();
        assertThat(empty.variance()).isNaN();
        assertThat(empty.populationVariance()).isNaN();
        assertThat(empty.standardDeviation()).isNaN();
        assertThat(empty.interval(0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(empty.moments()).isEqualTo(Moments.EMPTY);
        assertThat(empty.min()).isEqualTo(Long.MAX_VALUE);
        assertThat(empty.max()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void oneNumberHasNoSampleVariance() {
        LongMoments one = LongMoments.of(-3);
        assertThat(one.mean()).isEqualTo(-3);
        assertThat(one.variance()).isNaN();
        assertThat(one.populationVariance()).isZero();
        assertThat(one.interval(0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(one).hasToString("LongMoments[count=1, mean=-3.0, variance=undefined, min=-3, max=-3]");
        assertThat(LongMoments.of(1, 2, 3)).hasToString("LongMoments[count=3, mean=2.0, variance=1.0, min=1, max=3]");
    }

    @Test
    void takesAPartOfAnArray() {
        long[] values = {Long.MAX_VALUE, 1, 2, 3, Long.MIN_VALUE};
        assertThat(LongMoments.ofRange(values, 1, 4)).isEqualTo(LongMoments.of(1, 2, 3));
        assertThat(LongMoments.ofRange(values, 2, 2)).isEqualTo(LongMoments.EMPTY);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> LongMoments.ofRange(values, 1, 6));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> LongMoments.ofRange(values, -1, 2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> LongMoments.ofRange(values, 2, 1));
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesPartsThatNoNumbersHave() {
        refuses(-1, 0, 0, 0, 0, "count must not be negative, got -1");
        refuses(2, 7, 25, 1, 3, "sum must be in [2, 6] for count, min and max, got 7");
        refuses(2, 1, 25, 1, 3, "sum must be in [2, 6] for count, min and max, got 1");
        refuses(2, 4, 7, 1, 3, "sumOfSquares must be at least sum squared / count, got 7");
        String nothing = "moments of no numbers must be those of EMPTY, got sum %d, sumOfSquares %d, min %d, max %d";
        long top = Long.MAX_VALUE;
        long bottom = Long.MIN_VALUE;
        refuses(0, 1, 0, top, bottom, nothing.formatted(1, 0, top, bottom));
        refuses(0, 0, 1, top, bottom, nothing.formatted(0, 1, top, bottom));
        refuses(0, 0, 0, 0, bottom, nothing.formatted(0, 0, 0, bottom));
        refuses(0, 0, 0, top, 0, nothing.formatted(0, 0, top, 0));
        assertThat(LongMoments.ofParts(2, BigInteger.valueOf(4), BigInteger.valueOf(8), 1, 3)
                        .variance())
                .isZero();
        assertThatNullPointerException()
                .isThrownBy(() -> LongMoments.toLongMoments(null))
                .withMessage("value");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LongMoments.EMPTY.interval(1))
                .withMessage("confidence must be in (0, 1), got 1.0");
    }

    private static void refuses(long count, long sum, long sumOfSquares, long min, long max, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        LongMoments.ofParts(count, BigInteger.valueOf(sum), BigInteger.valueOf(sumOfSquares), min, max))
                .withMessage(message);
    }
}
