package io.cxmetrics.stat.survival;

import io.cxmetrics.Stored;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Counts;
import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.stat.Sample;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;

/**
 * Statistics of times that are counted, of one side of {@link EventTimes}: of the events alone, or of the censored
 * alone. They ignore the other side, so they describe what was seen and estimate nothing; {@link SurvivalCurve}
 * estimates.
 *
 * <p>Answers are in the unit of the times, and NaN without times. Immutable and thread-safe.
 *
 * <pre>{@code
 * EventTimes days = EventTimes.of(new long[] {2, 5, 9, 12}, new boolean[] {true, true, false, true});
 * days.ofEventsOnly().mean(); // 6.333333333333333
 * days.ofCensoredOnly().sum(); // 9
 * }</pre>
 *
 * @since 0.1
 */
public final class CountedTimes implements Stored {

    private static final long serialVersionUID = 1;

    private final long[] times;
    private final long[] counts;
    private final long n;

    private CountedTimes(long[] times, long[] counts, long n) {
        this.times = times;
        this.counts = counts;
        this.n = n;
    }

    /**
     * Returns the times of the events.
     *
     * @param all the times
     * @return those that ended with an event
     */
    public static CountedTimes ofEvents(EventTimes all) {
        return new CountedTimes(all.times(), all.eventsAt(), all.events());
    }

    /**
     * Returns the times of the censored.
     *
     * @param all the times
     * @return those that were still going on
     */
    public static CountedTimes ofCensored(EventTimes all) {
        return new CountedTimes(all.times(), all.censoredAt(), all.censored());
    }

    /**
     * Returns the sum of the times.
     *
     * @return the sum, 0 without times
     * @throws ArithmeticException if it overflows
     */
    public long sum() {
        long sum = 0;
        for (int i = 0; i < times.length; i++) {
            sum = Math.addExact(sum, Math.multiplyExact(times[i], counts[i]));
        }
        return sum;
    }

    /**
     * Returns the mean.
     *
     * @return sum / count
     */
    public double mean() {
        return n == 0 ? Double.NaN : (double) sum() / n;
    }

    /**
     * Returns the standard deviation of a sample, with n - 1.
     *
     * @return the deviation; NaN of fewer than two times
     */
    public double standardDeviation() {
        double mean = mean();
        double squares = 0;
        for (int i = 0; i < times.length; i++) {
            squares += counts[i] * (times[i] - mean) * (times[i] - mean);
        }
        return n < 2 ? Double.NaN : Math.sqrt(squares / (n - 1));
    }

    /**
     * Returns the geometric mean of the times above zero.
     *
     * @return exp of the mean logarithm
     */
    public double geometricMean() {
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

    /**
     * Returns an exact quantile.
     *
     * @param q the share of times at or below it, in [0, 1]
     * @param method how to interpolate
     * @return the quantile
     * @throws IllegalArgumentException if q is out of range
     */
    public double quantile(double q, QuantileMethod method) {
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

    /**
     * Returns the mean without the shortest and the longest times.
     *
     * @param share how much to leave out at each end, in [0, 0.5)
     * @return the mean of the rest
     * @throws IllegalArgumentException if the share is out of range
     */
    public double trimmedMean(double share) {
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

    /**
     * Returns how many times are no longer than a limit.
     *
     * @param limit the limit
     * @return the count
     */
    public long upTo(long limit) {
        long count = 0;
        for (int i = 0; i < times.length && times[i] <= limit; i++) {
            count += counts[i];
        }
        return count;
    }

    /**
     * Returns the times as a sample in a larger unit.
     *
     * @param unit how many units of the times make one of the sample
     * @return the sample
     * @throws IllegalArgumentException if there are too many times for an array
     */
    public Sample sample(double unit) {
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

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("CountedTimes", 1).with("times", times).with("counts", counts);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the times
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static CountedTimes ofStored(StoredForm form) {
        StoredFields fields = form.expect("CountedTimes", 1, "times", "counts").sameLength("times", "counts");
        long[] times = fields.wholes("times");
        long[] counts = fields.wholes("counts");
        SortedTimes.checkAscending("times", times);
        for (long count : counts) {
            Checks.notNegative("counts", count);
        }
        return new CountedTimes(times, counts, Counts.total(counts));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CountedTimes that
                && Arrays.equals(times, that.times)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(times) + Arrays.hashCode(counts);
    }

    /**
     * Returns how many times there are, and their mean.
     *
     * @return such as {@code CountedTimes[count=3, mean=5.0]}
     */
    @Override
    public String toString() {
        return "CountedTimes[count=" + n + ", mean=" + (n == 0 ? "undefined" : mean()) + "]";
    }
}
