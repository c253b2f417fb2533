package io.cxmetrics.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import org.junit.jupiter.api.Test;

class SupportRatesTest {

    @Test
    void sharesAreProportions() {
        assertThat(SupportRates.complaint(3, 600)).isEqualTo(Proportion.of(3, 600));
        assertThat(SupportRates.escalation(12, 300).percent()).isEqualTo(4);
        assertThat(SupportRates.containment(450, 600).complement()).isEqualTo(Proportion.of(150, 600));
        assertThat(SupportRates.escalation(0, 0).rate()).isNaN();
    }

    @Test
    void sharesOfMoreThanAllAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SupportRates.complaint(3, 2))
                .withMessage("complaints must not exceed contacts (2), got 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SupportRates.escalation(-1, 2))
                .withMessage("escalated must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SupportRates.containment(1, -2))
                .withMessage("sessions must not be negative, got -2");
    }

    @Test
    void contactsMayExceedTheirBase() {
        assertThat(ContactRate.of(30, 20).rate()).isEqualTo(1.5);
        assertThat(ContactRate.of(30, 20).per(100)).isEqualTo(150);
        assertThat(ContactRate.of(30, 20)).hasToString("30 for 20 (1.5)");
        assertThat(ContactRate.of(30, 0).rate()).isNaN();
        assertThat(ContactRate.EMPTY).hasToString("0 for 0 (undefined)");
    }

    /** The exact limits by scipy 1.17: chi2.ppf(0.025, 2k) / 2 and chi2.ppf(0.975, 2k + 2) / 2. */
    @Test
    void contactRatesHaveExactPoissonIntervals() {
        Interval many = ContactRate.of(120, 4000).interval(0.95);
        assertThat(many.low()).isCloseTo(0.024872981406484675, within(1e-10));
        assertThat(many.high()).isCloseTo(0.03587264634233806, within(1e-10));
        Interval few = ContactRate.of(3, 10).interval(0.95);
        assertThat(few.low()).isCloseTo(0.06186721228956014, within(1e-10));
        assertThat(few.high()).isCloseTo(0.8767273069742323, within(1e-10));
        Interval none = ContactRate.of(0, 50).interval(0.95);
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.0737775890822787, within(1e-10));
        assertThat(ContactRate.of(3, 0).interval(0.95)).isEqualTo(Interval.UNDEFINED);
    }

    @Test
    void badCountsOfContactsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContactRate.of(-1, 2))
                .withMessage("contacts must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContactRate.of(1, -2))
                .withMessage("base must not be negative, got -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContactRate.EMPTY.per(0))
                .withMessage("units must be finite and positive, got 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContactRate.EMPTY.interval(1))
                .withMessage("confidence must be in (0, 1), got 1.0");
        assertThatThrownBy(() -> ContactRate.of(Long.MAX_VALUE, 1).plus(ContactRate.of(1, 1)))
                .isInstanceOf(ArithmeticException.class);
    }
}
