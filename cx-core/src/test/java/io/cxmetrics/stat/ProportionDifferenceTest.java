package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionDifferenceTest {

    private static ProportionDifference of(long events, long trials, long others, long otherTrials) {
        return Proportion.of(events, trials).differenceFrom(Proportion.of(others, otherTrials));
    }

    /** R. Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339", "9, 10, 3, 10, 0.1705, 0.8090", "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926", "0, 10, 0, 20, -0.1611, 0.2775", "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1", "10, 10, 0, 10, 0.6075, 1"
    })
    void intervalIsNewcombes(long a, long m, long b, long n, double low, double high) {
        assertThat(of(a, m, b, n).interval(0.95).low()).isCloseTo(low, within(5e-5));
        assertThat(of(a, m, b, n).interval(0.95).high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void estimateAndStandardErrorKeepBothRates() {
        ProportionDifference difference = of(56, 70, 48, 80);
        assertThat(difference.estimate()).isCloseTo(0.2, within(1e-15));
        // sqrt(0.8 * 0.2 / 70 + 0.6 * 0.4 / 80)
        assertThat(difference.standardError()).isCloseTo(0.0727029, within(1e-7));
    }

    /** scipy 1.17: chi2_contingency([[a, m - a], [b, n - b]], correction=False), whose statistic is the square of z. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 2.650171951258532, 0.008045081368196585",
        "15, 100, 10, 100, 1.0690449676496976, 0.28504940740260964"
    })
    void testIsThePooledZTest(long a, long m, long b, long n, double z, double p) {
        assertThat(of(a, m, b, n).z()).isCloseTo(z, within(1e-12));
        assertThat(of(a, m, b, n).pValue()).isCloseTo(p, within(1e-12));
        assertThat(of(b, n, a, m).z()).isCloseTo(-z, within(1e-12));
    }

    @Test
    void isUndefinedWithoutTrialsOnEitherSide() {
        for (ProportionDifference difference :
                new ProportionDifference[] {of(0, 0, 1, 2), of(1, 2, 0, 0), of(0, 0, 0, 0)}) {
            assertThat(difference.estimate()).isNaN();
            assertThat(difference.standardError()).isNaN();
            assertThat(difference.z()).isNaN();
            assertThat(difference.pValue()).isNaN();
            assertThat(difference.interval(0.95)).isEqualTo(Interval.UNDEFINED);
        }
    }

    @Test
    void testIsUndefinedWhereNobodyOrEverybodyHasTheEvent() {
        assertThat(of(0, 10, 0, 20).z()).isNaN();
        assertThat(of(10, 10, 20, 20).z()).isNaN();
        assertThat(of(10, 10, 20, 20).pValue()).isNaN();
        assertThat(of(10, 10, 0, 20).z()).isCloseTo(Math.sqrt(30), within(1e-12));
    }

    @Test
    void readsNeverOverflow() {
        Proportion huge = Proportion.of(Long.MAX_VALUE / 2, Long.MAX_VALUE);
        assertThat(huge.differenceFrom(huge).z()).isZero();
        assertThat(huge.differenceFrom(huge).pValue()).isEqualTo(1);
    }

    @Test
    @SuppressWarnings("NullAway")
    void refusesBadArguments() {
        assertThatNullPointerException()
                .isThrownBy(() -> Proportion.of(1, 2).differenceFrom(null))
                .withMessage("second");
        assertThatNullPointerException()
                .isThrownBy(() -> new ProportionDifference(null, Proportion.EMPTY))
                .withMessage("first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(1, 2, 0, 0).interval(1.5))
                .withMessage("confidence must be in (0, 1), got 1.5");
    }
}
