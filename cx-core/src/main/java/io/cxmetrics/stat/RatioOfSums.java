package io.cxmetrics.stat;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;
import org.jspecify.annotations.Nullable;

/**
 * A ratio of two sums over units, such as revenue per session with the user as the unit; it counts units.
 *
 * <p><b>Definition.</b> R = sum(numerator) / sum(denominator). Its variance is that of the delta method over units,
 * (s<sub>y</sub>&sup2; - 2 R s<sub>xy</sub> + R&sup2; s<sub>x</sub>&sup2;) / (n mean(x)&sup2;), which equals the
 * cluster-robust variance with the factor n / (n - 1). The rows of one unit, such as the sessions of a user, are not
 * independent; a test that takes them so finds effects that are not there.
 *
 * <p><b>Edges.</b> A unit with the denominator 0 counts: it takes part in the experiment. Where all denominators are 0
 * the ratio is NaN; the variance is NaN for fewer than two units. Negative denominators are refused.
 *
 * <p>Parts that add up have different units. {@link #toRatioOfSums(Function, ToDoubleFunction, ToDoubleFunction)} sums
 * the rows of each unit first. {@link #plus} is commutative and associative up to rounding. Immutable and thread-safe.
 *
 * <pre>{@code
 * RatioOfSums perSession = RatioOfSums.of(new double[] {10, 0, 25.5}, new double[] {1, 2, 3});
 * perSession.ratio(); // 5.916666666666667
 * perSession.count(); // 3
 * }</pre>
 *
 * @see <a href="https://doi.org/10.1145/3219819.3219919">A. Deng, U. Knoblich, J. Lu, Applying the Delta Method in
 *     Metric Analytics, KDD 2018</a>
 * @since 0.1
 */
public final class RatioOfSums implements Summary<RatioOfSums> {

    private static final long serialVersionUID = 1;

    /** No units. */
    public static final RatioOfSums EMPTY = new RatioOfSums(PairedMoments.EMPTY);

    /** x is the denominator, y the numerator. */
    private final PairedMoments units;

    private RatioOfSums(PairedMoments units) {
        this.units = units;
    }

    /**
     * Returns the ratio over units.
     *
     * @param numerators the numerator of each unit, finite
     * @param denominators the denominator of each unit, finite and not negative
     * @return the ratio
     * @throws IllegalArgumentException if the lengths differ, or a number is out of its range
     */
    public static RatioOfSums of(double[] numerators, double[] denominators) {
        Checks.sameLength("denominators", denominators.length, "numerators", numerators.length);
        for (int i = 0; i < denominators.length; i++) {
            check(numerators[i], denominators[i], i);
        }
        return new RatioOfSums(PairedMoments.of(denominators, numerators));
    }

    private static void check(double numerator, double denominator, int index) {
        String where = index < 0 ? "" : " at index " + index;
        if (!Double.isFinite(numerator)) {
            throw new IllegalArgumentException("numerator must be finite, got " + numerator + where);
        }
        if (!(denominator >= 0 && denominator < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "denominator must be finite and not negative, got " + denominator + where);
        }
    }

    /**
     * Returns an aggregation that folds units into a ratio. A unit is an array of numerator and denominator.
     *
     * @return the aggregation, which refuses numbers out of their range, and arrays of another length
     */
    public static Aggregation<double[], ?, RatioOfSums> aggregation() {
        return PairedMoments.aggregation().mapInput(RatioOfSums::pair).andThen(RatioOfSums::new);
    }

    private static double[] pair(double[] unit) {
        if (unit.length != 2) {
            throw new IllegalArgumentException("unit must have 2 numbers, got " + unit.length);
        }
        check(unit[0], unit[1], -1);
        return new double[] {unit[1], unit[0]};
    }

