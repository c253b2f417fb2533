package io.cxmetrics.stat;

import io.cxmetrics.internal.Checks;
import java.io.Serializable;

/**
 * A range of numbers [low, high], both ends included: how far the true value may lie from an estimate.
 *
 * <p>An interval without evidence is {@link #UNDEFINED}: both ends are NaN, and it contains nothing. An end may be
 * infinite where the data set no bound.
 *
 * @param low the lower end, or NaN
 * @param high the upper end, not below {@code low}, or NaN together with it
 * @since 0.1
 */
public record Interval(double low, double high) implements Serializable {

    /** The interval of an estimate that does not exist: both ends NaN. */
    public static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN);

    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException if {@code low} is above {@code high}, or only one of them is NaN
     */
    public Interval {
        if (!(low <= high) && !(Double.isNaN(low) && Double.isNaN(high))) {
            throw new IllegalArgumentException("low must not be above high, got [" + low + ", " + high + "]");
        }
    }

    /**
     * Returns an interval.
     *
     * @param low the lower end
     * @param high the upper end
     * @return the interval
     * @throws IllegalArgumentException if {@code low} is above {@code high}, or only one of them is NaN
     */
    public static Interval of(double low, double high) {
        return new Interval(low, high);
    }

    /**
     * Returns the interval of all values within a distance of an estimate.
     *
     * @param estimate the middle
     * @param margin the distance, not negative
     * @return the interval, {@link #UNDEFINED} if either number is NaN, or both are infinite
     * @throws IllegalArgumentException if the margin is negative
     */
    public static Interval around(double estimate, double margin) {
        if (margin < 0) {
            throw new IllegalArgumentException("margin must not be negative, got " + margin);
        }
        double low = estimate - margin;
        double high = estimate + margin;
        return Double.isNaN(low) || Double.isNaN(high) ? UNDEFINED : new Interval(low, high);
    }

    /**
     * Tells whether this interval exists.
     *
     * @return false if the ends are NaN
     */
    public boolean defined() {
        return low <= high;
    }

    /**
     * Returns the distance between the ends.
     *
     * @return the width, NaN if undefined
     */
    public double width() {
        return high - low;
    }

    /**
     * Returns half the width, known as the margin of error.
     *
     * @return the margin, NaN if undefined
     */
    public double margin() {
        return width() / 2;
    }

    /**
     * Tells whether a value lies in this interval.
     *
     * @param value the value
     * @return true if low &le; value &le; high; false if either side is NaN
     */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /**
     * Returns the part of this interval that lies in the range of a metric.
     *
     * @param min the lowest possible value
     * @param max the highest possible value
     * @return both ends moved into [min, max]
     * @throws IllegalArgumentException if {@code min} is above {@code max}, or either is NaN
     */
    public Interval clip(double min, double max) {
        if (!(min <= max)) {
            throw new IllegalArgumentException("min must not be above max, got [" + min + ", " + max + "]");
        }
        return new Interval(Math.min(Math.max(low, min), max), Math.min(Math.max(high, min), max));
    }

    /**
     * Returns this interval in another unit, such as percent instead of a fraction.
     *
     * @param factor what both ends are multiplied by, finite and above 0
     * @return the interval
     * @throws IllegalArgumentException if the factor is not finite and above 0
     */
    public Interval times(double factor) {
        Checks.positive("factor", factor);
        return new Interval(low * factor, high * factor);
    }

    /**
     * Returns the interval of the complement of a share.
     *
     * @return [1 - high, 1 - low]
     */
    public Interval complement() {
        return new Interval(1 - high, 1 - low);
    }

    /**
     * Returns the interval as {@code [low, high]}, or {@code [undefined]}.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return defined() ? "[" + low + ", " + high + "]" : "[undefined]";
    }
}
