package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;

class QuantilesTest {

    private static final long[] TEN = {20, 3, 8, 6, 7, 8, 16, 10, 15, 13};

    /** numpy 2.4: quantile(v, q) and quantile(v, q, method="inverted_cdf"). */
    @Test
    void quantilesOfTen() {
        assertThat(Quantiles.of(TEN, 0, 0.25, 0.5, 0.75, 1)).containsExactly(3, 7.25, 9, 14.5, 20);
        assertThat(Quantiles.of(QuantileMethod.NEAREST_RANK, TEN, 0, 0.1, 0.25, 0.5, 0.75, 0.99, 1))
                .containsExactly(3, 3, 7, 8, 15, 20, 20);
    }

    @Test
    void quantilesComeInTheOrderInWhichTheyAreAskedFor() {
        assertThat(Quantiles.of(TEN, 1, 0, 0.5, 1)).containsExactly(20, 3, 9, 20);
        assertThat(Quantiles.of(TEN)).isEmpty();
    }

    @Test
    void partIsThatPartAlone() {
        assertThat(Quantiles.ofRange(QuantileMethod.LINEAR, TEN, 1, 4, 0, 0.5, 1))
                .containsExactly(3, 6, 8);
        assertThat(Quantiles.ofRange(QuantileMethod.LINEAR, TEN, 9, 10, 0, 0.3, 1))
                .containsExactly(13, 13, 13);
        assertThat(Quantiles.ofRange(QuantileMethod.LINEAR, TEN, 10, 10, 0.5)).containsExactly(Double.NaN);
    }

    @Test
    void nothingIsUndefined() {
        for (QuantileMethod method : QuantileMethod.values()) {
            assertThat(Quantiles.of(method, new long[0], 0, 0.5, 1))
                    .containsExactly(Double.NaN, Double.NaN, Double.NaN);
        }
    }

    @Test
    void extremesOfLongAreNumbersLikeOthers() {
        long[] extremes = {Long.MAX_VALUE, 0, Long.MIN_VALUE};
        assertThat(Quantiles.of(extremes, 0, 0.25, 0.5, 0.75, 1)).containsExactly(-0x1p63, -0x1p62, 0, 0x1p62, 0x1p63);
        assertThat(Quantiles.of(new long[] {Long.MIN_VALUE, Long.MIN_VALUE}, 0.5))
                .containsExactly(-0x1p63);
        assertThat(Quantiles.of(new long[] {Long.MAX_VALUE, Long.MAX_VALUE}, 0.5))
                .containsExactly(0x1p63);
    }

    /** 2^53 + 1 has no double; its quantile is the double next to it, which is 2^53. */
    @Test
    void lastDigitsBeyondThoseOfDoubleAreLost() {
        assertThat(Quantiles.of(new long[] {(1L << 53) + 1}, 0.5)).containsExactly(0x1p53);
    }

    @Test
    void theArrayIsLeftAsItIs() {
        long[] values = TEN.clone();
        var unused = Quantiles.of(values, 0.1, 0.5, 0.9);
        assertThat(values).isEqualTo(TEN);
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesBadArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiles.of(TEN, 0.5, 1.5))
                .withMessage("q must be in [0, 1], got 1.5 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Quantiles.of(new long[0], Double.NaN))
                .withMessage("q must be in [0, 1], got NaN at index 0");
        assertThatNullPointerException()
                .isThrownBy(() -> Quantiles.of(null, TEN, 0.5))
                .withMessage("method");
        int[][] wrong = {{-1, 2}, {0, 11}, {2, 1}};
        for (int[] part : wrong) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> Quantiles.ofRange(QuantileMethod.LINEAR, TEN, part[0], part[1], 0.5));
        }
    }
}
