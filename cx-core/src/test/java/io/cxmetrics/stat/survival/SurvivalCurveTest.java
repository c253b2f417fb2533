package io.cxmetrics.stat.survival;

import static java.lang.Double.POSITIVE_INFINITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Interval;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SurvivalCurveTest {

    private static final Offset<Double> NEAR = within(1e-12);

    /** Six, of whom four have the event; the fractions below are worked by hand. */
    private static final SurvivalCurve SIX =
            EventTimes.ofEvents(1, 2, 2, 4).plus(EventTimes.ofCensored(3, 9)).curve();

    @Test
    void fallsAtEventsAndOnlyThere() {
        assertThat(SIX.at(0)).isEqualTo(1);
        assertThat(SIX.at(1)).isCloseTo(5 / 6.0, NEAR);
        assertThat(SIX.at(2)).isCloseTo(1 / 2.0, NEAR);
        assertThat(SIX.at(3)).isCloseTo(1 / 2.0, NEAR);
        assertThat(SIX.at(4)).isCloseTo(1 / 4.0, NEAR);
        assertThat(SIX.at(9)).isCloseTo(1 / 4.0, NEAR);
        assertThat(SIX.at(10)).as("behind the last observation").isNaN();
        assertThat(SIX.steps()).extracting(SurvivalStep::time).containsExactly(1L, 2L, 3L, 4L, 9L);
        assertThat(SIX.steps()).isUnmodifiable();
        assertThat(SIX.steps()).extracting(SurvivalStep::atRisk).containsExactly(6.0, 5.0, 3.0, 2.0, 1.0);
    }

    @Test
    void standardErrorsAndHazardsFollowTheFormulas() {
        // sqrt(1/30 + 2/15) / 2; 1/6 + 2/5; sqrt(1/36 + 2/25)
        assertThat(SIX.standardErrorAt(2)).isCloseTo(0.2041241452319315, NEAR);
        assertThat(SIX.cumulativeHazardAt(3)).isCloseTo(0.5666666666666667, NEAR);
        assertThat(SIX.steps().get(1).cumulativeHazardStandardError()).isCloseTo(0.32829526005987014, NEAR);
        assertThat(SIX.standardErrorAt(0)).isZero();
        assertThat(SIX.cumulativeHazardAt(0)).isZero();
    }

    @Test
    void limitsAreNamed() {
        // scipy's normal quantile in the formulas, outside Java
        Interval logLog = SIX.interval(2, 0.95);
        assertThat(logLog).isEqualTo(SIX.interval(3, 0.95, SurvivalInterval.LOG_LOG));
        assertThat(logLog.low()).isCloseTo(0.11094826035143791, NEAR);
        assertThat(logLog.high()).isCloseTo(0.8037092368500568, NEAR);
        Interval plain = SIX.interval(2, 0.95, SurvivalInterval.PLAIN);
        assertThat(plain.low()).isCloseTo(0.09992402697039077, NEAR);
        assertThat(plain.high()).isCloseTo(0.9000759730296093, NEAR);
        Interval log = SIX.interval(2, 0.95, SurvivalInterval.LOG);
        assertThat(log.low()).isCloseTo(0.2246303477692667, NEAR);
        assertThat(log.high()).isEqualTo(1);
        assertThat(SIX.interval(10, 0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(SIX.steps().get(1).interval(0.95)).isEqualTo(logLog);
    }

    @Test
    void quantilesAreTheFirstTimeOrTheMiddleOfALevelStretch() {
        assertThat(SIX.quantile(0.1)).isEqualTo(1);
        assertThat(SIX.median()).as("level at a half from 2 to the event at 4").isEqualTo(3);
        assertThat(SIX.quantile(0.75))
                .as("level at a quarter from 4 to the last time")
                .isEqualTo(6.5);
        assertThat(SIX.quantile(0.76)).isEqualTo(POSITIVE_INFINITY);
        assertThat(EventTimes.ofEvents(1, 5).curve().quantile(1)).isEqualTo(5);
        assertThat(EventTimes.ofCensored(1, 5).curve().median()).isEqualTo(POSITIVE_INFINITY);
    }

    @Test
    void ofOneEventTheLimitsReachFromItToInfinity() {
        SurvivalCurve one = EventTimes.ofEvents(5).curve();
        assertThat(one.at(5)).isZero();
        assertThat(one.at(100)).as("nobody is left").isZero();
        assertThat(one.standardErrorAt(5)).isNaN();
        assertThat(one.interval(5, 0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(one.quantileInterval(0.5, 0.95)).isEqualTo(Interval.of(5, POSITIVE_INFINITY));
        assertThat(one.restrictedMean(100)).isEqualTo(5);
        assertThat(one.restrictedMeanStandardError(100)).isZero();
    }

    /** 1/6, then 1/5 + 1/4 for the two at 2, and 1/2 at 4. */
    @Test
    void flemingAndHarringtonTakeTiedEventsOneByOne() {
        assertThat(SIX.flemingHarringtonHazardAt(1)).isCloseTo(1 / 6.0, NEAR);
        assertThat(SIX.flemingHarringtonHazardAt(3)).isCloseTo(37 / 60.0, NEAR);
        assertThat(SIX.flemingHarringtonHazardAt(9)).isCloseTo(67 / 60.0, NEAR);
        assertThat(SIX.flemingHarringtonAt(9)).isCloseTo(0.3273692086197276, NEAR);
        assertThat(SIX.flemingHarringtonAt(0)).isEqualTo(1);
        assertThat(SIX.flemingHarringtonAt(10)).isNaN();
        assertThat(EventTimes.ofEvents(5).curve().flemingHarringtonAt(8)).isCloseTo(Math.exp(-1), NEAR);
    }

    @Test
    void aCurveTravels() throws IOException, ClassNotFoundException {
        for (SurvivalCurve curve : List.of(
                SIX,
                WeightedEventTimes.of(new long[] {1, 3}, new boolean[] {true, false}, new double[] {1, 2.5})
                        .curve())) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(curve);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                SurvivalCurve copy = (SurvivalCurve) in.readObject();
                assertThat(copy).isEqualTo(curve);
                assertThat(copy.restrictedMeanStandardError(3)).isEqualTo(curve.restrictedMeanStandardError(3));
            }
        }
    }

    @Test
    void timeZeroCounts() {
        SurvivalCurve curve =
                EventTimes.ofEvents(0, 0, 6).plus(EventTimes.ofCensored(0)).curve();
        assertThat(curve.at(0)).isCloseTo(0.5, NEAR);
        assertThat(curve.at(6)).isZero();
        assertThat(curve.restrictedMean(6)).isCloseTo(3, NEAR);
        assertThat(curve.restrictedMean(0)).isZero();
    }

    @Test
    void theMeanIsRestrictedToWhatWasSeen() {
        assertThat(SIX.restrictedMean(9)).isCloseTo(1 + 5 / 6.0 + 2 * 0.5 + 5 * 0.25, NEAR);
        assertThat(SIX.restrictedMean(10)).isNaN();
        assertThat(SIX.restrictedMeanStandardError(10)).isNaN();
    }

    @Test
    void withoutObservationsNothingIsDefined() {
        SurvivalCurve none = EventTimes.EMPTY.curve();
        assertThat(none.steps()).isEmpty();
        assertThat(none.at(0)).isNaN();
        assertThat(none.standardErrorAt(0)).isNaN();
        assertThat(none.cumulativeHazardAt(0)).isNaN();
        assertThat(none.median()).isNaN();
        assertThat(none.restrictedMean(0)).isNaN();
        assertThat(none.restrictedMeanStandardError(0)).isNaN();
        assertThat(none.interval(0, 0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(none.quantileInterval(0.5, 0.95)).isEqualTo(Interval.UNDEFINED);
        assertThat(none).hasToString("SurvivalCurve[no observations]");
    }

    @Test
    void limitsBeforeTheFirstEvent() {
        assertThat(SIX.interval(0, 0.95, SurvivalInterval.LOG_LOG)).isEqualTo(Interval.UNDEFINED);
        assertThat(SIX.interval(0, 0.95, SurvivalInterval.LOG)).isEqualTo(Interval.of(1, 1));
        assertThat(SIX.interval(0, 0.95, SurvivalInterval.PLAIN)).isEqualTo(Interval.of(1, 1));
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIX.at(-1))
                .withMessage("time must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIX.restrictedMean(-2))
                .withMessage("time must not be negative, got -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIX.quantile(0))
                .withMessage("q must be in (0, 1], got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIX.quantile(Double.NaN))
                .withMessage("q must be in (0, 1], got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventTimes.EMPTY.curve().quantileInterval(0.5, 1))
                .withMessage("confidence must be in (0, 1), got 1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurvivalInterval.LOG.of(1.5, 0.1, 0.95))
                .withMessage("survival must be in [0, 1], got 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurvivalInterval.LOG.of(0.5, -0.1, 0.95))
                .withMessage("standardError must be finite and not negative, got -0.1");
    }

    @Test
    void sayTheMedianInWords() {
        assertThat(SIX).hasToString("SurvivalCurve[steps=5, median=3.0]");
        SurvivalCurve same = EventTimes.ofCensored(9, 3)
                .plus(EventTimes.ofEvents(2, 1, 4, 2))
                .curve();
        assertThat(same).isEqualTo(SIX).hasSameHashCodeAs(SIX);
        assertThat(SIX).isNotEqualTo(EventTimes.ofEvents(1).curve());
    }

    @Property
    void withoutCensoringItIsTheShareLeft(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(min = 0, max = 30) Long> given,
            @ForAll @LongRange(min = 0, max = 35) long when) {
        long[] times = given.stream().mapToLong(Long::longValue).toArray();
        SurvivalCurve curve = EventTimes.ofEvents(times).curve();
        double left = Arrays.stream(times).filter(time -> time > when).count();
        assertThat(curve.at(when)).isCloseTo(left / times.length, NEAR);
        assertThat(curve.restrictedMean(31))
                .isCloseTo(Arrays.stream(times).average().orElseThrow(), within(1e-9));
    }

    @Property
    void waitingLongerNeverLowersTheCurve(
            @ForAll @Size(min = 1, max = 20) List<@LongRange(min = 0, max = 30) Long> given,
            @ForAll @LongRange(min = 0, max = 30) long censored,
            @ForAll @LongRange(min = 0, max = 30) long when) {
        long[] times = given.stream().mapToLong(Long::longValue).toArray();
        EventTimes events = EventTimes.ofEvents(times).plus(EventTimes.ofEvents(40));
        SurvivalCurve sooner = events.plus(EventTimes.ofCensored(censored)).curve();
        SurvivalCurve later = events.plus(EventTimes.ofCensored(censored + 5)).curve();
        assertThat(later.at(when)).isGreaterThanOrEqualTo(sooner.at(when) - 1e-12);
    }
}
