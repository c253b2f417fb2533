package io.cxmetrics.compare.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

    /** R's p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") by hand: 3 * 0.01, then 2 * 0.03, 0.06 again, 4 * 0.005. */
    @Test
    void eachCountsAsOftenAsThereAreTestsLeft() {
        assertThat(Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
        assertThat(Holm.adjusted(new double[] {0.6, 0.7})).containsExactly(1, 1);
        assertThat(Holm.adjusted(new double[] {0})).containsExactly(0);
        assertThat(Holm.adjusted(new double[0])).isEmpty();
    }

    @Test
    void testsWithoutEvidenceAreNone() {
        assertThat(Holm.adjusted(new double[] {Double.NaN, 0.04, 0.01}))
                .containsExactly(new double[] {Double.NaN, 0.04, 0.02}, within(1e-15));
    }
}
