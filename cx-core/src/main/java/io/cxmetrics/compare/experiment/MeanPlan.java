package io.cxmetrics.compare.experiment;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.NoncentralT;
import java.io.Serializable;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How large an experiment on a mean must be, such as revenue per user, and what it can find; in the unit of the mean.
 *
 * <p><b>Definition.</b> power = P(T &gt; t) with T the noncentral t of shift |d| / error, and t the quantile of the
 * level. Two arms with the deviation s have the error s sqrt(1/n<sub>a</sub> + 1/n<sub>b</sub>) and n<sub>a</sub> +
 * n<sub>b</sub> - 2 degrees of freedom; pairs have s / sqrt n and n - 1, with s of their differences. R's
 * {@code power.t.test}.
 *
 * <p><b>Edges.</b> A difference of 0 and a deviation of 0 are refused.
 *
 * <pre>{@code
 * MeanPlan plan = MeanPlan.ofDeviation(12);
 * plan.size(2).control(); // 567
 * plan.withCorrelation(0.7).size(2).control(); // 290
 * }</pre>
 *
 * @param deviation the standard deviation of one unit, or of the difference of one pair; above 0
 * @param paired whether each unit is measured twice
 * @param plan what the test promises
 * @since 0.1
 */
public record MeanPlan(double deviation, boolean paired, PlanDefinition plan) implements Serializable {

    /**
     * Checks the deviation.
     *
     * @throws IllegalArgumentException if it is not finite and above 0
     */
    public MeanPlan {
        Checks.positive("deviation", deviation);
        requireNonNull(plan, "plan");
    }

    /**
     * Returns a plan for two arms with level 0.05 and power 0.8.
     *
     * @param deviation the standard deviation of one unit, above 0
     * @return the plan
     * @throws IllegalArgumentException if the deviation is not finite and above 0
     */
    public static MeanPlan ofDeviation(double deviation) {
        return new MeanPlan(deviation, false, PlanDefinition.STANDARD);
    }

    /**
     * Returns a plan for units that are measured twice, with level 0.05 and power 0.8.
     *
     * @param deviation the standard deviation of the differences, above 0
     * @return the plan
     * @throws IllegalArgumentException if the deviation is not finite and above 0
     */
    public static MeanPlan ofPairs(double deviation) {
        return new MeanPlan(deviation, true, PlanDefinition.STANDARD);
    }

    /**
     * Returns this plan with another promise.
     *
     * @param newPlan what the test promises
     * @return the plan
     */
    public MeanPlan withPlan(PlanDefinition newPlan) {
        return new MeanPlan(deviation, paired, newPlan);
    }

    /**
     * Returns this plan for an analysis that adjusts for a covariate, as {@link CupedDifference} does: the deviation
     * becomes deviation sqrt(1 - r&sup2;).
     *
     * @param correlation r of outcome and covariate, in (-1, 1)
     * @return the plan
     * @throws IllegalArgumentException if the correlation is out of range
     */
    public MeanPlan withCorrelation(double correlation) {
        if (!(Math.abs(correlation) < 1)) {
            throw new IllegalArgumentException("correlation must be in (-1, 1), got " + correlation);
        }
        return new MeanPlan(deviation * Math.sqrt(1 - correlation * correlation), paired, plan);
    }

    /**
     * Returns the smallest experiment that finds a difference of means.
     *
     * @param difference the difference, finite, not 0; its sign does not matter
     * @return the units of each arm; for pairs the arms are the same units
     * @throws IllegalArgumentException if the difference is 0 or not finite
     */
    public PlannedSize size(double difference) {
        PlanDefinition arms = paired ? plan.withAllocation(1) : plan;
        return SizeSearch.planned(arms, controlUnits(difference), (a, b) -> powerOf(Math.abs(difference), a, b));
    }

    /**
     * Returns the units of the control, or the pairs, in the smallest experiment that finds a difference, not rounded.
     *
     * @param difference the difference, finite, not 0
     * @return the units, at least 2
     * @throws IllegalArgumentException if the difference is 0 or not finite
     */
    public double controlUnits(double difference) {
        double effect = effect(difference);
        double fewest = paired ? 2 : Math.max(2, 2 / plan.allocation());
        return SizeSearch.control(plan, fewest, n -> powerOf(effect, n, n * plan.allocation()));
    }

    static double effect(double difference) {
        if (Checks.finite("difference", difference) == 0) {
            throw new IllegalArgumentException("difference must not be 0, got " + difference);
        }
        return Math.abs(difference);
    }

    /**
     * Returns the probability that an experiment finds a difference.
     *
     * @param difference the difference, finite, not 0
     * @param control units of the control, or pairs, at least 2
     * @param treatment units of the treatment, at least 2; ignored for pairs
     * @return the power, in [0, 1]
     * @throws IllegalArgumentException if an argument is out of range
     */
    public double power(double difference, long control, long treatment) {
        return powerOf(effect(difference), two("control", control), paired ? control : two("treatment", treatment));
    }

    @CanIgnoreReturnValue
    private static long two(String name, long units) {
        if (units < 2) {
            throw new IllegalArgumentException(name + " must be at least 2, got " + units);
        }
        return units;
    }

    /**
     * Returns the smallest difference that an experiment finds.
     *
     * @param control units of the control, or pairs, at least 2; the treatment has as many times the allocation
     * @return the difference, above 0
     * @throws IllegalArgumentException if there are fewer than two units in an arm
     */
    public double detectable(long control) {
        double treatment = two("control", control) * (paired ? 1 : plan.allocation());
        two("treatment", (long) treatment);
        return SizeSearch.effect(plan, deviation, effect -> powerOf(effect, control, treatment));
    }

    private double powerOf(double effect, double control, double treatment) {
        double degrees = paired ? control - 1 : control + treatment - 2;
        double error = deviation * Math.sqrt(paired ? 1 / control : 1 / control + 1 / treatment);
        double t = TDistribution.of(degrees)
                .inverseSurvivalProbability(plan.tails().tail(plan.level()));
        double near = NoncentralT.survival(t, degrees, effect / error);
        return plan.tails() == TailRule.BOTH ? near + NoncentralT.survival(t, degrees, -effect / error) : near;
    }
}
