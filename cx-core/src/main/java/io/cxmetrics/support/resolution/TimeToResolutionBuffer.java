package io.cxmetrics.support.resolution;

import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.time.PreparedCalendar;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Sorts tickets into resolved, open and left out, in milliseconds. */
final class TimeToResolutionBuffer {

    private final @Nullable PreparedCalendar calendar;
    private final long[] resolved;
    private final long[] open;
    private int resolvedCount;
    private int openCount;
    private int negative;
    private int missing;
    private int createdLater;

    /** Without a calendar all time counts. */
    TimeToResolutionBuffer(int most, @Nullable PreparedCalendar calendar) {
        this.calendar = calendar;
        resolved = new long[most];
        open = new long[most];
    }

    /** Takes a column of creations and one of resolutions, and knows nothing of the present. */
    TimeToResolutionBuffer add(long[] created, long[] resolved) {
        requireSameLength(created, resolved);
        for (int i = 0; i < created.length; i++) {
            if (resolved[i] == TimeToResolution.UNRESOLVED) {
                missing++;
            } else {
                span(created[i], resolved[i], i);
            }
        }
        return this;
    }

    /** Takes a column of creations and one of resolutions, as they were known at an instant. */
    TimeToResolutionBuffer add(long[] created, long[] resolved, long asOf) {
        requireSameLength(created, resolved);
        for (int i = 0; i < created.length; i++) {
            if (created[i] > asOf) {
                createdLater++;
            } else if (resolved[i] > asOf) {
                open[openCount++] = elapsed(created[i], asOf, i);
            } else {
                span(created[i], resolved[i], i);
            }
        }
        return this;
    }

    private static void requireSameLength(long[] created, long[] resolved) {
        if (resolved.length != created.length) {
            throw new IllegalArgumentException(
                    "resolved must have as many as created (" + created.length + "), got " + resolved.length);
        }
    }

    private void span(long created, long end, int index) {
        if (end < created) {
            negative++;
        } else {
            resolved[resolvedCount++] = elapsed(created, end, index);
        }
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

    void addResolved(long millis) {
        if (millis < 0) {
            negative++;
        } else {
            resolved[resolvedCount++] = millis;
        }
    }

    void addOpen(long millis) {
        open[openCount++] = millis;
    }

    void addNegative() {
        negative++;
    }

    void addCreatedLater() {
        createdLater++;
    }

    TimeToResolution finish() {
        EventTimes times = EventTimes.ofEvents(Arrays.copyOf(resolved, resolvedCount))
                .plus(EventTimes.ofCensored(Arrays.copyOf(open, openCount)));
        return new TimeToResolution(times, negative, missing, createdLater);
    }
}
