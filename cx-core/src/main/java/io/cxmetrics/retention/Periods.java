package io.cxmetrics.retention;

import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.temporal.ChronoField;

/** Calendar periods by number, 0 for the one of 1 January 1970: arithmetic in place of a walk from each to the next. */
final class Periods {

    private static final long MONTHS_TO_1970 = 12 * 1970;

    private Periods() {}

    /** Which period an epoch day lies in. */
    static long index(CalendarPeriod period, long day) {
        return switch (period) {
            case DAY -> day;
            // Day 0 was a Thursday.
            case WEEK -> Math.floorDiv(day + 3, 7);
            case MONTH -> month(day);
            case QUARTER -> Math.floorDiv(month(day), 3);
            case YEAR -> Math.floorDiv(month(day), 12);
        };
    }

    private static long month(long day) {
        return LocalDate.ofEpochDay(day).getLong(ChronoField.PROLEPTIC_MONTH) - MONTHS_TO_1970;
    }

    /** The first day of a period. */
    static LocalDate start(CalendarPeriod period, long index) {
        LocalDate epoch = LocalDate.EPOCH;
        return switch (period) {
            case DAY -> epoch.plusDays(index);
            case WEEK -> epoch.plusDays(index * 7 - 3);
            case MONTH -> epoch.plusMonths(index);
            case QUARTER -> epoch.plusMonths(index * 3);
            case YEAR -> epoch.plusYears(index);
        };
    }
}
