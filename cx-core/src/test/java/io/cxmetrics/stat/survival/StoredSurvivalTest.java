package io.cxmetrics.stat.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.StoredForm;
import io.cxmetrics.contract.Forgery;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Curves, their steps and tests travel by their stored forms, and forged ones are refused. */
class StoredSurvivalTest {

    private static final EventTimes MONTHS = EventTimes.ofLateEntry(
            new long[] {0, 0, 3, 0, 1}, new long[] {2, 5, 9, 12, 5}, new boolean[] {true, true, false, true, false});
    private static final EventTimes OTHERS = EventTimes.of(new long[] {1, 4, 4}, new boolean[] {true, false, true});

    @Test
    void curveOfCounts() {
        Forgery.check(MONTHS.curve(), Set.of());
        Forgery.check(EventTimes.EMPTY.curve(), Set.of());
    }

    @Test
    void curveOfWeights() throws IOException, ClassNotFoundException {
        SurvivalCurve curve = WeightedEventTimes.of(
                        new long[] {2, 5, 5}, new boolean[] {true, true, false}, new double[] {1, 2.5, 0.5})
                .curve();
        Forgery.check(curve, Set.of());
        assertThat(Forgery.copy(curve).restrictedMean(5)).isEqualTo(curve.restrictedMean(5));
    }

    @Test
    void steps() {
        MONTHS.curve().steps().forEach(step -> Forgery.check(step, Set.of()));
        assertThat(MONTHS.curve().steps().get(0))
                .isNotEqualTo(MONTHS.curve().steps().get(1));
        assertThat(MONTHS.curve().steps().get(0))
                .hasToString("SurvivalStep[time=2, atRisk=4.0, events=1.0, censored=0.0, survival=0.75, "
                        + "standardError=0.21650635094610965, cumulativeHazard=0.25, "
                        + "cumulativeHazardStandardError=0.25]");
    }

    /** A share of 117 % would be an estimate that nobody made. */
    @Test
    void aSurvivalAboveOneIsRefused() {
        StoredForm forged = MONTHS.curve().steps().get(0).storedForm().with("survival", 1.17);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forged.as(SurvivalStep.class))
                .withMessage("survival must be in [0, 1], got 1.17");
    }

    @Test
    void countedTimes() {
        Forgery.check(MONTHS.ofEventsOnly(), Set.of());
        assertThat(MONTHS.ofCensoredOnly()).hasToString("CountedTimes[count=2, mean=7.0]");
        assertThat(EventTimes.EMPTY.ofEventsOnly()).hasToString("CountedTimes[count=0, mean=undefined]");
    }

    @Test
    void logRank() throws IOException, ClassNotFoundException {
        LogRank<String> test = LogRank.of(Map.of("new", MONTHS, "old", OTHERS));
        Forgery.check(test, Set.of());
        assertThat(Forgery.copy(test).chiSquared()).isEqualTo(test.chiSquared());
        assertThat(Forgery.copy(test).groups()).isEqualTo(test.groups());
        StoredForm forged = test.storedForm().with("variance", new double[] {1, -1, -0.5, 1});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> forged.as(LogRank.class))
                .withMessage("variance must be symmetric, got -1.0 and -0.5");
    }
}
