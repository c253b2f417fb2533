package io.cxmetrics.support.contact;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** A window after something happened, and until when anything is known. */
record Maturity(Duration window, Instant asOf) implements Serializable {

    Maturity {
        requireNonNull(asOf, "asOf");
        if (window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("window must be positive, got " + window);
        }
    }

    /** Whether the whole window after an instant is known. */
    boolean reached(Instant start) {
        return !start.plus(window).isAfter(asOf);
    }

    /** Whether something after an instant lies in its window. */
    boolean within(Instant start, Instant later) {
        return later.isBefore(start.plus(window));
    }
}
