package io.cxmetrics.web.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SocialEngagementTest {

    private static final SocialEngagement POST = new SocialEngagement(5, 40, 3, 1200);

    /** One post, three denominators, three rates. */
    @Test
    void theDenominatorIsNamed() {
        assertThat(POST.engagements()).isEqualTo(48);
        assertThat(POST.perImpression()).isEqualTo(0.04);
        assertThat(POST.perReach(960)).isEqualTo(0.05);
        assertThat(POST.perFollower(4800)).isEqualTo(0.01);
    }

    @Test
    void aRatioMayExceedOne() {
        assertThat(POST.perFollower(24)).isEqualTo(2.0);
    }

    @Test
    void dividedByNobodyNothingIsKnown() {
        assertThat(SocialEngagement.EMPTY.perImpression()).isNaN();
        assertThat(POST.perReach(0)).isNaN();
        assertThat(POST.perFollower(0)).isNaN();
        assertThat(SocialEngagement.EMPTY.perReach(10)).isZero();
    }

    @Test
    void refusesNegativeNumbers() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SocialEngagement(-1, 0, 0, 0))
                .withMessage("shares must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SocialEngagement(0, -1, 0, 0))
                .withMessage("likes must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SocialEngagement(0, 0, -1, 0))
                .withMessage("mentions must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SocialEngagement(0, 0, 0, -1))
                .withMessage("impressions must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POST.perReach(-1))
                .withMessage("people must be finite and not negative, got -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> POST.perFollower(-1))
                .withMessage("followers must not be negative, got -1");
        SocialEngagement many = new SocialEngagement(Long.MAX_VALUE, 1, 0, 0);
        assertThatThrownBy(many::engagements).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> many.plus(many)).isInstanceOf(ArithmeticException.class);
    }
}
