package io.cxmetrics.retention.cohort;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * One row of a {@link CohortTable}: those that started together, or all cohorts added up.
 *
 * @param size how many starts there are
 * @param cells what is counted in the intervals 0, 1, 2 …, up to the last that is observed for anyone
 * @since 0.1
 */
public record Cohort(long size, List<CohortCell> cells) implements Serializable {

    /** Nobody. */
    public static final Cohort EMPTY = new Cohort(0, List.of());

    /**
     * Checks the size and copies the cells.
     *
     * @throws IllegalArgumentException if the size is negative
     */
    public Cohort {
        Checks.notNegative("size", size);
        cells = List.copyOf(cells);
    }

    /**
     * Returns what is counted in an interval.
     *
     * @param k the interval
     * @return the cell; the empty one where the interval is observed for nobody
     * @throws IllegalArgumentException if k is negative
     */
    public CohortCell cell(int k) {
        Checks.notNegative("k", (long) k);
        return k < cells.size() ? cells.get(k) : CohortCell.EMPTY;
    }

    /**
     * Returns the share of starters that is retained in an interval.
     *
     * @param k the interval
     * @return active out of eligible; undefined where the interval is not observed yet
     * @throws IllegalArgumentException if k is negative
     */
    public Proportion retention(int k) {
        return cell(k).retention();
    }

    Cohort plus(Cohort other) {
        List<CohortCell> sum = new ArrayList<>();
        for (int k = 0; k < Math.max(cells.size(), other.cells.size()); k++) {
            sum.add(cell(k).plus(other.cell(k)));
        }
        return new Cohort(Math.addExact(size, other.size), sum);
    }
}
