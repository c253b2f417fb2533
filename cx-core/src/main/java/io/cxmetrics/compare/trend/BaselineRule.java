package io.cxmetrics.compare.trend;

import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;

/**
 * Which earlier period a period is compared with.
 *
 * @since 0.1
 */
public enum BaselineRule {
    /** The period before: May for June. */
    PREVIOUS_PERIOD,
    /** The same dates a year ago: June 2025 for June 2026; the week 52 weeks ago for a week. */
    SAME_PERIOD_LAST_YEAR,
    /** 364 days before, so that each day meets its own weekday: for shops and desks with a rhythm of the week. */
    SAME_WEEKDAYS_LAST_YEAR,
    /** As few whole weeks before as clear the period: the Tuesday before for a Tuesday, 35 days before for a June. */
    SAME_WEEKDAYS_BEFORE;

    private static final int WEEKDAYS_OF_A_YEAR = 364;

    PeriodSpan baseline(PeriodDefinition periods, PeriodSpan span) {
        return switch (this) {
            case PREVIOUS_PERIOD -> periods.span(span.from().minusDays(1));
            case SAME_PERIOD_LAST_YEAR -> periods.span(lastYear(periods.unit(), span.from()));
            case SAME_WEEKDAYS_LAST_YEAR -> span.moved(-WEEKDAYS_OF_A_YEAR);
            case SAME_WEEKDAYS_BEFORE -> span.moved(-7 * ((span.days() + 6) / 7));
        };
    }

    private static LocalDate lastYear(CalendarPeriod unit, LocalDate from) {
        return unit == CalendarPeriod.WEEK ? from.minusDays(WEEKDAYS_OF_A_YEAR) : from.minusYears(1);
    }
}
