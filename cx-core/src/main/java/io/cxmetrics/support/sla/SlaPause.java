package io.cxmetrics.support.sla;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.support.StatusCategory;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * A stretch in which the clock of a promise stood still because of the status. Closed hours are no pause: they are in the
 * schedule.
 *
 * @param status what the status meant
 * @param startInclusive from when on
 * @param endExclusive until when, after the start
 */
public record SlaPause(StatusCategory status, Instant startInclusive, Instant endExclusive) implements Serializable {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the end is not after the start
     */
    public SlaPause {
        requireNonNull(status, "status");
        if (!endExclusive.isAfter(startInclusive)) {
            throw new IllegalArgumentException(
                    "endExclusive must be after startInclusive " + startInclusive + ", got " + endExclusive);
        }
    }

    /**
     * Returns how long it lasted, as elapsed time.
     *
     * @return the duration, above zero
     */
    public Duration duration() {
        return Duration.between(startInclusive, endExclusive);
    }
}
