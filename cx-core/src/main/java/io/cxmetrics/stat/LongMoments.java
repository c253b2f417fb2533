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
import java.util.Collection;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;

/**
 * Count, sum, sum of squares, minimum and maximum of whole numbers, all exact: milliseconds, cents, clicks.
 *
 * <p><b>Definition.</b> mean = sum / n; variance = (sumOfSquares - sum&sup2; / n) / (n - 1), the sample variance. Both
 * are computed in exact arithmetic and rounded once at the end, so that parts in any order and grouping give the same
 * answers to the last digit, whatever the offset. {@link #moments()} has everything else that is asked of
 * {@link Moments}.
 *
 * <p><b>Edges.</b> Without numbers mean and variance are NaN, and the extremes, which have no value for undefined,
 * those of {@link java.util.LongSummaryStatistics}: a minimum of {@code Long.MAX_VALUE}, a maximum of
 * {@code Long.MIN_VALUE}. The variance of one number is NaN. Nothing overflows.
 *
 * <p>Immutable and thread-safe. Arrays are the fast path: one pass, nothing allocated per number; fastest where all
 * numbers lie within 2<sup>31</sup> of the first.
 *
 * <pre>{@code
 * LongMoments millis = LongMoments.of(1200, 900, 1500);
 * millis.mean(); // 1200.0
 * millis.standardDeviation(); // 300.0
 * LongMoments.of(Long.MAX_VALUE, Long.MAX_VALUE).sum(); // 18446744073709551614
 * LongMoments.EMPTY.mean(); // NaN
 * }</pre>
 *
 * @since 0.1
 */
public final class LongMoments implements Summary<LongMoments> {

    private static final long serialVersionUID = 1;

    /** No numbers. */
    public static final LongMoments EMPTY =
            new LongMoments(0, BigInteger.ZERO, BigInteger.ZERO, Long.MAX_VALUE, Long.MIN_VALUE);

    private final long count;
    private final BigInteger sum;
    private final BigInteger sumOfSquares;
    private final long min;
    private final long max;

    LongMoments(long count, BigInteger sum, BigInteger sumOfSquares, long min, long max) {
        this.count = count;
        this.sum = sum;
        this.sumOfSquares = sumOfSquares;
        this.min = min;
        this.max = max;
    }

    /**
     * Returns moments from parts that were computed elsewhere.
     *
     * @param count how many numbers, not negative
     * @param sum their sum
     * @param sumOfSquares the sum of their squares
     * @param min the lowest; {@code Long.MAX_VALUE} for a count of 0
     * @param max the highest; {@code Long.MIN_VALUE} for a count of 0
     * @return the moments
     * @throws IllegalArgumentException if no numbers have these moments together
     */
    public static LongMoments ofParts(long count, BigInteger sum, BigInteger sumOfSquares, long min, long max) {
        check(count, sum, sumOfSquares, min, max);
        return new LongMoments(count, sum, sumOfSquares, min, max);
    }

    private static void check(long count, BigInteger sum, BigInteger sumOfSquares, long min, long max) {
        requireNonNull(sum, "sum");
        requireNonNull(sumOfSquares, "sumOfSquares");
        BigInteger n = BigInteger.valueOf(Checks.notNegative("count", count));
        if (count == 0) {
            if (sum.signum() != 0 || sumOfSquares.signum() != 0 || min != Long.MAX_VALUE || max != Long.MIN_VALUE) {
                throw new IllegalArgumentException("moments of no numbers must be those of EMPTY, got sum " + sum
                        + ", sumOfSquares " + sumOfSquares + ", min " + min + ", max " + max);
            }
        } else {
            BigInteger lowest = n.multiply(BigInteger.valueOf(min));
            BigInteger highest = n.multiply(BigInteger.valueOf(max));
            if (sum.compareTo(lowest) < 0 || sum.compareTo(highest) > 0) {
                throw new IllegalArgumentException(
                        "sum must be in [" + lowest + ", " + highest + "] for count, min and max, got " + sum);
            }
            if (n.multiply(sumOfSquares).compareTo(sum.multiply(sum)) < 0) {
                throw new IllegalArgumentException(
                        "sumOfSquares must be at least sum squared / count, got " + sumOfSquares);
            }
        }
    }

    /**
     * Returns the moments of numbers.
     *
     * @param values the numbers
     * @return the moments
     */
    public static LongMoments of(long... values) {
        return ofRange(values, 0, values.length);
    }

    /**
     * Returns the moments of a part of an array.
     *
     * @param values the numbers
     * @param from the first index
     * @param to the index after the last
     * @return the moments
     * @throws IndexOutOfBoundsException if the part does not lie in the array
     */
    public static LongMoments ofRange(long[] values, int from, int to) {
        Objects.checkFromToIndex(from, to, values.length);
        return from == to ? EMPTY : LongMomentsPass.of(values, from, to);
    }

    /**
     * Returns the moments of numbers.
     *
     * @param values the numbers
     * @return the moments
     */
    public static LongMoments of(Collection<Long> values) {
        return aggregation().fold(values);
    }

