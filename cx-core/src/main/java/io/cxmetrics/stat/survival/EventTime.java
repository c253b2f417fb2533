package io.cxmetrics.stat.survival;

import io.cxmetrics.internal.Checks;
import java.io.Serializable;

/**
 * One observation of {@link EventTimes}: from when to when somebody was watched, and whether the event ended it.
 *
 * @param entry when the observation began, not negative; 0 is the start
 * @param exit when it ended, after the entry; it may be 0 only if the entry is
 * @param event whether it ended with the event; false for censored
 * @since 0.1
 */
public record EventTime(long entry, long exit, boolean event) implements Serializable {

    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException if a time is negative, or a late entry is not before the exit
     */
    public EventTime {
        Checks.notNegative("entry", entry);
        Checks.notNegative("exit", exit);
        if (entry > 0 && entry >= exit) {
            throw new IllegalArgumentException("entry must be before exit " + exit + ", got " + entry);
        }
    }

    /**
     * Returns an observation from the start on.
     *
     * @param time when it ended, not negative
     * @param event whether it ended with the event; false for censored
     * @return the observation
     * @throws IllegalArgumentException if the time is negative
     */
    public static EventTime of(long time, boolean event) {
        return new EventTime(0, Checks.notNegative("time", time), event);
    }

    /**
     * Returns an observation that began late.
     *
     * @param entry when it began, not negative
     * @param exit when it ended, after the entry
     * @param event whether it ended with the event; false for censored
     * @return the observation
     * @throws IllegalArgumentException if a time is negative, or a late entry is not before the exit
     */
    public static EventTime of(long entry, long exit, boolean event) {
        return new EventTime(entry, exit, event);
    }
}
