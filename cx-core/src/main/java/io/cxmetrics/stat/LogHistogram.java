package io.cxmetrics.stat;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Folding;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;

/**
 * Quantiles that add up, of durations and other whole numbers from 0: a histogram whose buckets are the wider the
 * larger the numbers are, so that the relative error is the same everywhere.
 *
 * <p><b>Error.</b> With precision p there are 2<sup>p</sup> buckets from each power of two to the next, and the middle
 * of a bucket stands for its numbers. Every quantile is within 2<sup>-(p + 1)</sup> of the exact one by the same
 * method, relative to it: 0.4 % for the precision of {@value #DEFAULT_PRECISION} that stands where none is named. This
 * bound is no estimate, it holds for all numbers: a bucket that starts at s has at most s / 2<sup>p</sup> numbers.
 * Numbers below 2<sup>p + 1</sup> have a bucket each and are exact, and so are the lowest number, the highest, the sum
 * and the mean.
 *
 * <table>
 * <caption>Precisions</caption>
 * <tr><th>precision</th><th>error at most</th><th>from 1 second to 1 week in ms</th></tr>
 * <tr><td>5</td><td>1.6 %</td><td>5 KB</td></tr>
 * <tr><td>7</td><td>0.4 %</td><td>20 KB</td></tr>
 * <tr><td>10</td><td>0.05 %</td><td>158 KB</td></tr>
 * </table>
 *
 * <p><b>Adding up.</b> The histogram depends on nothing but the numbers and how often each came: in whatever parts and
 * order they come, sums are equal to the last bit. Parts must have the same precision.
 *
 * <p><b>Edges.</b> Without numbers every answer is NaN. Negative numbers are refused with their index. Adding beyond
 * 2<sup>63</sup> - 1 numbers is an {@link ArithmeticException}.
 *
 * <p><b>Cost.</b> Some additions per number; memory for the buckets from the lowest number to the highest, of 8 bytes
 * each, and in {@linkplain #toBytes() bytes} one or two for most of them. Where the exact quantiles of one array will
 * do, {@link Quantiles} finds them.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * LogHistogram monday = LogHistogram.of(1200, 300, 45_000);
 * LogHistogram tuesday = LogHistogram.of(800, 2000);
 * LogHistogram both = monday.plus(tuesday);
 * both.median(); // 1203.5
 * both.mean(); // 9860.0
 * both.shareUpTo(10_000).rate(); // 0.8
 * both.relativeError(); // 0.00390625
 * }</pre>
 *
 * @since 0.1
 */
public final class LogHistogram implements Summary<LogHistogram> {

    private static final long serialVersionUID = 1;

    /** The precision where none is named: an error of at most 0.4 %. */
    public static final int DEFAULT_PRECISION = 7;

    private static final int MAX_PRECISION = 14;

    /** No numbers, of {@link #DEFAULT_PRECISION}. */
    public static final LogHistogram EMPTY = empty(DEFAULT_PRECISION);

    private final int precision;
    private final int first;
    private final long[] counts;
    private final long count;
    private final long min;
    private final long max;
    private final BigInteger sum;

    /** The counts are kept, from the bucket of the lowest number to that of the highest. */
    LogHistogram(int precision, int first, long[] counts, long count, long min, long max, BigInteger sum) {
        this.precision = precision;
        this.first = first;
        this.counts = counts;
        this.count = count;
        this.min = min;
        this.max = max;
        this.sum = sum;
    }

    /**
     * Returns the histogram of no numbers.
     *
     * @param precision the binary logarithm of the buckets from one power of two to the next, in [1, 14]
     * @return the histogram
     * @throws IllegalArgumentException if the precision is out of range
     */
    public static LogHistogram empty(int precision) {
        return new LogHistogram(checked(precision), 0, new long[0], 0, Long.MAX_VALUE, -1, BigInteger.ZERO);
    }

    static int checked(int precision) {
        return Checks.inRange("precision", precision, 1, MAX_PRECISION);
    }

    /**
     * Returns the histogram of numbers, of {@link #DEFAULT_PRECISION}.
     *
     * @param values the numbers, none negative
     * @return the histogram
     * @throws IllegalArgumentException if a number is negative
     */
    public static LogHistogram of(long... values) {
        return ofRange(DEFAULT_PRECISION, values, 0, values.length);
    }

