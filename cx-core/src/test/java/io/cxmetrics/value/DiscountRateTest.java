package io.cxmetrics.value;

import static io.cxmetrics.time.CalendarPeriod.MONTH;
import static io.cxmetrics.time.CalendarPeriod.QUARTER;
import static io.cxmetrics.time.CalendarPeriod.YEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.time.CalendarPeriod;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DiscountRateTest {

    /** 1.01^12 = 1.126825030131969720661201 exactly: 1 % a month is 12.68 % a year. */
    @Test
    void ratesCompound() {
        assertThat(DiscountRate.of(0.01, MONTH).per(YEAR).rate()).isCloseTo(0.1268250301319697, within(1e-15));
        assertThat(DiscountRate.of(0.1268250301319697, YEAR).per(MONTH).rate()).isCloseTo(0.01, within(1e-15));
        assertThat(DiscountRate.of(0.21, YEAR).per(QUARTER).per(YEAR).rate()).isCloseTo(0.21, within(1e-14));
        assertThat(DiscountRate.of(0, YEAR).per(MONTH)).isEqualTo(DiscountRate.of(0, MONTH));
        // Doubled each month is 4,096 times as much in a year.
        assertThat(DiscountRate.of(1, MONTH).per(YEAR).rate()).isCloseTo(4095, within(1e-9));
    }

    @Property
    void aRateOfItsOwnPeriodIsKept(@ForAll @DoubleRange(max = 1) double rate, @ForAll CalendarPeriod period) {
        DiscountRate discount = DiscountRate.of(rate, period);
        assertThat(discount.per(period)).isSameAs(discount);
    }

    @Test
    void factorIsWhatAPaymentIsWorthNow() {
        DiscountRate tenth = DiscountRate.of(0.25, YEAR);
        assertThat(tenth.factor(0)).isEqualTo(1);
        assertThat(tenth.factor(2)).isCloseTo(0.64, within(1e-15));
    }

    @Test
    void badRatesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountRate.of(-0.1, YEAR))
                .withMessage("rate must be a fraction in [0, 1], such as 0.1 for 10 %, got -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountRate.of(10, YEAR))
                .withMessage("rate must be a fraction in [0, 1], such as 0.1 for 10 %, got 10.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountRate.ofContinuous(10, YEAR))
                .withMessage("delta must be a fraction in [0, 1], such as 0.1 for 10 %, got 10.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountRate.of(0.1, YEAR).factor(-1))
                .withMessage("periods must be finite and not negative, got -1.0");
    }

    @Test
    void saysItsPeriod() {
        assertThat(DiscountRate.of(0.1, YEAR)).hasToString("0.1 a year");
        assertThat(DiscountRate.of(0.1, YEAR))
                .isEqualTo(DiscountRate.of(0.1, YEAR))
                .hasSameHashCodeAs(DiscountRate.of(0.1, YEAR))
                .isNotEqualTo(DiscountRate.of(0.1, MONTH))
                .isNotEqualTo(DiscountRate.of(0.2, YEAR));
        assertThat(DiscountRate.of(-0.0, YEAR)).isEqualTo(DiscountRate.of(0, YEAR));
    }

    /** Ln 1.1 by a table of logarithms. */
    @Test
    void continuousRatesAreLogarithms() {
        DiscountRate yearly = DiscountRate.of(0.1, YEAR);
        assertThat(yearly.continuous()).isCloseTo(0.09531017980432487, within(1e-16));
        DiscountRate same = DiscountRate.ofContinuous(0.09531017980432487, YEAR);
        assertThat(same.rate()).isCloseTo(0.1, within(1e-15));
        assertThat(same.period()).isEqualTo(YEAR);
        assertThat(DiscountRate.ofContinuous(0, MONTH).continuous()).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiscountRate.ofContinuous(-0.1, YEAR))
                .withMessage("delta must be a fraction in [0, 1], such as 0.1 for 10 %, got -0.1");
    }
}
