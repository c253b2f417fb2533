package io.cxmetrics.compare.experiment;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Folding;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.PairedMoments;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Collection;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;

/**
 * The units of one variant with their outcome and a covariate from before the experiment; it counts units.
 *
 * <p>It is the state that {@link CupedDifference} compares: a service or a cluster keeps one for each variant, and adds
 * them up. The covariate must be known before the unit sees a variant, and may not be changed by it; the same metric
 * in the weeks before is the usual one.
 *
 * <p><b>Units without history,</b> whose covariate is NaN, take part with the covariate 0, and are counted:
 * {@link #withoutHistory()}. Leaving them out would compare other people than the experiment did.
 *
 * <p>{@link #plus} is commutative and associative up to rounding. Immutable and thread-safe.
 *
 * <pre>{@code
 * CupedMoments users = CupedMoments.of(new double[] {12, 7, 9}, new double[] {10, 5, Double.NaN});
 * users.count(); // 3
 * users.withoutHistory(); // 1
 * users.outcome().mean(); // 9.333333333333334
 * }</pre>
 *
 * @since 0.1
 */
public final class CupedMoments implements Summary<CupedMoments> {

    private static final long serialVersionUID = 1;

    /** No units. */
    public static final CupedMoments EMPTY = new CupedMoments(PairedMoments.EMPTY, 0);

    /** x is the covariate, y the outcome. */
    private final PairedMoments units;

    private final long withoutHistory;

    private CupedMoments(PairedMoments units, long withoutHistory) {
        this.units = units;
        this.withoutHistory = withoutHistory;
    }

    /**
     * Returns the moments of units.
     *
     * @param outcome the outcome of each unit, finite
     * @param before the covariate of each unit from before the exposure, finite, or NaN for one without history
     * @return the moments
     * @throws IllegalArgumentException if the lengths differ, an outcome is not finite, or a covariate infinite
     */
    public static CupedMoments of(double[] outcome, double[] before) {
        Checks.sameLength("before", before.length, "outcome", outcome.length);
        double[] known = before.clone();
        long without = 0;
        for (int i = 0; i < known.length; i++) {
            if (Double.isNaN(known[i])) {
                known[i] = 0;
                without++;
            } else if (Double.isInfinite(known[i])) {
                throw new IllegalArgumentException("before must be finite, got " + known[i] + " at index " + i);
            }
            if (!Double.isFinite(outcome[i])) {
                throw new IllegalArgumentException("outcome must be finite, got " + outcome[i] + " at index " + i);
            }
        }
        return new CupedMoments(PairedMoments.of(known, outcome), without);
    }

    /**
     * Returns the moments of units.
     *
     * @param units the units
     * @return the moments
     */
    public static CupedMoments of(Collection<CupedUnit> units) {
        return aggregation().fold(units);
    }

    /**
     * Returns an aggregation that folds units into moments.
     *
     * @return the aggregation
     */
    public static Aggregation<CupedUnit, ?, CupedMoments> aggregation() {
        return Folding.of(CupedBuffer::new, CupedBuffer::add, CupedBuffer::join, CupedBuffer::moments);
    }

    /**
     * Returns a collector of elements that are one unit each.
     *
     * @param outcome gives the outcome, which must be finite
     * @param before gives the covariate from before the exposure, or NaN for a unit without history
     * @param <T> the type of the elements
     * @return the collector
     */
    public static <T> Collector<T, ?, CupedMoments> toCupedMoments(
            ToDoubleFunction<? super T> outcome, ToDoubleFunction<? super T> before) {
        requireNonNull(outcome, "outcome");
        requireNonNull(before, "before");
        return Collector.of(
                CupedBuffer::new,
                (buffer, element) -> buffer.add(outcome.applyAsDouble(element), before.applyAsDouble(element)),
                CupedBuffer::join,
                CupedBuffer::moments);
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
     * Returns how many units have no history and take part with the covariate 0.
     *
     * @return the count
     */
    public long withoutHistory() {
        return withoutHistory;
    }

    /**
     * Returns the moments of the outcome.
     *
     * @return the moments
     */
    public Moments outcome() {
        return units.y();
    }

    /**
     * Returns the moments of the covariate, in which a unit without history has 0.
     *
     * @return the moments
     */
    public Moments before() {
        return units.x();
    }

    /**
     * Returns the joint moments, with the covariate as x and the outcome as y.
     *
     * @return the moments
     */
    public PairedMoments units() {
        return units;
    }

    static CupedMoments ofParts(PairedMoments units, long withoutHistory) {
        return units.count() == 0 ? EMPTY : new CupedMoments(units, withoutHistory);
    }

    @Override
    public CupedMoments plus(CupedMoments other) {
        return ofParts(units.plus(other.units), Math.addExact(withoutHistory, other.withoutHistory));
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("CupedMoments", 1).with("units", units).with("withoutHistory", withoutHistory);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the moments
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static CupedMoments ofStored(StoredForm form) {
        StoredFields fields = form.expect("CupedMoments", 1, "units", "withoutHistory");
        PairedMoments units = PairedMoments.ofStored(fields.part("units"));
        long without = fields.whole("withoutHistory");
        if (without < 0 || without > units.count()) {
            throw Checks.outside("withoutHistory", without, 0, units.count(), "");
        }
        return ofParts(units, without);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CupedMoments that && units.equals(that.units) && withoutHistory == that.withoutHistory;
    }

    @Override
    public int hashCode() {
        return Objects.hash(units, withoutHistory);
    }

    /**
     * Returns the units in words.
     *
     * @return such as {@code CupedMoments[count=3, withoutHistory=1, outcome=9.5]}
     */
    @Override
    public String toString() {
        return "CupedMoments[count=" + count() + ", withoutHistory=" + withoutHistory + ", outcome="
                + (count() == 0 ? "undefined" : outcome().mean()) + "]";
    }
}
