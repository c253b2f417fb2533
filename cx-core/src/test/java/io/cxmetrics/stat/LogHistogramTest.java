package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogHistogramTest {

    @Test
    void smallNumbersAreExact() {
        LogHistogram ten = LogHistogram.of(20, 3, 8, 6, 7, 8, 16, 10, 15, 13);
        assertThat(ten.median()).isEqualTo(9);
        assertThat(ten.quantile(0.25)).isEqualTo(7.25);
        assertThat(ten.quantile(0.25, QuantileMethod.NEAREST_RANK)).isEqualTo(7);
        assertThat(ten.count()).isEqualTo(10);
        assertThat(ten.min()).isEqualTo(3);
        assertThat(ten.max()).isEqualTo(20);
        assertThat(ten.sum()).isEqualTo(106);
        assertThat(ten.mean()).isEqualTo(10.6);
        assertThat(ten.shareUpTo(8)).isEqualTo(Proportion.of(5, 10));
        assertThat(ten.shareUpTo(2)).isEqualTo(Proportion.of(0, 10));
        assertThat(ten.shareUpTo(-1)).isEqualTo(Proportion.of(0, 10));
        assertThat(ten.shareUpTo(19)).isEqualTo(Proportion.of(9, 10));
        assertThat(ten.shareUpTo(20)).isEqualTo(Proportion.of(10, 10));
        assertThat(ten).hasToString("LogHistogram[count=10, median=9.0, precision=7]");
    }

    /** From 512 to 1023 with precision 3 buckets are 64 wide: 512 to 575, of which 543.5 is the middle. */
    @Test
    void theMiddleOfABucketStandsForItsNumbers() {
        LogHistogram histogram = LogHistogram.ofRange(3, new long[] {1, 512, 575, 900}, 0, 4);
        assertThat(histogram.quantile(0.5, QuantileMethod.NEAREST_RANK)).isEqualTo(543.5);
        assertThat(histogram.shareUpTo(512)).isEqualTo(Proportion.of(3, 4));
        assertThat(histogram.shareUpTo(511)).isEqualTo(Proportion.of(1, 4));
        assertThat(LogHistogram.ofRange(3, new long[] {560, 561, 562}, 0, 3).median())
                .as("not below the lowest")
                .isEqualTo(560);
    }

    @Property
    void quantilesAreWithinTheStatedError(
            @ForAll("numbers") long[] values,
            @ForAll @IntRange(min = 1, max = 14) int precision,
            @ForAll @DoubleRange(min = 0, max = 1) double q) {
        LogHistogram histogram = LogHistogram.ofRange(precision, values, 0, values.length);
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        for (QuantileMethod method : QuantileMethod.values()) {
            double exact = method.of(sorted.length, position -> sorted[(int) position], q);
            assertThat(histogram.quantile(q, method))
                    .isCloseTo(exact, within(exact * (histogram.relativeError() + 1e-15)));
        }
    }

    @Property
    void sharesAreThoseOfALimitRoundedUpByNoMoreThanABucket(
            @ForAll("numbers") long[] values, @ForAll @IntRange(min = 1, max = 14) int precision) {
        LogHistogram histogram = LogHistogram.ofRange(precision, values, 0, values.length);
        for (long limit : values) {
            double rounded = limit * (1 + Math.scalb(1.0, -precision));
            assertThat(histogram.shareUpTo(limit).events())
                    .isBetween(
                            LongStream.of(values)
                                    .filter(value -> value <= limit)
                                    .count(),
                            LongStream.of(values)
                                    .filter(value -> value <= rounded)
                                    .count());
        }
    }

    @Provide
    Arbitrary<long[]> numbers() {
        return Arbitraries.oneOf(
                        Arbitraries.longs().between(0, 5000),
                        Arbitraries.longs().between(0, Long.MAX_VALUE),
                        Arbitraries.of(Long.MAX_VALUE, Long.MAX_VALUE - 1, 1L << 62, 1L << 53))
                .array(long[].class)
                .ofMinSize(1)
                .ofMaxSize(80);
    }

    @Property
    void sumIsExactBeyondALong(@ForAll("numbers") long[] values) {
        BigInteger sum = LongStream.of(values).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        assertThat(LogHistogram.of(values).sum()).isEqualTo(sum);
        assertThat(LogHistogram.of(values).mean())
                .isCloseTo(sum.doubleValue() / values.length, within(Math.ulp(sum.doubleValue() / values.length)));
    }

    /** Blocks of the array end at many places, and a later block may reach beyond the buckets of the earlier ones. */
    @Test
    void everyLengthAndPartIsThatOfTheNumbersOneByOne() {
        SplittableRandom random = new SplittableRandom(1);
        long[] values = LongStream.generate(() -> random.nextLong() >>> (1 + random.nextInt(60)))
                .limit(5000)
                .toArray();
        for (int length : new int[] {0, 1, 2, 300, 1023, 1024, 1025, 2048, 2049, 4999}) {
            for (int from : new int[] {0, 1, 5000 - length}) {
                long[] part = Arrays.copyOfRange(values, from, Math.min(from + length, 5000));
                LogHistogram bulk = LogHistogram.ofRange(9, values, from, from + part.length);
                LogHistogram ones = LongStream.of(part)
                        .mapToObj(value -> LogHistogram.ofRange(9, new long[] {value}, 0, 1))
                        .reduce(LogHistogram.empty(9), LogHistogram::plus);
                assertThat(bulk).isEqualTo(ones);
                assertThat(LongStream.of(part)
                                .boxed()
                                .collect(LogHistogram.aggregation(9).toCollector()))
                        .isEqualTo(ones);
            }
        }
        for (int length = 0; length <= 300; length++) {
            long[] part = Arrays.copyOf(values, length);
            assertThat(LogHistogram.of(part).count()).isEqualTo(length);
            assertThat(LogHistogram.of(part))
                    .isEqualTo(LongStream.of(part).boxed().collect(LogHistogram.toLogHistogram(value -> value)));
        }
    }

    @Test
    void whatWasFinishedStaysAsItWasWhileTheStateGoesOn() {
        LogHistogramBuffer state = new LogHistogramBuffer(7).add(5).add(6);
        LogHistogram before = state.histogram();
        LogHistogram after = state.add(5).add(1_000_000).histogram();
        assertThat(before).isEqualTo(LogHistogram.of(5, 6));
        assertThat(after).isEqualTo(LogHistogram.of(5, 6, 5, 1_000_000));
        assertThat(state.add(6).histogram()).isEqualTo(LogHistogram.of(5, 6, 5, 1_000_000, 6));
        assertThat(after.count()).isEqualTo(4);
    }

    @Property
    void bytesAreReadBackAsTheSameHistogram(
            @ForAll("numbers") long[] values, @ForAll @IntRange(min = 1, max = 14) int precision) {
        LogHistogram histogram = LogHistogram.ofRange(precision, values, 0, values.length);
        assertThat(LogHistogram.ofBytes(histogram.toBytes())).isEqualTo(histogram);
        assertThat(LogHistogram.ofBytes(histogram.plus(histogram).toBytes())).isEqualTo(histogram.plus(histogram));
    }

    /**
     * Precision 7; lowest 1, highest 300; a sum of two bytes, 301; one at 1, 276 empty buckets, and one from 300 to
     * 301.
     */
    @Test
    void bytesAreFewAndKnown() {
        assertThat(LogHistogram.EMPTY.toBytes()).containsExactly(7);
        assertThat(LogHistogram.of(1, 300).toBytes())
                .containsExactly(7, 1, (byte) 0xAC, 2, 2, 1, 45, 1, 0, (byte) 0x93, 2, 1);
        long[] many =
                LongStream.range(0, 100_000).map(i -> 1000 + i * i % 100_003).toArray();
        assertThat(LogHistogram.of(many).toBytes()).hasSizeLessThan(2000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''            | an end after 0 bytes",
                "0701 | an end after 2 bytes",
                "0701010102 | an end after 5 bytes",
                "07010101020209 | 1 bytes after its end",
                "07020101030101 | a minimum of 2 above the maximum of 1",
                "0701010001 | a sum of 0 bytes",
                "0701011101 | a sum of 17 bytes",
                "07020301030101 | a sum of 3 of 2 numbers from 2 to 3",
                "07020301070101 | a sum of 7 of 2 numbers from 2 to 3",
                "0702030105ff | an end after 6 bytes",
                "0701020103010000 | an empty last bucket",
                "070103010400000101 | an empty first bucket",
                "07ffffffffffffffffff01 | a number of more than 63 bits",
                "0701020103ffffffffffffffff7f01 | more numbers than a long counts",
            })
    void refusesBytesOfNoHistogram(String hex, String found) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogHistogram.ofBytes(bytes))
                .withMessage("bytes must be those of a histogram, got " + found);
    }

    @Test
    void nothingIsUndefined() {
        assertThat(LogHistogram.EMPTY.median()).isNaN();
        assertThat(LogHistogram.EMPTY.quantile(0, QuantileMethod.NEAREST_RANK)).isNaN();
        assertThat(LogHistogram.EMPTY.mean()).isNaN();
        assertThat(LogHistogram.EMPTY.min()).isNaN();
        assertThat(LogHistogram.EMPTY.max()).isNaN();
        assertThat(LogHistogram.EMPTY.sum()).isZero();
        assertThat(LogHistogram.EMPTY.shareUpTo(5)).isEqualTo(Proportion.EMPTY);
        assertThat(LogHistogram.EMPTY).hasToString("LogHistogram[count=0, median=undefined, precision=7]");
        assertThat(LogHistogram.ofBytes(LogHistogram.empty(3).toBytes())).isEqualTo(LogHistogram.empty(3));
    }

    @Test
    void isAValue() {
        LogHistogram histogram = LogHistogram.of(1, 2, 1000);
        assertThat(histogram).isEqualTo(LogHistogram.of(1000, 2, 1)).isNotEqualTo(LogHistogram.of(1, 2, 1001));
        assertThat(LogHistogram.of(1000, 1002)).as("same buckets").isNotEqualTo(LogHistogram.of(1001, 1001));
        assertThat(LogHistogram.empty(3)).isNotEqualTo(LogHistogram.empty(4));
        assertThat(histogram.hashCode()).isNotEqualTo(LogHistogram.of(1, 3).hashCode());
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesBadArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogHistogram.empty(0))
                .withMessage("precision must be in [1, 14], got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogHistogram.aggregation(15))
                .withMessage("precision must be in [1, 14], got 15");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogHistogram.EMPTY.plus(LogHistogram.empty(10)))
                .withMessage("other must have precision 7, got 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogHistogram.of(1).quantile(2))
                .withMessage("q must be in [0, 1], got 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(3L, -4L).collect(LogHistogram.toLogHistogram(value -> value)))
                .withMessage("value must not be negative, got -4");
        assertThatNullPointerException()
                .isThrownBy(() -> LogHistogram.toLogHistogram(null))
                .withMessage("value");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> LogHistogram.ofRange(7, new long[3], 2, 4));
    }

    @Test
    void negativeNumberIsReportedWithItsIndexWhereverItStands() {
        for (int wrong = 0; wrong < 2100; wrong += 7) {
            long[] values = new long[2100];
            values[wrong] = wrong % 2 == 0 ? -1 : Long.MIN_VALUE;
            values[2099] = wrong == 2099 ? values[wrong] : -9; // a later one stays unnamed
            String message = "value must not be negative, got " + values[wrong] + " at index " + wrong;
            int from = wrong / 2;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LogHistogram.ofRange(7, values, from, 2100))
                    .withMessage(message);
        }
    }

    @Test
    void countsBeyondALongOverflowLoudly() {
        LogHistogram sum = LogHistogram.of(3);
        for (int i = 0; i < 62; i++) {
            sum = sum.plus(sum);
        }
        LogHistogram half = sum;
        assertThat(half.count()).isEqualTo(1L << 62);
        assertThat(half.median()).isEqualTo(3);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> half.plus(half));
    }
}
