package io.cxmetrics.support.resolution;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What came and went in one period, and what was left at its end.
 *
 * <pre>{@code
 * BacklogPeriod week = new BacklogPeriod(LocalDate.of(2026, 3, 2), 40, 5, 30, 120);
 * week.solvedToCreated(); // 0.75
 * week.change(); // 15
 * }</pre>
 *
 * @param start the first day
 * @param opened how many tickets were created
 * @param reopened how many times a ticket was opened again
 * @param closed how many times a ticket was closed
 * @param atEnd how many tickets were open when the period ended
 */
public record BacklogPeriod(LocalDate start, long opened, long reopened, long closed, long atEnd)
        implements Serializable {

    /**
     * Returns closed / opened: below 1 more came than went.
     *
     * @return the ratio, 0 or more; NaN if no ticket was created
     */
    public double solvedToCreated() {
        return Backlog.solvedToCreated(closed, opened);
    }

    /**
     * Returns by how much the backlog grew.
     *
     * @return opened + reopened - closed
     */
    public long change() {
        return opened + reopened - closed;
    }
}
