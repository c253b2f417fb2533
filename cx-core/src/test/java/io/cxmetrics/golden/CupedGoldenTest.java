package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.compare.experiment.CupedDifference;
import io.cxmetrics.compare.experiment.CupedMoments;
import io.cxmetrics.compare.experiment.CupedRule;
import io.cxmetrics.testkit.GoldenTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** R's var, cov, t.test and lm, and GrowthBook's compute_theta. */
@GoldenTest
class CupedGoldenTest {

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("compare/cuped")
                .check("cuped_constant_covariate", CupedGoldenTest::constant)
                .checkAll(CupedGoldenTest::check)
                .tests();
    }

    private static CupedMoments arm(Expected golden, String arm) {
        return CupedMoments.of(golden.inputs(arm, "y"), golden.inputs(arm, "x"));
    }

    private static void check(Expected golden) {
        CupedMoments control = arm(golden, "a");
        CupedMoments treatment = arm(golden, "b");
        CupedDifference pooled = CupedDifference.of(control, treatment);
        golden.in("unadjusted")
                .number("mean_a", control.outcome().mean())
                .number("mean_b", treatment.outcome().mean())
                .number("difference", pooled.raw())
                .number("se", pooled.rawStandardError())
                .number("p", pooled.rawPValue())
                .interval("ci", pooled.rawInterval(0.95));
        golden.in("cuped_pooled_theta")
                .number("theta", pooled.theta())
                .number("mean_a", pooled.controlMean())
                .number("mean_b", pooled.treatmentMean())
                .number("var_a", pooled.controlVariance())
                .number("var_b", pooled.treatmentVariance())
                .number("difference", pooled.estimate())
                .number("se", pooled.standardError())
                .number("t", pooled.t())
                .number("df", pooled.degreesOfFreedom())
                .number("p", pooled.pValue())
                .interval("ci", pooled.interval(0.95));
        golden.number("variance_reduction", pooled.varianceReduction())
                .number("correlation_squared_all", pooled.correlation() * pooled.correlation());
        CupedDifference within = new CupedDifference(control, treatment, CupedRule.WITHIN);
        golden.in("ancova_within_theta")
                .number("theta", within.theta())
                .number("difference", within.estimate())
                .number("se", within.standardError())
                .passOver("ols_se", "one variance for both arms, which Welch's test does without");
        golden.passOver("lin_interacted", "an own theta for each arm, whose error needs every unit at once");
        golden.in("covariate_balance").number("difference", pooled.imbalance()).number("p", pooled.imbalancePValue());
        assertThat(pooled.imbalanced()).isFalse();
        assertThat(pooled.adjusted()).isTrue();
    }

    private static void constant(Expected golden) {
        CupedDifference difference = CupedDifference.of(arm(golden, "a"), arm(golden, "b"));
        golden.number("theta", difference.theta()).number("difference", difference.estimate());
        assertThat(difference.adjusted()).isFalse();
    }
}
