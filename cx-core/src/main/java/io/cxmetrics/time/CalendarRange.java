package io.cxmetrics.time;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The years that calendars answer for. The bound keeps one wild time, such as a year 9999 that stands for "still open",
 * from asking for the openings of millennia.
 */
final class CalendarRange {

    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2399;
    private static final LocalDateTime LOCAL_END = startOf(LAST_YEAR + 1);

    static final Instant START = startOf(FIRST_YEAR).toInstant(ZoneOffset.UTC);
    static final Instant END = LOCAL_END.toInstant(ZoneOffset.UTC);

    private static final long START_MILLIS = START.toEpochMilli();
    private static final long END_MILLIS = END.toEpochMilli();

    private CalendarRange() {}

    private static LocalDateTime startOf(int year) {
        return LocalDateTime.of(year, 1, 1, 0, 0);
    }

    @CanIgnoreReturnValue
    static Instant check(String name, Instant instant) {
        if (instant.isBefore(START) || !instant.isBefore(END)) {
            throw new IllegalArgumentException(name + " must be in [" + START + ", " + END + "), got " + instant);
        }
        return instant;
    }

    @CanIgnoreReturnValue
    static long check(String name, long epochMillis, int index) {
        if (epochMillis < START_MILLIS || epochMillis >= END_MILLIS) {
            throw new IllegalArgumentException(name + " must be in [" + START + ", " + END
                    + ") as epoch milliseconds, got " + epochMillis + " at index " + index);
        }
        return epochMillis;
    }

    @CanIgnoreReturnValue
    static LocalDate check(String name, LocalDate date) {
        checkYear(name, date, date.getYear());
        return date;
    }

    static void checkStart(String name, LocalDateTime time) {
        checkYear(name, time, time.getYear());
    }

    static void checkEnd(String name, LocalDateTime time) {
        if (!time.equals(LOCAL_END)) {
            checkYear(name, time, time.getYear());
        }
    }

    private static void checkYear(String name, Object time, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(
                    name + " must be in the years " + FIRST_YEAR + " to " + LAST_YEAR + ", got " + time);
        }
    }
}
