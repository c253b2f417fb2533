package io.cxmetrics.compare.experiment;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.compare.Correction;
import io.cxmetrics.internal.Checks;
import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An experiment as it was planned: what was assigned to variants, which variant is the control, and how results are
 * judged.
 *
 * <p><b>Defaults.</b> The level is 0.05. p-values of all goals and treatments together are corrected by
 * {@link Correction#HOLM}, since one false winner costs more than one missed; guardrails are left out of the family,
 * since each of them must hold by itself.
 *
 * <pre>{@code
 * ExperimentDefinition checkout = ExperimentDefinition.of("user", "control", Map.of("control", 1.0, "green", 1.0))
 *         .withPlannedUnits(7_682);
 * checkout.treatments(); // [green]
 * }</pre>
 *
 * @param unit the unit that was assigned, such as {@code user}; metrics must have the same
 * @param control the variant that the others are compared with
 * @param weights the planned share of each variant, in any unit
 * @param level the probability of any false winner, in (0, 1)
 * @param correction how p-values of several goals and treatments are corrected
 * @param plannedUnits the units of all variants that the plan asks for; 0 without a plan
 * @since 0.1
 */
public record ExperimentDefinition(
        String unit,
        String control,
        Map<String, Double> weights,
        double level,
        Correction correction,
        long plannedUnits)
        implements Serializable {

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the control has no weight above 0, the level is out of range, or the planned
     *     units are negative
     */
    public ExperimentDefinition {
        requireNonNull(unit, "unit");
        requireNonNull(control, "control");
        requireNonNull(correction, "correction");
        weights = Collections.unmodifiableMap(new TreeMap<>(weights));
        Double weight = weights.get(control);
        if (weight == null || !(weight > 0)) {
            throw new IllegalArgumentException(
                    "control must be a variant with a weight above 0, got " + control + " of " + weights);
        }
        PlanDefinition.level(level);
        Checks.notNegative("plannedUnits", plannedUnits);
    }

    /**
     * Returns an experiment with the level 0.05 and the correction of Holm.
     *
     * @param unit the unit that was assigned, such as {@code user}
     * @param control the variant that the others are compared with
     * @param weights the planned share of each variant, in any unit
     * @return the experiment
     * @throws IllegalArgumentException if the control has no weight above 0
     */
    public static ExperimentDefinition of(String unit, String control, Map<String, Double> weights) {
        return new ExperimentDefinition(unit, control, weights, 0.05, Correction.HOLM, 0);
    }

    /**
     * Returns this with another level.
     *
     * @param newLevel the probability of any false winner, in (0, 1)
     * @return the experiment
     * @throws IllegalArgumentException if the level is out of range
     */
    public ExperimentDefinition withLevel(double newLevel) {
        return new ExperimentDefinition(unit, control, weights, newLevel, correction, plannedUnits);
    }

    /**
     * Returns this with another correction.
     *
     * @param newCorrection the correction
     * @return the experiment
     */
    public ExperimentDefinition withCorrection(Correction newCorrection) {
        return new ExperimentDefinition(unit, control, weights, level, newCorrection, plannedUnits);
    }

    /**
     * Returns this with a planned size, before which a result counts as {@link ExperimentAnalysis#peeked()}.
     *
     * @param units the units of all variants, such as {@link PlannedSize#total()}
     * @return the experiment
     * @throws IllegalArgumentException if the number is negative
     */
    public ExperimentDefinition withPlannedUnits(long units) {
        return new ExperimentDefinition(unit, control, weights, level, correction, units);
    }

    /**
     * Returns the variants that are compared with the control.
     *
     * @return those of a weight above 0, by name
     */
    public List<String> treatments() {
        return weights.entrySet().stream()
                .filter(weight -> weight.getValue() > 0 && !weight.getKey().equals(control))
                .map(Map.Entry::getKey)
                .toList();
    }
}
