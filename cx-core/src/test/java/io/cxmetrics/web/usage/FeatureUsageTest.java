package io.cxmetrics.web.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.Aggregation;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.web.AnySplit;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.Events;
import io.cxmetrics.web.WebEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FeatureUsageTest {

    private static WebEvent<String> event(String visitor, String at, EventKind kind, String name, String session) {
        return WebEvent.of(visitor, Instant.parse(at), kind, name).withSession(session);
    }

    private static WebEvent<String> use(String visitor, String at, String name, String session) {
        return event(visitor, at, EventKind.FEATURE, name, session);
    }

    /** Ann is active on two days and uses two features, Bob searches on his only day, Cid uses nothing. */
    private static final List<WebEvent<String>> EVENTS = List.of(
            use("ann", "2026-03-02T09:00:00Z", "search", "a1"),
            use("ann", "2026-03-02T09:01:00Z", "search", "a1"),
            use("ann", "2026-03-02T09:02:00Z", "export", "a1"),
            event("ann", "2026-03-03T23:30:00Z", EventKind.PAGE_VIEW, "/", "a2"),
            use("bob", "2026-03-02T09:00:00Z", "search", "b1"),
            use("bob", "2026-03-02T19:00:00Z", "search", ""),
            event("cid", "2026-03-02T09:00:00Z", EventKind.PAGE_VIEW, "/", "c1"));

    private static Aggregation<WebEvent<String>, ?, FeatureUsage> aggregation() {
        return FeatureUsage.aggregation(ZoneOffset.UTC, WebEvent::visitor);
    }

    private static FeatureUsage usage(List<WebEvent<String>> events) {
        return events.stream().collect(aggregation().toCollector());
    }

    @Test
    void adoptionIsOutOfActiveUsersAndSessions() {
        FeatureUsage usage = usage(EVENTS);
        assertThat(usage.activeUsers()).isEqualTo(3);
        assertThat(usage.sessions()).isEqualTo(4);
        assertThat(usage.eventsWithoutSession()).isEqualTo(1);
        assertThat(usage.adoption("search")).isEqualTo(Proportion.of(2, 3));
        assertThat(usage.adoption("export")).isEqualTo(Proportion.of(1, 3));
        assertThat(usage.adoption("print")).isEqualTo(Proportion.of(0, 3));
        assertThat(usage.sessionShare("search")).isEqualTo(Proportion.of(2, 4));
        assertThat(usage.features()).containsOnlyKeys("export", "search");
        assertThat(usage).hasToString("FeatureUsage[2 features, 3 active users, 4 sessions]");
    }

    @Test
    void breadthDepthAndFrequency() {
        FeatureUsage usage = usage(EVENTS);
        assertThat(usage.breadth()).isEqualTo(1.0);
        assertThat(usage.usersByBreadth()).isEqualTo(Map.of(0, 1L, 1, 1L, 2, 1L));
        assertThat(usage.users()).as("cid used none").isEqualTo(2);
        assertThat(usage.uses()).isEqualTo(4 + usage.feature("export").uses());
        assertThat(usage.feature("search")).isEqualTo(new FeatureCounts(4, 2, 2, 3));
        assertThat(usage.feature("search").depth()).isEqualTo(2.0);
        assertThat(usage.feature("search").frequency()).isEqualTo(4 / 3.0);
        assertThat(usage.feature("export").frequency()).isEqualTo(0.5);
    }

    @Test
    void activeDaysAreThoseOfTheZone() {
        FeatureUsage tokyo = FeatureUsage.ofUser(
                ZoneId.of("Asia/Tokyo"),
                List.of(
                        use("ann", "2026-03-02T14:59:00Z", "search", ""),
                        use("ann", "2026-03-02T15:00:00Z", "search", "")));
        assertThat(tokyo.feature("search").frequency()).isEqualTo(1.0);
        assertThat(tokyo.sessionShare("search").rate()).isNaN();
    }

    @Test
    void withoutUsersNothingIsKnown() {
        assertThat(FeatureUsage.ofUser(ZoneOffset.UTC, List.of())).isEqualTo(FeatureUsage.EMPTY);
        assertThat(FeatureUsage.EMPTY.adoption("search").rate()).isNaN();
        assertThat(FeatureUsage.EMPTY.breadth()).isNaN();
        assertThat(FeatureCounts.EMPTY.depth()).isNaN();
        assertThat(FeatureCounts.EMPTY.frequency()).isNaN();
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeatureCounts(-1, 0, 0, 0))
                .withMessage("uses must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeatureCounts(1, -1, 0, 0))
                .withMessage("users must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeatureCounts(1, 0, -1, 0))
                .withMessage("sessions must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeatureCounts(1, 0, 0, -1))
                .withMessage("usersActiveDays must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeatureCounts(1, 2, 0, 2))
                .withMessage("users must not exceed uses (1), got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeatureCounts(1, 1, 2, 1))
                .withMessage("sessions must not exceed uses (1), got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeatureCounts(1, 0, 0, 3))
                .withMessage("uses must be 0 without users, got 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FeatureCounts(3, 2, 0, 1))
                .withMessage("usersActiveDays must be at least users (2), got 1");
        FeatureCounts many = new FeatureCounts(Long.MAX_VALUE, 1, 1, 1);
        assertThatThrownBy(() -> many.plus(many)).isInstanceOf(ArithmeticException.class);
    }

    @Provide
    Arbitrary<List<WebEvent<String>>> events() {
        return Events.lists(EventKind.FEATURE, EventKind.FEATURE, EventKind.PAGE_VIEW);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void anySplitGivesTheSame(@ForAll("events") List<WebEvent<String>> events, @ForAll long seed) {
        AnySplit.givesTheSame(aggregation(), events, seed);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void sharesAreInTheUnitInterval(@ForAll("events") List<WebEvent<String>> events) {
        FeatureUsage usage = usage(events);
        long breadth = 0;
        for (String feature : usage.features().keySet()) {
            assertThat(usage.adoption(feature).rate()).isGreaterThan(0).isLessThanOrEqualTo(1);
            assertThat(usage.sessionShare(feature).events()).isLessThanOrEqualTo(usage.sessions());
            assertThat(usage.feature(feature).depth()).isGreaterThanOrEqualTo(1);
            breadth += usage.adoption(feature).events();
        }
        assertThat(usage.usersByBreadth().entrySet().stream()
                        .mapToLong(entry -> entry.getKey() * entry.getValue())
                        .sum())
                .isEqualTo(breadth);
    }
}
