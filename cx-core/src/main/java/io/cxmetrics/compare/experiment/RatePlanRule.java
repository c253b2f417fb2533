package io.cxmetrics.compare.experiment;

/**
 * By which test a plan for rates computes its power. With p<sub>a</sub> of the control, p<sub>b</sub> of the treatment
 * and p their mean over all units; the errors stand under the null hypothesis and the alternative.
 *
 * @since 0.1
 */
public enum RatePlanRule {
    /**
     * The z test with a pooled rate: p (1 - p) under the null, each arm's own variance under the alternative. The
     * default, since it plans the test that is used afterwards; R's {@code power.prop.test}.
     */
    POOLED,
    /** Each arm's own variance in both places: the test of Wald. */
    UNPOOLED,
    /** p<sub>a</sub> (1 - p<sub>a</sub>) under the null, as Evan Miller's calculator has it. */
    BASE_VARIANCE,
    /** Cohen's h, 2 asin sqrt p<sub>b</sub> - 2 asin sqrt p<sub>a</sub>, as R's package pwr has it. */
    ARCSINE;

    double power(PlanDefinition plan, double base, double target, double control, double treatment) {
        double perControl = 1 / control;
        double perTreatment = 1 / treatment;
        double each = Math.sqrt(base * (1 - base) * perControl + target * (1 - target) * perTreatment);
        double effect = Math.abs(target - base);
        double pooled = (base * control + target * treatment) / (control + treatment);
        double nullVariance = switch (this) {
            case POOLED -> pooled * (1 - pooled);
            case BASE_VARIANCE -> base * (1 - base);
            case UNPOOLED, ARCSINE -> Double.NaN;
        };
        return switch (this) {
            case POOLED, BASE_VARIANCE ->
                plan.tails().power(effect, Math.sqrt(nullVariance * (perControl + perTreatment)), each, plan.level());
            case UNPOOLED -> plan.tails().power(effect, each, each, plan.level());
            case ARCSINE -> {
                double error = Math.sqrt(perControl + perTreatment);
                yield plan.tails().power(Math.abs(h(base, target)), error, error, plan.level());
            }
        };
    }

    static double h(double base, double target) {
        return 2 * (Math.asin(Math.sqrt(target)) - Math.asin(Math.sqrt(base)));
    }
}
