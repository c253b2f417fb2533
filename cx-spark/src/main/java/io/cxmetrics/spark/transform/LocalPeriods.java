package io.cxmetrics.spark.transform;

import io.cxmetrics.time.CalendarPeriod;
import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Calendar periods in the numbers of {@link CalendarPeriod#index}, as columns.
 *
 * <p>Days are those of a zone by name. Spark's own {@code to_date} takes the zone of the session, which must not
 * decide.
 */
final class LocalPeriods {

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    /** 1 January 1970 was a Thursday. */
    private static final long DAYS_FROM_MONDAY = 3;

    private static final long DAYS_FROM_SUNDAY = 4;

    private static final long DAYS_FROM_SATURDAY = 5;

    private LocalPeriods() {}

    /** Returns the day of an instant in a zone, in days since 1970. */
    static Column epochDay(Column time, ZoneId zone) {
        return floorDiv(functions.unix_micros(functions.from_utc_timestamp(time, zone.getId())), MICROS_PER_DAY);
    }

    /** Returns the number of the period that a day lies in. */
    static Column index(Column epochDay, CalendarPeriod period) {
        Column date = functions.date_from_unix_date(epochDay.cast(DataTypes.IntegerType));
        Column years = functions.year(date).cast(DataTypes.LongType).minus(1970L);
        return switch (period) {
            case DAY -> epochDay;
            case WEEK -> floorDiv(epochDay.plus(DAYS_FROM_MONDAY), 7);
            case WEEK_FROM_SUNDAY -> floorDiv(epochDay.plus(DAYS_FROM_SUNDAY), 7);
            case WEEK_FROM_SATURDAY -> floorDiv(epochDay.plus(DAYS_FROM_SATURDAY), 7);
            case MONTH -> years.multiply(12L).plus(functions.month(date)).minus(1L);
            case QUARTER -> years.multiply(4L).plus(functions.quarter(date)).minus(1L);
            case YEAR -> years;
        };
    }

    /** Returns the first day of the period with a number, as a date. */
    static Column start(Column index, CalendarPeriod period) {
        return switch (period) {
            case DAY -> date(index);
            case WEEK -> date(index.multiply(7L).minus(DAYS_FROM_MONDAY));
            case WEEK_FROM_SUNDAY -> date(index.multiply(7L).minus(DAYS_FROM_SUNDAY));
            case WEEK_FROM_SATURDAY -> date(index.multiply(7L).minus(DAYS_FROM_SATURDAY));
            case MONTH -> months(index, 1);
            case QUARTER -> months(index, 3);
            case YEAR -> months(index, 12);
        };
    }

    private static Column date(Column epochDay) {
        return functions.date_from_unix_date(epochDay.cast(DataTypes.IntegerType));
    }

    private static Column months(Column index, long length) {
        return functions.add_months(
                date(functions.lit(0)), index.multiply(length).cast(DataTypes.IntegerType));
    }

    /** Division in whole numbers: that of {@code /} goes by way of doubles, and that of {@code div} towards 0. */
    private static Column floorDiv(Column number, long by) {
        Column divisor = functions.lit(by);
        return functions.call_function("div", number.minus(functions.pmod(number, divisor)), divisor);
    }
}
