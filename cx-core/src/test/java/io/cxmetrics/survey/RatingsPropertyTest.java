package io.cxmetrics.survey;

import static io.cxmetrics.survey.Near.near;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RatingsPropertyTest {

    /** Every byte is a point of this scale. */
    private static final RatingScale BYTES = RatingScale.of(-128, 127);

    @Test
    void everyRoadCountsAlikeForEveryLengthAndEveryByte() {
        Random random = new Random(1);
        for (int length = 0; length <= 300; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            int[] ints = widened(bytes);
            long[] expected = new long[256];
            for (int value : ints) {
                expected[value + 128]++;
            }
            assertThat(Ratings.of(BYTES, bytes).counts()).isEqualTo(expected);
            assertThat(Ratings.of(BYTES, ints).counts()).isEqualTo(expected);
            assertThat(Arrays.stream(ints)
                            .boxed()
                            .collect(Ratings.toRatings(BYTES, value -> value))
                            .counts())
                    .isEqualTo(expected);
            assertThat(Arrays.stream(ints)
                            .boxed()
                            .collect(Ratings.aggregation(BYTES).toCollector())
                            .counts())
                    .isEqualTo(expected);
        }
        for (int value = -128; value < 128; value++) {
            assertThat(Ratings.of(BYTES, new byte[] {(byte) value}).count(value))
                    .isEqualTo(1);
        }
    }

    @Test
    void wrongValueIsReportedWithItsIndexWhereverItStands() {
        for (int length = 1; length <= 40; length++) {
            for (int wrong = 0; wrong < length; wrong++) {
                byte[] bytes = new byte[length];
                Arrays.fill(bytes, (byte) 3);
                bytes[wrong] = wrong % 2 == 0 ? (byte) 6 : -128;
                bytes[length - 1] = wrong == length - 1 ? bytes[wrong] : (byte) 0; // a later one stays unnamed
                String message = "rating must be in [1, 5], got " + bytes[wrong] + " at index " + wrong;
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Ratings.of(RatingScale.ONE_TO_FIVE, bytes))
                        .withMessage(message);
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Ratings.of(RatingScale.ONE_TO_FIVE, widened(bytes)))
                        .withMessage(message);
            }
        }
    }

    @Test
    void everyByteOffTheScaleIsRefused() {
        for (int value = -128; value < 128; value++) {
            byte[] bytes = {5, (byte) value};
            if (!RatingScale.ONE_TO_FIVE.contains(value)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> Ratings.of(RatingScale.ONE_TO_FIVE, bytes))
                        .withMessage("rating must be in [1, 5], got " + value + " at index 1");
            }
        }
    }

    @Property
    void partOfArrayIsThatPartAlone(
            @ForAll @Size(max = 50) byte[] bytes,
            @ForAll @IntRange(max = 50) int a,
            @ForAll @IntRange(max = 50) int b) {
        int from = Math.min(Math.min(a, b), bytes.length);
        int to = Math.min(Math.max(a, b), bytes.length);
        Ratings alone = Ratings.of(BYTES, Arrays.copyOfRange(bytes, from, to));
        assertThat(Ratings.ofRange(BYTES, bytes, from, to)).isEqualTo(alone);
        assertThat(Ratings.ofRange(BYTES, widened(bytes), from, to)).isEqualTo(alone);
    }

    @Test
    void partIsCheckedAloneAndItsIndexCountsInTheWholeArray() {
        byte[] bytes = {9, 1, 9, 5, 9};
        assertThat(Ratings.ofRange(RatingScale.ONE_TO_FIVE, bytes, 1, 2).count())
                .isEqualTo(1);
        assertThat(Ratings.ofRange(RatingScale.ONE_TO_FIVE, widened(bytes), 3, 4)
                        .count())
                .isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratings.ofRange(RatingScale.ONE_TO_FIVE, bytes, 1, 5))
                .withMessage("rating must be in [1, 5], got 9 at index 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratings.ofRange(RatingScale.ONE_TO_FIVE, widened(bytes), 1, 5))
                .withMessage("rating must be in [1, 5], got 9 at index 2");
    }

    @Test
    void partMustLieInTheArray() {
        int[][] wrong = {{-1, 2}, {0, 4}, {2, 1}, {4, 4}};
        for (int[] part : wrong) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> Nps.ofRange(new int[] {1, 2, 3}, part[0], part[1]));
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> Nps.ofRange(new byte[] {1, 2, 3}, part[0], part[1]));
        }
        assertThat(Nps.ofRange(new int[] {1, 2, 3}, 3, 3)).isEqualTo(Nps.EMPTY);
    }

    @Property
    void boxGrowsWithItsSizeAndBoxesShareOutEverybody(@ForAll @Size(min = 1, max = 60) int[] any) {
        Ratings ratings = onSeven(any);
        for (int k = 1; k < 6; k++) {
            assertThat(ratings.topBox(k + 1).rate())
                    .isGreaterThanOrEqualTo(ratings.topBox(k).rate());
            assertThat(ratings.bottomBox(k + 1).rate())
                    .isGreaterThanOrEqualTo(ratings.bottomBox(k).rate());
        }
        for (int k = 1; k <= 6; k++) {
            assertThat(ratings.topBox(k).plus(ratings.bottomBox(7 - k)).events())
                    .isEqualTo(ratings.count());
            assertThat(ratings.netBox(k)).isBetween(-100.0, 100.0);
        }
    }

    @Property
    void statisticsAreThoseOfThePlainNumbers(@ForAll @Size(min = 1, max = 60) int[] any) {
        Ratings ratings = onSeven(any);
        int[] sorted =
                Arrays.stream(any).map(RatingsPropertyTest::seventh).sorted().toArray();
        double mean = Arrays.stream(sorted).average().orElseThrow();
        near(ratings.mean(), mean);
        near(
                ratings.moments().populationVariance(),
                Arrays.stream(sorted).mapToDouble(r -> (r - mean) * (r - mean)).sum() / sorted.length);
        near(ratings.median(), (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2.0);
    }

    /** A rating on the first effort scale is 6 minus itself on a scale where high is good. */
    @Property
    void polarityIsAMirror(@ForAll @Size(min = 1, max = 60) int[] any) {
        int[] effort = Arrays.stream(any).map(r -> Math.floorMod(r, 5) + 1).toArray();
        Ratings low = Ratings.of(RatingScale.CES_1, effort);
        Ratings high = Ratings.of(
                RatingScale.ONE_TO_FIVE, Arrays.stream(effort).map(r -> 6 - r).toArray());
        for (int k = 1; k <= 4; k++) {
            assertThat(low.topBox(k)).isEqualTo(high.topBox(k));
            assertThat(low.bottomBox(k)).isEqualTo(high.bottomBox(k));
            assertThat(low.netBox(k)).isEqualTo(high.netBox(k));
        }
        near(low.normalised(), high.normalised());
        near(low.mean(), 6 - high.mean());
        near(low.median(), 6 - high.median());
    }

    private static Ratings onSeven(int[] any) {
        return Ratings.of(
                RatingScale.ONE_TO_SEVEN,
                Arrays.stream(any).map(RatingsPropertyTest::seventh).toArray());
    }

    private static int seventh(int any) {
        return Math.floorMod(any, 7) + 1;
    }

    private static int[] widened(byte[] bytes) {
        int[] ints = new int[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            ints[i] = bytes[i];
        }
        return ints;
    }
}
