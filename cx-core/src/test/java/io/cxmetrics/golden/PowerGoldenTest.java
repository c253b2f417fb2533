package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cxmetrics.compare.experiment.DetectableRate;
import io.cxmetrics.compare.experiment.MeanPlan;
import io.cxmetrics.compare.experiment.PlanDefinition;
import io.cxmetrics.compare.experiment.PlannedSize;
import io.cxmetrics.compare.experiment.RatePlan;
import io.cxmetrics.compare.experiment.RatePlanRule;
import io.cxmetrics.compare.experiment.TailRule;
import io.cxmetrics.compare.experiment.VariancePlan;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.SampleSize;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.testkit.GoldenTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** R's power.prop.test and power.t.test, and the package pwr. */
@GoldenTest
class PowerGoldenTest {

    /** R finds sizes of means to about nine digits. */
    private static final double BY_SEARCH = 1e-8;

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("compare/power")
                .checkEach("sample_size_rates", PowerGoldenTest::rates)
                .checkEach("mde_rates", PowerGoldenTest::detectable)
                .checkEach("sample_size_means", PowerGoldenTest::means)
                .checkEach("power_rates_unequal", PowerGoldenTest::unequal)
                .checkEach("sample_size_nps", PowerGoldenTest::nps)
                .check("zero_effect", PowerGoldenTest::zero)
                .tests();
    }

    private static PlanDefinition plan(Expected golden) {
        return PlanDefinition.STANDARD.withLevel(in(golden, "alpha")).withPower(in(golden, "power"));
    }

    private static double in(Expected golden, String key) {
        return golden.input(key).doubleValue();
    }

    private static void rates(Expected golden) {
        PlanDefinition plan = plan(golden);
        double target = in(golden, "p_b");
        RatePlan rates = RatePlan.of(in(golden, "p_a"), plan);
        RatePlan both = RatePlan.of(rates.base(), plan.withTails(TailRule.BOTH));
        RatePlan oneSided = RatePlan.of(rates.base(), plan.withTails(TailRule.ONE_SIDED));
        PlannedSize size = rates.size(target);
        golden.number("per_group_n_power_prop_test", rates.controlUnits(target))
                .number("per_group_n_strict", both.controlUnits(target))
                .number("per_group_n_one_sided", oneSided.controlUnits(target))
                .number("per_group_n_unpooled", units(rates, RatePlanRule.UNPOOLED, target))
                .number("per_group_n_base_variance", units(rates, RatePlanRule.BASE_VARIANCE, target))
                .number("per_group_n_arcsine", units(both, RatePlanRule.ARCSINE, target))
                .number("cohen_h", rates.cohenH(target))
                .number("rounded_up", size.control())
                .number("power_at_rounded_up", size.power())
                .number("power_at_rounded_up_strict", both.power(target, size.control(), size.treatment()));
    }

    private static double units(RatePlan plan, RatePlanRule rule, double target) {
        return plan.withRule(rule).controlUnits(target);
    }

    private static void detectable(Expected golden) {
        DetectableRate rate = RatePlan.of(in(golden, "p_a"), plan(golden))
                .detectable(golden.input("n_per_group").longValue());
        golden.number("p_b_up", rate.above())
                .number("absolute_up", rate.rise())
                .number("relative_up", rate.relativeRise())
                .number("p_b_down", rate.below())
                .number("absolute_down", rate.fall())
                .number("relative_down", rate.relativeFall());
    }

    private static void means(Expected golden) {
        double difference = in(golden, "difference");
        PlanDefinition plan = plan(golden);
        MeanPlan means = MeanPlan.ofDeviation(in(golden, "sd")).withPlan(plan);
        MeanPlan pairs = MeanPlan.ofPairs(in(golden, "sd")).withPlan(plan);
        VariancePlan normal =
                VariancePlan.of(in(golden, "sd") * in(golden, "sd")).withPlan(plan);
        PlannedSize size = means.size(difference);
        MeanPlan both = means.withPlan(plan.withTails(TailRule.BOTH));
        golden.number("per_group_n", means.controlUnits(difference), BY_SEARCH, 0)
                .number("per_group_n_strict", both.controlUnits(difference), BY_SEARCH, 0)
                .number("per_group_n_normal", normal.controlUnits(difference))
                .number("rounded_up", size.control())
                .number("power_at_rounded_up", size.power(), BY_SEARCH, 0)
                .number("mde_at_100", means.detectable(100), BY_SEARCH, 0)
                .number("per_pair_n_paired", pairs.controlUnits(difference), BY_SEARCH, 0);
    }

    private static void unequal(Expected golden) {
        RatePlan rates = RatePlan.of(
                in(golden, "p_a"),
                PlanDefinition.STANDARD.withLevel(in(golden, "alpha")).withTails(TailRule.BOTH));
        golden.number("power_pooled_null", power(golden, rates))
                .number("power_unpooled", power(golden, rates.withRule(RatePlanRule.UNPOOLED)))
                .number("power_arcsine", power(golden, rates.withRule(RatePlanRule.ARCSINE)));
    }

    private static double power(Expected golden, RatePlan plan) {
        return plan.power(
                in(golden, "p_b"),
                golden.input("n_a").longValue(),
                golden.input("n_b").longValue());
    }

    /** The library speaks in points, the golden in fractions. */
    private static void nps(Expected golden) {
        Nps control = shares(golden.inputs("a_shares"));
        Nps treatment = shares(golden.inputs("b_shares"));
        VariancePlan plan = VariancePlan.ofNps(control, treatment).withPlan(plan(golden));
        double margin = Critical.z(0.95) / 0.05;
        golden.number("nps_a", control.fraction())
                .number("nps_b", treatment.fraction())
                .number("var_a", control.variance())
                .number("var_b", treatment.variance())
                .number("per_group_n", plan.controlUnits(100 * in(golden, "difference")))
                .number("mde_at_500", plan.detectable(500) / 100)
                .number("one_sample_n_margin_0.05", margin * margin * control.variance());
        assertThat(SampleSize.forVariance(control.variance(), 0.05, 0.95))
                .isEqualTo((long) Math.ceil(margin * margin * control.variance()));
    }

    private static Nps shares(double[] shares) {
        return Nps.ofCounts(Math.round(100 * shares[0]), Math.round(100 * shares[1]), Math.round(100 * shares[2]));
    }

    private static void zero(Expected golden) {
        assertThatThrownBy(() -> RatePlan.of(in(golden, "p_a"), plan(golden)).size(in(golden, "p_b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("target must differ from the base, got 0.1");
        golden.passOver("per_group_n", "no size finds an effect of 0, which is refused");
    }
}
