package io.cxmetrics.compare.experiment;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.internal.Checks;
import java.io.Serializable;

/**
 * What a planned test promises: how often it may cry wolf, and how often it must find the effect.
 *
 * <p>{@link #STANDARD} has the level 0.05 and the power 0.8, which are the convention of the field, arms of equal size,
 * which need the fewest units, and {@link TailRule#NEAR}, as R counts.
 *
 * <pre>{@code
 * PlanDefinition careful = PlanDefinition.STANDARD.withLevel(0.01).withPower(0.9);
 * RatePlan.of(0.10, careful).size(0.12).control(); // 7281
 * }</pre>
 *
 * @param level the probability of a difference found where there is none, in (0, 1)
 * @param power the probability of finding a difference that is there, in (level, 1)
 * @param allocation units of the treatment for one unit of the control, in [0.001, 1000]
 * @param tails which rejections count
 * @since 0.1
 */
public record PlanDefinition(double level, double power, double allocation, TailRule tails) implements Serializable {

    /** Level 0.05, power 0.8, equal arms, two-sided. */
    public static final PlanDefinition STANDARD = new PlanDefinition(0.05, 0.8, 1, TailRule.NEAR);

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public PlanDefinition {
        requireNonNull(tails, "tails");
        level(level);
        if (!(power > level && power < 1)) {
            throw new IllegalArgumentException("power must be in (level, 1) with level " + level + ", got " + power);
        }
        if (!(allocation >= 1e-3 && allocation <= 1e3)) {
            throw new IllegalArgumentException("allocation must be in [0.001, 1000], got " + allocation);
        }
    }

    @CanIgnoreReturnValue
    static double level(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + level);
        }
        return level;
    }

    /**
     * Returns this plan with another level.
     *
     * @param newLevel the level in (0, power)
     * @return the plan
     * @throws IllegalArgumentException if the level is out of range
     */
    public PlanDefinition withLevel(double newLevel) {
        return new PlanDefinition(newLevel, power, allocation, tails);
    }

    /**
     * Returns this plan with another power.
     *
     * @param newPower the power in (level, 1)
     * @return the plan
     * @throws IllegalArgumentException if the power is out of range
     */
    public PlanDefinition withPower(double newPower) {
        return new PlanDefinition(level, newPower, allocation, tails);
    }

    /**
     * Returns this plan with arms of another proportion.
     *
     * @param newAllocation units of the treatment for one unit of the control, in [0.001, 1000]
     * @return the plan
     * @throws IllegalArgumentException if the allocation is out of range
     */
    public PlanDefinition withAllocation(double newAllocation) {
        return new PlanDefinition(level, power, newAllocation, tails);
    }

    /**
     * Returns this plan with other rejections that count.
     *
     * @param newTails the rule
     * @return the plan
     */
    public PlanDefinition withTails(TailRule newTails) {
        return new PlanDefinition(level, power, allocation, newTails);
    }

    /**
     * Returns this plan for several treatments against one control: the level is divided by their number, after
     * Bonferroni, which never promises too much.
     *
     * @param treatments how many treatments, at least 1
     * @return the plan of each comparison
     * @throws IllegalArgumentException if there are fewer than 1
     */
    public PlanDefinition forTreatments(int treatments) {
        return withLevel(level / Checks.inRange("treatments", treatments, 1, 1_000));
    }
}
