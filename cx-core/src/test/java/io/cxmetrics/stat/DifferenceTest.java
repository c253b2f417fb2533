package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DifferenceTest {

    /** Promoters, passives and detractors 50/30/20 against 40/30/30: 20 points with a standard error of 11.4018. */
    @Test
    void isTestedByTheNormalDistribution() {
        Difference difference = new Difference(20, 11.4017542509914);
        assertThat(difference.z()).isCloseTo(1.7541160386, within(1e-9));
        // scipy: 2 * norm.sf(1.7541160386140584)
        assertThat(difference.pValue()).isCloseTo(0.07941062599894, within(1e-10));
        // scipy: norm.interval(0.95, 20, 11.4017542509914)
        assertThat(difference.interval(0.95).low()).isCloseTo(-2.3470277, within(1e-6));
        assertThat(difference.interval(0.95).high()).isCloseTo(42.3470277, within(1e-6));
        assertThat(new Difference(-20, 11.4017542509914).pValue()).isEqualTo(difference.pValue());
    }

    @Test
    void keepsUnlikelyPValues() {
        // scipy: 2 * norm.sf(37)
        assertThat(new Difference(37, 1).pValue() / 1.1451142445047e-299).isCloseTo(1, within(1e-10));
        assertThat(new Difference(0, 1).pValue()).isEqualTo(1);
    }

    @Test
    void withoutSpreadOnlyADifferenceIsEvidence() {
        assertThat(new Difference(0, 0).z()).isNaN();
        assertThat(new Difference(0, 0).pValue()).isNaN();
        assertThat(new Difference(1, 0).pValue()).isZero();
        assertThat(new Difference(1, 0).interval(0.95)).isEqualTo(Interval.of(1, 1));
    }

    @Test
    void isUndefinedWithoutEstimate() {
        Difference undefined = new Difference(Double.NaN, Double.NaN);
        assertThat(undefined.z()).isNaN();
        assertThat(undefined.pValue()).isNaN();
        assertThat(undefined.interval(0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(new Difference(1, Double.NaN).interval(0.95)).isEqualTo(Interval.UNDEFINED);
    }

    @Test
    void refusesBadArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Difference(1, -1))
                .withMessage("standardError must not be negative, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Difference(1, 1).interval(1))
                .withMessage("confidence must be in (0, 1), got 1.0");
    }
}
