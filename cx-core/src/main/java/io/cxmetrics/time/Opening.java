package io.cxmetrics.time;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of open time without a break: the evidence behind an open time.
 *
 * @param startInclusive when it opens
 * @param endExclusive when it closes, after it opens
 * @since 0.1
 */
public record Opening(Instant startInclusive, Instant endExclusive) implements Serializable {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the end is not after the start
     */
    public Opening {
        if (!endExclusive.isAfter(startInclusive)) {
            throw new IllegalArgumentException(
                    "endExclusive must be after startInclusive " + startInclusive + ", got " + endExclusive);
        }
    }

    /**
     * Returns how long it stays open, as elapsed time.
     *
     * @return the duration, above zero
     */
    public Duration duration() {
        return Duration.between(startInclusive, endExclusive);
    }
}
