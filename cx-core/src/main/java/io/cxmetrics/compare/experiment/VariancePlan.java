package io.cxmetrics.compare.experiment;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Normal;
import io.cxmetrics.stat.RatioOfSums;
import io.cxmetrics.survey.Nps;
import java.io.Serializable;

/**
 * How large an experiment must be whose metric has the variance v / n, such as an NPS or a ratio of sums; effects are
 * in the unit of the metric.
 *
 * <p><b>Definition.</b> n = (z + z')&sup2; (v<sub>a</sub> + v<sub>b</sub> / k) / d&sup2; units of the control, with z
 * of
 * the level, z' of the power, k the allocation, and d the difference. The far tail is ignored.
 *
 * <p><b>Edges.</b> A difference of 0 is refused, and so is a variance of 0 on both sides.
 *
 * <pre>{@code
 * VariancePlan plan = VariancePlan.ofNps(Nps.ofCounts(40, 40, 20));
 * plan.size(10).control(); // 880
 * plan.detectable(500); // 13.25952133560709
 * }</pre>
 *
 * @param control the variance of one unit of the control, not negative
 * @param treatment the variance of one unit of the treatment, not negative
 * @param plan what the test promises; its tails are taken as {@link TailRule#NEAR} where they are both
 * @since 0.1
 */
public record VariancePlan(double control, double treatment, PlanDefinition plan) implements Serializable {

    /**
     * Checks the variances.
     *
     * @throws IllegalArgumentException if one is negative or not finite, or both are 0
     */
    public VariancePlan {
        Checks.notNegative("control", control);
        Checks.notNegative("treatment", treatment);
        Checks.positive("variance of both", control + treatment);
        requireNonNull(plan, "plan");
    }

    /**
     * Returns a plan with the same variance in both arms, level 0.05 and power 0.8.
     *
     * @param variance the variance of one unit, above 0
     * @return the plan
     * @throws IllegalArgumentException if the variance is not finite and above 0
     */
    public static VariancePlan of(double variance) {
        return new VariancePlan(variance, variance, PlanDefinition.STANDARD);
    }

    /**
     * Returns a plan for a Net Promoter Score, in points, from a pilot whose variance both arms are taken to have.
     *
     * @param pilot the answers so far
     * @return the plan, with level 0.05 and power 0.8
     * @throws IllegalArgumentException if the pilot has no answers, or all are alike
     */
    public static VariancePlan ofNps(Nps pilot) {
        return ofNps(pilot, pilot);
    }

    /**
     * Returns a plan for a Net Promoter Score, in points, from the mix of answers that each arm is expected to have.
     *
     * @param control answers like those of the control
     * @param treatment answers like those of the treatment
     * @return the plan, with level 0.05 and power 0.8
     * @throws IllegalArgumentException if a side has no answers, or all are alike
     */
    public static VariancePlan ofNps(Nps control, Nps treatment) {
        return new VariancePlan(points(control), points(treatment), PlanDefinition.STANDARD);
    }

    private static double points(Nps nps) {
        return 1e4 * nps.variance();
    }

    /**
     * Returns a plan for a ratio of sums from a pilot whose variance both arms are taken to have.
     *
     * @param pilot the units so far
     * @return the plan, with level 0.05 and power 0.8
     * @throws IllegalArgumentException if the variance of the pilot is undefined or 0
     */
    public static VariancePlan ofRatio(RatioOfSums pilot) {
        return of(pilot.count() * pilot.variance());
    }

    /**
     * Returns this plan with another promise.
     *
     * @param newPlan what the test promises
     * @return the plan
     */
    public VariancePlan withPlan(PlanDefinition newPlan) {
        return new VariancePlan(control, treatment, newPlan);
    }

    /**
     * Returns the smallest experiment that finds a difference.
     *
     * @param difference the difference, finite, not 0
     * @return the units of each arm
     * @throws IllegalArgumentException if the difference is 0 or not finite
     */
    public PlannedSize size(double difference) {
        double effect = MeanPlan.effect(difference);
        return SizeSearch.planned(plan, controlUnits(effect), (a, b) -> powerOf(effect, a, b));
    }

    /**
     * Returns the units of the control in the smallest experiment that finds a difference, not rounded.
     *
     * @param difference the difference, finite, not 0
     * @return the units
     * @throws IllegalArgumentException if the difference is 0 or not finite
     */
    public double controlUnits(double difference) {
        double errors = errors() / MeanPlan.effect(difference);
        return errors * errors * (control + treatment / plan.allocation());
    }

    /**
     * Returns the probability that an experiment finds a difference.
     *
     * @param difference the difference, finite, not 0
     * @param controlUnits units of the control, at least 1
     * @param treatmentUnits units of the treatment, at least 1
     * @return the power, in [0, 1]
     * @throws IllegalArgumentException if an argument is out of range
     */
    public double power(double difference, long controlUnits, long treatmentUnits) {
        return powerOf(
                MeanPlan.effect(difference),
                RatePlan.units("controlUnits", controlUnits),
                RatePlan.units("treatmentUnits", treatmentUnits));
    }

    private double powerOf(double effect, double controlUnits, double treatmentUnits) {
        double error = Math.sqrt(control / controlUnits + treatment / treatmentUnits);
        return near().power(effect, error, error, plan.level());
    }

    /**
     * Returns the smallest difference that an experiment finds.
     *
     * @param controlUnits units of the control, at least 1; the treatment has as many times the allocation
     * @return the difference, above 0
     * @throws IllegalArgumentException if there are no units
     */
    public double detectable(long controlUnits) {
        double variance = (control + treatment / plan.allocation()) / RatePlan.units("controlUnits", controlUnits);
        return errors() * Math.sqrt(variance);
    }

    private TailRule near() {
        return plan.tails() == TailRule.BOTH ? TailRule.NEAR : plan.tails();
    }

    private double errors() {
        return Normal.exceeded(near().tail(plan.level())) + Normal.exceeded(1 - plan.power());
    }
}
