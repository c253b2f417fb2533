package io.cxmetrics.support;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.stat.survival.EventTimesBuffer;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A growing {@link QueueWait}: the state of its aggregations. Each wait costs the same, however many there are. Not
 * thread-safe.
 *
 * @since 0.1
 */
public final class QueueWaitBuffer implements Serializable {

    private static final long serialVersionUID = 1;

    private final EventTimesBuffer waits = new EventTimesBuffer();
    private long leftOut;

    QueueWaitBuffer() {}

    /** Whoever was answered did not give up, whatever is noted. */
    void add(Instant arrived, @Nullable Instant answered, @Nullable Instant abandoned, Instant observedUntil) {
        boolean isAnswered = answered != null && answered.isBefore(observedUntil);
        Instant end = isAnswered ? answered : abandoned;
        if (end == null || !end.isBefore(observedUntil) || !arrived.isBefore(observedUntil)) {
            leftOut++;
        } else {
            add(Duration.between(arrived, end).toMillis(), isAnswered);
        }
    }

    void add(long millis, boolean answered) {
        if (millis < 0) {
            leftOut++;
        } else {
            waits.add(0, millis, answered);
        }
    }

    @CanIgnoreReturnValue
    QueueWaitBuffer join(QueueWaitBuffer other) {
        waits.join(other.waits);
        leftOut = Math.addExact(leftOut, other.leftOut);
        return this;
    }

    QueueWait sum() {
        return new QueueWait(waits.sum(), leftOut);
    }
}
