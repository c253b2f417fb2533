package io.cxmetrics.internal;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Units that times are given in. */
public final class Units {

    private static final double NANOS_PER_MILLI = 1e6;

    private Units() {}

    /** The milliseconds of a unit of fixed length; a day has 24 hours. */
    public static double millis(ChronoUnit unit) {
        if (unit.compareTo(ChronoUnit.WEEKS) > 0) {
            throw new IllegalArgumentException("unit must be at most weeks, got " + unit);
        }
        return unit.getDuration().toNanos() / NANOS_PER_MILLI;
    }

    /** The whole milliseconds of a limit. Times are whole ones, so that what is below makes no difference. */
    public static long millis(String name, Duration limit) {
        if (limit.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, got " + limit);
        }
        return limit.toMillis();
    }
}
