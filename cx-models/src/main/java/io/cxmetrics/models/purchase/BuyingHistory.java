package io.cxmetrics.models.purchase;

import io.cxmetrics.models.internal.Checks;
import java.io.Serializable;

/**
 * Purchases of one customer so far, in any one unit of time since the first.
 *
 * @param repeats how many times the customer bought again (x), not negative; purchases of one day are usually one
 * @param lastAt how long after the first purchase the last one was (t<sub>x</sub>), finite; 0 exactly if there was no
 *     other
 * @param age how long ago the first purchase was (T), finite and not before the last
 * @since 0.1
 */
public record BuyingHistory(long repeats, double lastAt, double age) implements Serializable {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a part is out of range or does not fit the others
     */
    public BuyingHistory {
        check(repeats, lastAt, age, "");
    }

    /**
     * Returns a history.
     *
     * @param repeats how many times the customer bought again, not negative
     * @param lastAt how long after the first purchase the last one was
     * @param age how long ago the first purchase was
     * @return the history
     * @throws IllegalArgumentException if a part is out of range or does not fit the others
     */
    public static BuyingHistory of(long repeats, double lastAt, double age) {
        return new BuyingHistory(repeats, lastAt, age);
    }

    static void check(long repeats, double lastAt, double age, String where) {
        Checks.notNegative("repeats", repeats, where);
        Checks.notNegative("lastAt", lastAt, where);
        Checks.notNegative("age", age, where);
        if (lastAt > age) {
            throw new IllegalArgumentException("lastAt must not be above age " + age + ", got " + lastAt + where);
        }
        if ((repeats == 0) != (lastAt == 0)) {
            throw new IllegalArgumentException(
                    "lastAt must be 0 exactly without repeats, got " + lastAt + " with " + repeats + where);
        }
    }
}
