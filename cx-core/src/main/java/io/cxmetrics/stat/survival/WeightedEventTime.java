package io.cxmetrics.stat.survival;

import io.cxmetrics.internal.Checks;
import java.io.Serializable;

/**
 * A time until an event, or until observation ended without it, of somebody who stands for others: what
 * {@link WeightedEventTimes} sum up.
 *
 * <pre>{@code
 * WeightedEventTime left = WeightedEventTime.of(3, true, 1.5);
 * WeightedEventTimes.of(List.of(left, WeightedEventTime.of(5, false, 1))).events(); // 1.5
 * }</pre>
 *
 * @param time the time, not negative
 * @param event whether it ended with the event
 * @param weight how many the observation stands for, 0 or in [1e-100, 1e100]
 * @since 0.1
 */
public record WeightedEventTime(long time, boolean event, double weight) implements Serializable {

    /**
     * Checks time and weight.
     *
     * @throws IllegalArgumentException if the time is negative, or the weight out of range
     */
    public WeightedEventTime {
        Checks.notNegative("time", time);
        Checks.weight(weight, "");
    }

    /**
     * Returns an observation.
     *
     * @param time the time, not negative
     * @param event whether it ended with the event
     * @param weight how many the observation stands for, 0 or in [1e-100, 1e100]
     * @return the observation
     * @throws IllegalArgumentException if the time is negative, or the weight out of range
     */
    public static WeightedEventTime of(long time, boolean event, double weight) {
        return new WeightedEventTime(time, event, weight);
    }
}
