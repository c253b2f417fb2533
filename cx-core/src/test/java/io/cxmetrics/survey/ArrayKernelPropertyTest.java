package io.cxmetrics.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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

/**
 * The counts of arrays, which work on words and blocks, against the definition applied to one rating after the other.
 */
class ArrayKernelPropertyTest {

    private static final RatingScale[] SCALES = {
        RatingScale.THUMBS,
        RatingScale.SMILEYS,
        RatingScale.ONE_TO_FIVE,
        RatingScale.ONE_TO_SEVEN,
        RatingScale.of(0, 7),
        RatingScale.ZERO_TO_TEN,
        RatingScale.of(-1, 1),
        RatingScale.of(-6, 0),
        RatingScale.of(121, 127),
        RatingScale.of(122, 128),
        RatingScale.of(-128, -122),
        RatingScale.of(0, 127)
    };

    @Provide
    Arbitrary<RatingScale> scales() {
        return Arbitraries.of(SCALES);
    }

    /** A rating of the scale that a byte can hold. */
    private static byte any(Random random, RatingScale scale) {
        return (byte) (scale.min() + random.nextInt(Math.min(scale.max(), 127) - scale.min() + 1));
    }

    private static byte[] ratings(int length, RatingScale scale, long seed) {
        Random random = new Random(seed);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = any(random, scale);
        }
        return bytes;
    }

    private static int[] widened(byte[] bytes) {
        int[] ints = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            ints[i] = bytes[i];
        }
        return ints;
    }

    private static Nps plainNps(byte[] ratings, int from, int to) {
        long promoters = 0;
        long passives = 0;
        for (int i = from; i < to; i++) {
            if (ratings[i] >= 9) {
                promoters++;
            } else if (ratings[i] >= 7) {
                passives++;
            }
        }
        return Nps.ofCounts(promoters, passives, to - from - promoters - passives);
    }

    private static Ratings plainCounts(RatingScale scale, byte[] ratings, int from, int to) {
        long[] counts = new long[scale.points()];
        for (int i = from; i < to; i++) {
            counts[ratings[i] - scale.min()]++;
        }
        return Ratings.ofCounts(scale, counts);
    }

    @Test
    void everyLengthAtEveryOffsetCountsAlike() {
        for (RatingScale scale : SCALES) {
            byte[] bytes = ratings(316, scale, scale.points());
            int[] ints = widened(bytes);
            for (int from = 0; from < 16; from++) {
                for (int to = from; to <= from + 300; to++) {
                    Ratings expected = plainCounts(scale, bytes, from, to);
                    assertThat(Ratings.ofRange(scale, bytes, from, to)).isEqualTo(expected);
                    assertThat(Ratings.ofRange(scale, ints, from, to)).isEqualTo(expected);
                    if (scale.equals(RatingScale.ZERO_TO_TEN)) {
                        assertThat(Nps.ofRange(bytes, from, to)).isEqualTo(plainNps(bytes, from, to));
                        assertThat(Nps.ofRange(ints, from, to)).isEqualTo(plainNps(bytes, from, to));
                    }
                }
            }
        }
    }

    /** Blocks are of some 2,000 bytes and 16,000 ints; counts of one kind fill a block as far as it goes. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void manyBlocksCountAlike(
            @ForAll @IntRange(min = 0, max = 40_000) int length,
            @ForAll("scales") RatingScale scale,
            @ForAll boolean alike,
            @ForAll long seed) {
        byte[] bytes = ratings(length, scale, seed);
        if (alike && length > 0) {
            Arrays.fill(bytes, bytes[0]);
        }
        assertThat(Ratings.of(scale, bytes)).isEqualTo(plainCounts(scale, bytes, 0, length));
        assertThat(Ratings.of(scale, widened(bytes))).isEqualTo(plainCounts(scale, bytes, 0, length));
        byte[] tens = ratings(length, RatingScale.ZERO_TO_TEN, seed);
        if (alike) {
            Arrays.fill(tens, (byte) 10);
        }
        assertThat(Nps.of(tens)).isEqualTo(plainNps(tens, 0, length));
        assertThat(Nps.of(widened(tens))).isEqualTo(plainNps(tens, 0, length));
    }

    /** A word of eight, the last seven, and a second word, so that an overflow into a neighbour would show. */
    @Test
    void everyByteInEveryLaneIsCountedOrRefused() {
        for (RatingScale scale : SCALES) {
            for (int value = -128; value < 128; value++) {
                for (int position = 0; position < 23; position++) {
                    byte[] bytes = ratings(23, scale, position);
                    bytes[position] = (byte) value;
                    if (scale.contains(value)) {
                        assertThat(Ratings.of(scale, bytes)).isEqualTo(plainCounts(scale, bytes, 0, 23));
                    } else {
                        refuses(scale, bytes, position);
                    }
                }
            }
        }
    }

    private static void refuses(RatingScale scale, byte[] bytes, int position) {
        String message = "rating must be in [" + scale.min() + ", " + scale.max() + "], got " + bytes[position]
                + " at index " + position;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratings.of(scale, bytes))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratings.of(scale, widened(bytes)))
                .withMessage(message);
        if (scale.equals(RatingScale.ZERO_TO_TEN)) {
            assertThatIllegalArgumentException().isThrownBy(() -> Nps.of(bytes)).withMessage(message);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Nps.of(widened(bytes)))
                    .withMessage(message);
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theFirstOfTwoWrongValuesIsNamed(
            @ForAll @IntRange(min = 0, max = 19_999) int one,
            @ForAll @IntRange(min = 0, max = 19_999) int two,
            @ForAll("scales") RatingScale scale,
            @ForAll byte wrong,
            @ForAll long seed) {
        byte[] bytes = ratings(20_000, scale, seed);
        if (!scale.contains(wrong)) {
            bytes[one] = wrong;
            bytes[two] = wrong;
            refuses(scale, bytes, Math.min(one, two));
        }
    }

    /** Values whose difference from an end of the scale overflows an int, or comes to lie on the scale when it does. */
    @Test
    void extremesOfIntAreRefused() {
        int[] extremes = {
            Integer.MIN_VALUE,
            Integer.MIN_VALUE + 5,
            Integer.MIN_VALUE + 10,
            -1,
            11,
            Integer.MAX_VALUE - 10,
            Integer.MAX_VALUE
        };
        RatingScale[] scales = {
            RatingScale.ZERO_TO_TEN,
            RatingScale.of(-6, -1),
            RatingScale.of(Integer.MIN_VALUE + 1, Integer.MIN_VALUE + 3),
            RatingScale.of(Integer.MAX_VALUE - 3, Integer.MAX_VALUE - 1)
        };
        for (int value : extremes) {
            for (RatingScale scale : scales) {
                if (!scale.contains(value)) {
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> Ratings.of(scale, scale.min(), value, scale.max()))
                            .withMessageEndingWith("got " + value + " at index 1");
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> Arrays.stream(new int[] {value})
                                    .boxed()
                                    .collect(Ratings.toRatings(scale, rating -> rating)))
                            .withMessageEndingWith("got " + value);
                }
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Nps.of(10, value, 0))
                    .withMessage("rating must be in [0, 10], got " + value + " at index 1");
        }
        RatingScale top = RatingScale.of(Integer.MAX_VALUE - 1, Integer.MAX_VALUE);
        assertThat(Ratings.of(top, Integer.MAX_VALUE).count(Integer.MAX_VALUE)).isEqualTo(1);
    }
}
