package io.cxmetrics.compare.trend;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.time.CalendarPeriod;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * Periods that a trend is cut into: those of the calendar, with weeks that start on any day, and quarters and years of
 * a fiscal year.
 *
 * <p><b>Names.</b> Periods of the calendar have the labels of {@link CalendarPeriod}. A week from another day is named
 * by its first day; a fiscal year by the calendar year in which it ends, {@code FY2026}, and its quarters {@code
 * FY2026-Q1}. Names sort as text in the order of time.
 *
 * <pre>{@code
 * PeriodDefinition sundays = PeriodDefinition.weeksFrom(SUNDAY);
 * sundays.start(LocalDate.of(2026, 6, 3)); // 2026-05-31
 * PeriodDefinition fiscal = PeriodDefinition.of(CalendarPeriod.QUARTER).withFiscalStart(Month.APRIL);
 * fiscal.span(LocalDate.of(2026, 6, 3)); // PeriodSpan[from=2026-04-01, to=2026-07-01, label=FY2027-Q1]
 * }</pre>
 *
 * @param unit the periods
 * @param weekStart the first day of a week; it matters to {@link CalendarPeriod#WEEK} only
 * @param fiscalStart the first month of a year; it matters to quarters and years only
 * @since 0.1
 */
public record PeriodDefinition(CalendarPeriod unit, DayOfWeek weekStart, Month fiscalStart) implements Serializable {

    /** Checks that all parts are there. */
    public PeriodDefinition {
        requireNonNull(unit, "unit");
        requireNonNull(weekStart, "weekStart");
        requireNonNull(fiscalStart, "fiscalStart");
    }

    /**
     * Returns periods of the calendar: weeks from Monday, years from January.
     *
     * @param unit the periods
     * @return the definition
     */
    public static PeriodDefinition of(CalendarPeriod unit) {
        return new PeriodDefinition(unit, DayOfWeek.MONDAY, Month.JANUARY);
    }

    /**
     * Returns weeks from a day.
     *
     * @param weekStart the first day of a week
     * @return the definition
     */
    public static PeriodDefinition weeksFrom(DayOfWeek weekStart) {
        return new PeriodDefinition(CalendarPeriod.WEEK, weekStart, Month.JANUARY);
    }

    /**
     * Returns this with quarters and years of a fiscal year.
     *
     * @param month the first month of the fiscal year
     * @return the definition
     */
    public PeriodDefinition withFiscalStart(Month month) {
        return new PeriodDefinition(unit, weekStart, month);
    }

    private boolean fiscal() {
        return fiscalStart != Month.JANUARY && (unit == CalendarPeriod.QUARTER || unit == CalendarPeriod.YEAR);
    }

    private int shift() {
        return fiscal() ? fiscalStart.getValue() - 1 : 0;
    }

    /**
     * Returns the first day of the period that a date lies in.
     *
     * @param date the date
     * @return the first day
     */
    public LocalDate start(LocalDate date) {
        if (unit == CalendarPeriod.WEEK) {
            return date.with(TemporalAdjusters.previousOrSame(weekStart));
        }
        return fiscal()
                ? unit.start(date.withDayOfMonth(1).minusMonths(shift())).plusMonths(shift())
                : unit.start(date);
    }

    /**
     * Returns the first day of the period after the one that a date lies in.
     *
     * @param date the date
     * @return the first day
     */
    public LocalDate next(LocalDate date) {
        if (unit == CalendarPeriod.WEEK) {
            return start(date).plusWeeks(1);
        }
        return fiscal() ? unit.next(date.withDayOfMonth(1).minusMonths(shift())).plusMonths(shift()) : unit.next(date);
    }

    /**
     * Returns the period that a date lies in.
     *
     * @param date the date
     * @return the period
     */
    public PeriodSpan span(LocalDate date) {
        return new PeriodSpan(start(date), next(date), label(date));
    }

    private String label(LocalDate date) {
        if (unit == CalendarPeriod.WEEK && weekStart != DayOfWeek.MONDAY) {
            return start(date).toString();
        }
        if (!fiscal()) {
            return unit.label(date);
        }
        LocalDate shifted = date.withDayOfMonth(1).minusMonths(shift());
        int year = shifted.getYear() + 1;
        return unit == CalendarPeriod.YEAR
                ? String.format(Locale.ROOT, "FY%04d", year)
                : String.format(Locale.ROOT, "FY%04d-Q%d", year, (shifted.getMonthValue() + 2) / 3);
    }
}
