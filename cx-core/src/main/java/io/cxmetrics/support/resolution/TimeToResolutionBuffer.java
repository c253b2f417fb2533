package io.cxmetrics.support.resolution;

import io.cxmetrics.stat.survival.EventTimesBuffer;
import io.cxmetrics.time.TimeMeasure;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A growing {@link TimeToResolution}: the state of its aggregations. Each ticket costs the same, however many there
 * are. Not thread-safe.
 *
 * @since 0.1
 */
public final class TimeToResolutionBuffer implements Serializable {

    private static final long serialVersionUID = 1;

    private final EventTimesBuffer times = new EventTimesBuffer();
    private long negative;
    private long createdLater;

    TimeToResolutionBuffer() {}

    /** Sorts a ticket into resolved, open and left out. */
    void add(Instant created, @Nullable Instant resolved, TimeMeasure measure, Instant observedUntil) {
        if (!created.isBefore(observedUntil)) {
            createdLater++;
        } else if (resolved == null || !resolved.isBefore(observedUntil)) {
            addMillis(measure.between(created, observedUntil).toMillis(), false);
        } else if (resolved.isBefore(created)) {
            negative++;
        } else {
            addMillis(measure.between(created, resolved).toMillis(), true);
        }
    }

    /** A time that was measured already; null for a ticket that has been open nobody knows how long. */
    void add(@Nullable Duration time) {
        addMillis(time == null ? 0 : time.toMillis(), time != null);
    }

    void addMillis(long millis, boolean resolved) {
        if (millis < 0) {
            negative++;
        } else {
            times.add(0, millis, resolved);
        }
    }

    TimeToResolutionBuffer join(TimeToResolutionBuffer other) {
        times.join(other.times);
        negative = Math.addExact(negative, other.negative);
        createdLater = Math.addExact(createdLater, other.createdLater);
        return this;
    }

    TimeToResolution sum() {
        return new TimeToResolution(times.sum(), negative, 0, createdLater);
    }
}
