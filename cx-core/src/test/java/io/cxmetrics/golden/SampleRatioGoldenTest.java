package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.compare.experiment.SampleRatioMismatch;
import io.cxmetrics.compare.experiment.VariantCounts;
import io.cxmetrics.testkit.GoldenTest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** R's chisq.test and binom.test, exact enumeration, and the sequential test of Lindon and Malek. */
@GoldenTest
class SampleRatioGoldenTest {

    private static final double SEQUENTIAL = 1e-8;

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("compare/srm").checkAll(SampleRatioGoldenTest::check).tests();
    }

    private static void check(Expected golden) {
        double[] observed = golden.inputs("observed");
        double[] weights = golden.inputs("weights");
        Map<String, Long> counts = new LinkedHashMap<>();
        Map<String, Double> plan = new LinkedHashMap<>();
        for (int i = 0; i < observed.length; i++) {
            counts.put("v" + i, (long) observed[i]);
            plan.put("v" + i, weights[i]);
        }
        SampleRatioMismatch check = VariantCounts.ofCounts(counts).mismatch(plan);
        double[] expected = plan.keySet().stream().mapToDouble(check::expected).toArray();
        golden.number("n", check.counts().count())
                .numbers("expected", expected)
                .number("chi_square", check.chiSquared())
                .number("df", check.degreesOfFreedom())
                .number("p", check.chiSquaredPValue())
                .number("g_statistic", check.likelihoodRatio(), 1e-8, 0)
                .number("exact_multinomial_p", check.exactPValue())
                .number("sequential_log_bayes_factor_alpha_1e4", check.logBayesFactor(1e4), SEQUENTIAL, 0)
                .number("sequential_p_alpha_1e4", check.sequentialPValue(), SEQUENTIAL, 0)
                .text("flag_at_0.001", String.valueOf(check.mismatch(0.001)));
        if (Arrays.stream(weights).distinct().count() == 1) {
            // With equal weights, parameters of 1 are a mixture around the plan too.
            double log = check.logBayesFactor(weights.length);
            golden.number("sequential_log_bayes_factor_alpha_1", log, SEQUENTIAL, 0)
                    .number("sequential_p_alpha_1", Math.min(1, Math.exp(-log)), SEQUENTIAL, 0);
        } else {
            String why = "the mixture stands around the plan, and parameters of 1 do not where shares differ";
            golden.passOver("sequential_log_bayes_factor_alpha_1", why).passOver("sequential_p_alpha_1", why);
        }
        assertThat(check.unplanned()).isZero();
    }
}
