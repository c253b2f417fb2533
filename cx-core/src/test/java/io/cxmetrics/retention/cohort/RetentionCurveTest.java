package io.cxmetrics.retention.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RetentionCurveTest {

    @Test
    void ratesOfEachPeriod() {
        RetentionCurve curve = RetentionCurve.of(1, 0.8, 0.6, 0.6, 0, 0);
        assertThat(curve.periods()).isEqualTo(5);
        assertThat(curve.survival(2)).isEqualTo(0.6);
        assertThat(curve.retention(1)).isEqualTo(0.8);
        assertThat(curve.retention(2)).isCloseTo(0.75, within(1e-15));
        assertThat(curve.churn(2)).isCloseTo(0.25, within(1e-15));
        assertThat(curve.churn(3)).isZero();
        assertThat(curve.churn(4)).isEqualTo(1);
        assertThat(curve.churn(5)).isNaN();
        assertThat(curve.retention(5)).isNaN();
        assertThat(curve.meanPeriods(0)).isZero();
        assertThat(curve.meanPeriods(6)).isCloseTo(3, within(1e-15));
    }

    @Test
    void isAValue() {
        double[] shares = {100, 50};
        RetentionCurve curve = RetentionCurve.ofPercent(shares);
        shares[1] = 0;
        assertThat(curve)
                .isEqualTo(RetentionCurve.of(1, 0.5))
                .hasSameHashCodeAs(RetentionCurve.of(1, 0.5))
                .hasToString("RetentionCurve[1.0, 0.5]")
                .isNotEqualTo(RetentionCurve.of(1, 0))
                .isNotEqualTo(RetentionCurve.of(1))
                .isNotEqualTo("");
    }

    @Test
    void aZeroBelowZeroIsZero() {
        assertThat(RetentionCurve.of(1, -0.0))
                .isEqualTo(RetentionCurve.of(1, 0))
                .hasToString("RetentionCurve[1.0, 0.0]");
    }

    @Test
    void refusesWhatIsNoSurvival() {
        assertThatIllegalArgumentException()
                .isThrownBy(RetentionCurve::of)
                .withMessage("survival must start at 1, got nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionCurve.of(100, 50))
                .withMessage("survival must start at 1, got 100.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionCurve.ofPercent(1, 0.5))
                .withMessage("survival must start at 100, got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionCurve.of(1, -0.1))
                .withMessage("survival must be in [0, 1], got -0.1 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionCurve.ofPercent(100, Double.NaN))
                .withMessage("survival must be in [0, 100], got NaN at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionCurve.of(1, 0.5, 0.6))
                .withMessage("survival must not rise, got 0.6 after 0.5 at index 2");
    }

    @Test
    void refusesPeriodsItDoesNotSpan() {
        RetentionCurve curve = RetentionCurve.of(1, 0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.retention(0))
                .withMessage("period must be in [1, 1], got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.survival(2))
                .withMessage("period must be in [0, 1], got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> curve.meanPeriods(3))
                .withMessage("periods must be in [0, 2], got 3");
    }
}
