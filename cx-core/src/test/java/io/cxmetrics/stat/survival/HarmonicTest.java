package io.cxmetrics.stat.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Fractions of Python up to ten thousand, digamma of mpmath with 40 digits beyond. */
class HarmonicTest {

    @Test
    void sumsOfReciprocals() {
        assertThat(Harmonic.between(0, 0)).isZero();
        assertThat(Harmonic.between(2, 4)).isCloseTo(7 / 12.0, within(1e-16));
        assertThat(Harmonic.between(0, 1_000)).isCloseTo(7.485470860550345, within(1e-14));
        assertThat(Harmonic.between(500, 10_000)).isCloseTo(2.9947826060538576, within(1e-15));
        assertThat(Harmonic.between(100_000_000_000L, 1_000_000_000_000L)).isCloseTo(2.302585092989546, within(2e-15));
        assertThat(Harmonic.between(999_999_999_999_900L, 1_000_000_000_000_000L))
                .isCloseTo(1.0000000000000495e-13, within(1e-27));
    }
}
