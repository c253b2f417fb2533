package io.cxmetrics.web.session;

import static io.cxmetrics.web.WebEvents.NOON;
import static io.cxmetrics.web.WebEvents.event;
import static io.cxmetrics.web.WebEvents.ping;
import static io.cxmetrics.web.WebEvents.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.groups.Tuple.tuple;

import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionizerTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static List<Session<String>> sessions(SessionRules rules, List<WebEvent<String>> events) {
        return Sessionizer.<String>of(rules).sessions(events).list();
    }

    private static WebEvent<String> at(String instant) {
        return WebEvent.pageView("ann", Instant.parse(instant), "/");
    }

    @Test
    void aGapOfExactlyTheTimeoutEndsOrDoesNot() {
        WebEvent<String> first = view("ann", 0, "/");
        assertThat(sessions(SessionDefinition.GA4.rules(), List.of(first, view("ann", 1800, "/"))))
                .hasSize(1);
        assertThat(sessions(SessionDefinition.GA4.rules(), List.of(first, at("2026-03-02T12:30:00.001Z"))))
                .hasSize(2);
        SessionRules at = SessionDefinition.GA4.rules().withBoundary(SessionBoundary.AT);
        assertThat(sessions(at, List.of(first, view("ann", 1800, "/")))).hasSize(2);
        assertThat(sessions(at, List.of(first, at("2026-03-02T12:29:59.999Z")))).hasSize(1);
    }

    /** In Berlin 2026-03-29 begins at 23:00 UTC and, clocks going forward, ends at 22:00 UTC. */
    @Test
    void splitsAtMidnightOfTheZoneWhereClocksChange() {
        SessionRules berlin = SessionDefinition.GA4.rules().withMidnight(BERLIN);
        assertThat(sessions(berlin, List.of(at("2026-03-28T22:59:59.999Z"), at("2026-03-28T23:00:00Z"))))
                .hasSize(2);
        assertThat(sessions(berlin, List.of(at("2026-03-29T00:59:00Z"), at("2026-03-29T01:01:00Z"))))
                .hasSize(1);
        assertThat(sessions(berlin, List.of(at("2026-03-29T21:59:59.999Z"), at("2026-03-29T22:00:00Z"))))
                .hasSize(2);
        assertThat(sessions(berlin, List.of(at("2026-03-29T22:59:59.999Z"), at("2026-03-29T23:00:00Z"))))
                .hasSize(1);
        assertThat(sessions(
                        SessionDefinition.GA4.rules().withMidnight(ZoneOffset.UTC),
                        List.of(at("2026-03-29T22:00:00Z"), at("2026-03-29T22:01:00Z"))))
                .hasSize(1);
        assertThat(sessions(
                        SessionDefinition.GA4.rules(), List.of(at("2026-03-29T21:59:59Z"), at("2026-03-29T22:00:00Z"))))
                .hasSize(1);
    }

    @Test
    void splitsWhereTheCampaignChanges() {
        SessionRules rules = SessionDefinition.GA4.rules().withCampaignChange(true);
        WebEvent<String> none = view("ann", 0, "/");
        WebEvent<String> spring = view("ann", 1, "/").withCampaign("spring");
        WebEvent<String> noneAgain = view("ann", 2, "/");
        WebEvent<String> springAgain = view("ann", 3, "/").withCampaign("spring");
        WebEvent<String> summer = view("ann", 4, "/").withCampaign("summer");
        assertThat(sessions(rules, List.of(none, spring, noneAgain, springAgain)))
                .hasSize(1);
        assertThat(sessions(rules, List.of(none, spring, noneAgain, summer)))
                .extracting(Session::pageViews)
                .containsExactly(3L, 1L);
        assertThat(sessions(SessionDefinition.GA4.rules(), List.of(none, spring, noneAgain, summer)))
                .hasSize(1);
    }

    @Test
    void capsActionsButNotPings() {
        SessionRules rules = SessionDefinition.GA4.rules().withMaxActions(2);
        assertThat(sessions(
                        rules,
                        List.of(
                                view("ann", 0, "/"),
                                event("ann", 1, EventKind.CLICK),
                                ping("ann", 2, "/", 0),
                                event("ann", 3, EventKind.SCROLL),
                                event("ann", 4, EventKind.IMPRESSION),
                                view("ann", 5, "/"))))
                .extracting(Session::events)
                .containsExactly(5L, 1L);
    }

    @Test
    void capsTheLength() {
        SessionRules rules = SessionDefinition.GA4.rules().withMaxLength(Duration.ofHours(1));
        assertThat(sessions(
                        rules,
                        List.of(
                                view("ann", 0, "/"),
                                view("ann", 1800, "/"),
                                view("ann", 3600, "/"),
                                view("ann", 3601, "/"))))
                .extracting(Session::events)
                .containsExactly(3L, 1L);
    }

    @Test
    void countsWhatASessionHas() {
        assertThat(sessions(
                        SessionDefinition.GA4.rules(),
                        List.of(
                                ping("ann", 0, "/", 3000),
                                view("ann", 1, "/in"),
                                event("ann", 2, EventKind.CLICK),
                                ping("ann", 9, "/in", 4000),
                                event("ann", 20, EventKind.ORDER),
                                view("ann", 30, "/out"),
                                ping("ann", 35, "/out", 500))))
                .containsExactly(
                        new Session<>("ann", "", NOON, NOON.plusSeconds(35), 7, 2, 4, 2, 1, 2, 7500, "/in", "/out"));
    }

    @Test
    void aSinglePingIsASessionWithoutPages() {
        assertThat(sessions(SessionDefinition.GA4.rules(), List.of(ping("ann", 7, "/", 0))))
                .containsExactly(new Session<>(
                        "ann", "", NOON.plusSeconds(7), NOON.plusSeconds(7), 1, 0, 0, 0, 0, 1, 0, "", ""));
        assertThat(sessions(SessionDefinition.GA4.rules(), List.of(ping("ann", 7, "/", 0)))
                        .get(0)
                        .duration())
                .isZero();
    }

    @Test
    void putsLateEventsInTheirPlaceAndCountsThem() {
        Sessions<String> sessions = Sessionizer.<String>of(SessionDefinition.GA4.rules())
                .sessions(List.of(
                        view("ann", 10, "/c"), view("ann", 0, "/a"), view("bob", 0, "/z"), view("ann", 5, "/b")));
        assertThat(sessions.list())
                .extracting(Session::visitor, Session::entryPage, Session::exitPage)
                .containsExactly(tuple("ann", "/a", "/c"), tuple("bob", "/z", "/z"));
        assertThat(sessions.intake()).isEqualTo(new SessionIntake(4, 0, 0, 0, 0, 0, 2));
        assertThat(sessions).hasToString("Sessions[2 of 4 events]");
        assertThat(sessions.visitors()).isEqualTo(2);
    }

    /** An id is that of a kind: an order and its refund may share it. */
    @Test
    void keepsTheEarliestOfEventsWithOneId() {
        Sessions<String> sessions = Sessionizer.<String>of(SessionDefinition.GA4.rules())
                .sessions(List.of(
                        view("ann", 20, "/late").withId("x"),
                        view("ann", 10, "/early").withId("x"),
                        event("ann", 30, EventKind.ORDER).withId("x"),
                        event("ann", 31, EventKind.ORDER).withId("x"),
                        event("ann", 32, EventKind.REFUND).withId("x"),
                        view("bob", 0, "/").withId("x")));
        assertThat(sessions.intake()).isEqualTo(new SessionIntake(6, 0, 0, 2, 0, 0, 1));
        assertThat(sessions.intake().count()).isEqualTo(4);
        Session<String> ann = sessions.list().get(0);
        assertThat(ann.entryPage()).isEqualTo("/early");
        assertThat(ann.keyEvents()).isEqualTo(1);
        assertThat(ann.pageViews()).isEqualTo(1);
    }

    @Test
    void leavesOutBotsAndListsKeyEvents() {
        Sessions<String> sessions = Sessionizer.<String>of(SessionDefinition.GA4.rules())
                .withBots(event -> event.visitor().endsWith("bot"))
                .withKeyEvents(event -> event.kind() == EventKind.LOGIN)
                .sessions(List.of(
                        view("a-bot", 0, "/"), event("ann", 0, EventKind.LOGIN), event("ann", 1, EventKind.ORDER)));
        assertThat(sessions.intake()).isEqualTo(new SessionIntake(3, 1, 0, 0, 0, 0, 0));
        assertThat(sessions.list()).hasSize(1);
        assertThat(sessions.list().get(0).keyEvents()).isEqualTo(1);
    }

    @Test
    void givenIdsJoinVisitorsAndLeaveOutWhatIsTooLong() {
        Sessionizer<String> snowplow = Sessionizer.of(SessionDefinition.SNOWPLOW.rules());
        Sessions<String> sessions = snowplow.sessions(List.of(
                view("ann", 0, "/a").withSession("s"),
                view("other", 259_200, "/b").withSession("s"),
                view("ann", 259_201, "/c").withSession("s"),
                view("ann", 259_202, "/c").withSession("s"),
                view("ann", 5, "/"),
                view("ann", 6, "/").withSession("t")));
        assertThat(sessions.list())
                .extracting(Session::visitor, Session::id, Session::pageViews, Session::exitPage)
                .containsExactly(tuple("ann", "s", 2L, "/b"), tuple("ann", "t", 1L, "/"));
        assertThat(sessions.intake()).isEqualTo(new SessionIntake(6, 0, 1, 0, 2, 0, 0));
        assertThat(sessions.intake().count()).isEqualTo(3);
        assertThat(snowplow.rules()).isEqualTo(SessionDefinition.SNOWPLOW.rules());
    }

    /** Half an hour to the second, from one day to the next, and a click on the only page. */
    @Test
    void saysWhySystemsDoNotAgree() {
        List<WebEvent<String>> events = List.of(
                at("2026-03-02T22:50:00Z"),
                at("2026-03-02T23:20:00Z"),
                view("bob", 0, "/"),
                event("bob", 5, EventKind.CLICK),
                view("cid", 0, "/"),
                ping("cid", 30, "/", 0));
        Map<String, SessionSummary> all = Sessionizer.<String>of(SessionDefinition.GA4.rules())
                .compare(events, SessionDefinition.all(BERLIN).subList(0, 4));
        assertThat(all.keySet()).containsExactly("ga4", "matomo", "plausible", "posthog");
        assertThat(all.values())
                .extracting(summary -> summary.bounceRate().toString())
                .containsExactly(
                        "1 of 3 (0.3333333333333333)", "3 of 4 (0.75)", "1 of 3 (0.3333333333333333)", "0 of 3 (0.0)");
    }

    @Test
    void comparesGivenIdsToo() {
        List<WebEvent<String>> events =
                List.of(view("ann", 0, "/"), view("ann", 9000, "/").withSession("s"));
        Map<String, SessionSummary> all = Sessionizer.<String>of(SessionDefinition.GA4.rules())
                .compare(events, List.of(SessionDefinition.SNOWPLOW.withName("given"), SessionDefinition.GA4));
        assertThat(all)
                .hasEntrySatisfying(
                        "given", summary -> assertThat(summary.sessions()).isEqualTo(1))
                .hasEntrySatisfying(
                        "ga4", summary -> assertThat(summary.sessions()).isEqualTo(2));
    }

    @Test
    void refusesANegativePing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sessions(SessionDefinition.GA4.rules(), List.of(ping("ann", 0, "/", -1))))
                .withMessage("value of a ping must not be negative, got -1");
    }

    @Test
    void refusesASessionThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Session<>("ann", "", NOON.plusMillis(1), NOON, 0, 0, 0, 0, 0, 0, 0, "", ""))
                .withMessage("end must not be before start (2026-03-02T12:00:00.001Z), got 2026-03-02T12:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Session<>("ann", "", NOON, NOON, -1, 0, 0, 0, 0, 0, 0, "", ""))
                .withMessage("events must not be negative, got -1");
    }
}
