package io.cxmetrics.time;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/** A dated stretch of wall time: a holiday, a closure or an extra opening. */
record LocalSpan(LocalDateTime from, LocalDateTime until) implements Comparable<LocalSpan>, Serializable {

    private static final Comparator<LocalSpan> ORDER =
            Comparator.comparing(LocalSpan::from).thenComparing(LocalSpan::until);

    LocalSpan {
        CalendarRange.checkStart("from", from);
        CalendarRange.checkEnd("until", until);
        requireMillis("from", from);
        requireMillis("until", until);
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("until must be after from " + from + ", got " + until);
        }
    }

    /** A whole day. */
    static LocalSpan ofDay(LocalDate date) {
        CalendarRange.check("date", date);
        return ofDays(date, date);
    }

    /** The whole days from the first to the last, both included. */
    static LocalSpan ofDays(LocalDate first, LocalDate last) {
        CalendarRange.check("first", first);
        CalendarRange.check("last", last);
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("last must not be before first " + first + ", got " + last);
        }
        return new LocalSpan(first.atStartOfDay(), last.plusDays(1).atStartOfDay());
    }

    private static void requireMillis(String name, LocalDateTime time) {
        if (!time.truncatedTo(ChronoUnit.MILLIS).equals(time)) {
            throw new IllegalArgumentException(name + " must be in whole milliseconds, got " + time);
        }
    }

    @Override
    public int compareTo(LocalSpan other) {
        return ORDER.compare(this, other);
    }
}
