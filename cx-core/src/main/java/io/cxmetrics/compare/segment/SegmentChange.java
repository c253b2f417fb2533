package io.cxmetrics.compare.segment;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.compare.Change;
import java.io.Serializable;

/**
 * The change of one segment among several.
 *
 * @param segment the segment
 * @param change its change, as if it were the only one
 * @param adjustedPValue its p-value corrected for the number of segments; NaN where the p-value is
 * @param <G> the type of the segments, serializable if this shall be
 * @since 0.1
 */
public record SegmentChange<G>(G segment, Change change, double adjustedPValue) implements Serializable {

    /** Checks that the parts are there. */
    public SegmentChange {
        requireNonNull(segment, "segment");
        requireNonNull(change, "change");
    }
}
