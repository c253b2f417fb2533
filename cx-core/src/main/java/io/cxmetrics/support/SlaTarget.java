package io.cxmetrics.support;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Duration;

/**
 * One promise of a service level.
 *
 * @param metric what is promised
 * @param priority for which priority; tickets of others have no such promise
 * @param target how long it may take at most, above zero; exactly so long is in time
 * @param businessHours whether only the hours of the ticket's schedule count
 * @since 0.1
 */
public record SlaTarget(SlaMetric metric, String priority, Duration target, boolean businessHours)
        implements Serializable {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the target is not above zero
     */
    public SlaTarget {
        requireNonNull(metric, "metric");
        requireNonNull(priority, "priority");
        if (target.isZero() || target.isNegative()) {
            throw new IllegalArgumentException("target must be positive, got " + target);
        }
    }
}
