package io.cxmetrics.compare.segment;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * Two segments that are compared.
 *
 * @param before the one
 * @param after the other
 * @param <G> the type of the segments, serializable if the pair shall be
 * @since 0.1
 */
public record SegmentPair<G>(G before, G after) implements Serializable {

    /** Checks that both are there. */
    public SegmentPair {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    @Override
    public String toString() {
        return before + " -> " + after;
    }
}
