package io.cxmetrics.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {

    private static final double TINY = Double.MIN_VALUE;

    @Test
    void returnsWhatIsAllowed() {
        assertThat(Checks.notNegative("n", 0L)).isZero();
        assertThat(Checks.notNegative("n", 7L)).isEqualTo(7);
        assertThat(Checks.notNegative("x", 0.0)).isZero();
        assertThat(Checks.notNegative("x", Double.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
        assertThat(Checks.finite("x", -Double.MAX_VALUE)).isEqualTo(-Double.MAX_VALUE);
        assertThat(Checks.confidence(TINY)).isEqualTo(TINY);
        assertThat(Checks.confidence(Math.nextDown(1.0))).isEqualTo(Math.nextDown(1.0));
        assertThat(Checks.fraction("q", 0)).isZero();
        assertThat(Checks.fraction("q", 1)).isEqualTo(1);
        assertThat(Checks.positive("x", TINY)).isEqualTo(TINY);
        assertThat(Checks.inRange("k", 1, 1, 3)).isEqualTo(1);
        assertThat(Checks.inRange("k", 3, 1, 3)).isEqualTo(3);
    }

    @Test
    void refusesANegativeCount() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.notNegative("trials", -1L))
                .withMessage("trials must not be negative, got -1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-TINY, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesANegativeNumber(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.notNegative("weight", value))
                .withMessage("weight must be finite and not negative, got " + value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesWhatIsNotFinite(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.finite("limit", value))
                .withMessage("limit must be finite, got " + value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.5, 95, Double.NaN})
    void refusesAConfidence(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.confidence(value))
                .withMessage("confidence must be in (0, 1), got " + value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-TINY, 1.0000000000000002, Double.NaN})
    void refusesAFraction(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.fraction("q", value))
                .withMessage("q must be in [0, 1], got " + value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNotPositive(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.positive("margin", value))
                .withMessage("margin must be finite and positive, got " + value);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void refusesWhatIsOutOfRange(int value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.inRange("k", value, 1, 3))
                .withMessage("k must be in [1, 3], got " + value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-100, 1, 1e100})
    void takesWeights(double value) {
        assertThat(Checks.isWeight(value)).isTrue();
        assertThat(Checks.weight(value, "")).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1e-101, 1e101, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoWeight(double value) {
        assertThat(Checks.isWeight(value)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Checks.weight(value, " at index 3"))
                .withMessage("weight must be 0 or in [1e-100, 1e100], got " + value + " at index 3");
    }
}
