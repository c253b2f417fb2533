package io.cxmetrics.models.value;

import io.cxmetrics.models.internal.Checks;
import java.io.Serializable;

/**
 * Spend of one customer so far, in any one currency.
 *
 * @param purchases how many purchases the mean is of, not negative; usually repeat purchases
 * @param meanSpend the mean amount of a purchase, finite and above 0; 0 exactly without purchases
 * @since 0.1
 */
public record SpendHistory(long purchases, double meanSpend) implements Serializable {

    /** No purchase whose amount is known. */
    public static final SpendHistory NONE = new SpendHistory(0, 0);

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a part is out of range or does not fit the other
     */
    public SpendHistory {
        check(purchases, meanSpend, "");
    }

    /**
     * Returns a history.
     *
     * @param purchases how many purchases the mean is of
     * @param meanSpend the mean amount of a purchase
     * @return the history
     * @throws IllegalArgumentException if a part is out of range or does not fit the other
     */
    public static SpendHistory of(long purchases, double meanSpend) {
        return new SpendHistory(purchases, meanSpend);
    }

    static void check(long purchases, double meanSpend, String where) {
        Checks.notNegative("purchases", purchases, where);
        if (purchases > 0) {
            Checks.positive("meanSpend", meanSpend, where);
        } else if (meanSpend != 0) {
            throw new IllegalArgumentException("meanSpend must be 0 without purchases, got " + meanSpend + where);
        }
    }
}
