package io.cxmetrics.value;

import static io.cxmetrics.time.CalendarPeriod.MONTH;
import static io.cxmetrics.time.CalendarPeriod.YEAR;
import static io.cxmetrics.value.PaymentTiming.FIRST_EXCLUDED;
import static io.cxmetrics.value.PaymentTiming.FIRST_NOW;
import static io.cxmetrics.value.PaymentTiming.PERIOD_END;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.stat.survival.SurvivalCurve;
import org.junit.jupiter.api.Test;

class LifetimeValueCurveTest {

    private static final DiscountRate QUARTER = DiscountRate.of(0.25, YEAR);
    private static final double[] LEFT = {1, 0.75, 0.5};

    /** At a discount of a quarter, 100 are worth 80 and 64 after one and two years. */
    @Test
    void sumsWhatIsLeftAndDiscounted() {
        assertThat(LifetimeValue.along(100, YEAR, LEFT, QUARTER, FIRST_NOW)).isCloseTo(100 + 60 + 32, within(1e-10));
        assertThat(LifetimeValue.along(100, YEAR, LEFT, QUARTER, FIRST_EXCLUDED))
                .isCloseTo(92, within(1e-10));
        assertThat(LifetimeValue.along(100, YEAR, LEFT, QUARTER, PERIOD_END)).isCloseTo(80 + 48 + 25.6, within(1e-10));
    }

    /** 1.5625 a two years' discount is 0.25 a year. */
    @Test
    void theDiscountIsConverted() {
        double monthly = Math.pow(1.25, 1 / 12.0);
        assertThat(LifetimeValue.along(100, MONTH, LEFT, QUARTER, FIRST_NOW))
                .isCloseTo(100 + 75 / monthly + 50 / monthly / monthly, within(1e-10));
    }

    /** Of four, one leaves at 1, two at 2, and one is watched until 3: S is 1, 3/4, 1/4, 1/4. */
    @Test
    void curvesOfTenures() {
        SurvivalCurve curve = EventTimes.of(new long[] {1, 2, 2, 3}, new boolean[] {true, true, true, false})
                .curve();
        DiscountRate none = DiscountRate.of(0, YEAR);
        assertThat(LifetimeValue.along(100, YEAR, curve, 4, none, FIRST_NOW)).isEqualTo(225);
        assertThat(LifetimeValue.along(100, YEAR, curve, 3, none, FIRST_EXCLUDED))
                .isEqualTo(125);
        assertThat(LifetimeValue.along(100, YEAR, curve, 2, QUARTER, FIRST_NOW)).isCloseTo(160, within(1e-10));
    }

    @Test
    void behindTheCurveNothingIsKnown() {
        SurvivalCurve curve =
                EventTimes.of(new long[] {1, 3}, new boolean[] {true, false}).curve();
        assertThat(LifetimeValue.along(100, YEAR, curve, 5, QUARTER, FIRST_NOW)).isNaN();
        assertThat(LifetimeValue.along(100, YEAR, curve, 4, QUARTER, FIRST_EXCLUDED))
                .isNaN();
        assertThat(LifetimeValue.along(100, YEAR, curve, 0, QUARTER, FIRST_NOW)).isNaN();
        assertThat(LifetimeValue.along(100, YEAR, EventTimes.EMPTY.curve(), 1, QUARTER, FIRST_NOW))
                .isNaN();
        assertThat(LifetimeValue.along(100, YEAR, new double[0], QUARTER, FIRST_NOW))
                .isNaN();
    }

    @Test
    void whenAllAreGoneNothingMoreIsPaid() {
        SurvivalCurve gone = EventTimes.ofEvents(1, 2).curve();
        assertThat(LifetimeValue.along(100, YEAR, gone, 50, QUARTER, FIRST_NOW)).isCloseTo(140, within(1e-10));
        assertThat(LifetimeValue.along(100, YEAR, gone, Integer.MAX_VALUE, QUARTER, FIRST_EXCLUDED))
                .isCloseTo(40, within(1e-10));
        assertThat(LifetimeValue.along(100, YEAR, EventTimes.ofEvents(0).curve(), 3, QUARTER, FIRST_EXCLUDED))
                .isZero();
    }

    @Test
    void badNumbersAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValue.along(100, YEAR, new double[] {1, 1.5}, QUARTER, FIRST_NOW))
                .withMessage("survival must be in [0, 1], got 1.5 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValue.along(100, YEAR, new double[] {Double.NaN}, QUARTER, FIRST_NOW))
                .withMessage("survival must be in [0, 1], got NaN at index 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValue.along(100, YEAR, new double[] {1, -0.5}, QUARTER, FIRST_NOW))
                .withMessage("survival must be in [0, 1], got -0.5 at index 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValue.along(100, YEAR, new double[] {1, 0.5, 0.75}, QUARTER, FIRST_NOW))
                .withMessage("survival must not rise, got 0.75 after 0.5 at index 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValue.along(Double.NaN, YEAR, LEFT, QUARTER, FIRST_NOW))
                .withMessage("margin must be finite, got NaN");
        SurvivalCurve curve = EventTimes.ofEvents(1).curve();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LifetimeValue.along(1, YEAR, curve, -1, QUARTER, FIRST_NOW))
                .withMessage("payments must not be negative, got -1");
    }
}
