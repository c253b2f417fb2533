package io.cxmetrics.time;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A window that opens every week, in milliseconds of wall time from the midnight that starts its day. A window that
 * closes on the next day closes after {@link #DAY}.
 */
record WeeklyHours(DayOfWeek day, long opens, long closes) implements Serializable {

    static final long DAY = TimeUnit.DAYS.toMillis(1);

    private static final long WEEK = 7 * DAY;
    private static final int NANOS_PER_MILLI = 1_000_000;
    private static final String END_OF_DAY = "24:00";

    /** A closing time at or before the opening time is on the next day; 00:00 is the end of the day. */
    static WeeklyHours of(DayOfWeek day, LocalTime opens, LocalTime closes) {
        long from = millis("opens", opens);
        long to = millis("closes", closes);
        if (from == to && from != 0) {
            throw new IllegalArgumentException("closes must differ from opens, got " + opens + " and " + closes
                    + "; a whole day is 00:00 to " + END_OF_DAY);
        }
        return new WeeklyHours(day, from, to > from ? to : to + DAY);
    }

    static LocalTime parseOpens(String text) {
        return parse("opens", text);
    }

    static LocalTime parseCloses(String text) {
        return text.equals(END_OF_DAY) ? LocalTime.MIDNIGHT : parse("closes", text);
    }

    private static LocalTime parse(String name, String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(name + " must be a time such as 09:00, got " + text, e);
        }
    }

    private static long millis(String name, LocalTime time) {
        if (!time.truncatedTo(ChronoUnit.MILLIS).equals(time)) {
            throw new IllegalArgumentException(name + " must be in whole milliseconds, got " + time);
        }
        return time.toNanoOfDay() / NANOS_PER_MILLI;
    }

    /** The windows in the order of the week, or the first two that overlap as an error. */
    static List<WeeklyHours> inOrder(Collection<WeeklyHours> hours) {
        List<WeeklyHours> sorted = hours.stream()
                .sorted(Comparator.comparingLong(WeeklyHours::startOfWeek))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            requireApart(sorted.get(i - 1), sorted.get(i), 0);
        }
        if (sorted.size() > 1) {
            requireApart(sorted.get(sorted.size() - 1), sorted.get(0), WEEK);
        }
        return sorted;
    }

    private static void requireApart(WeeklyHours first, WeeklyHours next, long later) {
        if (first.startOfWeek() + first.closes - first.opens > next.startOfWeek() + later) {
            throw new IllegalArgumentException("weekly hours must not overlap, got " + first + " and " + next);
        }
    }

    private long startOfWeek() {
        return (day.getValue() - 1) * DAY + opens;
    }

    @Override
    public String toString() {
        return day + " " + window();
    }

    /** Such as 09:00-17:00. */
    String window() {
        return time(opens) + "-" + (closes == DAY ? END_OF_DAY : time(closes));
    }

    private static LocalTime time(long millis) {
        return LocalTime.ofNanoOfDay(millis % DAY * NANOS_PER_MILLI);
    }
}