    /**
     * Returns an aggregation that folds numbers into moments.
     *
     * @return the aggregation
     */
    public static Aggregation<Long, ?, LongMoments> aggregation() {
        return Folding.of(
                LongMomentsBuffer::new, LongMomentsBuffer::add, LongMomentsBuffer::join, LongMomentsBuffer::moments);
    }

    /**
     * Returns a collector of the moments of one number of each element.
     *
     * @param value gives the number
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, LongMoments> toLongMoments(ToLongFunction<? super T> value) {
        requireNonNull(value, "value");
        return Collector.of(
                LongMomentsBuffer::new,
                (buffer, element) -> buffer.add(value.applyAsLong(element)),
                LongMomentsBuffer::join,
                LongMomentsBuffer::moments);
    }

    /**
     * Returns how many numbers there were.
     *
     * @return the count
     */
    public long count() {
        return count;
    }

    /**
     * Returns the sum of the numbers.
     *
     * @return the sum, exact
     */
    public BigInteger sum() {
        return sum;
    }

    /**
     * Returns the sum of the squares of the numbers.
     *
     * @return the sum, exact
     */
    public BigInteger sumOfSquares() {
        return sumOfSquares;
    }

    /**
     * Returns the lowest number.
     *
     * @return the minimum; {@code Long.MAX_VALUE} without numbers
     */
    public long min() {
        return min;
    }

    /**
     * Returns the highest number.
     *
     * @return the maximum; {@code Long.MIN_VALUE} without numbers
     */
    public long max() {
        return max;
    }

    /**
     * Returns the arithmetic mean.
     *
     * @return the mean; NaN without numbers
     */
    public double mean() {
        return quotient(sum, BigInteger.valueOf(count));
    }

    /**
     * Returns the sample variance, with n - 1.
     *
     * @return the variance; NaN for fewer than two numbers
     */
    public double variance() {
        BigInteger n = BigInteger.valueOf(count);
        return count < 2 ? Double.NaN : quotient(spread(), n.multiply(n.subtract(BigInteger.ONE)));
    }

    /**
     * Returns the variance of the numbers as a whole population, with n.
     *
     * @return the variance; NaN without numbers
     */
    public double populationVariance() {
        return quotient(spread(), BigInteger.valueOf(count).pow(2));
    }

    /**
     * Returns the sample standard deviation, the square root of {@link #variance()}.
     *
     * @return the deviation; NaN for fewer than two numbers
     */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /**
     * Returns Student's interval of the mean.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined for fewer than two numbers
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return moments().interval(confidence);
    }

    /**
     * Returns these moments as floating-point numbers, each rounded once.
     *
     * @return the moments
     */
    public Moments moments() {
        return count == 0
                ? Moments.EMPTY
                : Moments.ofParts(count, mean(), quotient(spread(), BigInteger.valueOf(count)), min, max);
    }

    /** n times the sum of the squared differences from the mean, a whole number. */
    private BigInteger spread() {
        return BigInteger.valueOf(count).multiply(sumOfSquares).subtract(sum.pow(2));
    }

    /** Takes 63 binary digits of the quotient, of which the last says whether there is a rest, and rounds them once. */
    private static double quotient(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            return Double.NaN;
        }
        BigInteger size = numerator.abs();
        int shift = Long.SIZE - 2 - size.bitLength() + denominator.bitLength();
        BigInteger[] digits =
                size.shiftLeft(Math.max(shift, 0)).divideAndRemainder(denominator.shiftLeft(Math.max(-shift, 0)));
        long whole = digits[0].longValue() | digits[1].signum();
        return numerator.signum() * Math.scalb((double) whole, -shift);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("LongMoments", 1)
                .with("count", count)
                .with("sum", sum.toString())
                .with("sumOfSquares", sumOfSquares.toString())
                .with("min", min)
                .with("max", max);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the moments
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static LongMoments ofStored(StoredForm form) {
        StoredFields fields = form.expect("LongMoments", 1, "count", "sum", "sumOfSquares", "min", "max");
        return ofParts(
                fields.whole("count"),
                fields.parsed("sum", BigInteger::new),
                fields.parsed("sumOfSquares", BigInteger::new),
                fields.whole("min"),
                fields.whole("max"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public LongMoments plus(LongMoments other) {
        return new LongMoments(
                Math.addExact(count, other.count),
                sum.add(other.sum),
                sumOfSquares.add(other.sumOfSquares),
                Math.min(min, other.min),
                Math.max(max, other.max));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LongMoments that
                && count == that.count
                && sum.equals(that.sum)
                && sumOfSquares.equals(that.sumOfSquares)
                && min == that.min
                && max == that.max;
    }

    @Override
    public int hashCode() {
        return Objects.hash(count, sum, sumOfSquares, min, max);
    }

    /**
     * Returns the moments in words.
     *
     * @return such as {@code LongMoments[count=3, mean=2.0, variance=1.0, min=1, max=3]}
     */
    @Override
    public String toString() {
        return count == 0
                ? "LongMoments[count=0, all undefined]"
                : "LongMoments[count=" + count + ", mean=" + mean() + ", variance="
                        + (count == 1 ? "undefined" : variance()) + ", min=" + min + ", max=" + max + "]";
    }
}
