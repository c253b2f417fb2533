package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SampleSizeTest {

    /** W. Cochran, "Sampling Techniques", 1977: 385 for 5 points, 1,068 for 3, as every survey guide repeats. */
    @Test
    void isTheTextbookSizeForAShare() {
        assertThat(SampleSize.forProportion(0.05, 0.95)).isEqualTo(385);
        assertThat(SampleSize.forProportion(0.03, 0.95)).isEqualTo(1068);
        // scipy: ceil(norm.isf(0.005)**2 * 0.25 / 0.01**2)
        assertThat(SampleSize.forProportion(0.01, 0.99)).isEqualTo(16_588);
        assertThat(SampleSize.forProportion(0.1, 0.03, 0.95)).isEqualTo(385);
        assertThat(SampleSize.forProportion(0.9, 0.03, 0.95)).isEqualTo(385);
        assertThat(SampleSize.forProportion(0.2, 0.05, 0.9)).isEqualTo(174);
    }

    /** A net score of 50 % promoters and 20 % detractors has a variance of 0.61. */
    @Test
    void isTheSizeForANetScore() {
        assertThat(SampleSize.forVariance(0.61, 0.05, 0.95)).isEqualTo(938);
    }

    @Test
    void isAtLeastOne() {
        assertThat(SampleSize.forProportion(0, 0.05, 0.95)).isEqualTo(1);
        assertThat(SampleSize.forProportion(1, 0.05, 0.95)).isEqualTo(1);
        assertThat(SampleSize.forVariance(1e-9, 1, 0.95)).isEqualTo(1);
    }

    @Test
    void isSmallerInASmallPopulation() {
        assertThat(SampleSize.inPopulation(385, 1000)).isEqualTo(279);
        assertThat(SampleSize.inPopulation(1, 1)).isEqualTo(1);
        assertThat(SampleSize.inPopulation(385, 1)).isEqualTo(1);
        assertThat(SampleSize.inPopulation(1, Long.MAX_VALUE)).isEqualTo(1);
        assertThat(SampleSize.inPopulation(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(1L << 62);
        // 5 * 6 / 10 and 9 * 28 / 36 are whole, which a rounded quotient makes 4 and 8.
        assertThat(SampleSize.inPopulation(5, 6)).isEqualTo(3);
        assertThat(SampleSize.inPopulation(9, 28)).isEqualTo(7);
    }

    @Test
    void inPopulationIsTheSmallestThatReachesTheQuotient() {
        for (long size = 1; size < 120; size++) {
            for (long population = 1; population < 120; population++) {
                long answer = SampleSize.inPopulation(size, population);
                long divisor = population + size - 1;
                assertThat(answer * divisor).isGreaterThanOrEqualTo(size * population);
                assertThat((answer - 1) * divisor).isLessThan(size * population);
                assertThat(answer).isLessThanOrEqualTo(Math.min(size, population));
            }
        }
    }

    @Test
    void refusesBadArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.forProportion(0, 0.95))
                .withMessage("margin must be a fraction in (0, 1), got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.forProportion(5, 0.95)) // five points meant
                .withMessage("margin must be a fraction in (0, 1), got 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.forProportion(0.05, 95))
                .withMessage("confidence must be in (0, 1), got 95.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.forProportion(1.5, 0.05, 0.95))
                .withMessage("expected must be in [0, 1], got 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.forVariance(-1, 0.05, 0.95))
                .withMessage("variance must be finite and not negative, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.inPopulation(0, 5))
                .withMessage("size must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SampleSize.inPopulation(5, 0))
                .withMessage("population must be at least 1, got 0");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> SampleSize.forProportion(1e-200, 0.95))
                .withMessage("sample size must fit a long, got Infinity for margin 1.0E-200");
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> SampleSize.forVariance(0x1p61 / 1.6, Math.sqrt(0.5), 0.95))
                .withMessageStartingWith("sample size must fit a long, got 1.1");
    }
}
