package io.cxmetrics.compare.trend;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Summary;
import java.io.Serializable;

/**
 * Two periods to be compared, the earlier one first; the types of {@code io.cxmetrics.compare.difference} say by how
 * much they differ.
 *
 * @param before the earlier period
 * @param after the later period
 * @param <S> the type of the summary
 * @since 0.1
 */
public record PeriodPair<S extends Summary<S>>(PeriodSummary<S> before, PeriodSummary<S> after)
        implements Serializable {

    /** Checks that both are there. */
    public PeriodPair {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    /**
     * Tells whether like is compared with like.
     *
     * @return true if both periods are whole, or as many days of both are observed; false for an unfinished period
     *     beside a whole one
     */
    public boolean alike() {
        return (before.whole() && after.whole()) || before.observedDays() == after.observedDays();
    }
}
