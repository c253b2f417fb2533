package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is found without sorting is what a sorted copy holds. */
class QuantilesPropertyTest {

    private static final int MANY = 300_000;
    private static final double[] SOME = {0.5, 0, 0.9, 1, 0.95, 0.99, 0.001};

    @Test
    void everyLengthIsThatOfASortedCopy() {
        SplittableRandom random = new SplittableRandom(1);
        for (int length = 0; length <= 300; length++) {
            check(random.longs(length).toArray(), 0, length, SOME);
            check(random.longs(length, 0, 50).toArray(), 0, length, SOME);
            check(random.longs(length, -1_000_000, 1_000_000).toArray(), 0, length, SOME);
        }
    }

    @Test
    void everyRankOfEveryPart() {
        long[] values = new SplittableRandom(2).longs(40, -9, 9).toArray();
        double[] all = IntStream.rangeClosed(0, 80).mapToDouble(i -> i / 80.0).toArray();
        for (int from = 0; from <= values.length; from++) {
            for (int to = from; to <= values.length; to++) {
                check(values, from, to, all);
            }
        }
    }

    @Property
    void anyNumbersAtAll(@ForAll("extremes") long[] values) {
        check(values, 0, values.length, SOME);
    }

    @Provide
    Arbitrary<long[]> extremes() {
        return Arbitraries.oneOf(
                        Arbitraries.longs(),
                        Arbitraries.of(
                                Long.MIN_VALUE, Long.MIN_VALUE + 1, -1L, 0L, 1L, Long.MAX_VALUE - 1, Long.MAX_VALUE))
                .array(long[].class)
                .ofMaxSize(100);
    }

    /** More numbers in one bucket than are gathered at once, of every kind that makes it so. */
    @Test
    void crowdedNumbersAreFoundAsWell() {
        SplittableRandom random = new SplittableRandom(3);
        checkMany(i -> 77);
        checkMany(i -> i % 2 == 0 ? Long.MIN_VALUE : Long.MAX_VALUE);
        checkMany(i -> i % 3 == 0 ? 0 : 1_000_000_000_000L);
        checkMany(i -> 1_790_000_000_000L + random.nextInt(86_400_000));
        checkMany(i -> i % 1000 == 0 ? random.nextLong() : 1L << 60 | random.nextInt(1 << 30));
        checkMany(i -> random.nextLong());
        checkMany(i -> -random.nextLong(1L << 20));
        checkMany(i -> (long) (60_000 * Math.exp(3 * random.nextDouble() - 1)));
        checkMany(i -> i);
        checkMany(i -> Long.MAX_VALUE - i);
    }

    /** Steps of 1/512 of what is left: each round of narrowing leaves all but a few numbers in one bucket. */
    @Test
    void numbersThatNeedEveryRoundAreFound() {
        SplittableRandom random = new SplittableRandom(4);
        checkMany(i -> {
            int depth = random.nextInt(40);
            long value = Long.MIN_VALUE;
            for (int level = 0; level <= Math.min(depth, 6); level++) {
                value += 1L << (62 - 9 * level);
            }
            return value + (depth > 6 ? random.nextInt(3) : 0);
        });
        // The few that are looked at first are the highest of all, so that all others are below the first bucket.
        checkMany(i -> i % (MANY / 256 + 1) == 0 ? Long.MAX_VALUE : random.nextInt(1000) - 1_000_000_000_000L);
    }

    @Test
    void manyQuantilesAreGatheredInTurns() {
        SplittableRandom random = new SplittableRandom(5);
        long[] values = random.longs(MANY).toArray();
        check(
                values,
                0,
                MANY,
                IntStream.rangeClosed(0, 1000).mapToDouble(i -> i / 1000.0).toArray());
        check(values, 1234, MANY - 77, SOME);
    }

    private static void checkMany(IntToLongFunction value) {
        check(IntStream.range(0, MANY).mapToLong(value).toArray(), 0, MANY, SOME);
    }

    private static void check(long[] values, int from, int to, double[] q) {
        long[] before = values.clone();
        long[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        for (QuantileMethod method : QuantileMethod.values()) {
            double[] expected = Arrays.stream(q)
                    .map(each -> method.of(sorted.length, position -> sorted[(int) position], each))
                    .toArray();
            assertThat(Quantiles.ofRange(method, values, from, to, q)).isEqualTo(expected);
        }
        assertThat(values).isEqualTo(before);
    }
}
