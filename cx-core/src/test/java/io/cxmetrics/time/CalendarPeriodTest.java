package io.cxmetrics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarPeriodTest {

    /** The weeks are those of ISO 8601: 2026 has 53, and 2020-12-31 lies in the 53rd of 2020. */
    @ParameterizedTest
    @CsvSource({
        "DAY, 2024-02-29, 2024-02-29, 2024-03-01, 2024-02-29",
        "WEEK, 2027-01-03, 2026-12-28, 2027-01-04, 2026-W53",
        "WEEK, 2026-03-02, 2026-03-02, 2026-03-09, 2026-W10",
        "WEEK, 2021-01-01, 2020-12-28, 2021-01-04, 2020-W53",
        "MONTH, 2024-02-29, 2024-02-01, 2024-03-01, 2024-02",
        "MONTH, 2025-12-31, 2025-12-01, 2026-01-01, 2025-12",
        "QUARTER, 2024-03-31, 2024-01-01, 2024-04-01, 2024-Q1",
        "QUARTER, 2024-11-15, 2024-10-01, 2025-01-01, 2024-Q4",
        "YEAR, 2024-12-31, 2024-01-01, 2025-01-01, 2024",
        "WEEK_FROM_SUNDAY, 2026-03-01, 2026-03-01, 2026-03-08, 2026-03-01",
        "WEEK_FROM_SUNDAY, 2026-03-07, 2026-03-01, 2026-03-08, 2026-03-01",
        "WEEK_FROM_SATURDAY, 2026-03-06, 2026-02-28, 2026-03-07, 2026-02-28",
        "WEEK_FROM_SATURDAY, 2026-03-07, 2026-03-07, 2026-03-14, 2026-03-07",
    })
    void startNextAndLabel(CalendarPeriod period, LocalDate date, LocalDate start, LocalDate next, String label) {
        assertThat(period.start(date)).isEqualTo(start);
        assertThat(period.next(date)).isEqualTo(next);
        assertThat(period.label(date)).isEqualTo(label);
    }

    /** The Gregorian calendar repeats after 400 years, which are 146,097 days and 20,871 weeks. */
    @Test
    void perYearIsThatOfTheWholeCalendar() {
        assertThat(CalendarPeriod.DAY.perYear()).isEqualTo(146_097 / 400.0);
        assertThat(CalendarPeriod.WEEK.perYear()).isEqualTo(20_871 / 400.0);
        assertThat(CalendarPeriod.WEEK_FROM_SUNDAY.perYear()).isEqualTo(CalendarPeriod.WEEK.perYear());
        assertThat(CalendarPeriod.WEEK_FROM_SATURDAY.perYear()).isEqualTo(CalendarPeriod.WEEK.perYear());
        assertThat(CalendarPeriod.MONTH.perYear()).isEqualTo(12);
        assertThat(CalendarPeriod.QUARTER.perYear()).isEqualTo(4);
        assertThat(CalendarPeriod.YEAR.perYear()).isEqualTo(1);
    }

    @Test
    void periodsAreInOneAnother() {
        assertThat(CalendarPeriod.MONTH.in(CalendarPeriod.YEAR)).isEqualTo(12);
        assertThat(CalendarPeriod.QUARTER.in(CalendarPeriod.MONTH)).isEqualTo(1.0 / 3);
        assertThat(CalendarPeriod.DAY.in(CalendarPeriod.WEEK)).isEqualTo(7);
        assertThat(CalendarPeriod.DAY.in(CalendarPeriod.MONTH)).isEqualTo(30.436875);
    }

    /** 1.01^12 = 1.126825030131969720661201 and 0.95^3 = 0.857375, exactly. */
    @Test
    void ratesCompound() {
        assertThat(CalendarPeriod.MONTH.compound(0.01, CalendarPeriod.YEAR))
                .isCloseTo(0.1268250301319697, within(1e-15));
        assertThat(CalendarPeriod.MONTH.compound(-0.05, CalendarPeriod.QUARTER)).isCloseTo(-0.142625, within(1e-15));
        assertThat(CalendarPeriod.YEAR.compound(-1, CalendarPeriod.DAY)).isEqualTo(-1);
    }

    @Property
    void aRateOfItsOwnPeriodIsKept(@ForAll CalendarPeriod period, @ForAll @DoubleRange(min = -1, max = 9) double rate) {
        assertThat(period.compound(rate, period)).isEqualTo(rate);
    }

    /** 29 December 1969 was the Monday before 1970. */
    @ParameterizedTest
    @CsvSource({
        "DAY, 1970-01-01, 0, 1970-01-01",
        "DAY, 1969-12-31, -1, 1969-12-31",
        "WEEK, 1969-12-29, 0, 1969-12-29",
        "WEEK, 1970-01-04, 0, 1969-12-29",
        "WEEK, 1970-01-05, 1, 1970-01-05",
        "WEEK, 1969-12-28, -1, 1969-12-22",
        "WEEK_FROM_SUNDAY, 1969-12-28, 0, 1969-12-28",
        "WEEK_FROM_SUNDAY, 1970-01-04, 1, 1970-01-04",
        "WEEK_FROM_SATURDAY, 1969-12-26, -1, 1969-12-20",
        "WEEK_FROM_SATURDAY, 1969-12-27, 0, 1969-12-27",
        "MONTH, 1970-02-28, 1, 1970-02-01",
        "MONTH, 1969-12-31, -1, 1969-12-01",
        "MONTH, 2024-02-29, 649, 2024-02-01",
        "QUARTER, 1970-06-30, 1, 1970-04-01",
        "QUARTER, 1969-10-01, -1, 1969-10-01",
        "YEAR, 1969-01-01, -1, 1969-01-01",
        "YEAR, 2024-12-31, 54, 2024-01-01",
    })
    void periodsAreNumberedFrom1970(CalendarPeriod period, LocalDate date, long index, LocalDate start) {
        assertThat(period.index(date)).isEqualTo(index);
        assertThat(period.index(date.toEpochDay())).isEqualTo(index);
        assertThat(period.startOf(index)).isEqualTo(start);
    }

    @Property
    void numbersCountThePeriods(@ForAll CalendarPeriod period, @ForAll LocalDate date) {
        assertThat(period.startOf(period.index(date))).isEqualTo(period.start(date));
        assertThat(period.index(period.next(date))).isEqualTo(period.index(date) + 1);
    }

    @Property
    void periodsNeitherOverlapNorLeaveGaps(@ForAll CalendarPeriod period, @ForAll LocalDate date) {
        LocalDate start = period.start(date);
        LocalDate next = period.next(date);
        assertThat(date).isAfterOrEqualTo(start).isBefore(next);
        assertThat(period.start(start)).isEqualTo(start);
        assertThat(period.start(next)).isEqualTo(next);
        assertThat(period.start(next.minusDays(1))).isEqualTo(start);
        assertThat(period.label(start)).isEqualTo(period.label(date)).isNotEqualTo(period.label(next));
    }
}
