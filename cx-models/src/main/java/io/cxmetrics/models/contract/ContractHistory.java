package io.cxmetrics.models.contract;

import io.cxmetrics.models.internal.Checks;
import java.io.Serializable;

/**
 * One contract: at how many renewals it was decided, and how the last decision went.
 *
 * @param renewals how many renewals came up, not negative; at least 1 if the contract was lost
 * @param lost whether the last of them was refused; false if the contract runs on
 * @since 0.1
 */
public record ContractHistory(int renewals, boolean lost) implements Serializable {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if it is negative, or 0 for a lost contract
     */
    public ContractHistory {
        check(renewals, lost, "");
    }

    static void check(int renewals, boolean lost, String where) {
        Checks.notNegative("renewals", renewals, where);
        if (lost && renewals == 0) {
            throw new IllegalArgumentException("renewals must be at least 1 for a lost contract, got 0" + where);
        }
    }
}
