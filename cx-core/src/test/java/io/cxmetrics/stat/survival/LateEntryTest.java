package io.cxmetrics.stat.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Proportion;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LateEntryTest {

    private static final Offset<Double> NEAR = within(1e-12);

    private static final EventTimes TEN = EventTimes.ofLateEntry(
            new long[] {0, 0, 2, 3, 0, 4, 1, 5, 0, 6},
            new long[] {3, 7, 5, 9, 4, 8, 6, 10, 6, 12},
            new boolean[] {true, false, true, true, true, false, true, true, true, false});

    /** numpy by the definition: at risk are those with entry < t <= exit. */
    @Test
    void countsEachFromEntryOn() {
        List<SurvivalStep> steps = TEN.curve().steps();
        assertThat(steps).extracting(SurvivalStep::time).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 12L);
        assertThat(steps).extracting(SurvivalStep::atRisk).containsExactly(6.0, 6.0, 6.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0);
        assertThat(steps).extracting(SurvivalStep::events).containsExactly(1.0, 1.0, 1.0, 2.0, 0.0, 0.0, 1.0, 1.0, 0.0);
        SurvivalCurve curve = TEN.curve();
        assertThat(curve.at(4)).isCloseTo(0.6944444444444445, NEAR);
        assertThat(curve.at(12)).isCloseTo(0.1286008230452675, NEAR);
        assertThat(curve.standardErrorAt(5)).isCloseTo(0.18300217940789237, NEAR);
        assertThat(curve.standardErrorAt(12)).isCloseTo(0.11856410053102993, NEAR);
        assertThat(curve.cumulativeHazardAt(11)).isCloseTo(1.6666666666666667, NEAR);
        assertThat(TEN.lateEntries()).isEqualTo(6);
        assertThat(TEN).hasToString("EventTimes[events=7, censored=3, late=6]");
    }

    @Test
    void aCurveThatFellToNothingStaysThereWhoeverEntersLater() {
        SurvivalCurve curve = EventTimes.ofLateEntry(
                        new long[] {0, 2, 2}, new long[] {1, 3, 4}, new boolean[] {true, true, false})
                .curve();
        assertThat(curve.steps()).extracting(SurvivalStep::atRisk).containsExactly(1.0, 2.0, 1.0);
        assertThat(curve.at(1)).isZero();
        assertThat(curve.at(3)).isZero();
        assertThat(curve.at(9)).isZero();
        assertThat(curve.standardErrorAt(3)).isNaN();
        assertThat(curve.cumulativeHazardAt(3)).isEqualTo(1.5);
        assertThat(curve.restrictedMean(4)).isEqualTo(1);
        assertThat(curve.restrictedMeanStandardError(4)).isZero();
    }

    @Test
    void entryAtTheStartIsNotLate() {
        EventTimes from = EventTimes.ofLateEntry(new long[3], new long[] {0, 4, 4}, new boolean[] {true, true, false});
        assertThat(from).isEqualTo(EventTimes.of(new long[] {0, 4, 4}, new boolean[] {true, true, false}));
        assertThat(from.entryTimes()).isEmpty();
        assertThat(from).isNotEqualTo(from.withLateEntries(new long[] {1}, new long[] {1}));
        assertThat(from.withLateEntries(new long[] {0, 1}, new long[] {2, 0})).isEqualTo(from);
    }

    @Test
    void countsComeBackAsTheyWere() {
        EventTimes back = EventTimes.ofCounts(TEN.times(), TEN.eventsAt(), TEN.censoredAt())
                .withLateEntries(TEN.entryTimes(), TEN.enteredAt());
        assertThat(back).isEqualTo(TEN).hasSameHashCodeAs(TEN);
        assertThat(TEN.entryTimes()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(TEN.enteredAt()).containsExactly(1, 1, 1, 1, 1, 1);
        assertThat(TEN.withLateEntries(new long[0], new long[0]).lateEntries()).isZero();
    }

    @Test
    void manyObservationsArriveOneByOne() {
        EventTimes streamed = Stream.iterate(1L, i -> i + 1)
                .limit(10_000)
                .map(i -> EventTime.of(i % 7, i % 7 + 1 + i % 500, i % 3 == 0))
                .collect(EventTimes.aggregation().toCollector());
        assertThat(streamed.count()).isEqualTo(10_000);
        assertThat(streamed.events()).isEqualTo(3_333);
        assertThat(streamed.lateEntries()).isEqualTo(10_000 - 10_000 / 7);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTimes.ofLateEntry(new long[] {1, 5}, new long[] {2, 5}, new boolean[2]))
                .withMessage("entry must be before exit 5, got 5 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTimes.ofLateEntry(new long[] {-1}, new long[] {2}, new boolean[1]))
                .withMessage("entry must not be negative, got -1 at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTimes.ofLateEntry(new long[] {0}, new long[] {-2}, new boolean[1]))
                .withMessage("exit must not be negative, got -2 at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTimes.ofLateEntry(new long[1], new long[2], new boolean[2]))
                .withMessage("entry must have as many entries as exit (2), got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTimes.ofLateEntry(new long[2], new long[2], new boolean[1]))
                .withMessage("event must have as many entries as exit (2), got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTime.of(3, 2, true))
                .withMessage("entry must be before exit 2, got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTime.of(-3, 2, true))
                .withMessage("entry must not be negative, got -3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTime.of(0, -2, true))
                .withMessage("exit must not be negative, got -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTime.of(-2, true))
                .withMessage("time must not be negative, got -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stream.of(-5L).collect(EventTimes.toEventTimes(t -> t, t -> true)))
                .withMessage("time must not be negative, got -5");
    }

    @Test
    void entriesThatDoNotFitTheExitsAreRefused() {
        EventTimes three = EventTimes.ofEvents(2, 2, 8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.withLateEntries(new long[] {1, 2}, new long[] {1, 2}))
                .withMessage("entered must leave at least 2 at risk at time 2, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.withLateEntries(new long[] {8}, new long[] {1}))
                .withMessage("entered must leave at least 1 at risk at time 8, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.withLateEntries(new long[] {1}, new long[] {4}))
                .withMessage("entered must not exceed the observations (3), got 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.withLateEntries(new long[] {1}, new long[] {-4}))
                .withMessage("entered must not be negative, got -4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.withLateEntries(new long[] {1, 1}, new long[2]))
                .withMessage("entryTimes must ascend, got 1 after 1 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.withLateEntries(new long[] {1}, new long[2]))
                .withMessage("entered must have as many entries as entryTimes (1), got 2");
        assertThatThrownBy(() -> EventTimes.ofCounts(new long[] {9}, new long[] {Long.MAX_VALUE}, new long[1])
                        .withLateEntries(new long[] {1, 2}, new long[] {Long.MAX_VALUE, 1}))
                .isInstanceOf(ArithmeticException.class);
    }

    @Provide
    Arbitrary<List<EventTime>> observations() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 8),
                        Arbitraries.longs().between(1, 9),
                        Arbitraries.of(true, false))
                .as((entry, length, event) -> EventTime.of(entry, entry + length, event))
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 300)
    void atRiskAreThoseWhoEnteredBeforeAndDidNotLeaveBefore(@ForAll("observations") List<EventTime> observations) {
        EventTimes times =
                observations.stream().collect(EventTimes.aggregation().toCollector());
        for (long t = 0; t < 20; t++) {
            long time = t;
            assertThat(times.hazardAt(time))
                    .isEqualTo(Proportion.of(
                            observations.stream()
                                    .filter(one -> one.exit() == time && one.event())
                                    .count(),
                            observations.stream()
                                    .filter(one -> (one.entry() < time || one.entry() == 0) && time <= one.exit())
                                    .count()));
        }
        assertThat(times.hazards())
                .isEqualTo(java.util.Arrays.stream(times.times())
                        .mapToObj(times::hazardAt)
                        .toList());
    }
}
