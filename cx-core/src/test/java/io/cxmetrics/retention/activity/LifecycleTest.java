package io.cxmetrics.retention.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.stat.Proportion;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifecycleTest {

    /** By the order of the states. */
    private static Lifecycle lifecycle(long... counts) {
        Map<LifecycleState, Long> byState = new EnumMap<>(LifecycleState.class);
        LifecycleState[] states = LifecycleState.values();
        for (int i = 0; i < states.length; i++) {
            byState.put(states[i], counts[i]);
        }
        return Lifecycle.ofCounts(byState);
    }

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private static Lifecycle one(int... daysAgo) {
        return one(LifecycleDefinition.STANDARD, daysAgo);
    }

    private static Lifecycle one(LifecycleDefinition rule, int... daysAgo) {
        ActivityLog<String> log = IntStream.of(daysAgo)
                .mapToObj(days -> Activity.on("ann", TODAY.minusDays(days), 0))
                .collect(ActivityLog.toActivityLog());
        return Lifecycle.of(log, rule, ZoneOffset.UTC, TODAY);
    }

    /** The edges of the states of Duolingo's growth model. */
    @ParameterizedTest
    @CsvSource({
        "0, NEW",
        "0 0, NEW",
        "0 1, CURRENT",
        "0 6, CURRENT",
        "0 6 40, CURRENT",
        "0 7, REACTIVATED",
        "0 29, REACTIVATED",
        "0 30, RESURRECTED",
        "0 365, RESURRECTED",
        "1, AT_RISK_WEEKLY",
        "6 90, AT_RISK_WEEKLY",
        "7, AT_RISK_MONTHLY",
        "29, AT_RISK_MONTHLY",
        "30, DORMANT",
        "30 31 32, DORMANT",
        "-1 0, NEW",
        "-5 8, AT_RISK_MONTHLY"
    })
    void statesByDaysAgo(String daysAgo, LifecycleState state) {
        Lifecycle lifecycle = one(
                Arrays.stream(daysAgo.split(" ")).mapToInt(Integer::parseInt).toArray());
        for (LifecycleState each : LifecycleState.values()) {
            assertThat(lifecycle.count(each)).as(each.name()).isEqualTo(each == state ? 1 : 0);
        }
        assertThat(lifecycle.count()).isEqualTo(1);
    }

    @Test
    void whoComesLaterIsNotSeenYet() {
        assertThat(one(-1)).isEqualTo(Lifecycle.EMPTY);
        assertThat(Lifecycle.EMPTY.share(LifecycleState.DORMANT).rate()).isNaN();
    }

    @Test
    void otherThresholds() {
        LifecycleDefinition rule = new LifecycleDefinition(1, 28);
        assertThat(one(rule, 0, 1).count(LifecycleState.REACTIVATED)).isEqualTo(1);
        assertThat(one(rule, 1).count(LifecycleState.AT_RISK_MONTHLY)).isEqualTo(1);
        assertThat(one(rule, 28).count(LifecycleState.DORMANT)).isEqualTo(1);
    }

    @Test
    void activeUsersAreSums() {
        Lifecycle lifecycle = lifecycle(1, 2, 4, 8, 16, 32, 64);
        assertThat(lifecycle.dailyActive()).isEqualTo(15);
        assertThat(lifecycle.weeklyActive()).isEqualTo(31);
        assertThat(lifecycle.monthlyActive()).isEqualTo(63);
        assertThat(lifecycle.count()).isEqualTo(127);
        assertThat(lifecycle.share(LifecycleState.DORMANT)).isEqualTo(Proportion.of(64, 127));
    }

    /** At midnight between two days of a night in which clocks change, and in a zone far from UTC. */
    @Test
    void daysAreThoseOfTheZone() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        ActivityLog<String> log = Stream.of(
                        Activity.of("ann", Instant.parse("2026-03-28T23:00:00Z")),
                        Activity.of("bob", Instant.parse("2026-03-28T22:59:59Z")),
                        Activity.of("cid", Instant.parse("2026-03-29T21:59:59Z")),
                        Activity.of("dee", Instant.parse("2026-03-29T22:00:00Z")))
                .collect(ActivityLog.toActivityLog());
        assertThat(Lifecycle.of(log, berlin, LocalDate.of(2026, 3, 29))).isEqualTo(lifecycle(2, 0, 0, 0, 1, 0, 0));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new LifecycleDefinition(0, 30))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("week must be at least 1, got 0");
        assertThatThrownBy(() -> new LifecycleDefinition(7, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("month must be longer than week (7), got 7");
        String[] names = {"new", "current", "reactivated", "resurrected", "at_risk_weekly", "at_risk_monthly", "dormant"
        };
        for (int i = 0; i < names.length; i++) {
            long[] counts = new long[7];
            counts[i] = -1;
            assertThatThrownBy(() ->
                            lifecycle(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5], counts[6]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(names[i] + " must not be negative, got -1");
        }
    }

    @Provide
    Arbitrary<List<Activity<String>>> activities() {
        return Histories.activities().list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(-2, 120).map(LocalDate.of(2025, 12, 20)::plusDays);
    }

    /** Two roads to the active users, and all that were seen by the day are in a state. */
    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void reconciles(@ForAll("activities") List<Activity<String>> activities, @ForAll("days") LocalDate day) {
        ZoneId zone = ZoneId.of("America/New_York");
        ActivityLog<String> log = activities.stream().collect(ActivityLog.toActivityLog());
        Lifecycle lifecycle = Lifecycle.of(log, zone, day);
        ActiveUsers users = ActiveUsers.of(log, zone);
        assertThat(lifecycle.dailyActive()).isEqualTo(users.daily(day));
        assertThat(lifecycle.weeklyActive()).isEqualTo(users.weekly(day));
        assertThat(lifecycle.monthlyActive()).isEqualTo(users.monthly(day));
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        assertThat(lifecycle.count())
                .isEqualTo(activities.stream()
                        .filter(activity -> activity.at().isBefore(end))
                        .map(Activity::actor)
                        .distinct()
                        .count());
        assertThat(log.inactivityChurn(29, zone, day))
                .isEqualTo(Proportion.of(lifecycle.count(LifecycleState.DORMANT), lifecycle.count()));
    }
}
