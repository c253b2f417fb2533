package io.cxmetrics.web.session;

import static io.cxmetrics.web.WebEvents.event;
import static io.cxmetrics.web.WebEvents.ping;
import static io.cxmetrics.web.WebEvents.view;
import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which definitions call a session a bounce, by what the systems document. */
class BounceRuleTest {

    private static Set<BounceRule> bounces(List<WebEvent<String>> events) {
        List<Session<String>> sessions = Sessionizer.<String>of(SessionDefinition.GA4.rules())
                .sessions(events)
                .list();
        assertThat(sessions).hasSize(1);
        return Arrays.stream(BounceRule.values())
                .filter(rule -> rule.test(sessions.get(0)))
                .collect(Collectors.toSet());
    }

    @Test
    void onePageViewIsABounceToAll() {
        assertThat(bounces(List.of(view("ann", 0, "/")))).containsExactlyInAnyOrder(BounceRule.values());
    }

    @Test
    void twoPageViewsAreABounceToNone() {
        assertThat(bounces(List.of(view("ann", 0, "/"), view("ann", 0, "/")))).isEmpty();
    }

    @Test
    void aClickIsAnAction() {
        assertThat(bounces(List.of(view("ann", 0, "/"), event("ann", 1, EventKind.CLICK))))
                .containsExactlyInAnyOrder(BounceRule.SINGLE_PAGE_VIEW, BounceRule.GA4, BounceRule.SNOWPLOW);
    }

    @Test
    void anOrderIsAKeyEvent() {
        assertThat(bounces(List.of(view("ann", 0, "/"), event("ann", 1, EventKind.ORDER))))
                .containsExactly(BounceRule.SINGLE_PAGE_VIEW);
    }

    @Test
    void aScrollIsNoAction() {
        assertThat(bounces(List.of(view("ann", 0, "/"), event("ann", 1, EventKind.SCROLL))))
                .containsExactlyInAnyOrder(
                        BounceRule.SINGLE_PAGE_VIEW,
                        BounceRule.MATOMO,
                        BounceRule.PLAUSIBLE,
                        BounceRule.POSTHOG,
                        BounceRule.GA4,
                        BounceRule.SNOWPLOW);
    }

    /** PostHog wants less than 10 seconds, Google more than 10 for an engaged session. */
    @Test
    void tenSecondsAreNotLessAndNotMore() {
        assertThat(bounces(List.of(view("ann", 0, "/"), ping("ann", 10, "/", 0))))
                .contains(BounceRule.GA4)
                .doesNotContain(BounceRule.POSTHOG);
        assertThat(bounces(List.of(view("ann", 0, "/"), ping("ann", 9, "/", 0))))
                .contains(BounceRule.POSTHOG);
        assertThat(bounces(List.of(view("ann", 0, "/"), ping("ann", 11, "/", 0))))
                .containsExactlyInAnyOrder(
                        BounceRule.SINGLE_PAGE_VIEW, BounceRule.MATOMO, BounceRule.PLAUSIBLE, BounceRule.SNOWPLOW);
    }

    /** 5 + 10 seconds are less than two heartbeats, 5 + 10 + 10 are more; several pings in 10 seconds are one. */
    @Test
    void twoHeartbeatsEngage() {
        assertThat(bounces(List.of(
                        view("ann", 0, "/"),
                        ping("ann", 10, "/", 0),
                        ping("ann", 19, "/", 0),
                        ping("ann", 20, "/", 0))))
                .contains(BounceRule.SNOWPLOW);
        assertThat(bounces(List.of(
                        view("ann", 0, "/"),
                        ping("ann", 10, "/", 0),
                        ping("ann", 20, "/", 0),
                        ping("ann", 30, "/", 0))))
                .doesNotContain(BounceRule.SNOWPLOW);
        assertThat(bounces(List.of(view("ann", 0, "/"), ping("ann", 1, "/", 19_999))))
                .contains(BounceRule.SNOWPLOW);
        assertThat(bounces(List.of(view("ann", 0, "/"), ping("ann", 1, "/", 20_000))))
                .doesNotContain(BounceRule.SNOWPLOW);
    }

    /** A page that lay open for long, and was looked at for 3 seconds. */
    @Test
    void whatPingsSayGoesBeforeHowManyThereAre() {
        assertThat(bounces(List.of(
                        view("ann", 0, "/"),
                        ping("ann", 10, "/", 1000),
                        ping("ann", 20, "/", 1000),
                        ping("ann", 30, "/", 1000))))
                .contains(BounceRule.SNOWPLOW);
    }

    @Test
    void aSinglePingBouncesWhereNoPageViewIsWanted() {
        assertThat(bounces(List.of(ping("ann", 0, "/", 0))))
                .containsExactlyInAnyOrder(
                        BounceRule.MATOMO, BounceRule.GA4, BounceRule.SNOWPLOW, BounceRule.ONE_EVENT);
    }
}
