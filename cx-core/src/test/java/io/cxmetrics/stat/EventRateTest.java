package io.cxmetrics.stat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.survival.EventTime;
import io.cxmetrics.stat.survival.EventTimes;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class EventRateTest {

    private static final EventTimes FOUR =
            EventTimes.of(new long[] {2, 5, 9, 12}, new boolean[] {true, true, false, false});

    @Test
    void dividesEventsByTheTimeSpentInTheWindow() {
        // 2 + 5 + 6 + 6; 3 + 6 of those who got beyond 6; 3 + 4 + 4 between 2 and 6
        assertThat(FOUR.hazard(0, 6)).isEqualTo(EventRate.of(2, 19));
        assertThat(FOUR.hazard(6, 13)).isEqualTo(EventRate.of(0, 9));
        assertThat(FOUR.hazard(2, 6)).isEqualTo(EventRate.of(2, 11));
        assertThat(FOUR.hazard(0, 5))
                .as("an event at the end belongs to the next")
                .isEqualTo(EventRate.of(1, 17));
        assertThat(FOUR.hazard(13, 20)).isEqualTo(EventRate.EMPTY);
        assertThat(FOUR.hazard(0, 6).rate()).isCloseTo(2 / 19.0, within(1e-15));
        assertThat(FOUR.hazard(0, 6).per(12)).isCloseTo(24 / 19.0, within(1e-15));
    }

    @Test
    void whoEnteredLateSpentNoTimeBefore() {
        EventTimes late =
                EventTimes.ofLateEntry(new long[] {4, 7, 0}, new long[] {10, 9, 5}, new boolean[] {true, true, false});
        assertThat(late.hazard(0, 4)).isEqualTo(EventRate.of(0, 4));
        assertThat(late.hazard(3, 8)).isEqualTo(EventRate.of(0, 2 + 4 + 1));
        assertThat(late.hazard(0, 11)).isEqualTo(EventRate.of(2, 6 + 2 + 5));
    }

    /** scipy: chi2.ppf(.025, 4) / 2 / 19 and chi2.ppf(.975, 6) / 2 / 19; chi2.ppf(.975, 2) / 2 / 18 */
    @Test
    void theIntervalIsExact() {
        Interval interval = EventRate.of(2, 19).interval(0.95);
        assertThat(interval.low()).isCloseTo(0.01274785676547184, within(1e-14));
        assertThat(interval.high()).isCloseTo(0.38024671935389265, within(1e-14));
        assertThat(EventRate.of(0, 18).interval(0.95).low()).isZero();
        assertThat(EventRate.of(0, 18).interval(0.95).high()).isCloseTo(0.2049377474507742, within(1e-14));
    }

    /**
     * scipy: gamma.isf((1 - c) / 2, events + 1). As the complement of a small tail it would be known to three digits.
     */
    @Test
    void theIntervalIsExactNearCertainty() {
        assertThat(EventRate.of(20, 1).interval(0.999999999999).high()).isCloseTo(71.78030970878173, within(1e-10));
        assertThat(EventRate.of(1, 1).interval(Math.nextDown(1.0)).high()).isCloseTo(41.17169706049852, within(1e-10));
    }

    /** All are under observation for 4 units, at times that add up to more than a long. */
    @Test
    void onlyTheTimeSpentCanOverflow() {
        long[] entry = {Long.MAX_VALUE - 5, Long.MAX_VALUE - 5};
        long[] exit = {Long.MAX_VALUE - 1, Long.MAX_VALUE - 1};
        assertThat(EventTimes.ofLateEntry(entry, exit, new boolean[] {true, false})
                        .hazard(0, Long.MAX_VALUE))
                .isEqualTo(EventRate.of(1, 8));
    }

    @Test
    void withoutExposureNothingIsKnown() {
        assertThat(EventRate.EMPTY.rate()).isNaN();
        assertThat(EventRate.EMPTY.interval(0.9)).isEqualTo(Interval.UNDEFINED);
        assertThat(EventRate.EMPTY).hasToString("0 in 0 (undefined)");
        assertThat(EventTimes.ofEvents(0).hazard(0, 1)).isEqualTo(EventRate.of(1, 0));
        assertThat(EventRate.of(1, 4)).hasToString("1 in 4 (0.25)");
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRate.of(-1, 2))
                .withMessage("events must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRate.of(1, -2))
                .withMessage("exposure must not be negative, got -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRate.of(1, 2).per(0))
                .withMessage("units must be finite and positive, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventRate.EMPTY.interval(1))
                .withMessage("confidence must be in (0, 1), got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOUR.hazard(-1, 2))
                .withMessage("startInclusive must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOUR.hazard(3, 3))
                .withMessage("endExclusive must be after startInclusive 3, got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FOUR.hazardAt(-3))
                .withMessage("time must not be negative, got -3");
        assertThatThrownBy(() ->
                        EventTimes.ofEvents(Long.MAX_VALUE, Long.MAX_VALUE).hazard(0, Long.MAX_VALUE))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> EventRate.of(0, Long.MAX_VALUE).plus(EventRate.of(0, 1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Provide
    Arbitrary<EventTimes> times() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 8),
                        Arbitraries.longs().between(1, 9),
                        Arbitraries.of(true, false))
                .as((entry, length, event) -> EventTime.of(entry, entry + length, event))
                .list()
                .ofMaxSize(20)
                .map(list -> list.stream().collect(EventTimes.aggregation().toCollector()));
    }

    @Property(tries = 300)
    void windowsSideBySideAddUp(@ForAll("times") EventTimes times, @ForAll @LongRange(min = 1, max = 19) long cut) {
        assertThat(times.hazard(0, cut).plus(times.hazard(cut, 20))).isEqualTo(times.hazard(0, 20));
        assertThat(times.hazard(0, 20).events()).isEqualTo(times.events());
    }

    @Property(tries = 100)
    void groupsAddUp(@ForAll("times") EventTimes one, @ForAll("times") EventTimes other) {
        assertThat(List.of(one, other).stream()
                        .map(times -> times.hazard(3, 11))
                        .reduce(EventRate.EMPTY, EventRate::plus))
                .isEqualTo(one.plus(other).hazard(3, 11));
    }
}
