package io.cxmetrics.retention.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ActiveUsersTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private static Activity<String> did(String actor, int day) {
        return Activity.on(actor, FIRST.plusDays(day), 0);
    }

    private static final ActivityLog<String> LOG = Stream.of(
                    did("ann", 0), did("ann", 0), did("ann", 1), did("ann", 8), did("bob", 1), did("bob", 31))
            .collect(ActivityLog.toActivityLog());

    @Test
    void countsEachOnceInAWindow() {
        ActiveUsers users = ActiveUsers.of(LOG, ZoneOffset.UTC);
        assertThat(users.daily(FIRST)).isEqualTo(1);
        assertThat(users.daily(FIRST.plusDays(1))).isEqualTo(2);
        assertThat(users.weekly(FIRST.plusDays(1))).isEqualTo(2);
        assertThat(users.weekly(FIRST.plusDays(7))).isEqualTo(2);
        assertThat(users.weekly(FIRST.plusDays(8))).isEqualTo(1);
        assertThat(users.weekly(FIRST.plusDays(14))).isEqualTo(1);
        assertThat(users.weekly(FIRST.plusDays(15))).isZero();
        assertThat(users.monthly(FIRST.plusDays(30))).isEqualTo(2);
        assertThat(users.monthly(FIRST.plusDays(38))).isEqualTo(1);
        assertThat(users.monthly(FIRST.plusDays(60))).isEqualTo(1);
        assertThat(users.monthly(FIRST.plusDays(61))).isZero();
        assertThat(users.monthly(FIRST.minusDays(1))).isZero();
        assertThat(users).hasToString("ActiveUsers[1, 7, 30 days in Z from 2026-03-01 to 2026-04-30]");
        assertThat(ActiveUsers.empty(ZoneOffset.UTC, 28)).hasToString("ActiveUsers[28 days in Z: nobody]");
    }

    /** On day 8 one of two; in the 30 days up to it 4 days of activity of 2 make 4 / 30 / 2. */
    @Test
    void stickinessByName() {
        ActiveUsers users = ActiveUsers.of(LOG, ZoneOffset.UTC);
        LocalDate opening = FIRST.minusDays(21);
        assertThat(users.stickiness(FIRST.plusDays(8), Stickiness.SAME_DAY, opening))
                .isEqualTo(0.5);
        assertThat(users.stickiness(FIRST.plusDays(8), Stickiness.MEAN, opening))
                .isEqualTo(4.0 / 60);
        // One day more is not known.
        assertThat(users.stickiness(FIRST.plusDays(8), Stickiness.MEAN, opening.plusDays(1)))
                .isNaN();
        assertThat(users.stickiness(FIRST.plusDays(28), Stickiness.SAME_DAY)).isNaN();
        assertThat(users.stickiness(FIRST.plusDays(29), Stickiness.SAME_DAY)).isNotNaN();
        assertThat(users.stickiness(FIRST.plusDays(61), Stickiness.MEAN)).isNaN();
        assertThat(users.stickiness(FIRST.plusDays(61), Stickiness.SAME_DAY)).isNaN();
    }

    @Test
    void windowsByChoice() {
        ActiveUsers users = ActiveUsers.of(LOG, ZoneOffset.UTC, 28, 2, 28);
        assertThat(users.active(FIRST.plusDays(2), 2)).isEqualTo(2);
        assertThat(users.active(FIRST.plusDays(29), 28)).isEqualTo(1);
        assertThatThrownBy(() -> users.daily(FIRST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("window must be one of [2, 28], got 1");
        assertThatThrownBy(() -> ActiveUsers.empty(ZoneOffset.UTC, 7, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("windows must be at least 1, got 0");
    }

    @Test
    void refusesOthersAndWildTimes() {
        ActiveUsers users = ActiveUsers.of(LOG, ZoneOffset.UTC);
        assertThatThrownBy(() -> users.plus(ActiveUsers.empty(ZoneOffset.UTC, 1, 7)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("other must count [1, 7, 30] days in Z, got [1, 7] in Z");
        assertThatThrownBy(() -> users.plus(ActiveUsers.empty(ZoneId.of("Europe/Rome"))))
                .hasMessage("other must count [1, 7, 30] days in Z, got [1, 7, 30] in Europe/Rome");
        ActivityLog<String> wild =
                Stream.of(Activity.on("eve", LocalDate.of(1526, 3, 1), 0)).collect(ActivityLog.toActivityLog());
        assertThatThrownBy(() -> ActiveUsers.of(LOG.plus(wild), ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("log must span at most 100000 days with its windows, got 182683 from 1526-03-01");
        assertThatThrownBy(() -> users.plus(ActiveUsers.of(wild, ZoneOffset.UTC)))
                .hasMessageStartingWith("log must span at most 100000 days with its windows, got 1826");
    }

    @Provide
    Arbitrary<List<Activity<String>>> activities() {
        return Histories.activities().list().ofMaxSize(60);
    }

    /** Every day and window counted again by who was active between two midnights. */
    @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
    void isAsDefined(@ForAll("activities") List<Activity<String>> activities) {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        ActiveUsers users =
                ActiveUsers.of(activities.stream().collect(ActivityLog.<String>toActivityLog()), zone, 1, 3, 30);
        for (LocalDate date = LocalDate.of(2025, 12, 10);
                date.isBefore(LocalDate.of(2026, 4, 20));
                date = date.plusDays(1)) {
            Instant to = date.plusDays(1).atStartOfDay(zone).toInstant();
            for (int window : new int[] {1, 3, 30}) {
                Instant from = date.plusDays(1L - window).atStartOfDay(zone).toInstant();
                assertThat(users.active(date, window))
                        .isEqualTo(activities.stream()
                                .filter(activity -> !activity.at().isBefore(from)
                                        && activity.at().isBefore(to))
                                .map(Activity::actor)
                                .distinct()
                                .count());
            }
        }
    }
}
