package io.cxmetrics.stat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.Serializable;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * A histogram while it grows, a block of numbers at a time: the extremes of a block are found first, so that the loop
 * which counts needs no check of sign or room. Numbers that come one by one wait until they are a block.
 */
final class LogHistogramBuffer implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int BLOCK = 1024;

    private final int precision;
    private int first;
    private long[] counts = new long[0];

    /** Whether a histogram holds the counts too, so that they are not to be changed any more. */
    private boolean shared;

    private long count;
    private long min = Long.MAX_VALUE;
    private long max = -1;
    private BigInteger sum = BigInteger.ZERO;

    /** What has yet to be added to the sum. */
    private long running;

    private long[] waiting = new long[0];
    private int size;

    LogHistogramBuffer(int precision) {
        this.precision = precision;
    }

    @CanIgnoreReturnValue
    LogHistogramBuffer add(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("value must not be negative, got " + value);
        }
        if (size == waiting.length) {
            makeRoom();
        }
        waiting[size++] = value;
        return this;
    }

    @CanIgnoreReturnValue
    LogHistogramBuffer addAll(long[] values, int from, int to) {
        for (int start = from; start < to; start += BLOCK) {
            block(values, start, Math.min(start + BLOCK, to));
        }
        return this;
    }

    @CanIgnoreReturnValue
    LogHistogramBuffer join(LogHistogramBuffer other) {
        addAll(other.waiting, 0, other.size);
        if (other.count > 0) {
            count = Math.addExact(count, other.count);
            cover(other.first, other.first + other.counts.length);
            for (int i = 0; i < other.counts.length; i++) {
                counts[other.first - first + i] += other.counts[i];
            }
            min = Math.min(min, other.min);
            max = Math.max(max, other.max);
            sum = sum.add(other.sum);
            total(other.running);
        }
        return this;
    }

    LogHistogram histogram() {
        flush();
        if (count == 0) {
            return LogHistogram.empty(precision);
        }
        int lowest = LogBuckets.index(min, precision);
        int end = LogBuckets.index(max, precision) + 1;
        if (end - lowest < counts.length) {
            counts = Arrays.copyOfRange(counts, lowest - first, end - first);
            first = lowest;
        }
        shared = true;
        return new LogHistogram(precision, first, counts, count, min, max, sum.add(BigInteger.valueOf(running)));
    }

    private void makeRoom() {
        if (size < BLOCK) {
            waiting = Arrays.copyOf(waiting, Math.max(2 * size, 16));
        } else {
            flush();
        }
    }

    private void flush() {
        addAll(waiting, 0, size);
        size = 0;
    }

    private void block(long[] values, int from, int to) {
        long lowest = Long.MAX_VALUE;
        long highest = 0;
        long total = 0;
        for (int i = from; i < to; i++) {
            long value = values[i];
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
            total += value;
        }
        if (lowest < 0) {
            throw negative(values, from);
        }
        count = Math.addExact(count, to - from);
        min = Math.min(min, lowest);
        max = Math.max(max, highest);
        if (highest <= Long.MAX_VALUE / BLOCK) {
            total(total);
        } else {
            for (int i = from; i < to; i++) {
                total(values[i]);
            }
        }
        cover(LogBuckets.index(lowest, precision), LogBuckets.index(highest, precision) + 1);
        count(values, from, to, precision, first, counts);
    }

    /** Static, as fields would be read anew after every store. */
    private static void count(long[] values, int from, int to, int precision, int first, long[] counts) {
        for (int i = from; i < to; i++) {
            counts[LogBuckets.index(values[i], precision) - first]++;
        }
    }

    /** Adds a number that is not negative. */
    private void total(long more) {
        if (running + more < 0) {
            sum = sum.add(BigInteger.valueOf(running));
            running = 0;
        }
        running += more;
    }

    /**
     * Makes room for buckets. On the side where there is none it is doubled, so that growing costs no more than
     * counting.
     */
    private void cover(int from, int end) {
        int last = first + counts.length;
        if (counts.length == 0) {
            first = from;
            counts = new long[end - from];
        } else if (from < first || end > last) {
            int lower = from < first ? Math.max(Math.min(from, first - counts.length), 0) : first;
            int upper = end > last ? Math.min(Math.max(end, last + counts.length), LogBuckets.size(precision)) : last;
            long[] wider = new long[upper - lower];
            System.arraycopy(counts, 0, wider, first - lower, counts.length);
            counts = wider;
            first = lower;
        } else if (shared) {
            counts = counts.clone();
        }
        shared = false;
    }

    private static IllegalArgumentException negative(long[] values, int from) {
        int i = from;
        while (values[i] >= 0) {
            i++;
        }
        return new IllegalArgumentException("value must not be negative, got " + values[i] + " at index " + i);
    }
}
