package io.cxmetrics.retention.subscription;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many contracts hold a customer on each day of a window. It keeps the days on which the number changes, so that one walk over
 * them tells of thousands of contracts what asking each for every day would take the square of their number for.
 */
final class Holds {

    private final long first;
    private final long end;
    private final TreeMap<Long, Integer> changes = new TreeMap<>();

    /** Nothing holds on the days from the first until before the end. */
    Holds(long first, long end) {
        this.first = first;
        this.end = end;
    }

    void hold(long from, long to) {
        change(from, to, 1);
    }

    void release(long from, long to) {
        change(from, to, -1);
    }

    private void change(long from, long to, int by) {
        long start = Math.max(from, first);
        long stop = Math.min(to, end);
        if (start < stop) {
            changes.merge(start, by, Integer::sum);
            changes.merge(stop, -by, Integer::sum);
        }
    }

    /** Whether there is a day from the first change on and before the end on which nothing holds. */
    boolean anyFreeDay() {
        int holds = 0;
        for (Map.Entry<Long, Integer> change : changes.headMap(end).entrySet()) {
            holds += change.getValue();
            if (holds == 0) {
                return true;
            }
        }
        return false;
    }
}