    /**
     * Returns the histogram of a part of an array.
     *
     * @param precision the binary logarithm of the buckets from one power of two to the next, in [1, 14]
     * @param values the numbers, none negative in the part
     * @param from the first index
     * @param to the index after the last
     * @return the histogram
     * @throws IllegalArgumentException if a number is negative, or the precision out of range
     * @throws IndexOutOfBoundsException if the part does not lie in the array
     */
    public static LogHistogram ofRange(int precision, long[] values, int from, int to) {
        Objects.checkFromToIndex(from, to, values.length);
        return new LogHistogramBuffer(checked(precision))
                .addAll(values, from, to)
                .histogram();
    }

    /**
     * Returns the histogram that {@link #toBytes()} wrote.
     *
     * @param bytes the bytes
     * @return the histogram
     * @throws IllegalArgumentException if the bytes are not those of a histogram
     */
    public static LogHistogram ofBytes(byte[] bytes) {
        return LogHistogramBytes.read(bytes);
    }

    /**
     * Returns an aggregation that folds numbers into a histogram.
     *
     * @param precision the binary logarithm of the buckets from one power of two to the next, in [1, 14]
     * @return the aggregation, which refuses negative numbers
     * @throws IllegalArgumentException if the precision is out of range
     */
    public static Aggregation<Long, ?, LogHistogram> aggregation(int precision) {
        int checked = checked(precision);
        return Folding.of(
                () -> new LogHistogramBuffer(checked),
                LogHistogramBuffer::add,
                LogHistogramBuffer::join,
                LogHistogramBuffer::histogram);
    }

    /**
     * Returns an aggregation that folds numbers into a histogram of {@link #DEFAULT_PRECISION}.
     *
     * @return the aggregation, which refuses negative numbers
     */
    public static Aggregation<Long, ?, LogHistogram> aggregation() {
        return aggregation(DEFAULT_PRECISION);
    }

    /**
     * Returns the histogram of numbers, of {@link #DEFAULT_PRECISION}.
     *
     * @param values the numbers, none negative
     * @return the histogram
     * @throws IllegalArgumentException if a number is negative
     */
    public static LogHistogram of(Collection<Long> values) {
        return aggregation().fold(values);
    }

    /**
     * Returns a collector of one number of each element, of {@link #DEFAULT_PRECISION}.
     *
     * @param value gives the number, which must not be negative
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, LogHistogram> toLogHistogram(ToLongFunction<? super T> value) {
        requireNonNull(value, "value");
        return Collector.of(
                () -> new LogHistogramBuffer(DEFAULT_PRECISION),
                (buffer, element) -> buffer.add(value.applyAsLong(element)),
                LogHistogramBuffer::join,
                LogHistogramBuffer::histogram);
    }

    /**
     * Returns the precision.
     *
     * @return the binary logarithm of the buckets from one power of two to the next
     */
    public int precision() {
        return precision;
    }

    /**
     * Returns the largest relative error a quantile can have.
     *
     * @return 2<sup>-(precision + 1)</sup>, a fraction
     */
    public double relativeError() {
        return Math.scalb(1.0, -precision - 1);
    }

    /**
     * Returns how many numbers there are.
     *
     * @return the count
     */
    public long count() {
        return count;
    }

    /**
     * Returns the lowest number.
     *
     * @return the minimum; NaN without numbers
     */
    public double min() {
        return count == 0 ? Double.NaN : min;
    }

    /**
     * Returns the highest number.
     *
     * @return the maximum; NaN without numbers
     */
    public double max() {
        return count == 0 ? Double.NaN : max;
    }

    /**
     * Returns the sum of the numbers, exact.
     *
     * @return the sum
     */
    public BigInteger sum() {
        return sum;
    }

    /**
     * Returns the mean of the numbers: the exact sum, rounded, over the count.
     *
     * @return the mean; NaN without numbers
     */
    public double mean() {
        return sum.doubleValue() / count;
    }

    /**
     * Returns the middle number, or the mean of the middle two.
     *
     * @return the median, within {@link #relativeError()}; NaN without numbers
     */
    public double median() {
        return quantile(0.5);
    }

