package io.cxmetrics.stat;

import io.cxmetrics.stat.survival.EventTimes;
import java.util.Arrays;

/** Statistics of counted times, in their unit: plain ones, of one side of {@link EventTimes}. */
final class CountedTimes {

    private final long[] times;
    private final long[] counts;
    private final long n;

    private CountedTimes(long[] times, long[] counts, long n) {
        this.times = times;
        this.counts = counts;
        this.n = n;
    }

    /** The times of the events. */
    static CountedTimes ofEvents(EventTimes all) {
        return new CountedTimes(all.times(), all.eventsAt(), all.events());
    }

    /** The times of the censored. */
    static CountedTimes ofCensored(EventTimes all) {
        return new CountedTimes(all.times(), all.censoredAt(), all.censored());
    }

    long sum() {
        long sum = 0;
        for (int i = 0; i < times.length; i++) {
            sum = Math.addExact(sum, Math.multiplyExact(times[i], counts[i]));
        }
        return sum;
    }

    double mean() {
        return n == 0 ? Double.NaN : (double) sum() / n;
    }

    double standardDeviation() {
        double mean = mean();
        double squares = 0;
        for (int i = 0; i < times.length; i++) {
            squares += counts[i] * (times[i] - mean) * (times[i] - mean);
        }
        return n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1));
    }

    /** Of those above zero. */
    double geometricMean() {
        double logs = 0;
        long positive = 0;
        for (int i = 0; i < times.length; i++) {
            if (times[i] > 0) {
                logs += counts[i] * Math.log(times[i]);
                positive += counts[i];
            }
        }
        return positive == 0 ? Double.NaN : Math.exp(logs / positive);
    }

    double quantile(double q, QuantileMethod method) {
        long[] upTo = new long[counts.length];
        long sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i];
            upTo[i] = sum;
        }
        return method.of(n, position -> times[holding(upTo, position)], q);
    }

    /** Where the running count first exceeds a position. */
    private static int holding(long[] upTo, long position) {
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] > position) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    double trimmedMean(double share) {
        if (!(share >= 0 && share < 0.5)) {
            throw new IllegalArgumentException("share must be in [0, 0.5), got " + share);
        }
        long trimmed = (long) (share * n);
        long before = 0;
        double sum = 0;
        for (int i = 0; i < times.length; i++) {
            long from = Math.max(before, trimmed);
            before += counts[i];
            long kept = Math.min(before, n - trimmed) - from;
            sum += kept > 0 ? (double) kept * times[i] : 0;
        }
        return n == 0 ? Double.NaN : sum / (n - 2 * trimmed);
    }

    /** How many are no longer than a limit. */
    long upTo(long limit) {
        long count = 0;
        for (int i = 0; i < times.length && times[i] <= limit; i++) {
            count += counts[i];
        }
        return count;
    }

    Sample sample(double unit) {
        if (n > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("times must fit into an array to be a sample, got " + n);
        }
        double[] values = new double[(int) n];
        int from = 0;
        for (int i = 0; i < times.length; i++) {
            int to = from + (int) counts[i];
            Arrays.fill(values, from, to, times[i] / unit);
            from = to;
        }
        return Sample.of(values);
    }
}
