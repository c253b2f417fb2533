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
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;

/**
 * Moments of pairs (x, y): how two numbers of the same subject move together, such as satisfaction and likelihood to
 * recommend.
 *
 * <p><b>Definition.</b> With products = sum((x - mean x)(y - mean y)): covariance = products / (n - 1); correlation =
 * Pearson's r = products / sqrt(squares x &middot; squares y), in [-1, 1]; slope = products / squares x, the change of
 * y for one unit of x by least squares.
 *
 * <p><b>Edges.</b> All three are NaN for fewer than two pairs; the correlation also when x or y does not vary, the
 * slope when x does not. Infinite and NaN numbers are refused.
 *
 * <p>{@link #plus} is commutative and associative up to rounding. Immutable and thread-safe.
 *
 * <pre>{@code
 * PairedMoments.of(new double[] {1, 2, 3}, new double[] {2, 4, 6}).correlation(); // 1.0
 * }</pre>
 *
 * @since 0.1
 */
public final class PairedMoments implements Summary<PairedMoments> {

    private static final long serialVersionUID = 1;

    /** No pairs. */
    public static final PairedMoments EMPTY = new PairedMoments(Moments.EMPTY, Moments.EMPTY, 0);

    private static final double ROUNDING = 1e-6;

    private final Moments x;
    private final Moments y;
    private final double products;

    private PairedMoments(Moments x, Moments y, double products) {
        this.x = x;
        this.y = y;
        this.products = products;
    }

    /**
     * Returns the moments of pairs.
     *
     * @param x the first numbers, all finite
     * @param y the second numbers, as many, all finite
     * @return the moments
     * @throws IllegalArgumentException if the lengths differ, or a number is NaN or infinite
     */
    public static PairedMoments of(double[] x, double[] y) {
        Checks.sameLength("y", y.length, "x", x.length);
        Moments ofX = Moments.of("x", x);
        Moments ofY = Moments.of("y", y);
        double products = 0;
        for (int i = 0; i < x.length; i++) {
            products += (x[i] - ofX.mean()) * (y[i] - ofY.mean());
        }
        return new PairedMoments(ofX, ofY, products);
    }

    /**
     * Returns an aggregation that folds pairs into moments. A pair is an array of x and y:
     * {@code aggregation().mapInput(order -> new double[] {order.rating(), order.amount()})}.
     *
     * @return the aggregation, which refuses NaN and infinite numbers, and arrays of another length
     */
    public static Aggregation<double[], ?, PairedMoments> aggregation() {
        return Folding.of(
                PairedMomentsBuffer::new,
                (buffer, pair) -> {
                    if (pair.length != 2) {
                        throw new IllegalArgumentException("pair must have 2 numbers, got " + pair.length);
                    }
                    buffer.add(pair[0], pair[1]);
                },
                PairedMomentsBuffer::join,
                PairedMomentsBuffer::moments);
    }

    /**
     * Returns a collector of the moments of two numbers of each element.
     *
     * @param x gives the first number, which must be finite
     * @param y gives the second number, which must be finite
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, PairedMoments> toPairedMoments(
            ToDoubleFunction<? super T> x, ToDoubleFunction<? super T> y) {
        requireNonNull(x, "x");
        requireNonNull(y, "y");
        return Collector.of(
                PairedMomentsBuffer::new,
                (buffer, element) -> buffer.add(x.applyAsDouble(element), y.applyAsDouble(element)),
                PairedMomentsBuffer::join,
                PairedMomentsBuffer::moments);
    }

    /**
     * Returns how many pairs there were.
     *
     * @return the count
     */
    public long count() {
        return x.count();
    }

    /**
     * Returns the moments of the first numbers.
     *
     * @return the moments
     */
    public Moments x() {
        return x;
    }

    /**
     * Returns the moments of the second numbers.
     *
     * @return the moments
     */
    public Moments y() {
        return y;
    }

    /**
     * Returns the sample covariance.
     *
     * @return the covariance; NaN for fewer than two pairs
     */
    public double covariance() {
        return count() < 2 ? Double.NaN : products / (count() - 1);
    }

    /**
     * Returns Pearson's correlation.
     *
     * @return r in [-1, 1]; NaN for fewer than two pairs, or when x or y does not vary
     */
    public double correlation() {
        // One root for both leaves a perfect line perfect; two roots cannot overflow.
        double product = x.squares() * y.squares();
        double spread = product >= Double.MIN_NORMAL && product < Double.POSITIVE_INFINITY
                ? Math.sqrt(product)
                : Math.sqrt(x.squares()) * Math.sqrt(y.squares());
        return spread == 0 ? Double.NaN : Math.min(Math.max(products / spread, -1), 1);
    }

    /**
     * Returns the least-squares slope of y on x.
     *
     * @return the change of y for one unit of x; NaN for fewer than two pairs, or when x does not vary
     */
    public double slope() {
        return x.squares() == 0 ? Double.NaN : products / x.squares();
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("PairedMoments", 1).with("x", x).with("y", y).with("products", products);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the moments
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static PairedMoments ofStored(StoredForm form) {
        StoredFields fields = form.expect("PairedMoments", 1, "x", "y", "products");
        Moments x = Moments.ofStored(fields.part("x"));
        Moments y = Moments.ofStored(fields.part("y"));
        double products = fields.real("products");
        if (x.count() != y.count()) {
            throw new IllegalArgumentException("count of y must be that of x (" + x.count() + "), got " + y.count());
        }
        // The inequality of Cauchy and Schwarz, up to rounding; beyond the range of a double it says nothing.
        double most = Math.sqrt(x.squares()) * Math.sqrt(y.squares());
        if (most < Double.POSITIVE_INFINITY && !(Math.abs(products) <= most * (1 + ROUNDING) + Double.MIN_NORMAL)) {
            throw new IllegalArgumentException("products must be in [" + -most + ", " + most + "], got " + products);
        }
        return new PairedMoments(x, y, products);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public PairedMoments plus(PairedMoments other) {
        if (other.count() == 0) {
            return this;
        }
        if (count() == 0) {
            return other;
        }
        Moments allX = x.plus(other.x);
        double between = (other.x.mean() - x.mean()) * (other.y.mean() - y.mean());
        double weight = (double) count() * other.count() / allX.count();
        return new PairedMoments(allX, y.plus(other.y), products + other.products + between * weight);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PairedMoments that
                && x.equals(that.x)
                && y.equals(that.y)
                && Double.compare(products, that.products) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(x, y, products);
    }

    /**
     * Returns the pairs in words.
     *
     * @return such as {@code PairedMoments[count=3, correlation=1.0]}
     */
    @Override
    public String toString() {
        double r = correlation();
        return "PairedMoments[count=" + count() + ", correlation=" + (Double.isNaN(r) ? "undefined" : r) + "]";
    }
}
