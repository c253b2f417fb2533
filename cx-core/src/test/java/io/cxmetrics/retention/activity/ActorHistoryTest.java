package io.cxmetrics.retention.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.retention.cohort.CohortTable;
import io.cxmetrics.retention.cohort.ReturnRule;
import io.cxmetrics.time.CalendarPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ActorHistoryTest {

    private static final Instant LATE = Instant.parse("2026-03-02T23:30:00Z");

    private static ActorHistory history(Activity<?>... activities) {
        ActivityLog<Object> log = Stream.of(activities)
                .collect(ActivityLog.toActivityLog(Activity::actor, Activity::at, Activity::amount));
        return log.histories().values().iterator().next();
    }

    @Test
    void isInTheOrderOfTimeThenAmount() {
        ActorHistory ann = history(
                Activity.of("ann", LATE, 700),
                Activity.of("ann", LATE, -200),
                Activity.of("ann", LATE.minusSeconds(1)));
        assertThat(ann.count()).isEqualTo(3);
        assertThat(ann.first()).isEqualTo(LATE.minusSeconds(1));
        assertThat(ann.last()).isEqualTo(LATE);
        assertThat(new long[] {ann.amount(0), ann.amount(1), ann.amount(2)}).containsExactly(0, -200, 700);
        assertThat(ann.millis(2)).isEqualTo(LATE.toEpochMilli());
        assertThat(ann.amount()).isEqualTo(500);
    }

    /** Half past eleven at night in London is the next day in Tokyo. */
    @Test
    void daysAreThoseOfTheZone() {
        ActorHistory ann = history(Activity.of("ann", LATE), Activity.of("ann", LATE.plusSeconds(1)));
        long day = LocalDate.of(2026, 3, 2).toEpochDay();
        assertThat(ann.days(ZoneOffset.UTC)).containsExactly(day, day);
        assertThat(ann.days(ZoneId.of("Asia/Tokyo"))).containsExactly(day + 1, day + 1);
        assertThat(ann.distinctDays(ZoneOffset.UTC)).containsExactly(day);
        assertThat(history(Activity.on("ann", LocalDate.of(1969, 12, 31), 5)).days(ZoneOffset.UTC))
                .containsExactly(-1);
    }

    /** In Newfoundland clocks went from a minute past midnight back to the evening before, until 2011. */
    @Test
    void daysAscendWhereClocksGoBackAcrossMidnight() {
        ZoneId newfoundland = ZoneId.of("America/St_Johns");
        Instant sunday = Instant.parse("2006-10-29T02:30:30Z");
        assertThat(sunday.atZone(newfoundland).toLocalDate()).isEqualTo("2006-10-29");
        assertThat(sunday.plusSeconds(60).atZone(newfoundland).toLocalDate()).isEqualTo("2006-10-28");
        ActorHistory ann = history(
                Activity.of("ann", sunday.minusSeconds(60)),
                Activity.of("ann", sunday),
                Activity.of("ann", sunday.plusSeconds(60)),
                Activity.of("ann", sunday.plusSeconds(7200)));
        long saturday = LocalDate.of(2006, 10, 28).toEpochDay();
        assertThat(ann.days(newfoundland)).containsExactly(saturday, saturday + 1, saturday + 1, saturday + 1);
        assertThat(ann.distinctDays(newfoundland)).containsExactly(saturday, saturday + 1);
    }

    /** The evening that is repeated is Sunday's, whatever else an actor did, and every question says so. */
    @Test
    void theDayOfAnActivityIsItsOwn() {
        ZoneId newfoundland = ZoneId.of("America/St_Johns");
        Activity<String> repeated = Activity.of("ann", Instant.parse("2006-10-29T03:00:00Z"));
        LocalDate sunday = LocalDate.of(2006, 10, 29);
        assertThat(repeated.at().atZone(newfoundland).toLocalDate()).isEqualTo(sunday.minusDays(1));
        assertThat(history(repeated).days(newfoundland)).containsExactly(sunday.toEpochDay());
        ActivityLog<String> log = Stream.of(repeated).collect(ActivityLog.toActivityLog());
        assertThat(ActiveUsers.of(log, newfoundland).daily(sunday)).isOne();
        assertThat(Lifecycle.of(log, newfoundland, sunday).dailyActive()).isOne();
        assertThat(Lifecycle.of(log, new LifecycleDefinition(2, 3), newfoundland, sunday.plusDays(1))
                        .count(LifecycleState.AT_RISK_WEEKLY))
                .isOne();
        assertThat(log.inactivityChurn(1, newfoundland, sunday.plusDays(1)).events())
                .isZero();
        assertThat(GrowthAccounting.of(log, CalendarPeriod.DAY, newfoundland)
                        .periods()
                        .get(0)
                        .start())
                .isEqualTo(sunday);
    }

    /** As one says who means for ever. */
    @Test
    void aDayBeyondAllTimesIsNoError() {
        ActivityLog<String> log =
                Stream.of(Activity.of("ann", LATE), Activity.of("bob", LATE)).collect(ActivityLog.toActivityLog());
        assertThat(Lifecycle.of(log, ZoneOffset.UTC, LocalDate.MAX).count(LifecycleState.DORMANT))
                .isEqualTo(2);
        assertThat(Lifecycle.of(log, ZoneOffset.UTC, LocalDate.MIN)).isEqualTo(Lifecycle.EMPTY);
        assertThat(log.inactivityChurn(30, ZoneOffset.UTC, LocalDate.MAX)).hasToString("2 of 2 (1.0)");
        assertThat(log.inactivityChurn(30, ZoneOffset.UTC, LocalDate.MIN).trials())
                .isZero();
        assertThat(CohortTable.dayRetention(log, 1, ReturnRule.ON, ZoneOffset.UTC, LocalDate.MIN)
                        .trials())
                .isZero();
        assertThatThrownBy(() -> CohortTable.dayRetention(log, 1, ReturnRule.ON, ZoneOffset.UTC, LocalDate.MAX))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("observedThrough must leave at most 100000 intervals, got 2147483647 since 2026-03-02");
    }

    @Test
    void daysAreRightAsFarAsMillisecondsGo() {
        ActorHistory ann = history(
                Activity.of("ann", Instant.ofEpochMilli(Long.MIN_VALUE)),
                Activity.of("ann", Instant.ofEpochMilli(Long.MAX_VALUE)));
        long last = Math.floorDiv(Long.MAX_VALUE, 86_400_000L);
        assertThat(ann.days(ZoneOffset.ofHours(18))).containsExactly(-last, last + 1);
        assertThat(ann.days(ZoneOffset.ofHours(-18))).containsExactly(-last - 2, last - 1);
    }

    @Test
    void withoutAmountsThereAreNone() {
        ActorHistory ann = history(Activity.of("ann", LATE));
        assertThat(ann.hasAmounts()).isFalse();
        assertThat(ann.amount(0)).isZero();
        assertThat(ann.amount()).isZero();
        assertThatThrownBy(() -> ann.amount(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(history(Activity.of("ann", LATE, 1)).hasAmounts()).isTrue();
    }

    @Test
    void sumsBeyondALongAreRefused() {
        ActorHistory ann = history(Activity.of("ann", LATE, Long.MAX_VALUE), Activity.of("ann", LATE, 1));
        assertThatThrownBy(ann::amount).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void saysWhatItHolds() {
        assertThat(history(Activity.of("ann", LATE)))
                .hasToString("ActorHistory[1 from 2026-03-02T23:30:00Z to 2026-03-02T23:30:00Z]")
                .isEqualTo(history(Activity.of("bob", LATE)))
                .isNotEqualTo(history(Activity.of("ann", LATE, 1)));
    }

    @Test
    @SuppressWarnings("NullAway")
    void anActivityHasAnActorAndATime() {
        assertThatNullPointerException()
                .isThrownBy(() -> Activity.of(null, LATE))
                .withMessage("actor");
        assertThatNullPointerException()
                .isThrownBy(() -> Activity.of("ann", null))
                .withMessage("at");
    }
}
