package io.cxmetrics.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SessionRulesTest {

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    /** As the systems document their defaults. */
    @Test
    void presetsAreTheDefaultsOfSystems() {
        assertThat(SessionDefinition.GA4.rules())
                .isEqualTo(new SessionRules(HALF_HOUR, SessionBoundary.AFTER, null, false, Long.MAX_VALUE, null, false))
                .isEqualTo(SessionDefinition.PLAUSIBLE.rules());
        assertThat(SessionDefinition.POSTHOG.rules())
                .isEqualTo(new SessionRules(
                        HALF_HOUR, SessionBoundary.AFTER, null, false, Long.MAX_VALUE, Duration.ofHours(24), false));
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(SessionDefinition.matomo(berlin).rules())
                .isEqualTo(new SessionRules(HALF_HOUR, SessionBoundary.AT, berlin, true, 10_000, null, false));
        assertThat(SessionDefinition.SNOWPLOW.rules())
                .isEqualTo(new SessionRules(
                        HALF_HOUR, SessionBoundary.AFTER, null, false, Long.MAX_VALUE, Duration.ofDays(3), true));
        assertThat(SessionDefinition.all(berlin))
                .extracting(SessionDefinition::name)
                .containsExactly("ga4", "matomo", "plausible", "posthog", "snowplow", "single_page", "one_event");
    }

    @Test
    void changesOnePartAtATime() {
        SessionRules changed = SessionDefinition.GA4
                .rules()
                .withTimeout(Duration.ofMillis(1))
                .withBoundary(SessionBoundary.AT)
                .withMidnight(ZoneOffset.UTC)
                .withCampaignChange(true)
                .withMaxActions(1)
                .withMaxLength(Duration.ofHours(1));
        assertThat(changed)
                .isEqualTo(new SessionRules(
                        Duration.ofMillis(1), SessionBoundary.AT, ZoneOffset.UTC, true, 1, Duration.ofHours(1), false));
        assertThat(changed.withMidnight(null).withMaxLength(null).maxLengthMillis())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aTimeoutBeyondReachIsNeverReached() {
        assertThat(SessionRules.of(Duration.ofSeconds(Long.MAX_VALUE)).timeoutMillis())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void refusesLimitsThatAreTooLow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionRules.of(Duration.ZERO))
                .withMessage("timeout must be at least PT0.001S, got PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionDefinition.GA4.rules().withTimeout(Duration.ofSeconds(-1)))
                .withMessage("timeout must be at least PT0.001S, got PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionDefinition.GA4.rules().withMaxLength(Duration.ZERO))
                .withMessage("maxLength must be at least PT0.001S, got PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionDefinition.GA4.rules().withMaxActions(0))
                .withMessage("maxActions must be at least 1, got 0");
    }

    @Test
    void givenSessionsAreNotSplit() {
        String message = "givenIds must not be combined with a split at midnight, at campaigns or by actions";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionDefinition.SNOWPLOW.rules().withMidnight(ZoneOffset.UTC))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionDefinition.SNOWPLOW.rules().withCampaignChange(true))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionDefinition.SNOWPLOW.rules().withMaxActions(10))
                .withMessage(message);
    }
}
