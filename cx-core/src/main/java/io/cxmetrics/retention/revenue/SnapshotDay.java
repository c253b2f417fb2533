package io.cxmetrics.retention.revenue;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The day whose subscriptions make the recurring revenue of a month.
 *
 * @since 0.1
 */
public enum SnapshotDay {

    /** The first day: who leaves during the month still pays for it. */
    FIRST {
        @Override
        public LocalDate of(YearMonth month) {
            return month.atDay(1);
        }
    },

    /** The last day, the usual one: the revenue the next month opens with. */
    LAST {
        @Override
        public LocalDate of(YearMonth month) {
            return month.atEndOfMonth();
        }
    };

    /**
     * Returns the day in a month.
     *
     * @param month the month
     * @return the day
     */
    public abstract LocalDate of(YearMonth month);
}
