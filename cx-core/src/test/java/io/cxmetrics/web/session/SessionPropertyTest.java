package io.cxmetrics.web.session;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.WebEvents;
import io.cxmetrics.web.page.PageStats;
import io.cxmetrics.web.page.PageTimeRule;
import io.cxmetrics.web.page.TimeOnPage;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SessionPropertyTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @Provide
    Arbitrary<List<WebEvent<String>>> events() {
        return WebEvents.any().list().ofMaxSize(80);
    }

    @Provide
    Arbitrary<SessionRules> rules() {
        return Arbitraries.of(
                SessionDefinition.GA4.rules(),
                SessionDefinition.POSTHOG.rules(),
                SessionDefinition.matomo(ZONE).rules(),
                SessionDefinition.GA4.rules().withTimeout(Duration.ofHours(5)).withMaxActions(3));
    }

    private static List<Session<String>> sessions(SessionRules rules, List<WebEvent<String>> events) {
        return Sessionizer.<String>of(rules).sessions(events).list();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void orderOfInputDoesNotMatter(
            @ForAll("events") List<WebEvent<String>> events, @ForAll("rules") SessionRules rules, @ForAll long seed) {
        // Of equal times the first that comes is the entry, so times are made distinct.
        Map<Object, WebEvent<String>> distinct = new HashMap<>();
        events.forEach(event -> distinct.put(List.of(event.visitor(), event.at()), event));
        List<WebEvent<String>> once = new ArrayList<>(distinct.values());
        assertThat(sessions(rules, WebEvents.shuffled(once, seed)))
                .containsExactlyInAnyOrderElementsOf(sessions(rules, once));
        assertThat(sessions(SessionDefinition.GA4.rules(), WebEvents.shuffled(events, seed)))
                .hasSameSizeAs(sessions(SessionDefinition.GA4.rules(), events));
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void shardsOfVisitorsAddUp(@ForAll("events") List<WebEvent<String>> events, @ForAll("rules") SessionRules rules) {
        Sessionizer<String> sessionizer = Sessionizer.of(rules);
        Sessions<String> all = sessionizer.sessions(events);
        Sessions<String> one = sessionizer.sessions(
                events.stream().filter(event -> event.visitor().equals("ann")).toList());
        Sessions<String> other = sessionizer.sessions(
                events.stream().filter(event -> !event.visitor().equals("ann")).toList());
        assertThat(one.intake().plus(other.intake())).isEqualTo(all.intake());
        for (BounceRule rule : BounceRule.values()) {
            assertThat(one.summary(rule).plus(other.summary(rule))).isEqualTo(all.summary(rule));
            assertThat(PageStats.of(one, rule).plus(PageStats.of(other, rule))).isEqualTo(PageStats.of(all, rule));
        }
        for (PageTimeRule rule : List.of(PageTimeRule.GAP, PageTimeRule.SNOWPLOW)) {
            assertThat(TimeOnPage.of(one, rule).plus(TimeOnPage.of(other, rule)))
                    .isEqualTo(TimeOnPage.of(all, rule));
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void aShorterTimeoutNeverGivesFewerSessions(@ForAll("events") List<WebEvent<String>> events) {
        int before = 0;
        for (Duration timeout :
                List.of(Duration.ofHours(3), Duration.ofMinutes(30), Duration.ofSeconds(1799), Duration.ofMillis(1))) {
            int after = sessions(SessionRules.of(timeout), events).size();
            int at = sessions(SessionRules.of(timeout).withBoundary(SessionBoundary.AT), events)
                    .size();
            assertThat(after).isGreaterThanOrEqualTo(before);
            assertThat(at).isGreaterThanOrEqualTo(after);
            assertThat(sessions(SessionRules.of(timeout).withMidnight(ZONE), events))
                    .hasSizeGreaterThanOrEqualTo(after);
            before = at;
        }
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void ratesAreInRangeAndNothingIsLost(
            @ForAll("events") List<WebEvent<String>> events, @ForAll("rules") SessionRules rules) {
        Sessions<String> sessions = Sessionizer.<String>of(rules).sessions(events);
        assertThat(sessions.list().stream().mapToLong(Session::events).sum()).isEqualTo(events.size());
        List<WebEvent<String>> kept = new ArrayList<>();
        sessions.forEach((session, part) -> {
            assertThat(part).hasSize((int) session.events());
            kept.addAll(part);
        });
        assertThat(kept).containsExactlyInAnyOrderElementsOf(events);
        for (BounceRule rule : BounceRule.values()) {
            SessionSummary summary = sessions.summary(rule);
            if (summary.sessions() > 0) {
                assertThat(summary.bounceRate().rate()).isBetween(0.0, 1.0);
                assertThat(summary.meanDuration(BounceDuration.AS_ZERO))
                        .isLessThanOrEqualTo(summary.meanDuration(BounceDuration.AS_MEASURED));
            }
            PageStats.of(sessions, rule).pages().values().forEach(page -> {
                assertThat(page.exitRatePerVisit().rate())
                        .isBetween(page.exitRatePerView().rate(), 1.0);
            });
        }
    }

    /** Every session is in one slice, whole: none bounces twice, and no slice has more bounces than sessions. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void bouncesAreAShareOfSessionsHoweverTheyAreSliced(
            @ForAll("events") List<WebEvent<String>> events, @ForAll("rules") SessionRules rules) {
        List<Session<String>> sessions = sessions(rules, events);
        List<Function<Session<String>, Object>> slicings = List.of(
                Session::visitor,
                Session::entryPage,
                session -> session.start().truncatedTo(ChronoUnit.HOURS),
                session -> LocalDate.ofInstant(session.end(), ZONE));
        for (BounceRule rule : BounceRule.values()) {
            for (Function<Session<String>, Object> slicing : slicings) {
                Collection<SessionSummary> slices = sessions.stream()
                        .collect(groupingBy(slicing, SessionSummary.toSessionSummary(rule)))
                        .values();
                assertThat(slices)
                        .allSatisfy(
                                slice -> assertThat(slice.bounceRate().rate()).isBetween(0.0, 1.0));
                assertThat(slices.stream().reduce(SessionSummary.EMPTY, SessionSummary::plus))
                        .isEqualTo(SessionSummary.of(sessions, rule));
            }
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void comparisonsAreThoseOfEachDefinition(@ForAll("events") List<WebEvent<String>> events) {
        List<SessionDefinition> definitions = SessionDefinition.all(ZONE);
        Map<String, SessionSummary> compared =
                Sessionizer.<String>of(SessionDefinition.GA4.rules()).compare(events, definitions);
        assertThat(compared).hasSize(definitions.size());
        definitions.forEach(definition -> assertThat(compared.get(definition.name()))
                .isEqualTo(Sessionizer.<String>of(definition.rules())
                        .sessions(events)
                        .summary(definition.bounce()))
                .isEqualTo(SessionSummary.of(events, definition))
                .isEqualTo(events.stream().collect(SessionSummary.toSessionSummary(definition))));
    }
}
