package io.cxmetrics.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Looking early: what keeps its level, and what does not. */
class PeekingTest {

    private static final int RUNS = 2_000;
    private static final int UNITS = 1_000;

    /** Half a share, and three standard errors of it. */
    private static final double MOST = 0.05 + 3 * Math.sqrt(0.05 * 0.95 / RUNS);

    @Test
    void watchedAllTheTimeTheLevelIsKept() {
        SplittableRandom random = new SplittableRandom(20260103);
        ConfidenceSequence planned = ConfidenceSequence.ofPlanned(2 * UNITS, 0.05);
        ConfidenceSequence mixture = ConfidenceSequence.ofMixture(0.1, 0.05);
        GroupSequential design = GroupSequential.of(0.05, GroupSequential.evenLooks(5));
        int[] alarms = new int[4];
        for (int run = 0; run < RUNS; run++) {
            boolean[] alarm = new boolean[4];
            double sum = 0;
            for (int n = 1; n <= UNITS; n++) {
                sum += random.nextGaussian() * Math.sqrt(2);
                if (n < 100) {
                    continue;
                }
                double error = Math.sqrt(2.0 / n);
                double estimate = sum / n;
                alarm[0] |= planned.pValue(2L * n, estimate, error) <= 0.05;
                alarm[1] |= mixture.pValue(2L * n, estimate, error) <= 0.05;
                alarm[2] |= n % (UNITS / 5) == 0 && design.stops(n / (UNITS / 5) - 1, estimate / error);
                alarm[3] |= Math.abs(estimate / error) > 1.96;
            }
            for (int i = 0; i < alarms.length; i++) {
                alarms[i] += alarm[i] ? 1 : 0;
            }
        }
        assertThat((double) alarms[0] / RUNS).isLessThan(MOST);
        assertThat((double) alarms[1] / RUNS).isLessThan(MOST);
        assertThat((double) alarms[2] / RUNS).isCloseTo(0.05, within(MOST - 0.05));
        assertThat((double) alarms[3] / RUNS).as("looks without correction").isGreaterThan(0.2);
    }

    /** The classical boundaries of five looks at 0.05: 2.413 of Pocock (1977), 2.040 of O'Brien and Fleming (1979). */
    @Test
    void boundariesOfTheTextbooks() {
        double[] looks = GroupSequential.evenLooks(5);
        assertThat(GroupSequential.of(SpendingRule.CLASSIC_POCOCK, 0.05, looks).critical(0))
                .isCloseTo(2.413, within(5e-4));
        assertThat(GroupSequential.of(SpendingRule.CLASSIC_OBRIEN_FLEMING, 0.05, looks)
                        .critical(4))
                .isCloseTo(2.040, within(5e-4));
        assertThat(GroupSequential.of(0.05, 1).critical(0)).isCloseTo(1.959963984540054, within(1e-9));
        GroupSequential pocock = GroupSequential.of(SpendingRule.POCOCK, 0.05, looks);
        assertThat(pocock.spent()[4]).isCloseTo(0.05, within(1e-9));
        assertThat(pocock.power(pocock.drift(0.9))).isCloseTo(0.9, within(1e-9));
        assertThat(pocock.inflation(0.8))
                .isGreaterThan(GroupSequential.of(0.05, looks).inflation(0.8));
    }

    @Test
    void laterLooksNeverChangeEarlierOnes() {
        GroupSequential planned = GroupSequential.of(0.05, 0.3, 0.6, 1);
        GroupSequential late = GroupSequential.of(0.05, 0.3, 0.6, 0.8, 1.3);
        assertThat(late.critical(0)).isEqualTo(planned.critical(0));
        assertThat(late.critical(1)).isEqualTo(planned.critical(1));
        assertThat(late.spent()[3]).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void theMonitorNeverForgets() {
        ConfidenceSequence sequence = ConfidenceSequence.ofPlanned(2_000, 0.05);
        SequentialMonitor start = SequentialMonitor.of(sequence);
        assertThat(start.pValue()).isNaN();
        assertThat(start.interval().defined()).isFalse();
        SequentialMonitor early = start.look(100, 5, 0.1);
        assertThat(early.tooEarly()).isEqualTo(1);
        assertThat(early.evident()).isFalse();
        SequentialMonitor up = early.look(1_000, 0.5, 0.05);
        assertThat(up.evident()).isTrue();
        SequentialMonitor later = up.look(4_000, 0.01, 0.02);
        assertThat(later.pValue()).isEqualTo(up.pValue());
        assertThat(later.evident()).isTrue();
        SequentialMonitor away = later.look(9_000, -0.5, 0.02);
        assertThat(away.drifted()).isTrue();
        assertThat(away.interval().defined()).isFalse();
        assertThat(away).hasToString("SequentialMonitor[looks=3, pValue=" + away.pValue() + ", interval=[drifted]]");
        assertThat(away.look(9_001, 0, 0).tooEarly()).isEqualTo(2);
        assertThat(start.look(300, 0, Double.NaN).looks()).isZero();
        assertThatThrownBy(() -> early.withFewest(3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("units must be set before the first look, got 3");
    }

    @Test
    void refusals() {
        assertThatThrownBy(() -> GroupSequential.of(0.05, 0.5, 0.4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("information must rise, and end once it is 1 or more, got 0.4 at index 1");
        assertThatThrownBy(() -> GroupSequential.of(0.05, 1, 1.2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("information must rise, and end once it is 1 or more, got 1.2 at index 1");
        assertThatThrownBy(() -> GroupSequential.of(0.05))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("looks must be in [1, 100], got 0");
        assertThatThrownBy(() -> GroupSequential.of(0.05, 1).critical(1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("look must be in [0, 0], got 1");
        assertThatThrownBy(() -> GroupSequential.evenLooks(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("looks must be in [1, 100], got 0");
        assertThatThrownBy(() -> ConfidenceSequence.ofMixture(0, 0.05))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scale must be finite and positive, got 0.0");
        assertThatThrownBy(() -> ConfidenceSequence.ofPlanned(0, 0.05))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("units must be at least 1, got 0");
    }
}
