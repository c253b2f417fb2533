package io.cxmetrics.retention.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Small logs, each for one place where products differ or go wrong. */
class CohortTableTest {

    private static final CohortDefinition MONTHLY = CohortDefinition.of(CalendarPeriod.MONTH, ZoneOffset.UTC);

    private static final CohortDefinition DAILY = CohortDefinition.of(CalendarPeriod.DAY, ZoneOffset.UTC);

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);

    private static Activity<String> did(String actor, String date, long amount) {
        return Activity.on(actor, LocalDate.parse(date), amount);
    }

    private static Activity<String> did(String actor, String instant) {
        return Activity.of(actor, Instant.parse(instant));
    }

    @SafeVarargs
    private static <K> ActivityLog<K> log(Activity<K>... activities) {
        List<Activity<K>> list = new ArrayList<>();
        for (Activity<K> activity : activities) {
            list.add(activity);
        }
        return list.stream().collect(ActivityLog.toActivityLog());
    }

    /** Three in January, one in February; ann comes back in both months after, bob in March only. */
    private static final ActivityLog<String> SHOP = log(
            did("ann", "2026-01-05", 2000),
            did("ann", "2026-01-05", 500),
            did("ann", "2026-02-09", 1000),
            did("ann", "2026-03-01", 100),
            did("bob", "2026-01-31", 3000),
            did("bob", "2026-03-31", 400),
            did("bob", "2026-03-30", 400),
            did("cid", "2026-01-01", 0),
            did("dee", "2026-02-28", 700),
            did("dee", "2026-03-02", -700),
            did("dee", "2026-03-02", 0));

    @Test
    void countsByMonth() {
        CohortTable table = CohortTable.of(SHOP, MONTHLY, LocalDate.of(2026, 3, 31));
        assertThat(table.cohorts().keySet()).containsExactly(JANUARY, LocalDate.of(2026, 2, 1));
        assertThat(table.cohort(LocalDate.of(2026, 1, 17)).size()).isEqualTo(3);
        assertThat(table.cohort(JANUARY).cells())
                .containsExactly(
                        new CohortCell(3, 3, 0, 3, 5500, 5500, 5500),
                        new CohortCell(3, 1, 3, 1, 1000, 5500, 6500),
                        new CohortCell(3, 2, 1, 3, 900, 5500, 7400));
        assertThat(table.cohort(LocalDate.of(2026, 2, 1)).cells())
                .containsExactly(new CohortCell(1, 1, 0, 1, 700, 700, 700), new CohortCell(1, 1, 1, 1, -700, 700, 0));
        assertThat(table).hasToString("CohortTable[2 cohorts of 4 starts through 2026-03-31]");
        assertThat(table.definition()).isEqualTo(MONTHLY);
        assertThat(table.observedThrough()).isEqualTo(LocalDate.of(2026, 3, 31));
    }

    @Test
    void answersPerCell() {
        CohortTable table = CohortTable.of(SHOP, MONTHLY, LocalDate.of(2026, 3, 31));
        assertThat(table.retention(JANUARY, 1)).isEqualTo(Proportion.of(1, 3));
        CohortCell march = table.cohort(JANUARY).cell(2);
        assertThat(march.rate(RetentionReference.START)).isEqualTo(2.0 / 3);
        // One was active the month before and two are: those who pause and come back.
        assertThat(march.rate(RetentionReference.PREVIOUS)).isEqualTo(2);
        assertThat(table.cohort(JANUARY).cell(0).rate(RetentionReference.PREVIOUS))
                .isNaN();
        assertThat(march.revenueRetention()).isEqualTo(900.0 / 5500);
        assertThat(march.cumulativeAmountPerStarter()).isCloseTo(2466.67, within(0.01));
        assertThat(new CohortCell(1, 1, 0, 1, 5, 0, 5).revenueRetention()).isNaN();
        assertThat(new CohortCell(1, 1, 0, 1, 5, -3, 2).revenueRetention()).isNaN();
        assertThat(CohortCell.EMPTY.cumulativeAmountPerStarter()).isNaN();
    }

    /** January 1 of 3, February 1 of 1: starters weigh the same, or cohorts. */
    @Test
    void meansOverCohorts() {
        CohortTable table = CohortTable.of(SHOP, MONTHLY, LocalDate.of(2026, 3, 31));
        assertThat(table.meanRetention(1, CohortMean.WEIGHTED)).isEqualTo(0.5);
        assertThat(table.meanRetention(1, CohortMean.SIMPLE)).isEqualTo(2.0 / 3);
        assertThat(table.meanRetention(2, CohortMean.SIMPLE)).isEqualTo(2.0 / 3);
        assertThat(table.meanRetention(3, CohortMean.SIMPLE)).isNaN();
        assertThat(table.meanRetention(3, CohortMean.WEIGHTED)).isNaN();
        assertThat(table.all().size()).isEqualTo(4);
        assertThat(table.all().cell(1)).isEqualTo(new CohortCell(4, 2, 4, 2, 300, 6200, 6500));
    }

    /** On the last day of March but one, March is not over: no rate is lower for it. */
    @Test
    void whatIsNotWhollyObservedIsUndefined() {
        CohortTable table = CohortTable.of(SHOP, MONTHLY, LocalDate.of(2026, 3, 30));
        assertThat(table.cohort(JANUARY).cells()).hasSize(2);
        assertThat(table.retention(JANUARY, 2)).isEqualTo(Proportion.EMPTY);
        assertThat(table.retention(LocalDate.of(2026, 2, 1), 0)).isEqualTo(Proportion.of(1, 1));
        assertThat(table.retention(LocalDate.of(2026, 2, 1), 1).rate()).isNaN();
        CohortTable early =
                CohortTable.of(SHOP, MONTHLY, LocalDate.of(2026, 2, 1).minusDays(2));
        assertThat(early.cohorts()).containsOnly(entry(JANUARY, new Cohort(2, List.of())));
    }

    @Test
    void whatIsAfterTheEndIsAsIfItHadNotBeen() {
        ActivityLog<String> before = log(
                did("ann", "2026-01-05", 2000),
                did("ann", "2026-01-05", 500),
                did("ann", "2026-02-09", 1000),
                did("bob", "2026-01-31", 3000),
                did("cid", "2026-01-01", 0));
        for (ReturnRule rule : ReturnRule.values()) {
            CohortDefinition question = MONTHLY.withRule(rule);
            LocalDate until = LocalDate.of(2026, 2, 28);
            assertThat(CohortTable.of(SHOP, question, until.minusDays(1)))
                    .isEqualTo(CohortTable.of(before, question, until.minusDays(1)));
        }
    }

    /** A quarter to midnight and a minute past it: the next day of the calendar, the same 24 hours. */
    @Test
    void midnightIsADayByTheCalendarOnly() {
        ActivityLog<String> night = log(did("ann", "2026-03-02T23:45:00Z"), did("ann", "2026-03-03T00:01:00Z"));
        LocalDate until = LocalDate.of(2026, 3, 10);
        assertThat(CohortTable.of(night, DAILY, until.minusDays(1)).all().retention(1))
                .isEqualTo(Proportion.of(1, 1));
        CohortTable windows =
                CohortTable.of(night, DAILY.withIntervals(ReturnIntervals.windows(1)), until.minusDays(1));
        assertThat(windows.all().retention(1)).isEqualTo(Proportion.of(0, 1));
        // Both are in window 0, on two days.
        assertThat(windows.all().cell(0).activeDays()).isEqualTo(2);
        // In Los Angeles it is the afternoon of one day.
        CohortDefinition west = CohortDefinition.of(CalendarPeriod.DAY, ZoneId.of("America/Los_Angeles"));
        assertThat(CohortTable.of(night, west, until.minusDays(1)).all().retention(1))
                .isEqualTo(Proportion.of(0, 1));
    }

    /** 7 windows of 24 hours from 23:45 end at 23:45; the day that observation ends at starts at midnight. */
    @Test
    void aWindowThatEndsLaterIsNotObserved() {
        ActivityLog<String> night = log(did("ann", "2026-03-02T23:45:00Z"));
        CohortDefinition question = DAILY.withIntervals(ReturnIntervals.windows(1));
        assertThat(CohortTable.of(night, question, LocalDate.of(2026, 3, 8))
                        .all()
                        .cells())
                .hasSize(6);
        assertThat(CohortTable.of(night, question, LocalDate.of(2026, 3, 9))
                        .all()
                        .cells())
                .hasSize(7);
        assertThat(CohortTable.of(night, DAILY, LocalDate.of(2026, 3, 8)).all().cells())
                .hasSize(7);
    }

    /** In Berlin 29 March 2026 has 23 hours: 24 hours after 12:30 are at 13:30 of the next. */
    @Test
    void clocksChange() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        ActivityLog<String> spring = log(
                did("ann", "2026-03-28T11:30:00Z"),
                did("ann", "2026-03-29T11:00:00Z"),
                did("bob", "2026-03-28T22:59:59Z"),
                did("bob", "2026-03-28T23:00:00Z"),
                did("bob", "2026-03-29T22:00:00Z"));
        CohortDefinition days = CohortDefinition.of(CalendarPeriod.DAY, berlin);
        LocalDate until = LocalDate.of(2026, 4, 1);
        CohortTable table = CohortTable.of(spring, days, until.minusDays(1));
        assertThat(table.all().retention(1)).isEqualTo(Proportion.of(2, 2));
        assertThat(table.all().retention(2)).isEqualTo(Proportion.of(1, 2));
        CohortTable windows =
                CohortTable.of(spring, days.withIntervals(ReturnIntervals.windows(1)), until.minusDays(1));
        assertThat(windows.all().retention(0)).isEqualTo(Proportion.of(2, 2));
        assertThat(windows.all().retention(1)).isEqualTo(Proportion.of(0, 2));
    }

    /** In Newfoundland, until 2011, a start on Sunday could be followed by Saturday evening again. */
    @Test
    void clocksGoBackAcrossMidnight() {
        CohortDefinition days = CohortDefinition.of(CalendarPeriod.DAY, ZoneId.of("America/St_Johns"));
        CohortTable table = CohortTable.of(
                log(did("ann", "2006-10-29T02:30:30Z")),
                log(did("ann", "2006-10-29T02:31:30Z"), did("ann", "2006-10-30T12:00:00Z")),
                days,
                LocalDate.of(2006, 10, 31));
        assertThat(table.cohort(LocalDate.of(2006, 10, 29)).cells())
                .extracting(CohortCell::active)
                .containsExactly(1L, 1L, 0L);
    }

    /** A month of 30 days, as Amplitude counts: 1 March is 29 days after 31 January. */
    @Test
    void monthsOfThirtyDays() {
        ActivityLog<String> log = log(did("ann", "2026-01-31", 1), did("ann", "2026-03-01", 1));
        LocalDate until = LocalDate.of(2026, 6, 1);
        CohortTable calendar = CohortTable.of(log, MONTHLY, until.minusDays(1));
        assertThat(calendar.retention(JANUARY, 2).events()).isEqualTo(1);
        CohortTable thirty =
                CohortTable.of(log, MONTHLY.withIntervals(ReturnIntervals.windows(30)), until.minusDays(1));
        assertThat(thirty.cohort(JANUARY).cells())
                .extracting(CohortCell::active)
                .containsExactly(1L, 0L, 0L, 0L);
        assertThat(thirty.cohort(JANUARY).cell(0).amount()).isEqualTo(2);
    }

    /** One cohort, of which half has a second week that is over. */
    @Test
    void whereIntervalsStartWithTheActorSomeAreEligible() {
        ActivityLog<String> log = log(
                did("ann", "2026-01-05", 100),
                did("ann", "2026-01-12", 30),
                did("bob", "2026-01-06", 900),
                did("bob", "2026-01-13", 50));
        CohortTable table =
                CohortTable.of(log, MONTHLY.withIntervals(ReturnIntervals.days(7)), LocalDate.of(2026, 1, 18));
        assertThat(table.cohort(JANUARY).cells())
                .containsExactly(
                        new CohortCell(2, 2, 0, 2, 1000, 1000, 1000), new CohortCell(1, 1, 1, 1, 30, 100, 130));
        // Revenue is compared with that of the same starters, and not with what bob began with.
        assertThat(table.cohort(JANUARY).cell(1).revenueRetention()).isEqualTo(0.3);
    }

    @Test
    void bracketsOfUnequalLength() {
        CohortDefinition question = DAILY.withIntervals(ReturnIntervals.brackets(0, 1, 7, 30));
        ActivityLog<String> log = log(
                did("ann", "2026-01-01", 0),
                did("ann", "2026-01-07", 0),
                did("bob", "2026-01-01", 0),
                did("bob", "2026-01-08", 0),
                did("bob", "2026-01-30", 0),
                did("cid", "2026-01-01", 0),
                did("cid", "2026-01-31", 0));
        CohortTable table = CohortTable.of(log, question, LocalDate.of(2026, 1, 30));
        assertThat(table.all().cells()).extracting(CohortCell::active).containsExactly(3L, 1L, 1L);
        assertThat(table.all().cell(2).activeDays()).isEqualTo(2);
        assertThat(CohortTable.of(log, question, LocalDate.of(2026, 1, 29))
                        .all()
                        .cells())
                .hasSize(2);
        // What is after the last bracket is in none, but later.
        CohortTable later = CohortTable.of(log, question.withRule(ReturnRule.ON_OR_AFTER), LocalDate.of(2026, 2, 28));
        assertThat(later.all().cells()).extracting(CohortCell::active).containsExactly(3L, 3L, 2L);
    }

    @Test
    void rulesOfReturn() {
        ActivityLog<String> log = log(
                did("ann", "2026-01-01", 0),
                did("ann", "2026-01-03", 0),
                did("bob", "2026-01-01", 0),
                did("bob", "2026-01-02", 0),
                did("bob", "2026-01-05", 0));
        LocalDate until = LocalDate.of(2026, 1, 6);
        assertThat(CohortTable.of(log, DAILY, until.minusDays(1)).all().cells())
                .extracting(CohortCell::active)
                .containsExactly(2L, 1L, 1L, 0L, 1L);
        assertThat(CohortTable.of(log, DAILY.withRule(ReturnRule.ON_OR_AFTER), until.minusDays(1))
                        .all()
                        .cells())
                .extracting(CohortCell::active)
                .containsExactly(2L, 2L, 2L, 1L, 1L);
        assertThat(CohortTable.of(log, DAILY.withRule(ReturnRule.WITHIN), until.minusDays(1))
                        .all()
                        .cells())
                .extracting(CohortCell::active)
                .containsExactly(2L, 1L, 2L, 2L, 2L);
        assertThat(CohortTable.of(log, DAILY.withRule(ReturnRule.WITHIN), until.minusDays(1))
                        .all()
                        .cells())
                .extracting(CohortCell::previouslyActive)
                .containsExactly(0L, 2L, 1L, 2L, 2L);
    }

    /** Each of a week's three visits counts, also two in the same second. */
    @Test
    void minimumOccurrences() {
        ActivityLog<String> log = log(
                did("ann", "2026-01-05", 0),
                did("ann", "2026-01-05", 0),
                did("ann", "2026-01-12", 0),
                did("ann", "2026-01-13", 0),
                did("ann", "2026-01-18", 0),
                did("ann", "2026-01-20", 0),
                did("ann", "2026-01-28", 0));
        CohortDefinition weekly = CohortDefinition.of(CalendarPeriod.WEEK, ZoneOffset.UTC);
        LocalDate until = LocalDate.of(2026, 2, 2);
        assertThat(active(log, weekly.withMinimumOccurrences(2), until)).containsExactly(1L, 1L, 0L, 0L);
        assertThat(active(log, weekly.withMinimumOccurrences(3), until)).containsExactly(0L, 1L, 0L, 0L);
        assertThat(active(log, weekly.withMinimumOccurrences(4), until)).containsExactly(0L, 0L, 0L, 0L);
        CohortDefinition unbounded = weekly.withRule(ReturnRule.ON_OR_AFTER);
        assertThat(active(log, unbounded.withMinimumOccurrences(2), until)).containsExactly(1L, 1L, 1L, 0L);
        assertThat(active(log, unbounded.withMinimumOccurrences(8), until)).containsExactly(0L, 0L, 0L, 0L);
        CohortDefinition range = weekly.withRule(ReturnRule.WITHIN);
        assertThat(active(log, range.withMinimumOccurrences(4), until)).containsExactly(0L, 0L, 1L, 1L);
        assertThat(active(log, range.withMinimumOccurrences(6), until)).containsExactly(0L, 0L, 0L, 0L);
    }

    private static Stream<Long> active(ActivityLog<?> log, CohortDefinition question, LocalDate until) {
        return CohortTable.of(log, question, until.minusDays(1)).all().cells().stream()
                .map(CohortCell::active);
    }

    /** A returning starter opens a cohort in each month it starts in, and one only. */
    @Test
    void recurringCohorts() {
        CohortTable table = CohortTable.of(SHOP, MONTHLY.withEntry(CohortEntry.RECURRING), LocalDate.of(2026, 3, 31));
        assertThat(table.cohorts().values()).extracting(Cohort::size).containsExactly(3L, 2L, 3L);
        assertThat(table.retention(LocalDate.of(2026, 2, 1), 1)).isEqualTo(Proportion.of(2, 2));
        assertThat(table.cohort(LocalDate.of(2026, 2, 1)).cell(0).amount()).isEqualTo(1700);
        assertThat(table.cohort(LocalDate.of(2026, 3, 1)).cell(0).amount()).isEqualTo(200);
    }

    /** Signup and purchase: bob never buys, cid buys before he signs up, eve buys and never signs up. */
    @Test
    void startAndReturnMayDiffer() {
        ActivityLog<String> signups = log(
                did("ann", "2026-01-05T10:00:00Z"),
                did("bob", "2026-01-06T10:00:00Z"),
                did("cid", "2026-01-07T10:00:00Z"));
        ActivityLog<String> purchases = log(
                did("ann", "2026-01-05T10:00:00Z"),
                did("ann", "2026-02-05T10:00:00Z"),
                did("cid", "2026-01-07T09:59:59Z"),
                did("cid", "2026-02-07T09:00:00Z"),
                did("eve", "2026-01-08T10:00:00Z"));
        CohortTable table = CohortTable.of(signups, purchases, MONTHLY, LocalDate.of(2026, 2, 28));
        assertThat(table.retention(JANUARY, 0)).isEqualTo(Proportion.of(1, 3));
        assertThat(table.retention(JANUARY, 1)).isEqualTo(Proportion.of(2, 3));
        assertThat(CohortTable.of(purchases, purchases, MONTHLY, LocalDate.of(2026, 2, 28)))
                .isEqualTo(CohortTable.of(purchases, MONTHLY, LocalDate.of(2026, 2, 28)));
    }

    /** Signed up on the phone and came back on the web: with the platform in the key, that is no return. */
    @Test
    void aBreakdownMatchesOnBothEvents() {
        Map.Entry<String, String> phone = Map.entry("ann", "phone");
        Map.Entry<String, String> web = Map.entry("ann", "web");
        ActivityLog<Map.Entry<String, String>> signups = log(Activity.on(phone, JANUARY, 0));
        ActivityLog<Map.Entry<String, String>> visits =
                log(Activity.on(web, JANUARY.plusDays(1), 0), Activity.on(phone, JANUARY.plusDays(2), 0));
        CohortTable table = CohortTable.of(signups, visits, DAILY, LocalDate.of(2026, 1, 3));
        assertThat(table.all().cells()).extracting(CohortCell::active).containsExactly(0L, 0L, 1L);
    }

    /** Weeks of the calendar after the week of the start, in cohorts of months. */
    @Test
    void cohortsAndIntervalsMayDiffer() {
        CohortTable table = CohortTable.of(
                SHOP,
                CohortDefinition.of(CalendarPeriod.WEEK, ZoneOffset.UTC).withCohorts(CalendarPeriod.MONTH),
                LocalDate.of(2026, 3, 31));
        // 2026-01-05 is a Monday, 2026-02-09 the Monday five weeks later.
        assertThat(table.cohort(JANUARY).cell(5).active()).isEqualTo(1);
        assertThat(table.cohort(JANUARY).size()).isEqualTo(3);
    }

    @Test
    void dayNAtOnce() {
        LocalDate until = LocalDate.of(2026, 3, 1);
        assertThat(CohortTable.dayRetention(SHOP, 35, ReturnRule.ON, ZoneOffset.UTC, until.minusDays(1)))
                .isEqualTo(Proportion.of(1, 2));
        assertThat(CohortTable.dayRetention(SHOP, 1, ReturnRule.ON_OR_AFTER, ZoneOffset.UTC, until.minusDays(1)))
                .isEqualTo(Proportion.of(1, 3));
        assertThat(CohortTable.dayRetention(SHOP, 0, ReturnRule.ON, ZoneOffset.UTC, until.minusDays(1)))
                .isEqualTo(Proportion.of(4, 4));
    }

    @Test
    void refusesWhatCannotBe() {
        LocalDate until = LocalDate.of(2026, 3, 1);
        assertThatThrownBy(() -> CohortTable.empty(MONTHLY, until.minusDays(1))
                        .plus(CohortTable.empty(DAILY, until.minusDays(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("other must be asked the same (" + MONTHLY + "), got " + DAILY);
        assertThatThrownBy(() -> CohortTable.empty(DAILY, until.minusDays(1)).plus(CohortTable.empty(DAILY, until)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("other must be observed through 2026-02-28, got 2026-03-01");
        assertThatThrownBy(() -> CohortTable.empty(DAILY, until.minusDays(1)).meanRetention(-1, CohortMean.SIMPLE))
                .hasMessage("k must not be negative, got -1");
        assertThatThrownBy(() -> Cohort.EMPTY.cell(-1)).hasMessage("k must not be negative, got -1");
        assertThatThrownBy(() -> new Cohort(-1, List.of())).hasMessage("size must not be negative, got -1");
        assertThatThrownBy(() -> new CohortCell(1, 2, 0, 0, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("active must not exceed eligible (1), got 2");
        assertThatThrownBy(() -> new CohortCell(1, 0, 2, 0, 0, 0, 0))
                .hasMessage("previouslyActive must not exceed eligible (1), got 2");
        assertThatThrownBy(() -> new CohortCell(1, 0, 0, -1, 0, 0, 0))
                .hasMessage("activeDays must not be negative, got -1");
        ActivityLog<String> old = log(did("ann", "1526-01-01", 0));
        assertThatThrownBy(() -> CohortTable.of(old, DAILY, until.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("observedThrough must leave at most 100000 intervals, got 182681 since 1526-01-01");
    }
}
