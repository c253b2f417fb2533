package io.cxmetrics.stat.survival;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Serializable;
import java.util.Arrays;

/**
 * A growing {@link EventTimes}: takes observations one at a time, and adds them up whenever they are as many as the
 * distinct times so far. Not thread-safe.
 *
 * @since 0.1
 */
public final class EventTimesBuffer implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int SMALLEST = 64;
    private static final int LARGEST = 1 << 24;

    private long[] entry = new long[SMALLEST];
    private long[] exit = new long[SMALLEST];
    private boolean[] event = new boolean[SMALLEST];
    private int size;
    private EventTimes times = EventTimes.EMPTY;

    /** Starts without observations. */
    public EventTimesBuffer() {}

    /**
     * Takes one observation, which is checked when it is added up.
     *
     * @param entered when it came under observation; 0 if it was from the start
     * @param left when it had the event or was last seen, not negative
     * @param happened whether the event happened
     * @return this buffer
     */
    @CanIgnoreReturnValue
    public EventTimesBuffer add(long entered, long left, boolean happened) {
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

    /**
     * Takes the observations of another buffer, which stays as it is.
     *
     * @param other the other buffer
     * @return this buffer
     */
    @CanIgnoreReturnValue
    public EventTimesBuffer join(EventTimesBuffer other) {
        times = sum().plus(other.sum());
        size = 0;
        return this;
    }

    /**
     * Returns the sum of the observations so far.
     *
     * @return the sum
     * @throws IllegalArgumentException if a time is negative, or a late entry not before the exit
     */
    public EventTimes sum() {
        return size == 0
                ? times
                : times.plus(EventTimes.ofLateEntry(
                        Arrays.copyOf(entry, size), Arrays.copyOf(exit, size), Arrays.copyOf(event, size)));
    }
}