    /**
     * Returns a quantile by {@link QuantileMethod#LINEAR}.
     *
     * @param q which quantile, in [0, 1]
     * @return the quantile, within {@link #relativeError()}; NaN without numbers
     * @throws IllegalArgumentException if q is out of range
     */
    public double quantile(double q) {
        return quantile(q, QuantileMethod.LINEAR);
    }

    /**
     * Returns a quantile by a named method.
     *
     * @param q which quantile, in [0, 1]
     * @param method the method
     * @return the quantile, within {@link #relativeError()}; NaN without numbers
     * @throws IllegalArgumentException if q is out of range
     */
    public double quantile(double q, QuantileMethod method) {
        return method.of(count, this::at, q);
    }

    private double at(long position) {
        if (position == 0) {
            return min;
        }
        // Beyond 2^53 numbers, a position computed in floating point may lie past the last one.
        if (position >= count - 1) {
            return max;
        }
        int bucket = 0;
        long seen = counts[0];
        while (seen <= position) {
            seen += counts[++bucket];
        }
        double middle = LogBuckets.low(first + bucket, precision) + LogBuckets.span(first + bucket, precision) / 2.0;
        return Math.min(Math.max(middle, min), max);
    }

    /**
     * Returns the share of numbers up to a limit, such as the replies within an hour. The limit is rounded up to the
     * end of its bucket, by at most 2<sup>-precision</sup> of itself; a limit below 2<sup>precision + 1</sup> is not
     * rounded.
     *
     * @param limit the limit, included
     * @return numbers &le; limit out of all
     */
    public Proportion shareUpTo(long limit) {
        if (limit < min) {
            return Proportion.of(0, count);
        }
        if (limit >= max) {
            return Proportion.of(count, count);
        }
        long upTo = 0;
        int end = LogBuckets.index(limit, precision) + 1 - first;
        for (int bucket = 0; bucket < end; bucket++) {
            upTo += counts[bucket];
        }
        return Proportion.of(upTo, count);
    }

    /**
     * Returns the histogram in few bytes, for files and tables: two or so for each bucket that is not empty. They are
     * the same wherever they are written, and {@link #ofBytes(byte[])} reads them.
     *
     * @return a new array
     */
    public byte[] toBytes() {
        return LogHistogramBytes.write(precision, counts, min, max, sum);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("LogHistogram", 1).with("bytes", toBytes());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the histogram
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static LogHistogram ofStored(StoredForm form) {
        StoredFields fields = form.expect("LogHistogram", 1, "bytes");
        return ofBytes(fields.bytes("bytes"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /**
     * Returns the histogram of the numbers of both.
     *
     * @param other the other histogram
     * @return the sum
     * @throws IllegalArgumentException if the other has another precision
     */
    @Override
    public LogHistogram plus(LogHistogram other) {
        if (other.precision != precision) {
            throw new IllegalArgumentException("other must have precision " + precision + ", got " + other.precision);
        }
        if (count == 0 || other.count == 0) {
            return count == 0 ? other : this;
        }
        long total = Math.addExact(count, other.count);
        int lowest = Math.min(first, other.first);
        int end = Math.max(first + counts.length, other.first + other.counts.length);
        long[] both = new long[end - lowest];
        System.arraycopy(counts, 0, both, first - lowest, counts.length);
        for (int i = 0; i < other.counts.length; i++) {
            both[other.first - lowest + i] += other.counts[i];
        }
        return new LogHistogram(
                precision, lowest, both, total, Math.min(min, other.min), Math.max(max, other.max), sum.add(other.sum));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogHistogram that
                && precision == that.precision
                && first == that.first
                && min == that.min
                && max == that.max
                && sum.equals(that.sum)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * precision + sum.hashCode()) + Arrays.hashCode(counts);
    }

    /**
     * Returns the histogram in words.
     *
     * @return such as {@code LogHistogram[count=4, median=2.5, precision=7]}
     */
    @Override
    public String toString() {
        return "LogHistogram[count=" + count + ", median=" + (count == 0 ? "undefined" : median()) + ", precision="
                + precision + "]";
    }
}
