package io.cxmetrics.value;

import io.cxmetrics.internal.Checks;
import java.io.Serializable;

/**
 * How good a customer is among all by recency, frequency and monetary value: each from 1 for the worst to 5, or another
 * number up to 9, for the best.
 *
 * @param recency high for who bought lately
 * @param frequency high for who bought often
 * @param monetary high for who brought much
 * @since 0.1
 */
public record RfmScore(int recency, int frequency, int monetary) implements Serializable {

    /** Beyond that a cell has no name of three digits. */
    static final int MOST = 9;

    /**
     * Checks the scores.
     *
     * @throws IllegalArgumentException if one is not in [1, 9]
     */
    public RfmScore {
        Checks.inRange("recency", recency, 1, MOST);
        Checks.inRange("frequency", frequency, 1, MOST);
        Checks.inRange("monetary", monetary, 1, MOST);
    }

    /**
     * Returns the cell: the three digits.
     *
     * @return such as {@code 555} for the best of five
     */
    public String cell() {
        return "" + recency + frequency + monetary;
    }
}
