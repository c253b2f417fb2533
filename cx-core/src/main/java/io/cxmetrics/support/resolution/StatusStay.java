package io.cxmetrics.support.resolution;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.support.Status;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a ticket stayed in a status at one go.
 *
 * @param status the status
 * @param startInclusive when it began
 * @param endExclusive when the next status began, or the history ended; not before the start
 */
public record StatusStay(Status status, Instant startInclusive, Instant endExclusive) implements Serializable {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if the end is before the start
     */
    public StatusStay {
        requireNonNull(status, "status");
        if (endExclusive.isBefore(startInclusive)) {
            throw new IllegalArgumentException(
                    "endExclusive must not be before startInclusive " + startInclusive + ", got " + endExclusive);
        }
    }

    /**
     * Returns how long it lasted, as elapsed time.
     *
     * @return the duration, zero or more
     */
    public Duration duration() {
        return Duration.between(startInclusive, endExclusive);
    }
}
