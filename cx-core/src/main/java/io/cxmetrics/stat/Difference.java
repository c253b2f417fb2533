package io.cxmetrics.stat;

import io.cxmetrics.internal.Critical;
import java.io.Serializable;

/**
 * The difference of two independent estimates with its standard error, by the normal approximation.
 *
 * <p>Both numbers are in the unit of the estimates. They are NaN when either estimate is undefined, and then so is
 * everything else. Equal estimates without spread have an undefined z, for nothing was measured.
 *
 * @param estimate first minus second, or NaN
 * @param standardError the standard error of the difference, not negative, or NaN
 * @since 0.1
 */
public record Difference(double estimate, double standardError) implements Serializable {

    /**
     * Checks the standard error.
     *
     * @throws IllegalArgumentException if the standard error is negative
     */
    public Difference {
        if (standardError < 0) {
            throw new IllegalArgumentException("standardError must not be negative, got " + standardError);
        }
    }

    /**
     * Returns estimate &plusmn; z standardError.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval, not clipped; undefined if the estimate is
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return Interval.around(estimate, Critical.z(confidence) * standardError);
    }

    /**
     * Returns estimate / standardError.
     *
     * @return z; NaN if the estimate is undefined or 0 / 0
     */
    public double z() {
        return estimate / standardError;
    }

    /**
     * Returns the two-sided p-value of z.
     *
     * @return the probability of a difference at least as large if there were none; NaN where {@link #z()} is
     */
    public double pValue() {
        return Critical.pValue(z());
    }
}
