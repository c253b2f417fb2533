package io.cxmetrics.retention.activity;

import java.io.Serializable;

/**
 * How long a week and a month of a {@link Lifecycle} are.
 *
 * @param week in how many days up to and with today one counts as active in the week
 * @param month in how many days up to and with today one counts as active in the month, more than in the week
 * @since 0.1
 */
public record LifecycleDefinition(int week, int month) implements Serializable {

    /** 7 and 30 days. */
    public static final LifecycleDefinition STANDARD = new LifecycleDefinition(7, 30);

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException if the week is shorter than a day or the month not longer than the week
     */
    public LifecycleDefinition {
        if (week < 1) {
            throw new IllegalArgumentException("week must be at least 1, got " + week);
        }
        if (month <= week) {
            throw new IllegalArgumentException("month must be longer than week (" + week + "), got " + month);
        }
    }

    /**
     * The state of one that was last active some days ago, and if that is today, some days ago the last time before.
     */
    LifecycleState state(long last, long before) {
        if (last > 0) {
            return last < week
                    ? LifecycleState.AT_RISK_WEEKLY
                    : last < month ? LifecycleState.AT_RISK_MONTHLY : LifecycleState.DORMANT;
        }
        return before < week
                ? LifecycleState.CURRENT
                : before < month ? LifecycleState.REACTIVATED : LifecycleState.RESURRECTED;
    }
}
