package io.cxmetrics.web.page;

import static io.cxmetrics.web.WebEvents.ping;
import static io.cxmetrics.web.WebEvents.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.Sessionizer;
import io.cxmetrics.web.session.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimeOnPageTest {

    /** Ann reads / for 40 seconds and then /a, which stays open; bob sees / and leaves no sign of life. */
    private static final Sessions<String> SESSIONS = Sessionizer.<String>of(SessionDefinition.GA4.rules())
            .sessions(List.of(
                    view("ann", 0, "/"),
                    ping("ann", 12, "/", 7000),
                    ping("ann", 19, "/", 1000),
                    ping("ann", 33, "/", 0),
                    view("ann", 40, "/a"),
                    ping("ann", 41, "/", 500),
                    ping("ann", 50, "/a", 9000),
                    ping("ann", 51, "/never", 9000),
                    view("bob", 0, "/")));

    @Test
    void theGapToTheNextViewLeavesTheLastUnknown() {
        assertThat(TimeOnPage.byPage(SESSIONS, PageTimeRule.GAP))
                .isEqualTo(Map.of("/", new TimeOnPage(1, 1, 40_000), "/a", new TimeOnPage(0, 1, 0)));
        assertThat(TimeOnPage.of(SESSIONS, PageTimeRule.GAP).mean()).isEqualTo(40);
    }

    @Test
    void theLastPageMayCountAsZero() {
        TimeOnPage all = TimeOnPage.of(SESSIONS, PageTimeRule.GAP_LAST_ZERO);
        assertThat(all).isEqualTo(new TimeOnPage(3, 0, 40_000));
        assertThat(all.coverage()).hasToString("3 of 3 (1.0)");
    }

    /** Pings of / in the tens from 10, 30 and 40, so 10 x 2 + 5; one ping of /a, so 5; none of bob. */
    @Test
    void heartbeatsAreTensOfTheClock() {
        assertThat(TimeOnPage.byPage(SESSIONS, PageTimeRule.SNOWPLOW))
                .isEqualTo(Map.of("/", new TimeOnPage(2, 0, 25_000), "/a", new TimeOnPage(1, 0, 5_000)));
        PageTimeRule slow = PageTimeRule.heartbeat(Duration.ofSeconds(30), Duration.ZERO);
        assertThat(TimeOnPage.of(SESSIONS, slow)).isEqualTo(new TimeOnPage(3, 0, 30_000));
    }

    @Test
    void engagementIsUnknownWhereNothingTellsOfIt() {
        assertThat(TimeOnPage.byPage(SESSIONS, PageTimeRule.ENGAGED))
                .isEqualTo(Map.of("/", new TimeOnPage(1, 1, 8_500), "/a", new TimeOnPage(1, 0, 9_000)));
        assertThat(TimeOnPage.EMPTY.mean()).isNaN();
        assertThat(TimeOnPage.EMPTY.coverage().rate()).isNaN();
        assertThat(new TimeOnPage(0, 3, 0).mean()).isNaN();
    }

    @Test
    void pingsBelongToTheLastViewOfTheirPage() {
        Sessions<String> sessions = Sessionizer.<String>of(SessionDefinition.GA4.rules())
                .sessions(List.of(
                        ping("ann", 0, "/", 100),
                        view("ann", 1, "/"),
                        ping("ann", 2, "/", 10),
                        view("ann", 3, "/"),
                        ping("ann", 4, "/", 1)));
        assertThat(TimeOnPage.of(sessions, PageTimeRule.ENGAGED)).isEqualTo(new TimeOnPage(2, 0, 11));
    }

    @Test
    void rulesAreEqualIfTheyAreTheSame() {
        assertThat(PageTimeRule.heartbeat(Duration.ofSeconds(10), Duration.ofSeconds(5)))
                .isEqualTo(PageTimeRule.SNOWPLOW)
                .hasSameHashCodeAs(PageTimeRule.SNOWPLOW)
                .hasToString("HEARTBEAT[PT10S, first PT5S]")
                .isNotEqualTo(PageTimeRule.GAP)
                .isNotEqualTo("GAP");
    }

    @Test
    void refusesTimesThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageTimeRule.heartbeat(Duration.ZERO, Duration.ZERO))
                .withMessage("heartbeat must be at least PT0.001S, got PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PageTimeRule.heartbeat(Duration.ofSeconds(1), Duration.ofSeconds(-1)))
                .withMessage("first must not be negative, got PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeOnPage(0, 1, 5))
                .withMessage("millis must be 0 without known times, got 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeOnPage(-1, 0, 0))
                .withMessage("known must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeOnPage(0, -1, 0))
                .withMessage("unknown must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeOnPage(1, 0, -1))
                .withMessage("millis must not be negative, got -1");
    }
}
