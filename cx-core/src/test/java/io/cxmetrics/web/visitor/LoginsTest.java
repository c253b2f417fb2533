package io.cxmetrics.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.cxmetrics.stat.Proportion;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LoginsTest {

    private record Attempt(String user, String at, boolean accepted) {

        Instant instant() {
            return Instant.parse(at);
        }
    }

    private static Logins<String> logins(Attempt... attempts) {
        return Stream.of(attempts)
                .collect(Logins.<Attempt, String>aggregation(Attempt::user, Attempt::instant, Attempt::accepted)
                        .toCollector());
    }

    private static final Logins<String> WEEK = logins(
            new Attempt("ann", "2026-03-04T12:00:00Z", true),
            new Attempt("ann", "2026-03-02T09:00:00Z", true),
            new Attempt("ann", "2026-03-02T09:30:00Z", true),
            new Attempt("", "2026-03-03T03:00:00Z", false),
            new Attempt("bob", "2026-03-02T23:30:00Z", true));

    @Test
    void countsByUserAndDay() {
        assertThat(WEEK.count()).isEqualTo(4);
        assertThat(WEEK.users()).isEqualTo(2);
        assertThat(WEEK.byUser()).isEqualTo(Map.of("ann", 3L, "bob", 1L));
        assertThat(WEEK.byDay(ZoneOffset.UTC))
                .containsExactly(Map.entry(LocalDate.of(2026, 3, 2), 3L), Map.entry(LocalDate.of(2026, 3, 4), 1L));
        assertThat(WEEK.usersByDay(ZoneOffset.UTC))
                .containsExactly(
                        Map.entry(LocalDate.of(2026, 3, 2), UniqueVisitors.of("ann", "bob")),
                        Map.entry(LocalDate.of(2026, 3, 4), UniqueVisitors.of("ann")));
        assertThat(WEEK).hasToString("Logins[4 of 2 users, 1 failed]");
    }

    @Test
    void ratesPerUserAndPerDay() {
        assertThat(WEEK.perUser()).isEqualTo(2.0);
        assertThat(WEEK.perActiveDay(ZoneOffset.UTC)).isEqualTo(2.0);
        assertThat(WEEK.perCalendarDay(ZoneOffset.UTC)).isEqualTo(4 / 3.0);
        // In Tokyo Bob comes on the third: a third day with a login.
        assertThat(WEEK.perActiveDay(ZoneId.of("Asia/Tokyo"))).isEqualTo(4 / 3.0);
        assertThat(WEEK.successes()).isEqualTo(Proportion.of(4, 5));
    }

    @Test
    void timesBetweenAreThoseOfOneUser() {
        assertThat(WEEK.timeBetween(Duration.ofHours(1)).values()).containsExactly(0.5, 50.5);
        assertThat(WEEK.timeBetween(Duration.ofMinutes(1)).values()).containsExactly(30, 3030);
        assertThat(WEEK.timeBetween(Duration.ofNanos(1_500_000)).values()).containsExactly(1_200_000, 121_200_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WEEK.timeBetween(Duration.ZERO))
                .withMessage("unit must be at least a millisecond, got PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Logins.empty().timeBetween(Duration.ofNanos(999_999)))
                .withMessage("unit must be at least a millisecond, got PT0.000999999S");
    }

    @Test
    void withoutLoginsNothingIsKnown() {
        Logins<String> none = Logins.empty();
        assertThat(none.perUser()).isNaN();
        assertThat(none.perActiveDay(ZoneOffset.UTC)).isNaN();
        assertThat(none.perCalendarDay(ZoneOffset.UTC)).isNaN();
        assertThat(none.successes().rate()).isNaN();
        assertThat(none.timeBetween(Duration.ofHours(1)).median()).isNaN();
        assertThat(logins(new Attempt("x", "2026-03-02T09:00:00Z", false))
                        .successes()
                        .rate())
                .isZero();
    }

    @Test
    void aLoginHasAUser() {
        assertThatNullPointerException()
                .isThrownBy(() -> Stream.of("x")
                        .collect(Logins.<String, String>aggregation(LoginsTest::none, any -> Instant.EPOCH, any -> true)
                                .toCollector()))
                .withMessage("user");
    }

    @SuppressWarnings("NullAway")
    private static String none(String any) {
        return null;
    }

    /**
     * The window comes from the question: the days before and after the logins count, and what is not observed does
     * not.
     */
    @Test
    void loginsOfAWindow() {
        Instant nine = Instant.parse("2026-03-02T09:00:00Z");
        Logins<Object> logins = Stream.of(
                        WebEvent.of("phone", nine, EventKind.LOGIN, "").withUser("ann"),
                        WebEvent.of("laptop", nine.plusSeconds(86_400), EventKind.LOGIN, "")
                                .withUser("ann"),
                        WebEvent.of("tablet", nine, EventKind.LOGIN, ""),
                        WebEvent.pageView("tablet", nine, "/"),
                        WebEvent.of("tablet", nine.plusSeconds(172_800), EventKind.LOGIN, ""))
                .collect(Logins.toLogins(nine.plusSeconds(172_800)));
        assertThat(logins.count()).isEqualTo(3);
        assertThat(logins.users()).isEqualTo(2);
        assertThat(logins.perCalendarDay(LocalDate.of(2026, 3, 1), ZoneOffset.UTC, LocalDate.of(2026, 3, 10)))
                .isEqualTo(0.3);
        assertThat(logins.perCalendarDay(LocalDate.of(2026, 3, 3), ZoneOffset.UTC, LocalDate.of(2026, 3, 4)))
                .isEqualTo(0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> logins.perCalendarDay(LocalDate.of(2026, 3, 3), ZoneOffset.UTC, LocalDate.of(2026, 3, 2)))
                .withMessage("observedThrough must not be before from (2026-03-03), got 2026-03-02");
    }
}
