package io.cxmetrics.stat.survival;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Serializable;
import java.util.Arrays;

/** Gathers observations, and adds them up whenever they are as many as the distinct times so far. */
final class EventTimesBuffer implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int SMALLEST = 64;
    private static final int LARGEST = 1 << 24;

    private long[] entry = new long[SMALLEST];
    private long[] exit = new long[SMALLEST];
    private boolean[] event = new boolean[SMALLEST];
    private int size;
    private EventTimes times = EventTimes.EMPTY;

    @CanIgnoreReturnValue
    EventTimesBuffer add(long entered, long left, boolean happened) {
        if (size == exit.length) {
            flush();
        }
        entry[size] = entered;
        exit[size] = left;
        event[size++] = happened;
        return this;
    }

    /** A block that grows with the sum makes each observation cost the logarithm of their number, and no more. */
    private void flush() {
        times = sum();
        size = 0;
        int wanted = Math.min(LARGEST, 2 * Math.max(times.size(), SMALLEST));
        if (wanted > exit.length) {
            entry = new long[wanted];
            exit = new long[wanted];
            event = new boolean[wanted];
        }
    }

    EventTimesBuffer join(EventTimesBuffer other) {
        times = sum().plus(other.sum());
        size = 0;
        return this;
    }

    EventTimes sum() {
        return size == 0
                ? times
                : times.plus(EventTimes.ofLateEntry(
                        Arrays.copyOf(entry, size), Arrays.copyOf(exit, size), Arrays.copyOf(event, size)));
    }
}
