package io.cxmetrics.spark.catalyst;

import io.cxmetrics.time.PreparedCalendar;
import io.cxmetrics.time.WorkingCalendar;
import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as generated code calls it. Public, since that code is in a package of its own. Serialized as its text
 * alone.
 */
public final class OpenTime implements Serializable {

    private static final long serialVersionUID = 1;

    /** What most data lies in: the openings of these years are worked out beforehand. */
    private static final Instant FROM = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant UNTIL = Instant.parse("2050-01-01T00:00:00Z");

    private static final long EARLIEST = WorkingCalendar.EARLIEST.toEpochMilli();
    private static final long LATEST = WorkingCalendar.END.toEpochMilli();
    private static final long MICROS_PER_MILLI = 1_000;

    private final String text;
    private final transient WorkingCalendar calendar;
    private final transient PreparedCalendar prepared;
    private final transient long start;
    private final transient long end;

    OpenTime(String text) {
        this.text = text;
        calendar = WorkingCalendar.parse(text);
        prepared = calendar.prepared(FROM, UNTIL);
        start = prepared.startInclusive().toEpochMilli();
        end = prepared.endExclusive().toEpochMilli();
    }

    /**
     * Returns the open time between two instants.
     *
     * @param from the start in microseconds since 1970, rounded down to the millisecond
     * @param to the end likewise
     * @param calendar when it is open
     * @return the milliseconds; null if the end is before the start, or one of them outside the years that calendars
     *     know
     */
    public static @Nullable Long millis(long from, long to, OpenTime calendar) {
        long first = Math.floorDiv(from, MICROS_PER_MILLI);
        long last = Math.floorDiv(to, MICROS_PER_MILLI);
        if (to < from || first < EARLIEST || last >= LATEST) {
            return null;
        }
        if (first >= calendar.start && last < calendar.end) {
            return calendar.prepared.openMillis(first, last);
        }
        return calendar.calendar
                .openTime(Instant.ofEpochMilli(first), Instant.ofEpochMilli(last))
                .toMillis();
    }

    private Object readResolve() {
        return new OpenTime(text);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpenTime that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
