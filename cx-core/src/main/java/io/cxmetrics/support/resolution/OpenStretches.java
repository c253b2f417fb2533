package io.cxmetrics.support.resolution;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Stretches of time in which tickets were open, in the order of their starts. One that has not ended ends at
 * {@link TimeToResolution#UNRESOLVED}.
 *
 * @param created when the ticket of each was created
 * @param from when it opened: at the creation, or when it was reopened
 * @param to when it closed
 */
@SuppressWarnings("ArrayRecordComponent") // stays in this package, which does not change them
record OpenStretches(long[] created, long[] from, long[] to) implements Serializable {

    /** Takes the arrays, and returns the spells in an order that depends on nothing but their values. */
    static OpenStretches sorted(long[] created, long[] from, long[] to) {
        OpenStretches given = new OpenStretches(created, from, to);
        for (int i = 1; i < from.length; i++) {
            if (given.compare(i - 1, i) > 0) {
                return given.inOrder();
            }
        }
        return given;
    }

    /** The same of arrays that anybody may have written. */
    static OpenStretches checked(long[] created, long[] from, long[] to, long observedUntil) {
        for (int i = 0; i < from.length; i++) {
            boolean known = from[i] < observedUntil && (to[i] < observedUntil || to[i] == TimeToResolution.UNRESOLVED);
            if (created[i] > from[i] || from[i] > to[i] || !known) {
                throw new IllegalArgumentException("created, from and to must be in the order of time and before "
                        + observedUntil + ", got " + created[i] + ", " + from[i] + " and " + to[i] + " at index " + i);
            }
        }
        return sorted(created, from, to);
    }

    private int compare(int i, int j) {
        if (from[i] != from[j]) {
            return Long.compare(from[i], from[j]);
        }
        return to[i] != to[j] ? Long.compare(to[i], to[j]) : Long.compare(created[i], created[j]);
    }

    /** Merges ever longer runs of positions: the sorts of the library would box each. */
    private OpenStretches inOrder() {
        int n = from.length;
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        int[] merged = new int[n];
        for (int run = 1; run < n && run > 0; run *= 2) {
            for (int start = 0; start < n; start += 2 * run) {
                int middle = Math.min(start + run, n);
                merge(order, merged, start, middle, Math.min(middle + run, n));
                if (n - start <= 2 * run) {
                    break;
                }
            }
            int[] swapped = order;
            order = merged;
            merged = swapped;
        }
        return picked(order);
    }

    private void merge(int[] order, int[] merged, int start, int middle, int end) {
        int i = start;
        int j = middle;
        for (int k = start; k < end; k++) {
            boolean left = j == end || (i < middle && compare(order[i], order[j]) <= 0);
            merged[k] = left ? order[i++] : order[j++];
        }
    }

    private OpenStretches picked(int[] order) {
        return new OpenStretches(
                Arrays.stream(order).mapToLong(i -> created[i]).toArray(),
                Arrays.stream(order).mapToLong(i -> from[i]).toArray(),
                Arrays.stream(order).mapToLong(i -> to[i]).toArray());
    }

    OpenStretches plus(OpenStretches other) {
        return sorted(joined(created, other.created), joined(from, other.from), joined(to, other.to));
    }

    private static long[] joined(long[] one, long[] other) {
        long[] all = Arrays.copyOf(one, Math.addExact(one.length, other.length));
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    int size() {
        return from.length;
    }

    boolean openAt(int i, long instant) {
        return from[i] <= instant && instant < to[i];
    }

    /** The first openings of tickets, in order. */
    long[] opened() {
        return starts(true);
    }

    /** The openings of tickets that had been closed, in order. */
    long[] reopened() {
        return starts(false);
    }

    private long[] starts(boolean first) {
        long[] starts = new long[size()];
        int n = 0;
        for (int i = 0; i < starts.length; i++) {
            if ((from[i] == created[i]) == first) {
                starts[n++] = from[i];
            }
        }
        return Arrays.copyOf(starts, n);
    }

    /** The ends of the spells that have ended, in order. */
    long[] closed() {
        long[] ends = to.clone();
        Arrays.sort(ends);
        int n = ends.length;
        while (n > 0 && ends[n - 1] == TimeToResolution.UNRESOLVED) {
            n--;
        }
        return Arrays.copyOf(ends, n);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpenStretches that
                && Arrays.equals(created, that.created)
                && Arrays.equals(from, that.from)
                && Arrays.equals(to, that.to);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(created) + Arrays.hashCode(from)) + Arrays.hashCode(to);
    }

    @Override
    public String toString() {
        return "Spells[" + size() + "]";
    }
}
