package io.cxmetrics.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CorrectionTest {

    /** Table 1 of Benjamini and Hochberg (1995): fifteen tests after a heart attack, of which four are named at 5 %. */
    private static final double[] THROMBOLYSIS = {
        0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590,
        1.0000
    };

    private static long named(Correction correction) {
        return Arrays.stream(correction.adjust(THROMBOLYSIS))
                .filter(p -> p <= 0.05)
                .count();
    }

    @Test
    void theExampleOfBenjaminiAndHochberg() {
        assertThat(named(Correction.BONFERRONI)).isEqualTo(3);
        assertThat(named(Correction.BENJAMINI_HOCHBERG)).isEqualTo(4);
        assertThat(named(Correction.NONE)).isEqualTo(9);
    }

    /** 3 * 0.01, then 2 * 0.03, 0.06 again, 4 * 0.005. */
    @Test
    void eachCountsAsOftenAsThereAreTestsLeft() {
        assertThat(Correction.HOLM.adjust(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
        assertThat(Correction.HOLM.adjust(0.6, 0.7)).containsExactly(1, 1);
        assertThat(Correction.HOLM.adjust(0)).containsExactly(0);
        for (Correction correction : Correction.values()) {
            assertThat(correction.adjust()).isEmpty();
            assertThat(correction.adjust(0.2)).containsExactly(0.2);
        }
    }

    @Test
    void testsWithoutEvidenceAreNone() {
        assertThat(Correction.HOLM.adjust(Double.NaN, 0.04, 0.01))
                .containsExactly(new double[] {Double.NaN, 0.04, 0.02}, within(1e-15));
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> Correction.HOLM.adjust(0.1, 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pValue must be in [0, 1], got 1.5 at index 1");
    }

    @Test
    void intervalsThatHoldTogether() {
        assertThat(Correction.HOLM.simultaneous(0.95, 5)).isCloseTo(0.99, within(1e-15));
        assertThat(Correction.BENJAMINI_HOCHBERG.simultaneous(0.95, 5)).isEqualTo(0.95);
        assertThatThrownBy(() -> Correction.HOLM.simultaneous(0.95, 0))
                .hasMessage("intervals must be at least 1, got 0");
        assertThatThrownBy(() -> Correction.HOLM.simultaneous(95, 2))
                .hasMessage("confidence must be in (0, 1), got 95.0");
    }

    /** Each is at most the one that assumes less. */
    @Property(tries = 200)
    void strongerCorrectionsRaiseLess(@ForAll @Size(max = 12) List<@DoubleRange(min = 0, max = 1) Double> drawn) {
        double[] pValues = drawn.stream().mapToDouble(Double::doubleValue).toArray();
        double[] bonferroni = Correction.BONFERRONI.adjust(pValues);
        double[] holm = Correction.HOLM.adjust(pValues);
        double[] hochberg = Correction.HOCHBERG.adjust(pValues);
        double[] hommel = Correction.HOMMEL.adjust(pValues);
        double[] rate = Correction.BENJAMINI_HOCHBERG.adjust(pValues);
        double[] dependent = Correction.BENJAMINI_YEKUTIELI.adjust(pValues);
        for (int i = 0; i < pValues.length; i++) {
            double slack = 1e-12;
            assertThat(holm[i]).isLessThanOrEqualTo(bonferroni[i] + slack);
            assertThat(hochberg[i]).isLessThanOrEqualTo(holm[i] + slack);
            assertThat(hommel[i]).isLessThanOrEqualTo(hochberg[i] + slack);
            assertThat(rate[i]).isLessThanOrEqualTo(hommel[i] + slack);
            assertThat(rate[i]).isLessThanOrEqualTo(dependent[i] + slack);
            assertThat(pValues[i]).isLessThanOrEqualTo(rate[i] + slack);
        }
    }
}
