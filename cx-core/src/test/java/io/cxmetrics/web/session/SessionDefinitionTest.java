package io.cxmetrics.web.session;

import static io.cxmetrics.web.WebEvents.event;
import static io.cxmetrics.web.WebEvents.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.stat.Proportion;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionDefinitionTest {

    @Test
    void saysItselfInWords() {
        assertThat(SessionDefinition.GA4.inWords())
                .isEqualTo("sessions end after more than 30 min without an event; a bounce is one that is not engaged: "
                        + "at most"
                        + " 10 s, no key event, at most 1 page view");
        assertThat(SessionDefinition.matomo(ZoneOffset.UTC).inWords())
                .isEqualTo("sessions end after 30 min without an event, at midnight, where the campaign changes; a "
                        + "bounce is"
                        + " at most 1 action");
        assertThat(SessionDefinition.SNOWPLOW.inWords())
                .isEqualTo(
                        "sessions as given, at most 72 h; a bounce is at most 1 page view, no key event, less than 20 "
                                + "s of"
                                + " pings");
    }

    @Test
    void isFoundByItsNameAndChangesOnePartAtATime() {
        SessionDefinition.all(ZoneOffset.UTC)
                .forEach(each -> assertThat(SessionDefinition.of(each.name(), ZoneOffset.UTC))
                        .isEqualTo(each));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SessionDefinition.of("fathom", ZoneOffset.UTC))
                .withMessage(
                        "name must be one of [ga4, matomo, plausible, posthog, snowplow, single_page, one_event], got"
                                + " fathom");
        SessionDefinition own = SessionDefinition.GA4
                .withName("ours")
                .withTimeout(Duration.ofHours(1))
                .withBounce(BounceRule.ONE_EVENT, "1 event")
                .withDuration(BounceDuration.LEFT_OUT);
        assertThat(own)
                .isEqualTo(new SessionDefinition(
                        "ours",
                        SessionRules.of(Duration.ofHours(1)),
                        BounceRule.ONE_EVENT,
                        BounceDuration.LEFT_OUT,
                        "1 event"));
    }

    /** A banner that the page shows by itself is no interaction: both visitors bounce, as at Plausible. */
    @Test
    void whatThePageSendsByItselfEndsNoBounce() {
        List<WebEvent<String>> events =
                List.of(view("v1", 0, "/"), event("v1", 1, EventKind.AUTOMATIC), view("v2", 0, "/"));
        for (SessionDefinition definition :
                SessionDefinition.all(ZoneOffset.UTC).subList(0, 4)) {
            assertThat(SessionSummary.of(events, definition).bounceRate())
                    .as(definition.name())
                    .isEqualTo(Proportion.of(2, 2));
        }
    }

    /** One cut: the sessions of a segment are those whose first event is of it, whatever comes after. */
    @Test
    void sessionsAreDividedByTheirFirstEvent() {
        Sessions<String> sessions = Sessionizer.<String>of(SessionDefinition.GA4)
                .sessions(List.of(
                        view("ann", 0, "/a"), view("ann", 60, "/b"), view("ann", 7200, "/b"), view("bob", 5, "/b")));
        Map<String, Sessions<String>> byEntry = sessions.groupedBy(WebEvent::name);
        assertThat(byEntry.keySet()).containsExactly("/a", "/b");
        assertThat(byEntry.values()).extracting(Sessions::count).containsExactly(1L, 2L);
        SessionSummary sum = byEntry.values().stream()
                .map(part -> part.summary(BounceRule.GA4))
                .reduce(SessionSummary.EMPTY, SessionSummary::plus);
        assertThat(sum).isEqualTo(sessions.summary(BounceRule.GA4));
        assertThat(byEntry.values().stream()
                        .mapToLong(part -> part.intake().count())
                        .sum())
                .isEqualTo(4);
        assertThat(sessions.events())
                .extracting(WebEvent::session)
                .containsExactly(
                        "ann@2026-03-02T12:00:00Z",
                        "ann@2026-03-02T12:00:00Z",
                        "ann@2026-03-02T14:00:00Z",
                        "bob@2026-03-02T12:00:05Z");
    }

    @Test
    void summariesAreBuiltFromCounts() {
        assertThat(SessionSummary.ofCounts(3, 4)
                        .withPageViews(6, 12)
                        .withActions(7)
                        .withDurations(Duration.ofSeconds(100), Duration.ofSeconds(4)))
                .isEqualTo(new SessionSummary(4, 3, 6, 12, 7, 100_000, 4_000));
        assertThat(Session.of(
                                "ann",
                                view("ann", 0, "/").at(),
                                view("ann", 9, "/").at(),
                                5)
                        .withId("s")
                        .withPages(2, "/", "/a")
                        .withInteractions(1)
                        .withKeyEvents(1)
                        .withPings(2, Duration.ofMillis(700)))
                .hasToString(
                        "Session[visitor=ann, id=s, start=2026-03-02T12:00:00Z, end=2026-03-02T12:00:09Z, events=5,"
                                + " pageViews=2, actions=3, interactions=1, keyEvents=1, heartbeats=2, "
                                + "engagedMillis=700,"
                                + " entryPage=/, exitPage=/a]");
    }
}
