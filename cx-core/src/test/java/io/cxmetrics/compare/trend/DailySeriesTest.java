package io.cxmetrics.compare.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.stat.Proportion;
import io.cxmetrics.time.CalendarPeriod;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DailySeriesTest {

    private static final PeriodDefinition MONTHS = PeriodDefinition.of(CalendarPeriod.MONTH);
    private static final PeriodDefinition DAYS = PeriodDefinition.of(CalendarPeriod.DAY);

    /** On each day of 2025 and 2026 up to 10 June one trial; an event on Sundays. */
    private static final DailySeries<Proportion> SUNDAYS = sundays();

    private static DailySeries<Proportion> sundays() {
        Map<LocalDate, Proportion> days = new TreeMap<>();
        for (LocalDate day = date(2025, 1, 1); !day.isAfter(date(2026, 6, 10)); day = day.plusDays(1)) {
            days.put(day, Proportion.of(day.getDayOfWeek() == DayOfWeek.SUNDAY ? 1 : 0, 1));
        }
        return DailySeries.of(days, Proportion.EMPTY);
    }

    private static LocalDate date(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    @Test
    void everyPeriodIsThereAndAddsUp() {
        List<PeriodSummary<Proportion>> months = SUNDAYS.periods(MONTHS, date(2026, 4, 15), date(2026, 6, 10));
        assertThat(months).extracting(PeriodSummary::label).containsExactly("2026-04", "2026-05", "2026-06");
        assertThat(months).extracting(PeriodSummary::whole).containsExactly(false, true, false);
        assertThat(months).extracting(PeriodSummary::observedDays).containsExactly(16L, 31L, 10L);
        Proportion all = months.stream().map(PeriodSummary::summary).reduce(Proportion.EMPTY, Proportion::plus);
        assertThat(all).isEqualTo(SUNDAYS.between(date(2026, 4, 15), date(2026, 6, 11)));
        double[] values = PeriodSummary.values(months, Proportion::rate);
        assertThat(values).containsExactly(Double.NaN, 5 / 31.0, Double.NaN);
    }

    @Test
    void periodsWithoutDataAreUndefined() {
        DailySeries<Proportion> sparse = DailySeries.of(
                Map.of(date(2026, 1, 5), Proportion.of(1, 2), date(2026, 3, 5), Proportion.of(1, 4)), Proportion.EMPTY);
        List<PeriodSummary<Proportion>> months = sparse.periods(MONTHS, date(2026, 1, 1), date(2026, 3, 31));
        assertThat(PeriodSummary.values(months, Proportion::rate)).containsExactly(0.5, Double.NaN, 0.25);
        assertThat(sparse.rolling(7, date(2026, 1, 1), date(2026, 3, 31)))
                .hasSize(84)
                .allSatisfy(window -> assertThat(window.whole()).isTrue());
        assertThat(sparse.rolling(100, date(2026, 1, 1), date(2026, 3, 31))).isEmpty();
    }

    @Test
    void windowsOfWholeWeeksAreEven() {
        assertThat(SUNDAYS.rolling(28, date(2026, 1, 1), date(2026, 6, 10)))
                .allSatisfy(window -> assertThat(window.summary()).isEqualTo(Proportion.of(4, 28)));
    }

    @Test
    void windowsByCountReachBackAsFarAsTheyMust() {
        DailySeries<Proportion> sparse = DailySeries.of(
                Map.of(
                        date(2026, 1, 1), Proportion.of(1, 3),
                        date(2026, 1, 4), Proportion.of(1, 3),
                        date(2026, 1, 5), Proportion.of(0, 5)),
                Proportion.EMPTY);
        List<PeriodSummary<Proportion>> windows =
                sparse.rollingByCount(5, Proportion::trials, date(2026, 1, 1), date(2026, 1, 6));
        assertThat(windows).extracting(PeriodSummary::label).containsExactly("2026-01-04", "2026-01-05", "2026-01-06");
        assertThat(windows)
                .extracting(window -> window.span().from())
                .containsExactly(date(2026, 1, 1), date(2026, 1, 5), date(2026, 1, 5));
        assertThat(windows.get(0).summary()).isEqualTo(Proportion.of(2, 6));
    }

    @Test
    void anUnfinishedPeriodIsMarkedOrComparedAsFarAsItGoes() {
        PeriodPair<Proportion> june =
                SUNDAYS.compare(MONTHS, date(2026, 6, 1), BaselineRule.PREVIOUS_PERIOD, date(2026, 6, 10));
        assertThat(june.before().label()).isEqualTo("2026-05");
        assertThat(june.before().summary()).isEqualTo(Proportion.of(5, 31));
        assertThat(june.after().summary()).isEqualTo(Proportion.of(1, 10));
        assertThat(june.alike()).isFalse();
        PeriodPair<Proportion> elapsed =
                SUNDAYS.compareElapsed(MONTHS, date(2026, 6, 1), BaselineRule.PREVIOUS_PERIOD, date(2026, 6, 10));
        assertThat(elapsed.before().observedTo()).isEqualTo(date(2026, 5, 11));
        assertThat(elapsed.before().summary()).isEqualTo(Proportion.of(2, 10));
        assertThat(elapsed.alike()).isTrue();
    }

    @Test
    void thirtyDaysOfMarchFindOnlyThoseThatFebruaryHas() {
        PeriodPair<Proportion> march =
                SUNDAYS.compareElapsed(MONTHS, date(2026, 3, 1), BaselineRule.PREVIOUS_PERIOD, date(2026, 3, 30));
        assertThat(march.before().observedDays()).isEqualTo(28);
        assertThat(march.alike()).isFalse();
        PeriodPair<Proportion> whole =
                SUNDAYS.compareElapsed(MONTHS, date(2026, 3, 1), BaselineRule.PREVIOUS_PERIOD, date(2026, 3, 31));
        assertThat(whole.alike()).isTrue();
    }

    @Test
    void lastYearByDateAndByWeekday() {
        LocalDate sunday = date(2026, 6, 7);
        LocalDate through = date(2026, 6, 10);
        PeriodPair<Proportion> byDate = SUNDAYS.compare(DAYS, sunday, BaselineRule.SAME_PERIOD_LAST_YEAR, through);
        assertThat(byDate.before().span().from()).isEqualTo(date(2025, 6, 7));
        assertThat(byDate.before().summary().rate()).isZero();
        PeriodPair<Proportion> byWeekday = SUNDAYS.compare(DAYS, sunday, BaselineRule.SAME_WEEKDAYS_LAST_YEAR, through);
        assertThat(byWeekday.before().span().from()).isEqualTo(date(2025, 6, 8));
        assertThat(byWeekday.before().summary().rate()).isEqualTo(1);
        PeriodPair<Proportion> before = SUNDAYS.compare(DAYS, sunday, BaselineRule.SAME_WEEKDAYS_BEFORE, through);
        assertThat(before.before().span().from()).isEqualTo(date(2026, 5, 31));
        PeriodPair<Proportion> may =
                SUNDAYS.compare(MONTHS, date(2026, 5, 1), BaselineRule.SAME_WEEKDAYS_BEFORE, through);
        assertThat(may.before().span().from()).isEqualTo(date(2026, 3, 27));
        assertThat(may.before().summary()).isEqualTo(may.after().summary());
        assertThat(SUNDAYS.compare(MONTHS, date(2026, 5, 1), BaselineRule.SAME_PERIOD_LAST_YEAR, through)
                        .before()
                        .label())
                .isEqualTo("2025-05");
        PeriodDefinition weeks = PeriodDefinition.of(CalendarPeriod.WEEK);
        assertThat(SUNDAYS.compare(weeks, sunday, BaselineRule.SAME_PERIOD_LAST_YEAR, through)
                        .before()
                        .label())
                .isEqualTo("2025-W23");
    }

    /** The fiscal year of the United States, which ends in September, is named after the year of its end. */
    @Test
    void fiscalPeriodsAndWeeksFromAnyDay() {
        PeriodDefinition years = PeriodDefinition.of(CalendarPeriod.YEAR).withFiscalStart(Month.OCTOBER);
        assertThat(years.span(date(2025, 9, 30)))
                .isEqualTo(new PeriodSpan(date(2024, 10, 1), date(2025, 10, 1), "FY2025"));
        assertThat(years.span(date(2025, 10, 1)).label()).isEqualTo("FY2026");
        PeriodDefinition quarters = PeriodDefinition.of(CalendarPeriod.QUARTER).withFiscalStart(Month.FEBRUARY);
        assertThat(quarters.span(date(2026, 1, 31)))
                .isEqualTo(new PeriodSpan(date(2025, 11, 1), date(2026, 2, 1), "FY2026-Q4"));
        assertThat(quarters.span(date(2024, 2, 29)).label()).isEqualTo("FY2025-Q1");
        PeriodDefinition months = MONTHS.withFiscalStart(Month.APRIL);
        assertThat(months.span(date(2026, 5, 5)).label()).isEqualTo("2026-05");
        PeriodDefinition saturdays = PeriodDefinition.weeksFrom(DayOfWeek.SATURDAY);
        assertThat(saturdays.span(date(2026, 6, 10)))
                .isEqualTo(new PeriodSpan(date(2026, 6, 6), date(2026, 6, 13), "2026-06-06"));
        assertThat(PeriodDefinition.of(CalendarPeriod.WEEK)
                        .span(date(2027, 1, 1))
                        .label())
                .isEqualTo("2026-W53");
    }

    /** Half past midnight in Auckland is the day before in UTC. */
    @Test
    void theZoneSaysWhichDay() {
        record Hit(Instant at) {}
        List<Hit> hits = List.of(new Hit(Instant.parse("2026-06-30T12:30:00Z")));
        var aggregation = Proportion.aggregation().<Hit>mapInput(hit -> true);
        DailySeries<Proportion> auckland = hits.stream()
                .collect(DailySeries.toDailySeries(
                        Hit::at, aggregation, Proportion.EMPTY, ZoneId.of("Pacific/Auckland")));
        assertThat(auckland.days()).containsOnlyKeys(date(2026, 7, 1));
        DailySeries<Proportion> utc = hits.stream()
                .collect(DailySeries.toDailySeries(Hit::at, aggregation, Proportion.EMPTY, ZoneId.of("UTC")));
        assertThat(utc.days()).containsOnlyKeys(date(2026, 6, 30));
        assertThat(utc.plus(auckland).days()).hasSize(2);
        assertThat(utc.plus(utc).days()).containsValue(Proportion.of(2, 2));
        assertThat(utc).hasToString("DailySeries[days=1, first=2026-06-30, last=2026-06-30]");
        assertThat(Stream.<Hit>empty()
                        .collect(DailySeries.toDailySeries(Hit::at, aggregation, Proportion.EMPTY, ZoneId.of("UTC"))))
                .hasToString("DailySeries[days=0]")
                .isEqualTo(DailySeries.of(Map.of(), Proportion.EMPTY))
                .hasSameHashCodeAs(DailySeries.of(Map.of(), Proportion.EMPTY));
    }

    @Test
    void refusals() {
        LocalDate june = date(2026, 6, 1);
        refused(
                () -> SUNDAYS.periods(MONTHS, june, date(2026, 5, 31)),
                "observedThrough must not be before from (2026-06-01), got 2026-05-31");
        refused(() -> SUNDAYS.rolling(0, june, june), "length must be in [1, 36600], got 0");
        refused(() -> SUNDAYS.rollingByCount(0, Proportion::trials, june, june), "least must be at least 1, got 0");
        refused(
                () -> SUNDAYS.between(june, date(2026, 5, 31)),
                "to must not be before from (2026-06-01), got 2026-05-31");
        refused(() -> new PeriodSpan(june, june, "none"), "to must be after from (2026-06-01), got 2026-06-01");
        refused(
                () -> new PeriodSummary<>(MONTHS.span(june), date(2026, 5, 1), june, Proportion.EMPTY),
                "observed days must lie in [2026-06-01, 2026-07-01), got [2026-05-01, 2026-06-01)");
    }

    private static void refused(Supplier<?> call, String message) {
        assertThatThrownBy(call::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
