package io.cxmetrics.retention.cohort;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import java.io.Serializable;

/**
 * What is counted of one cohort in one interval: always of those alone for whom the interval is wholly observed.
 *
 * @param eligible for how many starts the interval is wholly observed
 * @param active how many of them are retained by the rule
 * @param previouslyActive how many of them are in the interval before
 * @param activeDays on how many days they were active in the interval, added up; no rule applies
 * @param amount what they were worth in the interval, in minor units
 * @param startAmount what they were worth in interval 0
 * @param cumulativeAmount what they were worth in the intervals 0 to this
 */
public record CohortCell(
        long eligible,
        long active,
        long previouslyActive,
        long activeDays,
        long amount,
        long startAmount,
        long cumulativeAmount)
        implements Serializable {

    /** Nobody whose interval is observed. */
    public static final CohortCell EMPTY = new CohortCell(0, 0, 0, 0, 0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative, or more are active than eligible
     */
    public CohortCell {
        Checks.notNegative("eligible", eligible);
        notAbove("active", active, eligible);
        notAbove("previouslyActive", previouslyActive, eligible);
        Checks.notNegative("activeDays", activeDays);
    }

    private static void notAbove(String name, long count, long eligible) {
        Checks.notNegative(name, count);
        if (count > eligible) {
            throw new IllegalArgumentException(name + " must not exceed eligible (" + eligible + "), got " + count);
        }
    }

    /**
     * Returns active / eligible.
     *
     * @return the share; undefined if nobody is eligible
     */
    public Proportion retention() {
        return Proportion.of(active, eligible);
    }

    /**
     * Returns the rate by what it refers to.
     *
     * @param reference those that started, or those that were active in the interval before
     * @return active / eligible or active / previously active; NaN if there are none, also in interval 0, which nothing is
     *     before
     */
    public double rate(RetentionReference reference) {
        return switch (reference) {
            case START -> retention().rate();
            case PREVIOUS -> ratio(active, previouslyActive);
        };
    }

    /**
     * Returns how the revenue of the interval compares to that of interval 0, both of those eligible here.
     *
     * @return amount / start amount, above 1 if they spend more than at the start; NaN if the start amount is 0 or less
     */
    public double revenueRetention() {
        return startAmount > 0 ? ratio(amount, startAmount) : Double.NaN;
    }

    /**
     * Returns what a starter was worth on average up to and with the interval.
     *
     * @return cumulative amount / eligible in minor units; NaN if nobody is eligible
     */
    public double cumulativeAmountPerStarter() {
        return ratio(cumulativeAmount, eligible);
    }

    private static double ratio(long part, long base) {
        return base == 0 ? Double.NaN : (double) part / base;
    }

    CohortCell plus(CohortCell other) {
        return new CohortCell(
                Math.addExact(eligible, other.eligible),
                Math.addExact(active, other.active),
                Math.addExact(previouslyActive, other.previouslyActive),
                Math.addExact(activeDays, other.activeDays),
                Math.addExact(amount, other.amount),
                Math.addExact(startAmount, other.startAmount),
                Math.addExact(cumulativeAmount, other.cumulativeAmount));
    }
}
