package io.cxmetrics.compare.experiment;

import io.cxmetrics.internal.Checks;
import java.io.Serializable;

/**
 * One unit of an experiment: its outcome, and the same or another metric of it from before it saw a variant.
 *
 * @param outcome the outcome in the experiment, finite
 * @param before the covariate from before the exposure, finite, or NaN for a unit without history
 * @since 0.1
 */
public record CupedUnit(double outcome, double before) implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the outcome is not finite, or the covariate infinite
     */
    public CupedUnit {
        Checks.finite("outcome", outcome);
        if (!Double.isNaN(before)) {
            Checks.finite("before", before);
        }
    }

    /**
     * Returns a unit with history.
     *
     * @param outcome the outcome in the experiment, finite
     * @param before the covariate from before the exposure, finite
     * @return the unit
     * @throws IllegalArgumentException if a number is not finite
     */
    public static CupedUnit of(double outcome, double before) {
        return new CupedUnit(outcome, Checks.finite("before", before));
    }

    /**
     * Returns a unit without history, such as a new user.
     *
     * @param outcome the outcome in the experiment, finite
     * @return the unit
     * @throws IllegalArgumentException if the outcome is not finite
     */
    public static CupedUnit withoutHistory(double outcome) {
        return new CupedUnit(outcome, Double.NaN);
    }
}
