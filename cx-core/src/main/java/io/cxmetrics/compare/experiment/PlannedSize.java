package io.cxmetrics.compare.experiment;

import io.cxmetrics.internal.Checks;
import java.io.Serializable;

/**
 * How many units an experiment takes, and the power it has with them.
 *
 * @param control units of the control, at least 1
 * @param treatment units of the treatment, at least 1
 * @param power the power with exactly these units, not below the one that was asked for
 * @since 0.1
 */
public record PlannedSize(long control, long treatment, double power) implements Serializable {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if an arm has no units, or the power is not in [0, 1]
     */
    public PlannedSize {
        if (control < 1 || treatment < 1) {
            throw new IllegalArgumentException("arms must have at least 1 unit, got " + control + " and " + treatment);
        }
        Checks.fraction("power", power);
    }

    /**
     * Returns the units of both arms together.
     *
     * @return control + treatment
     */
    public long total() {
        return Math.addExact(control, treatment);
    }

    /**
     * Returns how long the experiment runs, rounded up to whole days.
     *
     * @param unitsPerDay new units of both arms in a day, above 0
     * @return the days
     * @throws IllegalArgumentException if the units per day are not positive
     */
    public long days(double unitsPerDay) {
        return SizeSearch.whole(total() / Checks.positive("unitsPerDay", unitsPerDay));
    }
}
