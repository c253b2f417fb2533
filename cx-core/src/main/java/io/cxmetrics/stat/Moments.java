package io.cxmetrics.stat;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.internal.Folding;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Collection;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;

/**
 * Count, mean, variance, minimum and maximum of numbers, in one pass and constant memory.
 *
 * <p><b>Definition.</b> mean = sum(x) / n; variance = sum((x - mean)&sup2;) / (n - 1), the sample variance. All in the
 * unit of the numbers, the variance in its square.
 *
 * <p><b>Edges.</b> Without numbers everything but the count is NaN; the variance of one number is NaN. Infinite and NaN
 * numbers are refused. Numbers whose squared differences exceed the range of a double overflow to infinity.
 *
 * <p><b>Accuracy.</b> Arrays are summed about a number near their mean, so that a small spread on a large offset
 * survives: the variance of an array keeps twelve digits where the offset is 10<sup>9</sup> times the spread. Parts are
 * joined by the formula of Chan, Golub and LeVeque (1979), which takes the difference of two rounded means and keeps
 * seven there. {@link #plus} is commutative to the last bit, and associative up to rounding. Whole numbers are exact in
 * {@link LongMoments}.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Moments days = Moments.of(2, 4, 4, 4, 5, 5, 7, 9);
 * days.mean(); // 5.0
 * days.populationVariance(); // 4.0
 * Moments.EMPTY.mean(); // NaN
 * }</pre>
 *
 * @since 0.1
 */
public final class Moments implements Summary<Moments> {

    private static final long serialVersionUID = 1;

    /** No numbers. */
    public static final Moments EMPTY = new Moments(0, Double.NaN, 0, Double.NaN, Double.NaN);

    private final long count;
    private final double mean;
    private final double squares;
    private final double min;
    private final double max;

    /** Takes the parts as they are, such as squares that overflowed. */
    Moments(long count, double mean, double squares, double min, double max) {
        this.count = count;
        // Adding 0.0 makes -0.0 to 0.0, so that equal numbers have equal moments.
        this.mean = mean + 0.0;
        this.squares = squares;
        this.min = min + 0.0;
        this.max = max + 0.0;
    }

    /**
     * Returns the moments of numbers.
     *
     * @param values the numbers, all finite
     * @return the moments
     * @throws IllegalArgumentException if a number is NaN or infinite
     */
    public static Moments of(double... values) {
        return of("value", values);
    }

    static Moments of(String name, double[] values) {
        return range(name, values, 0, values.length);
    }

    /**
     * Returns the moments of a part of an array.
     *
     * @param values the numbers, all finite in the part
     * @param from the first index
     * @param to the index after the last
     * @return the moments
     * @throws IllegalArgumentException if a number is NaN or infinite
     * @throws IndexOutOfBoundsException if the part does not lie in the array
     */
    public static Moments ofRange(double[] values, int from, int to) {
        Objects.checkFromToIndex(from, to, values.length);
        return range("value", values, from, to);
    }

    private static Moments range(String name, double[] values, int from, int to) {
        return from == to ? EMPTY : MomentsPass.of(name, values, from, to);
    }

    /**
     * Returns moments from parts that were computed elsewhere.
     *
     * @param count how many numbers, not negative
     * @param mean their mean; ignored for a count of 0
     * @param squares the sum of their squared differences from the mean, finite and not negative; ignored
     *     for a count of 0
     * @param min the lowest; ignored for a count of 0
     * @param max the highest; ignored for a count of 0
     * @return the moments
     * @throws IllegalArgumentException if a part is out of its range
     */
    public static Moments ofParts(long count, double mean, double squares, double min, double max) {
        if (Checks.notNegative("count", count) == 0) {
            return EMPTY;
        }
        Checks.notNegative("squares", squares);
        if (!(Checks.finite("min", min) <= mean && mean <= Checks.finite("max", max))) {
            throw new IllegalArgumentException("mean must be in [" + min + ", " + max + "], got " + mean);
        }
        return new Moments(count, mean, squares, min, max);
    }

    /**
     * Returns the moments of numbers.
     *
     * @param values the numbers, all finite
     * @return the moments
     * @throws IllegalArgumentException if a number is NaN or infinite
     */
    public static Moments of(Collection<Double> values) {
        return aggregation().fold(values);
    }

    /**
     * Returns an aggregation that folds numbers into moments.
     *
     * @return the aggregation, which refuses NaN and infinite numbers
     */
    public static Aggregation<Double, ?, Moments> aggregation() {
        return Folding.of(MomentsBuffer::new, MomentsBuffer::add, MomentsBuffer::join, MomentsBuffer::moments);
    }

    /**
     * Returns a collector of the moments of one number of each element.
     *
     * @param value gives the number, which must be finite
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, Moments> toMoments(ToDoubleFunction<? super T> value) {
        Objects.requireNonNull(value, "value");
        return Collector.of(
                MomentsBuffer::new,
                (buffer, element) -> buffer.add(value.applyAsDouble(element)),
                MomentsBuffer::join,
                MomentsBuffer::moments);
    }

    private static double between(double value, double min, double max) {
        return Math.min(Math.max(value, min), max);
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
     * Returns the arithmetic mean.
     *
     * @return the mean; NaN without numbers
     */
    public double mean() {
        return mean;
    }

