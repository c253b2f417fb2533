package io.cxmetrics.web.session;

import io.cxmetrics.internal.DenseCodes;
import java.util.Arrays;

/**
 * Sorts page views by visitor and time without an object for each: they are dealt into buckets of visitors that fit the
 * cache, there into the visitors, and the few of each visitor are sorted. Equal times keep their order.
 */
final class VisitorSort {

    /** So that a bucket is in the cache while it is sorted. */
    private static final int BUCKET = 1 << 14;

    /** Times relative to the first have this many bits, beside the visitor within the bucket in one word. */
    private static final int TIME_BITS = 43;

    private static final int SHORT = 32;

    /** Takes the page views of one visitor, which are those of the arrays in [from, to). */
    interface Visits {
        void take(long[] times, int[] pages, int from, int to);
    }

    /** A bucket, dealt out to its visitors. */
    private final long[] times;

    private final int[] pages;

    /** What the bucket was dealt from, which is free by then: room for merging. */
    private final long[] spareTimes;

    private final int[] sparePages;

    private VisitorSort(int largest, long[] spareTimes, int[] sparePages) {
        this.times = new long[largest];
        this.pages = new int[largest];
        this.spareTimes = spareTimes;
        this.sparePages = sparePages;
    }

    static void each(DenseCodes visitors, long[] millis, int[] pages, Visits visits) {
        int[] codes = visitors.codes();
        if (codes.length == 0) {
            return;
        }
        long first = first(millis);
        int shift = shift(visitors.bound(), codes.length);
        int[] ends = new int[((visitors.bound() - 1) >>> shift) + 2];
        for (int code : codes) {
            ends[(code >>> shift) + 1]++;
        }
        int largest = 0;
        for (int bucket = 1; bucket < ends.length; bucket++) {
            largest = Math.max(largest, ends[bucket]);
            ends[bucket] += ends[bucket - 1];
        }
        long[] words = new long[codes.length];
        int[] dealt = new int[codes.length];
        int mask = (1 << shift) - 1;
        for (int i = 0; i < codes.length; i++) {
            int to = ends[codes[i] >>> shift]++;
            words[to] = (long) (codes[i] & mask) << TIME_BITS | (millis[i] - first);
            dealt[to] = pages[i];
        }
        VisitorSort sort = new VisitorSort(largest, words, dealt);
        int[] counts = new int[mask + 2];
        int start = 0;
        for (int bucket = 0; bucket < ends.length - 1; bucket++) {
            sort.bucket(start, ends[bucket], first, counts, visits);
            start = ends[bucket];
        }
    }

    private static long first(long[] millis) {
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (long time : millis) {
            min = Math.min(min, time);
            max = Math.max(max, time);
        }
        checkSpan(min, max);
        return min;
    }

    static void checkSpan(long min, long max) {
        if (max - min < 0 || max - min >= 1L << TIME_BITS) {
            throw new IllegalArgumentException(
                    "millis must span less than " + (1L << TIME_BITS) + " (278 years), got " + min + " to " + max);
        }
    }

    /**
     * How many bits of a visitor tell it from the others of its bucket; below 20, for there are at most 8 codes an
     * event.
     */
    private static int shift(int bound, int events) {
        int buckets = Math.max(1, events / BUCKET);
        int shift = 0;
        while ((bound - 1) >>> shift >= buckets) {
            shift++;
        }
        return shift;
    }

    private void bucket(int start, int end, long first, int[] counts, Visits visits) {
        Arrays.fill(counts, 0);
        for (int i = start; i < end; i++) {
            counts[(int) (spareTimes[i] >>> TIME_BITS) + 1]++;
        }
        for (int visitor = 1; visitor < counts.length; visitor++) {
            counts[visitor] += counts[visitor - 1];
        }
        long mask = (1L << TIME_BITS) - 1;
        for (int i = start; i < end; i++) {
            int to = counts[(int) (spareTimes[i] >>> TIME_BITS)]++;
            times[to] = first + (spareTimes[i] & mask);
            pages[to] = sparePages[i];
        }
        int from = 0;
        for (int visitor = 0; visitor < counts.length - 1; visitor++) {
            int to = counts[visitor];
            if (to > from) {
                sort(from, to, start);
                visits.take(times, pages, from, to);
            }
            from = to;
        }
    }

    private void sort(int from, int to, int spare) {
        if (to - from <= SHORT) {
            insert(from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(from, middle, spare);
        sort(middle, to, spare);
        if (times[middle - 1] > times[middle]) {
            merge(from, middle, to, spare);
        }
    }

    private void insert(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long time = times[i];
            int page = pages[i];
            int at = i;
            while (at > from && times[at - 1] > time) {
                times[at] = times[at - 1];
                pages[at] = pages[at - 1];
                at--;
            }
            times[at] = time;
            pages[at] = page;
        }
    }

    private void merge(int from, int middle, int to, int spare) {
        int length = middle - from;
        System.arraycopy(times, from, spareTimes, spare, length);
        System.arraycopy(pages, from, sparePages, spare, length);
        int left = spare;
        int right = middle;
        int at = from;
        while (left < spare + length) {
            if (right < to && times[right] < spareTimes[left]) {
                times[at] = times[right];
                pages[at++] = pages[right++];
            } else {
                times[at] = spareTimes[left];
                pages[at++] = sparePages[left++];
            }
        }
    }
}
