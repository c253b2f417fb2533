package io.cxmetrics.compare.difference;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.stat.Interval;
import java.io.Serializable;

/**
 * An interval between two order statistics, which only some levels allow.
 *
 * @param interval the interval; the widest there is where the data allow no level that was asked for
 * @param level the level it attains; below what was asked for if the data are too few, NaN if it is undefined
 * @since 0.1
 */
public record ShiftInterval(Interval interval, double level) implements Serializable {

    /** No interval. */
    public static final ShiftInterval UNDEFINED = new ShiftInterval(Interval.UNDEFINED, Double.NaN);

    /** Checks that the interval is there. */
    public ShiftInterval {
        requireNonNull(interval, "interval");
    }

    /**
     * Returns the interval if it attains a level.
     *
     * @param confidence the level
     * @return the interval, or an undefined one where the data are too few
     */
    public Interval at(double confidence) {
        return level >= confidence - 1e-12 ? interval : Interval.UNDEFINED;
    }
}
