package io.cxmetrics.support.resolution;

import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.time.PreparedCalendar;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The fast path of {@link TimeToResolution}: two columns of epoch milliseconds, in one pass. */
final class TimeToResolutionColumns {

    private final @Nullable PreparedCalendar calendar;
    private final long[] times;
    private final boolean[] resolved;
    private int count;
    private long negative;
    private long missing;
    private long createdLater;

    /** Without a calendar all time counts. */
    private TimeToResolutionColumns(long[] created, long[] resolved, @Nullable PreparedCalendar calendar) {
        if (resolved.length != created.length) {
            throw new IllegalArgumentException(
                    "resolved must have as many as created (" + created.length + "), got " + resolved.length);
        }
        this.calendar = calendar;
        times = new long[created.length];
        this.resolved = new boolean[created.length];
    }

    /** Knows nothing of the present. */
    static TimeToResolution of(long[] created, long[] resolved, @Nullable PreparedCalendar calendar) {
        TimeToResolutionColumns columns = new TimeToResolutionColumns(created, resolved, calendar);
        for (int i = 0; i < created.length; i++) {
            if (resolved[i] == TimeToResolution.UNRESOLVED) {
                columns.missing++;
            } else {
                columns.span(created[i], resolved[i], i);
            }
        }
        return columns.sum();
    }

    static TimeToResolution of(
            long[] created, long[] resolved, @Nullable PreparedCalendar calendar, long observedUntil) {
        TimeToResolutionColumns columns = new TimeToResolutionColumns(created, resolved, calendar);
        for (int i = 0; i < created.length; i++) {
            if (created[i] >= observedUntil) {
                columns.createdLater++;
            } else if (resolved[i] >= observedUntil) {
                columns.add(created[i], observedUntil, false, i);
            } else {
                columns.span(created[i], resolved[i], i);
            }
        }
        return columns.sum();
    }

    private void span(long created, long end, int index) {
        if (end < created) {
            negative++;
        } else {
            add(created, end, true, index);
        }
    }

    private void add(long from, long to, boolean isResolved, int index) {
        times[count] = elapsed(from, to, index);
        resolved[count++] = isResolved;
    }

    private long elapsed(long from, long to, int index) {
        if (calendar == null) {
            return Math.subtractExact(to, from);
        }
        try {
            return calendar.openMillis(from, to);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(e.getMessage() + " at index " + index, e);
        }
    }

    private TimeToResolution sum() {
        EventTimes all = EventTimes.of(Arrays.copyOf(times, count), Arrays.copyOf(resolved, count));
        return new TimeToResolution(all, negative, missing, createdLater);
    }
}
