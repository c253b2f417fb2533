package io.cxmetrics.compare.driver;

import io.cxmetrics.internal.Checks;

/**
 * The three bands of an answer from 0 to 10, from the worst to the best.
 *
 * @since 0.1
 */
public enum NpsBand {
    /** Answered 0 to 6. */
    DETRACTOR,
    /** Answered 7 or 8. */
    PASSIVE,
    /** Answered 9 or 10. */
    PROMOTER;

    private static final int PASSIVES_FROM = 7;
    private static final int PROMOTERS_FROM = 9;

    /**
     * Returns the band of an answer.
     *
     * @param rating the answer, from 0 to 10
     * @return the band
     * @throws IllegalArgumentException if the answer is out of range
     */
    public static NpsBand of(int rating) {
        Checks.inRange("rating", rating, 0, 10);
        if (rating >= PROMOTERS_FROM) {
            return PROMOTER;
        }
        return rating >= PASSIVES_FROM ? PASSIVE : DETRACTOR;
    }
}
