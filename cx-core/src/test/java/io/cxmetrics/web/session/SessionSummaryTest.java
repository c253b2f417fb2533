package io.cxmetrics.web.session;

import static io.cxmetrics.web.WebEvents.event;
import static io.cxmetrics.web.WebEvents.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Interval;
import io.cxmetrics.web.EventKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionSummaryTest {

    @Test
    void countsASite() {
        SessionSummary day = Sessionizer.<String>of(SessionDefinition.GA4.rules())
                .sessions(List.of(
                        view("ann", 0, "/"),
                        view("ann", 100, "/a"),
                        view("ann", 120, "/"),
                        view("bob", 0, "/"),
                        event("bob", 6, EventKind.CLICK),
                        view("cid", 0, "/")))
                .summary(BounceRule.SINGLE_PAGE_VIEW);
        assertThat(day).isEqualTo(new SessionSummary(3, 2, 5, 11, 6, 126_000, 6_000));
        assertThat(day.bounceRate()).hasToString("2 of 3 (0.6666666666666666)");
        assertThat(day.actionsPerSession()).isEqualTo(2);
        assertThat(day.meanDuration(BounceDuration.AS_MEASURED)).isEqualTo(42);
        assertThat(day.meanDuration(BounceDuration.AS_ZERO)).isEqualTo(40);
        assertThat(day.meanDuration(BounceDuration.LEFT_OUT)).isEqualTo(120);
    }

    /** scipy.stats.t.interval(0.95, 2, 5 / 3, scipy.stats.sem([3, 1, 1])). */
    @Test
    void knowsHowSurePagesPerSessionAre() {
        Interval interval = new SessionSummary(3, 2, 5, 11, 6, 0, 0).pagesPerSessionInterval(0.95);
        assertThat(interval.low()).isCloseTo(-1.2017684864996416, within(1e-12));
        assertThat(interval.high()).isCloseTo(4.535101819832975, within(1e-12));
        assertThat(new SessionSummary(1, 0, 5, 25, 5, 0, 0).pagesPerSessionInterval(0.95))
                .isEqualTo(Interval.UNDEFINED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionSummary.EMPTY.pagesPerSessionInterval(1))
                .withMessage("confidence must be in (0, 1), got 1.0");
    }

    @Test
    void isUndefinedWithoutSessions() {
        assertThat(SessionSummary.EMPTY.bounceRate().rate()).isNaN();
        assertThat(SessionSummary.EMPTY.pagesPerSession()).isNaN();
        assertThat(SessionSummary.EMPTY.actionsPerSession()).isNaN();
        for (BounceDuration ofBounces : BounceDuration.values()) {
            assertThat(SessionSummary.EMPTY.meanDuration(ofBounces)).isNaN();
        }
        assertThat(new SessionSummary(2, 2, 2, 2, 2, 0, 0).meanDuration(BounceDuration.LEFT_OUT))
                .isNaN();
    }

    @Test
    void refusesPartsThatAreMoreThanTheWhole() {
        refused("sessions must not be negative, got -1", -1, 0, 0, 0, 0, 0, 0);
        refused("bounces must not exceed sessions (1), got 2", 1, 2, 0, 0, 0, 0, 0);
        refused("pageViews must not exceed pageViewSquares (2), got 3", 1, 0, 3, 2, 3, 0, 0);
        refused("pageViews must not exceed actions (2), got 3", 1, 0, 3, 9, 2, 0, 0);
        refused("durationMillis must not be negative, got -1", 1, 0, 0, 0, 0, -1, 0);
        refused("bounceMillis must not exceed durationMillis (5), got 6", 1, 1, 0, 0, 0, 5, 6);
    }

    @Test
    void refusesWhatIsOfNoSession() {
        refused("actions must be 0 without sessions, got 2", 0, 0, 1, 1, 2, 0, 0);
        refused("pageViewSquares must be 0 without sessions, got 1", 0, 0, 0, 1, 0, 0, 0);
        refused("durationMillis must be 0 without sessions, got 5", 0, 0, 0, 0, 0, 5, 0);
        refused("bounceMillis must be 0 without bounces, got 4", 1, 0, 0, 0, 0, 5, 4);
        refused("bounceMillis must be durationMillis (5) where all sessions are bounces, got 4", 1, 1, 0, 0, 0, 5, 4);
    }

    private static void refused(
            String message,
            long sessions,
            long bounces,
            long views,
            long squares,
            long actions,
            long all,
            long ofBounces) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionSummary(sessions, bounces, views, squares, actions, all, ofBounces))
                .withMessage(message);
    }
}
