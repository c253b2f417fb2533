package io.cxmetrics.retention.subscription;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many contracts bind a customer on each day of a window. It keeps the days on which the number changes: one walk
 * over them replaces asking each contract for every day, which would take the square of their number.
 */
final class BindingDays {

    private final long first;
    private final long end;
    private final TreeMap<Long, Integer> changes = new TreeMap<>();

    /** Nothing binds on the days from the first until before the end. */
    BindingDays(long first, long end) {
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

    /** Whether there is a day from the first change on and before the end on which nothing binds. */
    boolean anyFreeDay() {
        int binding = 0;
        for (Map.Entry<Long, Integer> change : changes.headMap(end).entrySet()) {
            binding += change.getValue();
            if (binding == 0) {
                return true;
            }
        }
        return false;
    }
}
