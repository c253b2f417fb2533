package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
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

/** The sums of arrays against the same sums in integers of any size. */
class LongMomentsPropertyTest {

    @Provide
    Arbitrary<Long> offsets() {
        return Arbitraries.of(0L, 1_000_000_000L, -1L << 40, Long.MAX_VALUE - (1L << 32), Long.MIN_VALUE + (1L << 32));
    }

    /** How many bits the numbers differ by; from 31 on, distances are summed another way. */
    @Provide
    Arbitrary<Integer> bits() {
        return Arbitraries.of(1, 8, 30, 31, 32);
    }

    private static long[] noise(int length, long offset, int bits, long seed) {
        Random random = new Random(seed);
        return random.longs(length).map(any -> offset + (any >> (64 - bits))).toArray();
    }

    private static void assertExact(LongMoments moments, long[] values) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger squares = BigInteger.ZERO;
        for (long value : values) {
            sum = sum.add(BigInteger.valueOf(value));
            squares = squares.add(BigInteger.valueOf(value).pow(2));
        }
        assertThat(moments)
                .isEqualTo(LongMoments.ofParts(
                        values.length,
                        sum,
                        squares,
                        Arrays.stream(values).min().orElse(Long.MAX_VALUE),
                        Arrays.stream(values).max().orElse(Long.MIN_VALUE)));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void sumsAreExact(
            @ForAll @IntRange(min = 0, max = 5000) int length,
            @ForAll("offsets") long offset,
            @ForAll("bits") int bits,
            @ForAll long seed) {
        long[] values = noise(length, offset, bits, seed);
        assertExact(LongMoments.of(values), values);
        assertExact(Arrays.stream(values).boxed().collect(LongMoments.toLongMoments(value -> value)), values);
    }

    /** The block that holds the first distant number, and all after it, are summed another way. */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void sumsAreExactWithOneDistantNumber(
            @ForAll @IntRange(min = 1, max = 5000) int length,
            @ForAll @IntRange(min = 0, max = 4999) int position,
            @ForAll("offsets") long offset,
            @ForAll long distant,
            @ForAll long seed) {
        long[] values = noise(length, offset, 20, seed);
        values[Math.min(position, length - 1)] = distant;
        assertExact(LongMoments.of(values), values);
    }

    @Test
    void everyLengthAtEveryOffsetIsExact() {
        long[] values = noise(316, 1_000_000_000, 12, 9);
        for (int from = 0; from < 16; from++) {
            for (int to = from; to <= from + 300; to++) {
                assertExact(LongMoments.ofRange(values, from, to), Arrays.copyOfRange(values, from, to));
            }
        }
    }

    /** Distances from the first number of exactly 2^31 - 1, 2^31 and 2^64 - 1. */
    @Test
    void distancesAtTheLimitAreExact() {
        long[] firsts = {0, -1, 1L << 31, Long.MIN_VALUE, Long.MAX_VALUE};
        long[] distances = {
            Integer.MAX_VALUE,
            1L << 31,
            -Integer.MAX_VALUE,
            -(1L << 31),
            -(1L << 31) - 1,
            Long.MAX_VALUE,
            Long.MIN_VALUE,
            -1
        };
        for (long first : firsts) {
            for (long distance : distances) {
                long[] values = new long[2000];
                Arrays.fill(values, first + distance);
                values[0] = first;
                assertExact(LongMoments.of(values), values);
            }
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void answersAreRoundedOnce(
            @ForAll @IntRange(min = 2, max = 400) int length,
            @ForAll("offsets") long offset,
            @ForAll("bits") int bits,
            @ForAll long seed) {
        long[] values = noise(length, offset, bits, seed);
        MathContext fifty = new MathContext(50);
        BigDecimal n = BigDecimal.valueOf(length);
        BigDecimal mean = Arrays.stream(values)
                .mapToObj(BigDecimal::valueOf)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(n, fifty);
        BigDecimal squares = Arrays.stream(values)
                .mapToObj(value -> BigDecimal.valueOf(value).subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        LongMoments moments = LongMoments.of(values);
        assertThat(moments.mean()).isEqualTo(mean.doubleValue());
        assertThat(moments.variance())
                .isEqualTo(squares.divide(n.subtract(BigDecimal.ONE), fifty).doubleValue());
        assertThat(moments.populationVariance())
                .isEqualTo(squares.divide(n, fifty).doubleValue());
        assertThat(moments.moments().squares()).isEqualTo(squares.doubleValue());
        assertThat(moments.moments().mean()).isEqualTo(moments.mean());
    }
}
