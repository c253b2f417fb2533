package io.cxmetrics.web.cart;

import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;

/**
 * What became of carts, or of checkouts.
 *
 * <p><b>Definition.</b> abandonment = abandoned / (ordered + abandoned), in [0, 1]. Those that are open and may still be ordered are
 * counted apart: as abandoned they would make the rate of the last days too high.
 *
 * <p><b>Late recovery.</b> What is ordered after it was abandoned stays abandoned, and is recovered as well: {@link #abandonment()}
 * says what reminders are sent for, {@link #lost()} what is left after them.
 *
 * <p><b>Edges.</b> With nothing decided a rate is NaN. Beyond 2<sup>63</sup> - 1 adding is an {@link ArithmeticException}.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * CartOutcomes carts = new CartOutcomes(3, 5, 1, 2);
 * carts.abandonment(); // 5 of 8 (0.625)
 * carts.recovery(); // 1 of 5 (0.2)
 * carts.lost(); // 4 of 8 (0.5)
 * carts.count(); // 10
 * }</pre>
 *
 * @param ordered how many were ordered in time, not negative
 * @param abandoned how many were abandoned, not negative
 * @param recovered how many of the abandoned were ordered later, in [0, abandoned]
 * @param open how many are open, and not abandoned yet, not negative
 */
public record CartOutcomes(long ordered, long abandoned, long recovered, long open) implements Summary<CartOutcomes> {

    /** No carts. */
    public static final CartOutcomes EMPTY = new CartOutcomes(0, 0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative, or more are recovered than abandoned
     * @throws ArithmeticException if the counts add up to more than a {@code long} holds
     */
    public CartOutcomes {
        Checks.notNegative("ordered", ordered);
        Checks.notNegative("abandoned", abandoned);
        Checks.notNegative("recovered", recovered);
        Checks.notNegative("open", open);
        if (recovered > abandoned) {
            throw new IllegalArgumentException(
                    "recovered must not exceed abandoned (" + abandoned + "), got " + recovered);
        }
        Math.addExact(Math.addExact(ordered, abandoned), open);
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
    public CartOutcomes plus(CartOutcomes other) {
        return new CartOutcomes(
                Math.addExact(ordered, other.ordered),
                Math.addExact(abandoned, other.abandoned),
                Math.addExact(recovered, other.recovered),
                Math.addExact(open, other.open));
    }
}
