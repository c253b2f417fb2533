package io.cxmetrics.benchmarks.duel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AgreementTest {

    @Test
    void numbersAgreeWithinTheTolerance() {
        assertThat(Agreement.between(1.0, 1.0009, 1e-3)).isTrue();
        assertThat(Agreement.between(1.0, 1.0021, 1e-3)).isFalse();
        assertThat(Agreement.between(7, 7L, 0)).isTrue();
        assertThat(Agreement.between(Double.NaN, Double.NaN, 0)).isTrue();
        assertThat(Agreement.between(Double.NaN, 0.0, 1)).isFalse();
    }

    @Test
    void arraysAgreeElementByElement() {
        assertThat(Agreement.between(new double[] {1, 2}, new double[] {1, 2.1}, 0.1))
                .isTrue();
        assertThat(Agreement.between(new double[] {1, 2}, new double[] {1, 2.1}, 0.01))
                .isFalse();
        assertThat(Agreement.between(new long[] {1}, new long[] {1, 2}, 1)).isFalse();
        assertThat(Agreement.between(new long[][] {{1}, {2}}, new long[][] {{1}, {3}}, 0))
                .isFalse();
    }

    @Test
    void mapsAgreeKeyByKeyAndNothingAgreesWithNull() {
        assertThat(Agreement.between(Map.of("a", 1), Map.of("a", 1L), 0)).isTrue();
        assertThat(Agreement.between(Map.of("a", 1), Map.of("b", 1), 0)).isFalse();
        assertThat(Agreement.between(Map.of("a", 1), Map.of(), 0)).isFalse();
        assertThat(Agreement.between(null, null, 1)).isFalse();
        assertThat(Agreement.between("a", "b", 1)).isFalse();
    }
}
