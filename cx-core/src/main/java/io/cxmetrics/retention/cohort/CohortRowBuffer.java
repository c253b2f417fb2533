package io.cxmetrics.retention.cohort;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A cohort while it grows. It keeps by how much each count changes from one interval to the next, so that what holds
 * for a run of intervals, such as being eligible, takes two steps however long the run is.
 */
final class CohortRowBuffer implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int ELIGIBLE = 0;
    private static final int ACTIVE = 1;
    private static final int PREVIOUSLY_ACTIVE = 2;
    private static final int ACTIVE_DAYS = 3;
    private static final int AMOUNT = 4;
    private static final int START_AMOUNT = 5;
    private static final int CUMULATIVE_AMOUNT = 6;
    private static final int COUNTS = 7;

    private long size;
    private int intervals;
    private long[][] steps = new long[COUNTS][1];

    /** Counts a start. */
    void start(int observed) {
        size = Math.addExact(size, 1);
        grow(observed);
        step(ELIGIBLE, 0, observed, 1);
    }

    private void grow(int observed) {
        intervals = Math.max(intervals, observed);
        if (steps[0].length <= intervals) {
            int length = Math.max(intervals + 1, 2 * steps[0].length);
            for (int i = 0; i < COUNTS; i++) {
                steps[i] = Arrays.copyOf(steps[i], length);
            }
        }
    }

    /** Counts one activity in an observed interval. */
    void activity(int k, int observed, boolean newDay, long amount) {
        step(ACTIVE_DAYS, k, k + 1, newDay ? 1 : 0);
        if (amount != 0) {
            step(AMOUNT, k, k + 1, amount);
            step(START_AMOUNT, 0, k == 0 ? observed : 0, amount);
            step(CUMULATIVE_AMOUNT, k, observed, amount);
        }
    }

    /** Counts one starter as active from an interval until before another, as far as that is observed. */
    void retained(int from, long to, int observed) {
        step(ACTIVE, from, (int) Math.min(to, observed), 1);
        step(PREVIOUSLY_ACTIVE, from + 1, (int) Math.min(to + 1, observed), 1);
    }

    private void step(int count, int from, int to, long change) {
        if (from < to) {
            steps[count][from] = Math.addExact(steps[count][from], change);
            steps[count][to] = Math.subtractExact(steps[count][to], change);
        }
    }

    void add(CohortRowBuffer other) {
        size = Math.addExact(size, other.size);
        grow(other.intervals);
        for (int i = 0; i < COUNTS; i++) {
            for (int k = 0; k <= other.intervals; k++) {
                steps[i][k] = Math.addExact(steps[i][k], other.steps[i][k]);
            }
        }
    }

    Cohort finish() {
        long[][] counts = new long[COUNTS][intervals];
        for (int i = 0; i < COUNTS; i++) {
            long sum = 0;
            for (int k = 0; k < intervals; k++) {
                sum = Math.addExact(sum, steps[i][k]);
                counts[i][k] = sum;
            }
        }
        List<CohortCell> cells = IntStream.range(0, intervals)
                .mapToObj(k -> new CohortCell(
                        counts[ELIGIBLE][k],
                        counts[ACTIVE][k],
                        counts[PREVIOUSLY_ACTIVE][k],
                        counts[ACTIVE_DAYS][k],
                        counts[AMOUNT][k],
                        counts[START_AMOUNT][k],
                        counts[CUMULATIVE_AMOUNT][k]))
                .toList();
        return new Cohort(size, cells);
    }
}
