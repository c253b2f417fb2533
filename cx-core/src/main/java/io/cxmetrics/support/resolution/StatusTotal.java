package io.cxmetrics.support.resolution;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import java.time.Duration;

/**
 * How often and how long tickets stayed in a status. The time is kept as seconds and nanoseconds, which any format can
 * write, and adds up exactly.
 *
 * <pre>{@code
 * StatusTotal total = StatusTotal.of(2, Duration.ofMinutes(90)).plus(StatusTotal.of(1, Duration.ofMinutes(30)));
 * total; // StatusTotal[stays=3, time=PT2H]
 * total.mean(); // 2400.0
 * StatusTotal.EMPTY.mean(); // NaN
 * }</pre>
 *
 * @param stays how many stays, not negative
 * @param seconds how many whole seconds together, not negative
 * @param nanos how many nanoseconds beyond them, in [0, 999,999,999]
 */
public record StatusTotal(long stays, long seconds, int nanos) implements Summary<StatusTotal> {

    /** No stays. */
    public static final StatusTotal EMPTY = new StatusTotal(0, 0, 0);

    private static final int MAX_NANOS = 999_999_999;
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a part is out of range
     */
    public StatusTotal {
        Checks.notNegative("stays", stays);
        Checks.notNegative("seconds", seconds);
        Checks.inRange("nanos", nanos, 0, MAX_NANOS);
    }

    /**
     * Returns a total.
     *
     * @param stays how many stays, not negative
     * @param time how long together, not negative
     * @return the total
     * @throws IllegalArgumentException if a part is negative
     */
    public static StatusTotal of(long stays, Duration time) {
        return new StatusTotal(stays, time.getSeconds(), time.getNano());
    }

    /**
     * Returns how totals add up, for streams and engines.
     *
     * @return the aggregation
     */
    public static Aggregation<StatusTotal, ?, StatusTotal> aggregation() {
        return Aggregation.summing(EMPTY);
    }

    /**
     * Returns how long together.
     *
     * @return the time, zero or more
     */
    public Duration time() {
        return Duration.ofSeconds(seconds, nanos);
    }

    /**
     * Returns how long a stay was on average.
     *
     * @return time / stays in seconds; NaN without stays
     */
    public double mean() {
        return per(stays);
    }

    /** The time in seconds over a count; NaN over none. */
    double per(long count) {
        return count == 0 ? Double.NaN : (seconds + nanos / NANOS_PER_SECOND) / count;
    }

    @Override
    public StatusTotal plus(StatusTotal other) {
        return of(Math.addExact(stays, other.stays), time().plus(other.time()));
    }

    /**
     * Returns the stays and the time.
     *
     * @return such as {@code StatusTotal[stays=3, time=PT2H]}
     */
    @Override
    public String toString() {
        return "StatusTotal[stays=" + stays + ", time=" + time() + "]";
    }
}
