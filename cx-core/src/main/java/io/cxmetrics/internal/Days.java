package io.cxmetrics.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Calendar days in epoch milliseconds. */
public final class Days {

    /** The milliseconds of a day of 24 hours. */
    public static final long MILLIS_PER_DAY = 86_400_000;

    private Days() {}

    /**
     * Returns when a day begins.
     *
     * @param day the day
     * @param zone whose calendar counts
     * @return its first instant in epoch milliseconds; the nearest {@code long} where that is beyond all of them
     */
    public static long start(LocalDate day, ZoneId zone) {
        Instant start = day.atStartOfDay(zone).toInstant();
        return start.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE))
                ? Long.MAX_VALUE
                : start.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE)) ? Long.MIN_VALUE : start.toEpochMilli();
    }

    /**
     * Returns when a day ends.
     *
     * @param day the day
     * @param zone whose calendar counts
     * @return the first instant after it in epoch milliseconds; the nearest {@code long} where that is beyond all of
     *     them
     */
    public static long end(LocalDate day, ZoneId zone) {
        return day.equals(LocalDate.MAX) ? Long.MAX_VALUE : start(day.plusDays(1), zone);
    }
}
