package io.cxmetrics.stat;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.DoubleColumn;
import io.cxmetrics.internal.Folding;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;

/**
 * Numbers kept as they are, sorted: exact quantiles that still add up.
 *
 * <p>It costs 8 bytes a number; where that is too much, {@link Moments} needs none, and has no quantiles.
 *
 * <p><b>Edges.</b> Without numbers every answer is NaN. Infinite and NaN numbers are refused.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Sample minutes = Sample.of(3, 1, 2, 10);
 * minutes.median(); // 2.5
 * minutes.quantile(0.9, QuantileMethod.NEAREST_RANK); // 10.0
 * minutes.moments().mean(); // 4.0
 * }</pre>
 *
 * @since 0.1
 */
public final class Sample implements Summary<Sample> {

    private static final long serialVersionUID = 1;

    /** No numbers. */
    public static final Sample EMPTY = new Sample(new double[0]);

    private final double[] sorted;

    private Sample(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Returns the sample of numbers. The array is copied.
     *
     * @param values the numbers, all finite
     * @return the sample
     * @throws IllegalArgumentException if a number is NaN or infinite
     */
    public static Sample of(double... values) {
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            if (!Double.isFinite(sorted[i])) {
                throw new IllegalArgumentException("value must be finite, got " + sorted[i] + " at index " + i);
            }
            sorted[i] += 0.0; // -0.0 becomes 0.0, so that equal samples are equal
        }
        Arrays.sort(sorted);
        return new Sample(sorted);
    }

    /**
     * Returns the sample of numbers.
     *
     * @param values the numbers, all finite
     * @return the sample
     * @throws IllegalArgumentException if a number is NaN or infinite
     */
    public static Sample of(Collection<Double> values) {
        return aggregation().fold(values);
    }

    /**
     * Returns an aggregation that folds numbers into a sample, and sorts them once.
     *
     * @return the aggregation; its result refuses NaN and infinite numbers
     */
    public static Aggregation<Double, ?, Sample> aggregation() {
        return Folding.of(DoubleColumn::new, DoubleColumn::add, DoubleColumn::join, column -> of(column.toArray()));
    }

    /**
     * Returns a collector of one number of each element, which sorts them once.
     *
     * @param value gives the number, which must be finite
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, Sample> toSample(ToDoubleFunction<? super T> value) {
        requireNonNull(value, "value");
        return Collector.of(
                DoubleColumn::new,
                (column, element) -> column.add(value.applyAsDouble(element)),
                DoubleColumn::join,
                column -> of(column.toArray()));
    }

    /**
     * Returns how many numbers there are.
     *
     * @return the count
     */
    public long count() {
        return sorted.length;
    }

    /**
     * Returns the numbers, sorted.
     *
     * @return a new array
     */
    public double[] values() {
        return sorted.clone();
    }

    /**
     * Returns the middle number, or the mean of the middle two.
     *
     * @return the median; NaN without numbers
     */
    public double median() {
        return quantile(0.5);
    }

    /**
     * Returns a quantile by {@link QuantileMethod#LINEAR}.
     *
     * @param q which quantile, in [0, 1]
     * @return the quantile; NaN without numbers
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
     * @return the quantile; NaN without numbers
     * @throws IllegalArgumentException if q is out of range
     */
    public double quantile(double q, QuantileMethod method) {
        return method.of(sorted.length, position -> sorted[(int) position], q);
    }

    /**
     * Returns the share of numbers up to a limit, such as the surveys completed within five minutes.
     *
     * @param limit the limit, included
     * @return numbers &le; limit out of all
     * @throws IllegalArgumentException if the limit is NaN or infinite
     */
    public Proportion shareUpTo(double limit) {
        Checks.finite("limit", limit);
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return Proportion.of(low, sorted.length);
    }

    /**
     * Returns count, mean, variance and extremes of the numbers.
     *
     * @return the moments
     */
    public Moments moments() {
        return Moments.of(sorted);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("Sample", 1).with("values", sorted);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the sample
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static Sample ofStored(StoredForm form) {
        StoredFields fields = form.expect("Sample", 1, "values");
        double[] values = fields.reals("values");
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i]) || (i > 0 && !(values[i] >= values[i - 1]))) {
                throw new IllegalArgumentException(
                        "values must be finite and ascend, got " + values[i] + " at index " + i);
            }
        }
        return of(values);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public Sample plus(Sample other) {
        double[] all = Arrays.copyOf(sorted, Math.addExact(sorted.length, other.sorted.length));
        System.arraycopy(other.sorted, 0, all, sorted.length, other.sorted.length);
        Arrays.sort(all); // two sorted runs: the sort merges them
        return new Sample(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sample that && Arrays.equals(sorted, that.sorted);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sorted);
    }

    /**
     * Returns the sample in words.
     *
     * @return such as {@code Sample[count=4, median=2.5]}
     */
    @Override
    public String toString() {
        return "Sample[count=" + count() + ", median=" + (sorted.length == 0 ? "undefined" : median()) + "]";
    }
}
