package io.cxmetrics.stat;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import java.math.BigInteger;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;

/**
 * Count, sum, sum of squares, minimum and maximum of whole numbers, all exact: milliseconds, cents, clicks.
 *
 * <p><b>Definition.</b> mean = sum / n; variance = (sumOfSquares - sum&sup2; / n) / (n - 1), the sample variance. Both are
 * computed in exact arithmetic and rounded once at the end, so that parts in any order and grouping give the same answers
 * to the last digit, whatever the offset. {@link #moments()} has everything else that is asked of {@link Moments}.
 *
 * <p><b>Edges.</b> Without numbers mean and variance are NaN, and the extremes, which have no value for undefined, those of
 * {@link java.util.LongSummaryStatistics}: a minimum of {@code Long.MAX_VALUE}, a maximum of {@code Long.MIN_VALUE}. The
 * variance of one number is NaN. Nothing overflows.
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
 * @param count how many numbers, not negative
 * @param sum their sum
 * @param sumOfSquares the sum of their squares, at least sum&sup2; / count
 * @param min the lowest
 * @param max the highest
 */
public record LongMoments(long count, BigInteger sum, BigInteger sumOfSquares, long min, long max)
        implements Summary<LongMoments> {

    /** No numbers. */
    public static final LongMoments EMPTY =
            new LongMoments(0, BigInteger.ZERO, BigInteger.ZERO, Long.MAX_VALUE, Long.MIN_VALUE);

    /**
     * Checks that such numbers can exist.
     *
     * @throws IllegalArgumentException if the count is negative, the mean is not between the extremes, the sum of squares
     *     is too small, or a part of nothing is not that of {@link #EMPTY}
     */
    public LongMoments {
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
        return new LongMoments(
                fields.whole("count"),
                fields.parsed("sum", BigInteger::new),
                fields.parsed("sumOfSquares", BigInteger::new),
                fields.whole("min"),
                fields.whole("max"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
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
