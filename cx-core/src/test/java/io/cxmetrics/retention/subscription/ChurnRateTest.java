package io.cxmetrics.retention.subscription;

import static io.cxmetrics.time.CalendarPeriod.DAY;
import static io.cxmetrics.time.CalendarPeriod.MONTH;
import static io.cxmetrics.time.CalendarPeriod.QUARTER;
import static io.cxmetrics.time.CalendarPeriod.WEEK;
import static io.cxmetrics.time.CalendarPeriod.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.time.CalendarPeriod;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ChurnRateTest {

    /** 0.95^12 = 0.540360087662636962890625 and 0.95^3 = 0.857375, exactly. */
    @Test
    void monthlyChurnCompounds() {
        ChurnRate monthly = ChurnRate.of(0.05, MONTH);
        assertThat(monthly.per(YEAR).rate()).isCloseTo(0.459639912337363, within(1e-15));
        assertThat(monthly.per(YEAR).period()).isEqualTo(YEAR);
        assertThat(monthly.per(QUARTER).rate()).isCloseTo(0.142625, within(1e-15));
    }

    /** (1 - 0.5)^(1/365.2425) by Python's decimal with 30 digits. */
    @Test
    void daysAndWeeksGoByTheMeanYear() {
        assertThat(ChurnRate.of(0.5, YEAR).per(DAY).rate()).isCloseTo(0.001895972890866293, within(1e-16));
        assertThat(ChurnRate.of(0.01, DAY).per(WEEK).rate()).isCloseTo(1 - Math.pow(0.99, 7), within(1e-15));
    }

    @Test
    void lifetimeHoldsUnderAConstantRate() {
        ChurnRate quarter = ChurnRate.of(0.25, MONTH);
        assertThat(quarter.expectedLifetime()).isEqualTo(4);
        assertThat(ChurnRate.of(0.5, MONTH).halfLife()).isEqualTo(1);
        assertThat(ChurnRate.ofRetention(0.75, MONTH)).isEqualTo(quarter);
        assertThat(quarter.retention()).isEqualTo(0.75);
    }

    @Test
    void nobodyAndEverybodyLeaves() {
        ChurnRate nobody = ChurnRate.of(0, MONTH);
        assertThat(nobody.expectedLifetime()).isInfinite();
        assertThat(nobody.halfLife()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(nobody.per(YEAR).rate()).isZero();
        ChurnRate everybody = ChurnRate.of(1, MONTH);
        assertThat(everybody.expectedLifetime()).isEqualTo(1);
        assertThat(everybody.halfLife()).isZero();
        assertThat(everybody.per(YEAR).rate()).isEqualTo(1);
    }

    @Test
    void aZeroBelowZeroIsZero() {
        ChurnRate nobody = ChurnRate.of(-0.0, MONTH);
        assertThat(nobody).isEqualTo(ChurnRate.of(0, MONTH));
        assertThat(nobody.expectedLifetime()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(nobody.halfLife()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Property
    void aRateOfItsOwnPeriodIsKept(@ForAll @DoubleRange(max = 1) double rate, @ForAll CalendarPeriod period) {
        ChurnRate churn = ChurnRate.of(rate, period);
        assertThat(churn.per(period)).isSameAs(churn);
    }

    @Test
    void ratesOutsideZeroToOneAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnRate.of(5, MONTH))
                .withMessage("rate must be in [0, 1], got 5.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnRate.of(Double.NaN, MONTH))
                .withMessage("rate must be in [0, 1], got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChurnRate.ofRetention(-0.1, MONTH))
                .withMessage("retention must be in [0, 1], got -0.1");
    }

    @Test
    void saysItsPeriod() {
        assertThat(ChurnRate.of(0.03, MONTH)).hasToString("0.03 a month");
    }

    @Property
    void conversionComesBack(
            @ForAll @DoubleRange(max = 0.99) double rate, @ForAll CalendarPeriod from, @ForAll CalendarPeriod to) {
        ChurnRate churn = ChurnRate.of(rate, from);
        double back = churn.per(to).per(from).rate();
        // A share that is lost to within 1e-16 of all cannot say any more how it was lost.
        if (churn.per(to).rate() < 0.999) {
            assertThat(back).isCloseTo(rate, within(1e-12));
        }
        assertThat(churn.per(to).rate()).isBetween(0.0, 1.0);
    }
}