    /**
     * Returns the sum of the numbers, computed as mean times count and rounded like it.
     *
     * @return the sum; 0 without numbers
     */
    public double sum() {
        return count == 0 ? 0 : mean * count;
    }

    /**
     * Returns the sum of the squared differences from the mean, the part {@link #ofParts} takes.
     *
     * @return the sum; 0 without numbers
     */
    public double squares() {
        return squares;
    }

    /**
     * Returns the lowest number.
     *
     * @return the minimum; NaN without numbers
     */
    public double min() {
        return min;
    }

    /**
     * Returns the highest number.
     *
     * @return the maximum; NaN without numbers
     */
    public double max() {
        return max;
    }

    /**
     * Returns the sample variance, with n - 1.
     *
     * @return the variance; NaN for fewer than two numbers
     */
    public double variance() {
        return count < 2 ? Double.NaN : squares / (count - 1);
    }

    /**
     * Returns the variance of the numbers as a whole population, with n.
     *
     * @return the variance; NaN without numbers
     */
    public double populationVariance() {
        return count == 0 ? Double.NaN : squares / count;
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
     * Returns the standard error of the mean, standardDeviation / sqrt(n).
     *
     * @return the error; NaN for fewer than two numbers
     */
    public double standardError() {
        return Math.sqrt(variance() / count);
    }

    /**
     * Returns Student's interval of the mean, mean &plusmn; t standardError with n - 1 degrees of freedom.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined for fewer than two numbers
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        Checks.confidence(confidence);
        return count < 2
                ? Interval.UNDEFINED
                : Interval.around(mean, Critical.t(confidence, count - 1.0) * standardError());
    }

    /**
     * Compares this mean with that of an independent group; each keeps its own variance.
     *
     * @param other the group to compare with
     * @return the difference of the means, this minus the other; NaN parts where a side has fewer than two numbers
     */
    public Difference differenceFrom(Moments other) {
        return new Difference(mean - other.mean, Math.hypot(standardError(), other.standardError()));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Moments", 1)
                .with("count", count)
                .with("mean", count == 0 ? 0 : mean)
                .with("squares", squares)
                .with("min", count == 0 ? 0 : min)
                .with("max", count == 0 ? 0 : max);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the moments
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Moments ofStored(StoredForm form) {
        StoredFields fields = form.expect("Moments", 1, "count", "mean", "squares", "min", "max");
        long count = Checks.notNegative("count", fields.whole("count"));
        double squares = fields.real("squares");
        // Squares may have overflowed, which is why the form is not read by ofParts.
        if (!(squares >= 0)) {
            throw new IllegalArgumentException("squares must not be negative, got " + squares);
        }
        double mean = fields.real("mean");
        double min = Checks.finite("min", fields.real("min"));
        double max = Checks.finite("max", fields.real("max"));
        if (!(min <= mean && mean <= max)) {
            throw new IllegalArgumentException("mean must be in [" + min + ", " + max + "], got " + mean);
        }
        if (count > 0) {
            return new Moments(count, mean, squares, min, max);
        }
        if (squares != 0 || min != 0 || max != 0) {
            throw new IllegalArgumentException("moments of no numbers must be 0, got " + form);
        }
        return EMPTY;
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public Moments plus(Moments other) {
        if (other.count == 0) {
            return this;
        }
        if (count == 0) {
            return other;
        }
        // The side that leads is chosen by value, so that a + b and b + a round alike.
        return leads(other) ? joined(other) : other.joined(this);
    }

    private boolean leads(Moments other) {
        return count != other.count ? count > other.count : mean >= other.mean;
    }

    private Moments joined(Moments other) {
        long n = Math.addExact(count, other.count);
        double difference = other.mean - mean;
        double share = (double) other.count / n;
        double lowest = Math.min(min, other.min);
        double highest = Math.max(max, other.max);
        double joint =
                Double.isFinite(difference) ? mean + difference * share : mean * (1 - share) + other.mean * share;
        return new Moments(
                n,
                between(joint, lowest, highest),
                squares + other.squares + difference * difference * share * count,
                lowest,
                highest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Moments that
                && count == that.count
                && Double.compare(mean, that.mean) == 0
                && Double.compare(squares, that.squares) == 0
                && Double.compare(min, that.min) == 0
                && Double.compare(max, that.max) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(count, mean, squares, min, max);
    }

    /**
     * Returns the moments in words.
     *
     * @return such as {@code Moments[count=3, mean=2.0, variance=1.0, min=1.0, max=3.0]}
     */
    @Override
    public String toString() {
        return count == 0
                ? "Moments[count=0, all undefined]"
                : "Moments[count=" + count + ", mean=" + mean + ", variance=" + (count == 1 ? "undefined" : variance())
                        + ", min=" + min + ", max=" + max + "]";
    }
}
