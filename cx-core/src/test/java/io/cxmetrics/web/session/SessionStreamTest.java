package io.cxmetrics.web.session;

import static io.cxmetrics.web.WebEvents.NOON;
import static io.cxmetrics.web.WebEvents.ping;
import static io.cxmetrics.web.WebEvents.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.WebEvents;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SessionStreamTest {

    private final SessionStream<String> stream = Sessionizer.<String>of(SessionDefinition.GA4.rules()).stream();

    @Test
    void handsOutASessionWhenTheNextBegins() {
        assertThat(stream.add(view("ann", 0, "/"))).isEmpty();
        assertThat(stream.add(view("ann", 1800, "/a"))).isEmpty();
        assertThat(stream.add(view("ann", 3601, "/b"))).get().satisfies(session -> {
            assertThat(session.start()).isEqualTo(NOON);
            assertThat(session.end()).isEqualTo(NOON.plusSeconds(1800));
            assertThat(session.pageViews()).isEqualTo(2);
        });
        assertThat(stream.finish()).extracting(Session::entryPage).containsExactly("/b");
        assertThat(stream.finish()).isEmpty();
    }

    /** At exactly the timeout an event may still come that prolongs it, or may not. */
    @Test
    void closesWhatNoEventCanProlong() {
        assertThat(stream.add(view("ann", 0, "/"))).isEmpty();
        assertThat(stream.add(view("bob", 1, "/"))).isEmpty();
        assertThat(stream.closeBefore(NOON.plusSeconds(1800))).isEmpty();
        assertThat(stream.closeBefore(NOON.plusMillis(1_800_001)))
                .extracting(Session::visitor)
                .containsExactly("ann");
        assertThat(stream.open()).isEqualTo(1);
        SessionStream<String> at =
                Sessionizer.<String>of(SessionDefinition.matomo(ZoneOffset.UTC).rules()).stream();
        assertThat(at.add(view("ann", 0, "/"))).isEmpty();
        assertThat(at.closeBefore(NOON.plusMillis(1_799_999))).isEmpty();
        assertThat(at.closeBefore(NOON.plusSeconds(1800))).hasSize(1);
    }

    @Test
    void oneThatIsSeenAgainIsNoLongerTheEldest() {
        assertThat(stream.add(view("ann", 0, "/"))).isEmpty();
        assertThat(stream.add(view("bob", 1, "/"))).isEmpty();
        assertThat(stream.add(view("ann", 1500, "/"))).isEmpty();
        assertThat(stream.closeBefore(NOON.plusSeconds(2000)))
                .extracting(Session::visitor)
                .containsExactly("bob");
        assertThat(stream.closeBefore(Instant.EPOCH)).isEmpty();
    }

    @Test
    void leavesOutAndCountsWhatComesTooLate() {
        assertThat(stream.add(view("ann", 10, "/"))).isEmpty();
        assertThat(stream.add(view("ann", 9, "/"))).isEmpty();
        assertThat(stream.add(view("bob", 5, "/"))).isEmpty();
        assertThat(stream.closeBefore(NOON.plusSeconds(7))).isEmpty();
        assertThat(stream.add(view("cid", 6, "/"))).isEmpty();
        assertThat(stream.add(view("cid", 7, "/"))).isEmpty();
        assertThat(stream.intake()).isEqualTo(new SessionIntake(5, 0, 0, 0, 0, 2, 0));
        assertThat(stream.finish()).hasSize(3);
    }

    /** One that is left out is not seen: it must not keep a session from being the eldest. */
    @Test
    void whatComesTooLateDoesNotMakeAVisitorLatelySeen() {
        assertThat(stream.add(view("ann", 0, "/"))).isEmpty();
        assertThat(stream.add(view("bob", 1000, "/"))).isEmpty();
        assertThat(stream.add(view("ann", -1, "/"))).isEmpty();
        assertThat(stream.closeBefore(NOON.plusSeconds(1801)))
                .extracting(Session::visitor)
                .containsExactly("ann");
    }

    @Test
    void whatIsRefusedChangesNothing() {
        assertThat(stream.add(view("ann", 0, "/"))).isEmpty();
        for (String visitor : List.of("ann", "bob")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> stream.add(ping(visitor, 60, "/", -1)))
                    .withMessage("value of a ping must not be negative, got -1");
        }
        assertThat(stream.intake()).isEqualTo(new SessionIntake(1, 0, 0, 0, 0, 0, 0));
        assertThat(stream.finish()).singleElement().satisfies(session -> {
            assertThat(session.events()).isEqualTo(1);
            assertThat(session.end()).isEqualTo(NOON);
        });
    }

    @Test
    void closesAllBeforeTheEndOfTime() {
        assertThat(stream.add(WebEvent.pageView("ann", Instant.EPOCH.minusMillis(1), "/")))
                .isEmpty();
        assertThat(stream.closeBefore(Instant.MIN)).isEmpty();
        assertThat(stream.closeBefore(Instant.MAX)).hasSize(1);
    }

    @Test
    void leavesOutBots() {
        SessionStream<String> people =
                Sessionizer.<String>of(SessionDefinition.GA4.rules())
                        .withBots(event -> event.visitor().equals("bot"))
                        .stream();
        assertThat(people.add(view("bot", 0, "/"))).isEmpty();
        assertThat(people.open()).isZero();
        assertThat(people.intake()).isEqualTo(new SessionIntake(1, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void givenIdsHaveNoEndToWaitFor() {
        Sessionizer<String> snowplow = Sessionizer.of(SessionDefinition.SNOWPLOW.rules());
        assertThatIllegalArgumentException()
                .isThrownBy(snowplow::stream)
                .withMessage("rules must not be those of given ids, got " + SessionDefinition.SNOWPLOW.rules());
    }

    @Provide
    Arbitrary<List<WebEvent<String>>> ordered() {
        return WebEvents.any()
                .list()
                .ofMaxSize(60)
                .map(events -> events.stream()
                        .sorted(Comparator.comparing(WebEvent::at))
                        .toList());
    }

    @Provide
    Arbitrary<SessionRules> rules() {
        return Arbitraries.of(
                SessionDefinition.GA4.rules(),
                SessionDefinition.POSTHOG.rules(),
                SessionDefinition.matomo(ZoneOffset.ofHours(5)).rules(),
                SessionDefinition.GA4.rules().withMaxActions(2));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void givesTheSessionsOfTheBatch(
            @ForAll("ordered") List<WebEvent<String>> events,
            @ForAll("rules") SessionRules rules,
            @ForAll boolean closing) {
        Sessionizer<String> sessionizer = Sessionizer.of(rules);
        SessionStream<String> streamed = sessionizer.stream();
        List<Session<String>> sessions = new ArrayList<>();
        for (WebEvent<String> event : events) {
            if (closing) {
                sessions.addAll(streamed.closeBefore(event.at()));
            }
            streamed.add(event).ifPresent(sessions::add);
        }
        sessions.addAll(streamed.finish());
        assertThat(sessions)
                .containsExactlyInAnyOrderElementsOf(
                        sessionizer.sessions(events).list());
        assertThat(streamed.intake()).isEqualTo(sessionizer.sessions(events).intake());
    }
}
