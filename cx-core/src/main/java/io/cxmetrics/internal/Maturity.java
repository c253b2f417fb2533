package io.cxmetrics.internal;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * A window after something happened, and until when anything is known.
 *
 * @param window how long it is, above zero
 * @param observedUntil until when anything is known, excluded
 */
public record Maturity(Duration window, Instant observedUntil) implements Serializable {

    /** Checks the window. */
    public Maturity {
        requireNonNull(observedUntil, "observedUntil");
        if (window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("window must be positive, got " + window);
        }
    }

    /** Whether something happened before anything is unknown. */
    public boolean known(Instant at) {
        return at.isBefore(observedUntil);
    }

    /** Whether the whole window after an instant is known. */
    public boolean reached(Instant start) {
        return !start.plus(window).isAfter(observedUntil);
    }

    /** Whether something after an instant lies in its window. */
    public boolean within(Instant start, Instant later) {
        return later.isBefore(start.plus(window));
    }
}
