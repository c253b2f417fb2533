package io.cxmetrics.compare.experiment;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.internal.Roots;
import java.io.Serializable;

/**
 * How large an experiment on a rate must be, such as a conversion, and what it can find; rates are fractions.
 *
 * <p><b>Definition.</b> power = Phi((|d| - z e<sub>0</sub>) / e<sub>1</sub>) with d the difference of the rates, z the
 * normal quantile of the level, and the errors of {@link RatePlanRule}. Sizes are rounded up, so that the power is at
 * least the one that was asked for.
 *
 * <p><b>Edges.</b> A rate outside (0, 1) and an effect of 0 are refused: no size finds them.
 *
 * <pre>{@code
 * RatePlan plan = RatePlan.of(0.10);
 * plan.size(0.12); // PlannedSize[control=3841, treatment=3841, power=0.8000155778094182]
 * plan.detectable(5000); // DetectableRate[base=0.1, below=0.0838146254288078, above=0.1174399148097978]
 * }</pre>
 *
 * @param base the rate without the change, in (0, 1)
 * @param plan what the test promises
 * @param rule the test
 * @since 0.1
 */
public record RatePlan(double base, PlanDefinition plan, RatePlanRule rule) implements Serializable {

    /**
     * Checks the rate.
     *
     * @throws IllegalArgumentException if it is not in (0, 1)
     */
    public RatePlan {
        rate("base", base);
        requireNonNull(plan, "plan");
        requireNonNull(rule, "rule");
    }

    /**
     * Returns a plan with level 0.05 and power 0.8.
     *
     * @param base the rate without the change, a fraction in (0, 1)
     * @return the plan
     * @throws IllegalArgumentException if the rate is not in (0, 1)
     */
    public static RatePlan of(double base) {
        return of(base, PlanDefinition.STANDARD);
    }

    /**
     * Returns a plan.
     *
     * @param base the rate without the change, a fraction in (0, 1)
     * @param plan what the test promises
     * @return the plan, by {@link RatePlanRule#POOLED}
     * @throws IllegalArgumentException if the rate is not in (0, 1)
     */
    public static RatePlan of(double base, PlanDefinition plan) {
        return new RatePlan(base, plan, RatePlanRule.POOLED);
    }

    /**
     * Returns this plan for another test.
     *
     * @param newRule the test
     * @return the plan
     */
    public RatePlan withRule(RatePlanRule newRule) {
        return new RatePlan(base, plan, newRule);
    }

    @CanIgnoreReturnValue
    private static double rate(String name, double rate) {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException(name + " must be a rate in (0, 1), got " + rate);
        }
        return rate;
    }

    @CanIgnoreReturnValue
    private double target(double target) {
        if (rate("target", target) == base) {
            throw new IllegalArgumentException("target must differ from the base, got " + target);
        }
        return target;
    }

    /**
     * Returns the smallest experiment that finds a rate.
     *
     * @param target the rate with the change, in (0, 1), not the base
     * @return the units of each arm
     * @throws IllegalArgumentException if the rate is not in (0, 1), or is the base
     */
    public PlannedSize size(double target) {
        return SizeSearch.planned(plan, controlUnits(target), (a, b) -> rule.power(plan, base, target, a, b));
    }

    /**
     * Returns the units of the control in the smallest experiment that finds a rate, not rounded.
     *
     * @param target the rate with the change, in (0, 1), not the base
     * @return the units, at least 1
     * @throws IllegalArgumentException if the rate is not in (0, 1), or is the base
     */
    public double controlUnits(double target) {
        target(target);
        return SizeSearch.control(plan, 1, n -> rule.power(plan, base, target, n, n * plan.allocation()));
    }

    /**
     * Returns the probability that an experiment finds a rate.
     *
     * @param target the rate with the change, in (0, 1), not the base
     * @param control units of the control, at least 1
     * @param treatment units of the treatment, at least 1
     * @return the power, in [0, 1]
     * @throws IllegalArgumentException if an argument is out of range
     */
    public double power(double target, long control, long treatment) {
        target(target);
        return rule.power(plan, base, target, units("control", control), units("treatment", treatment));
    }

    static long units(String name, long units) {
        if (units < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + units);
        }
        return units;
    }

    /**
     * Returns the rates nearest to the base that an experiment finds, on either side. They are not symmetric, since the
     * variance of a rate changes with it.
     *
     * @param control units of the control, at least 1; the treatment has as many times the allocation
     * @return the rates; NaN on a side where no rate is found often enough
     * @throws IllegalArgumentException if there are no units
     */
    public DetectableRate detectable(long control) {
        double treatment = units("control", control) * plan.allocation();
        double below = Roots.rising(
                effect -> rule.power(plan, base, base - effect, control, treatment) - plan.power(), 0, base);
        double above = Roots.rising(
                effect -> rule.power(plan, base, base + effect, control, treatment) - plan.power(), 0, 1 - base);
        return new DetectableRate(base, base - below, base + above);
    }

    /**
     * Returns Cohen's h, the effect on the scale of the arcsine.
     *
     * @param target the rate with the change, in (0, 1)
     * @return 2 asin sqrt target - 2 asin sqrt base
     * @throws IllegalArgumentException if the rate is not in (0, 1)
     */
    public double cohenH(double target) {
        return RatePlanRule.h(base, rate("target", target));
    }
}
