package io.cxmetrics.retention.activity;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import java.io.Serializable;
import java.time.LocalDate;

/**
 * Who was active in a calendar period, by what they did before, and who of the period before was not.
 *
 * @param start the first day of the period
 * @param newActors how many were active for the first time ever
 * @param retained how many were active in the period before too
 * @param resurrected how many were seen before, but not in the period before
 * @param lost how many were active in the period before and not in this
 */
public record GrowthPeriod(LocalDate start, long newActors, long retained, long resurrected, long lost)
        implements Serializable {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public GrowthPeriod {
        requireNonNull(start, "start");
        Checks.notNegative("newActors", newActors);
        Checks.notNegative("retained", retained);
        Checks.notNegative("resurrected", resurrected);
        Checks.notNegative("lost", lost);
    }

    /**
     * Returns how many were active in the period.
     *
     * @return new + retained + resurrected
     * @throws ArithmeticException if it overflows
     */
    public long active() {
        return Math.addExact(Math.addExact(newActors, retained), resurrected);
    }

    /**
     * Returns which share of those active in the period before was active in this too.
     *
     * @return retained out of retained + lost; undefined if nobody was active before
     */
    public Proportion retentionFromPrevious() {
        return Proportion.of(retained, Math.addExact(retained, lost));
    }

    /**
     * Returns which share of the active was new.
     *
     * @return new out of active; undefined if nobody was active
     */
    public Proportion newShare() {
        return Proportion.of(newActors, active());
    }

    /**
     * Returns how many came for each that went: (new + resurrected) / lost. Above 1 the active grow in number.
     *
     * @return the ratio, 0 or more; NaN if nobody was lost
     */
    public double quickRatio() {
        return lost == 0 ? Double.NaN : (double) Math.addExact(newActors, resurrected) / lost;
    }

    GrowthPeriod plus(GrowthPeriod other) {
        return new GrowthPeriod(
                start,
                Math.addExact(newActors, other.newActors),
                Math.addExact(retained, other.retained),
                Math.addExact(resurrected, other.resurrected),
                Math.addExact(lost, other.lost));
    }
}
