package io.cxmetrics.support.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
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

    /** The exact limits by scipy 1.17: chi2.ppf(0.025, 2k) / 2 and chi2.ppf(0.975, 2k + 2) / 2. */
    @Test
    void contactsMayExceedTheirBase() {
        assertThat(SupportRates.contacts(30, 20).rate()).isEqualTo(1.5);
        assertThat(SupportRates.contacts(30, 20).per(100)).isEqualTo(150);
        assertThat(SupportRates.contacts(30, 0).rate()).isNaN();
        Interval many = SupportRates.contacts(120, 4000).interval(0.95);
        assertThat(many.low()).isCloseTo(0.024872981406484675, within(1e-10));
        assertThat(many.high()).isCloseTo(0.03587264634233806, within(1e-10));
    }

    @Test
    void badCountsOfContactsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SupportRates.contacts(-1, 2))
                .withMessage("contacts must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SupportRates.contacts(1, -2))
                .withMessage("base must not be negative, got -2");
    }
}
