package io.cxmetrics.time;

import java.util.Arrays;

/**
 * Half-open spans of epoch milliseconds in order, which neither overlap nor touch. Arrays, since a table holds
 * thousands.
 */
final class Spans {

    private static final int FIRST_CAPACITY = 64;

    private long[] starts = new long[FIRST_CAPACITY];
    private long[] ends = new long[FIRST_CAPACITY];
    private int size;

    int size() {
        return size;
    }

    long start(int i) {
        return starts[i];
    }

    long end(int i) {
        return ends[i];
    }

    /** Adds a span, and joins it with what it overlaps or touches. Quick where spans come nearly in order. */
    void add(long start, long end) {
        if (start >= end) {
            return;
        }
        int first = size;
        while (first > 0 && ends[first - 1] >= start) {
            first--;
        }
        int next = first;
        long from = start;
        long to = end;
        while (next < size && starts[next] <= end) {
            from = Math.min(from, starts[next]);
            to = Math.max(to, ends[next]);
            next++;
        }
        int added = size - next + first + 1;
        if (added > starts.length) {
            starts = Arrays.copyOf(starts, 2 * added);
            ends = Arrays.copyOf(ends, 2 * added);
        }
        System.arraycopy(starts, next, starts, first + 1, size - next);
        System.arraycopy(ends, next, ends, first + 1, size - next);
        starts[first] = from;
        ends[first] = to;
        size = added;
    }

    /** What is in these spans and not in the others. */
    Spans minus(Spans others) {
        Spans left = new Spans();
        int other = 0;
        for (int i = 0; i < size; i++) {
            long from = starts[i];
            while (other < others.size && others.ends[other] <= from) {
                other++;
            }
            for (int cut = other; cut < others.size && others.starts[cut] < ends[i]; cut++) {
                left.add(from, others.starts[cut]);
                from = others.ends[cut];
            }
            left.add(from, ends[i]);
        }
        return left;
    }

    /** What is in these spans or in the others. */
    Spans plus(Spans others) {
        Spans all = new Spans();
        int other = 0;
        for (int i = 0; i < size; i++) {
            while (other < others.size && others.starts[other] < starts[i]) {
                all.add(others.starts[other], others.ends[other]);
                other++;
            }
            all.add(starts[i], ends[i]);
        }
        for (; other < others.size; other++) {
            all.add(others.starts[other], others.ends[other]);
        }
        return all;
    }
}