    /**
     * Returns a collector of elements that are one unit each.
     *
     * @param numerator gives the numerator, which must be finite
     * @param denominator gives the denominator, which must be finite and not negative
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, RatioOfSums> toRatioOfSums(
            ToDoubleFunction<? super T> numerator, ToDoubleFunction<? super T> denominator) {
        requireNonNull(numerator, "numerator");
        requireNonNull(denominator, "denominator");
        return aggregation()
                .<T>mapInput(
                        element -> new double[] {numerator.applyAsDouble(element), denominator.applyAsDouble(element)})
                .toCollector();
    }

    /**
     * Returns a collector of rows that belong to units, such as the sessions of users; it sums the rows of each unit
     * first. All rows of a unit must come to the same collector.
     *
     * @param unit gives the unit that was randomised
     * @param numerator gives the numerator of the row, which must be finite
     * @param denominator gives the denominator of the row, which must be finite and not negative
     * @param <T> the type of the rows
     * @param <K> the type of the units, with equals and hashCode
     * @return the collector
     */
    public static <T, K> Collector<T, ?, RatioOfSums> toRatioOfSums(
            Function<? super T, ? extends @Nullable K> unit,
            ToDoubleFunction<? super T> numerator,
            ToDoubleFunction<? super T> denominator) {
        requireNonNull(unit, "unit");
        requireNonNull(numerator, "numerator");
        requireNonNull(denominator, "denominator");
        return Collector.of(
                UnitSums<K>::new,
                (sums, row) -> sums.add(unit.apply(row), numerator.applyAsDouble(row), denominator.applyAsDouble(row)),
                UnitSums::join,
                sums -> of(sums.sums(0), sums.sums(1)));
    }

    /**
     * Returns how many units there are.
     *
     * @return the count
     */
    public long count() {
        return units.count();
    }

    /**
     * Returns the ratio of the sums.
     *
     * @return sum(numerator) / sum(denominator); NaN where the denominators sum to 0
     */
    public double ratio() {
        return count() == 0 || units.x().mean() == 0
                ? Double.NaN
                : units.y().mean() / units.x().mean();
    }

    /**
     * Returns the variance of the ratio, by the delta method over units.
     *
     * @return the variance, not negative; NaN for fewer than two units, or without a ratio
     */
    public double variance() {
        double ratio = ratio();
        double mean = units.x().mean();
        double each = units.y().variance()
                - 2 * ratio * units.covariance()
                + ratio * ratio * units.x().variance();
        // Numbers in proportion have a variance of 0, which rounding may miss on either side.
        double rounding =
                8 * Math.ulp(units.y().variance() + ratio * ratio * units.x().variance());
        return (each <= rounding ? 0 : each) / (count() * mean * mean);
    }

    /**
     * Returns the standard error of the ratio.
     *
     * @return the square root of the variance; NaN where that is
     */
    public double standardError() {
        return Math.sqrt(variance());
    }

    /**
     * Returns the interval of the ratio, ratio &plusmn; z standardError.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined for fewer than two units, or without a ratio
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval interval(double confidence) {
        return Interval.around(ratio(), Critical.z(confidence) * standardError());
    }

    /**
     * Returns the moments of the units, with the denominator as x and the numerator as y.
     *
     * @return the moments
     */
    public PairedMoments units() {
        return units;
    }

    @Override
    public RatioOfSums plus(RatioOfSums other) {
        return new RatioOfSums(units.plus(other.units));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("RatioOfSums", 1).with("units", units);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the ratio
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static RatioOfSums ofStored(StoredForm form) {
        StoredFields fields = form.expect("RatioOfSums", 1, "units");
        PairedMoments units = PairedMoments.ofStored(fields.part("units"));
        if (units.count() > 0) {
            Checks.notNegative("lowest denominator", units.x().min());
        }
        return new RatioOfSums(units);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RatioOfSums that && units.equals(that.units);
    }

    @Override
    public int hashCode() {
        return units.hashCode();
    }

    /**
     * Returns the ratio in words.
     *
     * @return such as {@code RatioOfSums[count=3, ratio=5.5]}
     */
    @Override
    public String toString() {
        double ratio = ratio();
        return "RatioOfSums[count=" + count() + ", ratio=" + (Double.isNaN(ratio) ? "undefined" : ratio) + "]";
    }
}
