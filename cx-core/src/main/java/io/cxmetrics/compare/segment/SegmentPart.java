package io.cxmetrics.compare.segment;

import java.io.Serializable;

/**
 * What one segment adds to a change of the total; all but the shares is in the unit of the metric.
 *
 * @param <G> the type of the segments, serializable if the part shall be
 * @since 0.1
 */
public final class SegmentPart<G> implements Serializable {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // as the type parameter says
    private final G segment;

    private final double shareBefore;
    private final double shareAfter;
    private final double before;
    private final double after;
    private final double rate;
    private final double mix;

    SegmentPart(G segment, double[] shares, double[] values, double rate, double mix) {
        this.segment = segment;
        shareBefore = shares[0];
        shareAfter = shares[1];
        before = values[0];
        after = values[1];
        this.rate = rate + 0.0;
        this.mix = mix + 0.0;
    }

    /**
     * Returns the segment.
     *
     * @return the segment
     */
    public G segment() {
        return segment;
    }

    /**
     * Returns the share of the segment before.
     *
     * @return its size out of all, a fraction
     */
    public double shareBefore() {
        return shareBefore;
    }

    /**
     * Returns the share of the segment after.
     *
     * @return its size out of all, a fraction
     */
    public double shareAfter() {
        return shareAfter;
    }

    /**
     * Returns the metric of the segment before.
     *
     * @return the value; NaN if it was not there
     */
    public double before() {
        return before;
    }

    /**
     * Returns the metric of the segment after.
     *
     * @return the value; NaN if it was not there
     */
    public double after() {
        return after;
    }

    /**
     * Returns how much the total changed because the metric of the segment did.
     *
     * @return (after - before) times its mean share
     */
    public double rate() {
        return rate;
    }

    /**
     * Returns how much the total changed because the segment became a larger or smaller part.
     *
     * @return the change of its share times the distance of its mean value from the mean total
     */
    public double mix() {
        return mix;
    }

    /**
     * Returns how much the segment changed the total.
     *
     * @return rate + mix
     */
    public double contribution() {
        return rate + mix;
    }

    /**
     * Returns the part in words.
     *
     * @return such as {@code SegmentPart[segment=mobile, rate=0.004, mix=-0.006]}
     */
    @Override
    public String toString() {
        return "SegmentPart[segment=" + segment + ", rate=" + rate + ", mix=" + mix + "]";
    }
}
