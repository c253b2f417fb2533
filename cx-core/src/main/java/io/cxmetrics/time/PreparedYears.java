package io.cxmetrics.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The prepared form that a calendar keeps for itself. It grows to cover what is asked, at least twofold, so that
 * however questions come there are few rebuildings; {@link CalendarRange} and {@link Timetable#MAX_OPENINGS} bound it.
 */
final class PreparedYears {

    private static final Duration MARGIN = Duration.ofDays(366);

    private final WorkingCalendar calendar;
    private volatile @Nullable PreparedCalendar prepared;

    PreparedYears(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** A prepared form that covers two instants, in any order. Both are within the horizon. */
    PreparedCalendar of(Instant one, Instant other) {
        PreparedCalendar current = prepared;
        return current != null && current.covers(one) && current.covers(other) ? current : grown(one, other);
    }

    /** A prepared form that covers an instant and reaches further than another one; null where none may. */
    @Nullable
    PreparedCalendar beyond(PreparedCalendar current, Instant start) {
        Instant end = current.endExclusive();
        if (end.equals(CalendarRange.END)) {
            return null;
        }
        PreparedCalendar further = of(start, end);
        return further.endExclusive().isAfter(end) ? further : null;
    }

    /** Synchronized, so that threads that ask at once do not each build the same table. */
    private synchronized PreparedCalendar grown(Instant one, Instant other) {
        // Whole milliseconds, or rounding outwards would make a span that just fits too long.
        Instant from = earlier(one, other).truncatedTo(ChronoUnit.MILLIS);
        Instant to = later(one, other).truncatedTo(ChronoUnit.MILLIS);
        PreparedCalendar current = prepared;
        if (current != null && current.covers(from) && current.covers(to)) {
            return current;
        }
        Instant start = from.minus(MARGIN);
        Instant end = to.plus(MARGIN);
        if (current != null) {
            Duration length = Duration.between(current.startInclusive(), current.endExclusive());
            start = from.isBefore(current.startInclusive())
                    ? earlier(start, current.startInclusive().minus(length))
                    : current.startInclusive();
            end = to.isBefore(current.endExclusive())
                    ? current.endExclusive()
                    : later(end, current.endExclusive().plus(length));
        }
        PreparedCalendar grown =
                affordable(later(start, CalendarRange.START), earlier(end, CalendarRange.END), from, to);
        prepared = grown;
        return grown;
    }

    /** What is wished, or where that is too much, as much as fits from the first instant that is needed. */
    private PreparedCalendar affordable(Instant start, Instant end, Instant from, Instant to) {
        Duration longest = calendar.timetable().longest();
        if (Duration.between(start, end).compareTo(longest) <= 0) {
            return calendar.prepared(start, end);
        }
        Instant last = earlier(from.plus(longest), CalendarRange.END);
        return calendar.prepared(from, later(last, to));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
