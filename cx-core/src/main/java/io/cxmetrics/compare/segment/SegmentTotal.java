package io.cxmetrics.compare.segment;

import io.cxmetrics.internal.Checks;
import java.io.Serializable;

/**
 * What a segment adds to a metric that is one sum over another: promoters less detractors over answers, revenue over
 * orders, events over trials.
 *
 * @param sum the sum above, finite
 * @param size the sum below, finite and not negative; a segment of size 0 is not there
 * @since 0.1
 */
public record SegmentTotal(double sum, double size) implements Serializable {

    /**
     * Checks the sums.
     *
     * @throws IllegalArgumentException if a sum is out of range, or there is a sum without size
     */
    public SegmentTotal {
        Checks.finite("sum", sum);
        Checks.notNegative("size", size);
        if (size == 0 && sum != 0) {
            throw new IllegalArgumentException("sum must be 0 where size is 0, got " + sum);
        }
    }

    /**
     * Returns what a segment adds.
     *
     * @param sum the sum above
     * @param size the sum below
     * @return the total
     * @throws IllegalArgumentException if a sum is out of range, or there is a sum without size
     */
    public static SegmentTotal of(double sum, double size) {
        return new SegmentTotal(sum, size);
    }

    double value() {
        return size == 0 ? Double.NaN : sum / size;
    }
}
