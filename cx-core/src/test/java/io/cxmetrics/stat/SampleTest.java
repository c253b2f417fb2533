package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {

    private static final Sample TEN = Sample.of(20, 3, 8, 6, 7, 8, 16, 10, 15, 13);
    private static final Sample FIVE = Sample.of(15, 20, 35, 40, 50);

    /** numpy 2.4: quantile(v, q) and quantile(v, q, method="inverted_cdf"). */
    @ParameterizedTest
    @CsvSource({"0, 3, 3", "0.1, 5.7, 3", "0.25, 7.25, 7", "0.5, 9, 8", "0.75, 14.5, 15", "0.99, 19.64, 20", "1, 20, 20"
    })
    void quantilesOfTen(double q, double linear, double nearestRank) {
        assertThat(TEN.quantile(q)).isCloseTo(linear, within(1e-12));
        assertThat(TEN.quantile(q, QuantileMethod.NEAREST_RANK)).isEqualTo(nearestRank);
    }

    @ParameterizedTest
    @CsvSource({"0, 15, 15", "0.05, 16, 15", "0.3, 23, 20", "0.4, 29, 20", "0.5, 35, 35", "0.9, 46, 50", "1, 50, 50"})
    void quantilesOfFive(double q, double linear, double nearestRank) {
        assertThat(FIVE.quantile(q)).isCloseTo(linear, within(1e-12));
        assertThat(FIVE.quantile(q, QuantileMethod.NEAREST_RANK)).isEqualTo(nearestRank);
    }

    @Test
    void hasNumbersMedianAndMoments() {
        assertThat(FIVE.count()).isEqualTo(5);
        assertThat(TEN.median()).isEqualTo(9);
        assertThat(TEN.values()).containsExactly(3, 6, 7, 8, 8, 10, 13, 15, 16, 20);
        assertThat(FIVE.moments()).isEqualTo(Moments.of(15, 20, 35, 40, 50));
        assertThat(Sample.of(7).quantile(0.3)).isEqualTo(7);
        assertThat(Sample.of(7).quantile(0.3, QuantileMethod.NEAREST_RANK)).isEqualTo(7);
    }

    @Test
    void countsUpToALimit() {
        assertThat(TEN.shareUpTo(8)).isEqualTo(Proportion.of(5, 10));
        assertThat(TEN.shareUpTo(Math.nextDown(8.0))).isEqualTo(Proportion.of(3, 10));
        assertThat(TEN.shareUpTo(2)).isEqualTo(Proportion.of(0, 10));
        assertThat(TEN.shareUpTo(20)).isEqualTo(Proportion.of(10, 10));
        assertThat(Sample.EMPTY.shareUpTo(1)).isEqualTo(Proportion.EMPTY);
    }

    @Test
    void nothingIsUndefined() {
        assertThat(Sample.EMPTY.median()).isNaN();
        assertThat(Sample.EMPTY.quantile(0, QuantileMethod.NEAREST_RANK)).isNaN();
        assertThat(Sample.EMPTY.moments()).isEqualTo(Moments.EMPTY);
        assertThat(Sample.EMPTY.values()).isEmpty();
        assertThat(Sample.EMPTY).isEqualTo(Sample.of()).hasToString("Sample[count=0, median=undefined]");
    }

    @Test
    void isAValue() {
        assertThat(Sample.of(2, 1)).isEqualTo(Sample.of(1, 2)).hasSameHashCodeAs(Sample.of(1, 2));
        assertThat(Sample.of(1, 2)).isNotEqualTo(Sample.of(1, 3)).isNotEqualTo(Sample.of(1, 2, 2));
        assertThat(Sample.of(1, 2).hashCode()).isNotEqualTo(Sample.of(1, 3).hashCode());
        assertThat(Sample.of(-0.0)).isEqualTo(Sample.of(0.0)).hasSameHashCodeAs(Sample.of(0.0));
        assertThat(Sample.of(3, 1, 2, 10)).hasToString("Sample[count=4, median=2.5]");
    }

    @Test
    void keepsNeitherTheArrayGivenNorTheArrayReturned() {
        double[] values = {2, 1};
        Sample sample = Sample.of(values);
        values[0] = 99;
        sample.values()[0] = 99;
        assertThat(sample).isEqualTo(Sample.of(1, 2));
        assertThat(values).containsExactly(99, 1);
    }

    @Test
    void collectsNumbersInAnyOrder() {
        assertThat(Stream.of("ccc", "a", "bb").collect(Sample.toSample(String::length)))
                .isEqualTo(Sample.of(1, 2, 3));
        assertThat(IntStream.range(0, 10_000).boxed().parallel().collect(Sample.toSample(i -> 10_000 - i)))
                .isEqualTo(Sample.of(
                        IntStream.rangeClosed(1, 10_000).mapToDouble(i -> i).toArray()));
    }

    @Test
    void quantilesOfHugeNumbersAreFinite() {
        double huge = Double.MAX_VALUE;
        assertThat(Sample.of(-huge, huge).median()).isZero();
        assertThat(Sample.of(-huge, huge).quantile(0.75)).isCloseTo(huge / 2, within(1e293));
    }

    @Test
    void positionsBeyondTheDigitsOfADoubleStayInRange() {
        long count = (1L << 53) + 4;
        for (QuantileMethod method : QuantileMethod.values()) {
            assertThat(method.of(count, position -> Objects.checkIndex(position, count), 1))
                    .isCloseTo(count, within(8.0));
        }
    }

    /** In binary 0.07 * 100 is above 7, and 0.55 * 100 above 55. */
    @Test
    void ranksOfWholePercentAreNotRoundedUp() {
        for (int percent = 1; percent <= 100; percent++) {
            assertThat(QuantileMethod.NEAREST_RANK.of(100, position -> position + 1, percent / 100.0))
                    .isEqualTo(percent);
        }
        assertThat(QuantileMethod.NEAREST_RANK.of(100, position -> position + 1, 0.0700001))
                .isEqualTo(8);
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesBadArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.of(1, 2, Double.POSITIVE_INFINITY))
                .withMessage("value must be finite, got Infinity at index 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(1.0, Double.NaN).collect(Sample.toSample(x -> x)))
                .withMessage("value must be finite, got NaN at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.quantile(50))
                .withMessage("q must be in [0, 1], got 50.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sample.EMPTY.quantile(-1))
                .withMessage("q must be in [0, 1], got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> QuantileMethod.LINEAR.of(-1, position -> 0, 0.5))
                .withMessage("count must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FIVE.shareUpTo(Double.NaN))
                .withMessage("limit must be finite, got NaN");
        assertThatNullPointerException().isThrownBy(() -> Sample.toSample(null)).withMessage("value");
        assertThatExceptionOfType(NullPointerException.class).isThrownBy(() -> FIVE.quantile(0.5, null));
    }
}
