package io.cxmetrics.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorSketchTest {

    private static final int MANY = 100_000;

    /** XXH3 of the C library by the Python package xxhash 4.0.1, over UTF-16 and over eight bytes, low byte first. */
    @Test
    void hashesAreThoseOfXxh3() {
        assertThat(VisitorSketch.hash("")).isEqualTo(0x2d06800538d394c2L);
        assertThat(VisitorSketch.hash("visitor-1")).isEqualTo(0xbb4a811a6cd33ddeL);
        assertThat(VisitorSketch.hash("Zo\u00eb-\ud83d\ude00")).isEqualTo(0x3ae1f0f1be243481L);
        assertThat(VisitorSketch.hash(42)).isEqualTo(0xd5a6f8c838df27c8L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void errorIsWithinFourStandardErrors(long seed) {
        for (int precision = 6; precision <= 14; precision += 4) {
            VisitorSketch sketch = VisitorSketch.ofRange(
                    precision, new SplittableRandom(seed).longs(MANY).toArray(), 0, MANY);
            assertThat(sketch.estimate())
                    .isCloseTo(MANY, within(4 * sketch.relativeStandardError() * MANY))
                    .isNotEqualTo(MANY);
        }
    }

    /** Keys in a row are the hard case of a weak hash. */
    @Test
    void keysInARowAreEstimatedAsWell() {
        VisitorSketch numbers = VisitorSketch.of(LongStream.range(0, MANY).toArray());
        VisitorSketch texts = IntStream.range(0, MANY).boxed().collect(VisitorSketch.toVisitorSketch(i -> "user-" + i));
        double margin = 4 * numbers.relativeStandardError() * MANY;
        assertThat(numbers.estimate()).isCloseTo(MANY, within(margin));
        assertThat(texts.estimate()).isCloseTo(MANY, within(margin));
        assertThat(texts).isNotEqualTo(numbers);
        assertThat(numbers.plus(texts).estimate()).isCloseTo(2 * MANY, within(2 * margin));
    }

    /**
     * In bulk a key that changes no register is left out early; the registers are those of keys that were added one by
     * one.
     */
    @ParameterizedTest
    @ValueSource(ints = {6, 9, 12, 16, 20})
    void bulkHasTheRegistersOfOneByOne(int precision) {
        for (int count : new int[] {0, 1, 511, 512, 513, 3_000, MANY}) {
            long[] keys =
                    new SplittableRandom(count).longs(count, -2L * MANY, MANY).toArray();
            VisitorSketch one = Arrays.stream(keys)
                    .boxed()
                    .collect(VisitorSketch.numbers(precision).toCollector());
            assertThat(VisitorSketch.ofRange(precision, keys, 0, count)).isEqualTo(one);
        }
    }

    @Test
    void codesAreTheVisitorsOfTheirNumbers() {
        int[] codes = IntStream.range(-700, 2_000).toArray();
        assertThat(VisitorSketch.of(codes))
                .isEqualTo(VisitorSketch.of(LongStream.range(-700, 2_000).toArray()));
        assertThat(VisitorSketch.of(new int[0])).isEqualTo(VisitorSketch.empty(VisitorSketch.DEFAULT_PRECISION));
    }

    /** The stated error is that of many sketches: the root of the mean square error of 300. */
    @Test
    void theStatedErrorIsTheTrueOne() {
        int precision = 8;
        int keys = 20_000;
        double squares = 0;
        int tries = 300;
        SplittableRandom random = new SplittableRandom(20_260_302);
        for (int i = 0; i < tries; i++) {
            double error = VisitorSketch.ofRange(precision, random.longs(keys).toArray(), 0, keys)
                                    .estimate()
                            / keys
                    - 1;
            squares += error * error;
        }
        assertThat(Math.sqrt(squares / tries))
                .isCloseTo(VisitorSketch.empty(precision).relativeStandardError(), within(0.005));
    }

    @Test
    void everySplitGivesTheSameSketch() {
        long[] keys = new SplittableRandom(9).longs(MANY).toArray();
        VisitorSketch whole = VisitorSketch.of(keys);
        for (int cut : new int[] {0, 1, 33_333, 99_999, MANY}) {
            VisitorSketch left = VisitorSketch.of(Arrays.copyOf(keys, cut));
            VisitorSketch right = VisitorSketch.ofRange(VisitorSketch.DEFAULT_PRECISION, keys, cut, MANY);
            assertThat(left.plus(right)).isEqualTo(whole);
        }
        assertThat(whole.plus(whole)).isEqualTo(whole);
        assertThat(LongStream.of(keys)
                        .boxed()
                        .parallel()
                        .collect(VisitorSketch.numbers(VisitorSketch.DEFAULT_PRECISION)
                                .toCollector()))
                .isEqualTo(whole);
    }

    @Test
    void textsAreOneSketchByEitherRoad() {
        VisitorSketch collected = Stream.of("ann", "bob", "ann").collect(VisitorSketch.toVisitorSketch(key -> key));
        VisitorSketch aggregated = Stream.of("bob", "ann")
                .collect(VisitorSketch.aggregation(VisitorSketch.DEFAULT_PRECISION)
                        .toCollector());
        assertThat(collected).isEqualTo(aggregated);
        assertThat(Stream.of("bob")
                        .collect(VisitorSketch.aggregation(8).toCollector())
                        .precision())
                .isEqualTo(8);
    }

    @Test
    void fewVisitorsAreAlmostExact() {
        assertThat(VisitorSketch.empty(12).estimate()).isZero();
        assertThat(VisitorSketch.empty(12).interval(0.95).width()).isZero();
        assertThat(VisitorSketch.of(1, 2, 3, 3, 2, 1).estimate()).isCloseTo(3, within(0.01));
        assertThat(VisitorSketch.of(1, 2, 3)).hasToString("VisitorSketch[about 3, precision=12]");
    }

    /** The table of the documentation. */
    @ParameterizedTest
    @CsvSource({"10, 1024, 0.0244", "12, 4096, 0.0122", "14, 16384, 0.0061", "16, 65536, 0.0031"})
    void bytesAndErrorFollowThePrecision(int precision, int bytes, double error) {
        VisitorSketch sketch = VisitorSketch.empty(precision);
        assertThat(sketch.precision()).isEqualTo(precision);
        assertThat(sketch.bytes()).isEqualTo(bytes);
        assertThat(sketch.relativeStandardError()).isCloseTo(error, within(0.00006));
    }

    @Test
    void theIntervalIsNormalAndNeverNegative() {
        VisitorSketch sketch = VisitorSketch.of(LongStream.range(0, 1000).toArray());
        double margin = 1.959963984540054 * 0.782 / 64;
        assertThat(sketch.interval(0.95).low()).isCloseTo(sketch.estimate() * (1 - margin), within(1e-9));
        assertThat(sketch.interval(0.95).high()).isCloseTo(sketch.estimate() * (1 + margin), within(1e-9));
        long[] one = {1};
        assertThat(VisitorSketch.ofRange(6, one, 0, 1).interval(1 - 1e-15).low())
                .isNotNegative();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sketch.interval(1))
                .withMessage("confidence must be in (0, 1), got 1.0");
    }

    @Test
    void refusesOtherPrecisions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitorSketch.empty(12).plus(VisitorSketch.empty(10)))
                .withMessage("other must have precision 12, got 10");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitorSketch.empty(5))
                .withMessage("precision must be in [6, 20], got 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitorSketch.aggregation(21))
                .withMessage("precision must be in [6, 20], got 21");
        assertThatThrownBy(() -> VisitorSketch.ofRange(8, new long[1], 0, 2))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    /**
     * Five visitors, and then one register after the other with what no visitor leaves there: it would be counted as
     * thousands.
     */
    @Test
    void refusesBytesThatNoVisitorsLeave() {
        VisitorSketch five = VisitorSketch.of(1L, 2L, 3L, 4L, 5L);
        byte[] bytes = five.toBytes();
        assertThat(bytes).hasSize(2 + 4096);
        assertThat(VisitorSketch.ofBytes(bytes)).isEqualTo(five);
        assertThat(five.estimate()).isCloseTo(5, within(0.1));
        for (int register : new int[] {1, 3, 40, 43, 45, 46, 47, 49, 51}) {
            byte[] forged = bytes.clone();
            forged[100] = (byte) register;
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> VisitorSketch.ofBytes(forged))
                    .withMessage("register must be one that visitors can leave, got " + register + " at index 98");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitorSketch.ofBytes(new byte[0]))
                .withMessage("bytes must begin with version 1, got no bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitorSketch.ofBytes(new byte[] {2, 12}))
                .withMessage("bytes must begin with version 1, got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitorSketch.ofBytes(Arrays.copyOf(bytes, 100)))
                .withMessage("bytes must be 4098 of precision 12, got 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitorSketch.ofBytes(new byte[] {1, 30}))
                .withMessage("precision must be in [6, 20], got 30");
    }

    @Property(tries = 50)
    void bytesOfAnySketchAreTaken(
            @ForAll @IntRange(min = 6, max = 12) int precision, @ForAll @Size(max = 2000) long[] keys) {
        VisitorSketch sketch = VisitorSketch.ofRange(precision, keys, 0, keys.length);
        assertThat(VisitorSketch.ofBytes(sketch.toBytes())).isEqualTo(sketch);
    }
}
