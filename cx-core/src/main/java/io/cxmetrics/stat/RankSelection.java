package io.cxmetrics.stat;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * The numbers at given ranks of an array that is neither sorted nor copied: one pass counts buckets, a second gathers
 * the few numbers in the buckets of the ranks. A bucket of too many is searched by itself, in a range at least
 * 2<sup>9</sup> times narrower each time, so that seven rounds are the most there can be.
 */
final class RankSelection {

    private static final int MAX_BITS = 9;
    private static final int CAPACITY = 3 << 15;
    private static final int SAMPLE = 1 << 8;

    private final long[] values;
    private final int from;
    private final int to;
    private final int bits;
    private final int[] counts;
    private final boolean[] wanted;
    private long[] gathered = new long[0];

    private final int[] ranks;
    private final int[] places;
    private final long[] found;

    private final ArrayDeque<Range> narrower = new ArrayDeque<>();

    /** The numbers in [low, high]: how many numbers are below, and which of the ranks are among them. */
    private record Range(long low, long high, int below, int firstRank, int endRank) {}

    private RankSelection(long[] values, int from, int to, int[] ranks) {
        this.values = values;
        this.from = from;
        this.to = to;
        this.ranks = ranks;
        // Fewer buckets for fewer numbers: clearing and reading them must not cost more than the numbers do.
        this.bits = Math.min(Math.max(26 - Integer.numberOfLeadingZeros(to - from), 1), MAX_BITS);
        this.counts = new int[LogBuckets.size(bits)];
        this.wanted = new boolean[counts.length];
        this.places = new int[ranks.length];
        this.found = new long[ranks.length];
    }

    /** The number at each rank, from 0 for the lowest. The ranks ascend, and lie in [0, to - from). */
    static long[] of(long[] values, int from, int to, int... ranks) {
        RankSelection selection = new RankSelection(values, from, to, ranks);
        Range all = new Range(Long.MIN_VALUE, Long.MAX_VALUE, 0, 0, ranks.length);
        selection.search(all, selection.sampledMin());
        while (!selection.narrower.isEmpty()) {
            Range range = selection.trimmed(selection.narrower.remove());
            selection.search(range, range.low);
        }
        return selection.found;
    }

    /** A low number, from which buckets get fine; the few below it share one. */
    private long sampledMin() {
        int step = (to - from) / SAMPLE + 1;
        long min = Long.MAX_VALUE;
        for (int i = from; i < to; i += step) {
            min = Math.min(min, values[i]);
        }
        return min;
    }

    private Range trimmed(Range range) {
        long min = range.high;
        long max = range.low;
        for (int i = from; i < to; i++) {
            long value = values[i];
            if (value >= range.low && value <= range.high) {
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        return new Range(min, max, range.below, range.firstRank, range.endRank);
    }

    /**
     * Numbers outside the range need no test. Those below it are known to be {@code range.below}, and are in the first
     * bucket, where one number is left to be found; those above it come after all ranks.
     */
    private void search(Range range, long start) {
        long origin = start == range.low ? start : start - 1;
        count(origin);
        int before = 0;
        int bucket = 0;
        int held = 0;
        int firstHeld = range.firstRank;
        int rank = range.firstRank;
        while (rank < range.endRank) {
            while (before + counts[bucket] <= ranks[rank]) {
                before += counts[bucket++];
            }
            int end = rank + 1;
            while (end < range.endRank && ranks[end] < before + counts[bucket]) {
                end++;
            }
            long low = bucket == 0 ? range.low : origin + LogBuckets.low(bucket, bits);
            long high = high(bucket, origin, range.high);
            if (low == high) {
                Arrays.fill(found, rank, end, low);
                Arrays.fill(places, rank, end, -1);
            } else if (counts[bucket] > CAPACITY) {
                Arrays.fill(places, rank, end, -1);
                narrower.add(new Range(low, high, before, rank, end));
            } else {
                if (held + counts[bucket] > CAPACITY) {
                    gather(origin, held, firstHeld, rank);
                    held = 0;
                    firstHeld = rank;
                }
                wanted[bucket] = true;
                for (int i = rank; i < end; i++) {
                    places[i] = held + ranks[i] - before;
                }
                held += counts[bucket];
            }
            rank = end;
        }
        gather(origin, held, firstHeld, rank);
    }

    private long high(int bucket, long origin, long most) {
        long above = LogBuckets.low(bucket, bits) + LogBuckets.span(bucket, bits);
        return Long.compareUnsigned(above, most - origin) < 0 ? origin + above : most;
    }

    private void count(long origin) {
        Arrays.fill(counts, 0);
        count(values, from, to, origin, bits, counts);
    }

    /** Static, as fields would be read anew after every store. */
    private static void count(long[] values, int from, int to, long origin, int bits, int[] counts) {
        for (int i = from; i < to; i++) {
            counts[LogBuckets.index(Math.max(values[i], origin) - origin, bits)]++;
        }
    }

    private static void gather(
            long[] values, int from, int to, long origin, int bits, boolean[] wanted, long[] gathered) {
        int size = 0;
        for (int i = from; i < to; i++) {
            long value = values[i];
            if (wanted[LogBuckets.index(Math.max(value, origin) - origin, bits)]) {
                gathered[size++] = value;
            }
        }
    }

    /**
     * Gathers the numbers of the wanted buckets. Sorted, each bucket follows the one before, as their places have it.
     */
    private void gather(long origin, int held, int firstHeld, int endHeld) {
        if (held == 0) {
            return;
        }
        if (gathered.length < held) {
            gathered = new long[held];
        }
        gather(values, from, to, origin, bits, wanted, gathered);
        Arrays.sort(gathered, 0, held);
        for (int i = firstHeld; i < endHeld; i++) {
            if (places[i] >= 0) {
                found[i] = gathered[places[i]];
            }
        }
        Arrays.fill(wanted, false);
    }
}
