package io.cxmetrics.web.cart;

import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.util.Objects;

/**
 * The outcomes of carts, or of checkouts: how many were ordered, abandoned, recovered, and are open.
 *
 * <p><b>Definition.</b> abandonment = abandoned / (ordered + abandoned), in [0, 1]. Those that are open and may still
 * be ordered are counted apart: as abandoned they would make the rate of the last days too high.
 *
 * <p><b>Late recovery.</b> What is ordered after it was abandoned stays abandoned, and is recovered as well:
 * {@link #abandonment()} says what reminders are sent for, {@link #lost()} what is left after them.
 *
 * <p><b>Edges.</b> With nothing decided a rate is NaN. Beyond 2<sup>63</sup> - 1 adding is an
 * {@link ArithmeticException}.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * CartOutcomes carts = CartOutcomes.ofCounts(3, 5).withRecovered(1).withOpen(2);
 * carts.abandonment(); // 5 of 8 (0.625)
 * carts.recovery(); // 1 of 5 (0.2)
 * carts.lost(); // 4 of 8 (0.5)
 * carts.count(); // 10
 * }</pre>
 *
 * @since 0.1
 */
public final class CartOutcomes implements Summary<CartOutcomes> {

    private static final long serialVersionUID = 1;

    /** No carts. */
    public static final CartOutcomes EMPTY = new CartOutcomes(0, 0, 0, 0);

    private final long ordered;
    private final long abandoned;
    private final long recovered;
    private final long open;

    CartOutcomes(long ordered, long abandoned, long recovered, long open) {
        this.ordered = Checks.notNegative("ordered", ordered);
        this.abandoned = Checks.notNegative("abandoned", abandoned);
        this.recovered = Checks.notNegative("recovered", recovered);
        this.open = Checks.notNegative("open", open);
        if (recovered > abandoned) {
            throw new IllegalArgumentException(
                    "recovered must not exceed abandoned (" + abandoned + "), got " + recovered);
        }
        Math.addExact(Math.addExact(ordered, abandoned), open);
    }

    /**
     * Returns outcomes that somebody else counted.
     *
     * @param ordered how many were ordered in time
     * @param abandoned how many were abandoned
     * @return the outcomes, none recovered and none open
     * @throws IllegalArgumentException if a count is negative
     */
    public static CartOutcomes ofCounts(long ordered, long abandoned) {
        return new CartOutcomes(ordered, abandoned, 0, 0);
    }

    /**
     * Returns these outcomes with those recovered.
     *
     * @param newRecovered how many of the abandoned were ordered later, in [0, abandoned]
     * @return the outcomes
     * @throws IllegalArgumentException if the count is out of range
     */
    public CartOutcomes withRecovered(long newRecovered) {
        return new CartOutcomes(ordered, abandoned, newRecovered, open);
    }

    /**
     * Returns these outcomes with those that are open.
     *
     * @param newOpen how many are open, and not abandoned yet
     * @return the outcomes
     * @throws IllegalArgumentException if the count is negative
     */
    public CartOutcomes withOpen(long newOpen) {
        return new CartOutcomes(ordered, abandoned, recovered, newOpen);
    }

    /**
     * Returns how many were ordered in time.
     *
     * @return the count
     */
    public long ordered() {
        return ordered;
    }

    /**
     * Returns how many were abandoned.
     *
     * @return the count, those recovered later included
     */
    public long abandoned() {
        return abandoned;
    }

    /**
     * Returns how many of the abandoned were ordered later.
     *
     * @return the count
     */
    public long recovered() {
        return recovered;
    }

    /**
     * Returns how many are open, and not abandoned yet.
     *
     * @return the count
     */
    public long open() {
        return open;
    }

    /**
     * Returns how many there are.
     *
     * @return ordered + abandoned + open
     */
    public long count() {
        return ordered + abandoned + open;
    }

    /**
     * Returns how many are decided.
     *
     * @return ordered + abandoned
     */
    public long decided() {
        return ordered + abandoned;
    }

    /**
     * Returns the abandoned out of the decided, those recovered later included.
     *
     * @return the share
     */
    public Proportion abandonment() {
        return Proportion.of(abandoned, decided());
    }

    /**
     * Returns the recovered out of the abandoned.
     *
     * @return the share
     */
    public Proportion recovery() {
        return Proportion.of(recovered, abandoned);
    }

    /**
     * Returns the abandoned that were never recovered out of the decided.
     *
     * @return the share
     */
    public Proportion lost() {
        return Proportion.of(abandoned - recovered, decided());
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("CartOutcomes", 1)
                .with("ordered", ordered)
                .with("abandoned", abandoned)
                .with("recovered", recovered)
                .with("open", open);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static CartOutcomes ofStored(StoredForm form) {
        StoredFields fields = form.expect("CartOutcomes", 1, "ordered", "abandoned", "recovered", "open");
        return new CartOutcomes(
                fields.whole("ordered"), fields.whole("abandoned"), fields.whole("recovered"), fields.whole("open"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public CartOutcomes plus(CartOutcomes other) {
        return new CartOutcomes(
                Math.addExact(ordered, other.ordered),
                Math.addExact(abandoned, other.abandoned),
                Math.addExact(recovered, other.recovered),
                Math.addExact(open, other.open));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CartOutcomes that
                && ordered == that.ordered
                && abandoned == that.abandoned
                && recovered == that.recovered
                && open == that.open;
    }

    @Override
    public int hashCode() {
        return Objects.hash(ordered, abandoned, recovered, open);
    }

    /**
     * Returns all counts.
     *
     * @return such as {@code CartOutcomes[ordered=3, abandoned=5, recovered=1, open=2]}
     */
    @Override
    public String toString() {
        return "CartOutcomes[ordered=" + ordered + ", abandoned=" + abandoned + ", recovered=" + recovered + ", open="
                + open + "]";
    }
}
