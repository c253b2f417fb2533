package io.cxmetrics.stat.survival;

import io.cxmetrics.internal.Counts;
import java.io.Serializable;
import java.util.Arrays;

/** How many came under observation late, by the time at which they did. All others were there from the start. */
final class LateEntries implements Serializable {

    private static final long serialVersionUID = 1;

    /** Nobody, which nearly all event times share. */
    static final LateEntries NONE = new LateEntries(new long[0], new long[0]);

    private final long[] times;
    private final long[] entered;

    private LateEntries(long[] times, long[] entered) {
        this.times = times;
        this.entered = entered;
    }

    /** Takes times in any order, none negative; who enters at 0 is not late. */
    static LateEntries of(long[] entries) {
        long[] late = Arrays.stream(entries).filter(entry -> entry > 0).sorted().toArray();
        if (late.length == 0) {
            return NONE;
        }
        long[] distinct = SortedTimes.distinct(late);
        return new LateEntries(distinct, SortedTimes.counts(late, distinct));
    }

    /** Takes ascending times with their counts, all positive. */
    static LateEntries ofCounts(long[] times, long[] entered) {
        return times.length == 0 ? NONE : new LateEntries(times, entered);
    }

    int size() {
        return times.length;
    }

    long time(int i) {
        return times[i];
    }

    long entered(int i) {
        return entered[i];
    }

    long[] times() {
        return times.clone();
    }

    long[] entered() {
        return entered.clone();
    }

    long count() {
        return Counts.total(entered);
    }

    LateEntries plus(LateEntries other) {
        if (other.times.length == 0) {
            return this;
        }
        if (times.length == 0) {
            return other;
        }
        long[] time = SortedTimes.union(times, other.times);
        long[] count = new long[time.length];
        SortedTimes.add(times, entered, time, count);
        SortedTimes.add(other.times, other.entered, time, count);
        return new LateEntries(time, count);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LateEntries that
                && Arrays.equals(times, that.times)
                && Arrays.equals(entered, that.entered);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(times) + Arrays.hashCode(entered);
    }
}
