package io.cxmetrics.golden;

import io.cxmetrics.compare.difference.MeanDifference;
import io.cxmetrics.compare.difference.PairedMeanDifference;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.testkit.GoldenTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Two means by R's t.test, ratios of means, and pairs. */
@GoldenTest
class MeanDifferenceGoldenTest {

    private static final double ZERO = 1e-12;
    /** One parameter of R's qt at 0.975 and few degrees of freedom differs by 2.5e-10, and so do its intervals. */
    private static final double QUANTILE = 2e-9;

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("compare/means")
                .checkEach(
                        "means_from_summary_",
                        expected -> check(expected, new MeanDifference(summary(expected, "a"), summary(expected, "b"))))
                .checkEach(
                        "means_",
                        expected -> check(
                                expected,
                                new MeanDifference(Moments.of(expected.inputs("a")), Moments.of(expected.inputs("b")))))
                .checkEach("paired_means_", MeanDifferenceGoldenTest::paired)
                .tests();
    }

    private static Moments summary(Expected expected, String side) {
        long count = expected.input("n_" + side).longValue();
        double mean = expected.input("mean_" + side).doubleValue();
        double deviation = expected.input("sd_" + side).doubleValue();
        double wide = 1e12;
        return Moments.ofParts(count, mean, deviation * deviation * (count - 1), mean - wide, mean + wide);
    }

    /** Compares whatever the golden says of two means. */
    static void check(Expected expected, MeanDifference means) {
        if (expected.has("n_a")) {
            expected.number("n_a", means.before().count())
                    .number("n_b", means.after().count())
                    .number("mean_a", means.before().mean())
                    .number("mean_b", means.after().mean())
                    .number("sd_a", means.before().standardDeviation())
                    .number("sd_b", means.after().standardDeviation());
        }
        Expected welch = expected.in("welch")
                .number("difference", means.estimate(), 1e-9, ZERO)
                .number("se", means.standardError(), 1e-9, ZERO)
                .number("t", means.t(), 1e-9, ZERO)
                .number("df", means.degreesOfFreedom())
                .number("p", means.pValue(), QUANTILE, 0)
                .interval("ci", means.interval(0.95), QUANTILE, ZERO);
        if (welch.has("p_normal")) {
            boolean spread = means.standardError() > 0;
            Difference normal = new Difference(means.estimate(), means.standardError());
            welch.number("p_normal", spread ? normal.pValue() : Double.NaN)
                    .interval("ci_normal", spread ? normal.interval(0.95) : Interval.UNDEFINED, 1e-9, ZERO);
        }
        boolean pooled = !Double.isNaN(means.pooled().t());
        expected.in("pooled")
                .number("t", means.pooled().t(), 1e-9, ZERO)
                .number("df", pooled ? means.pooled().degreesOfFreedom() : Double.NaN)
                .number("p", means.pooled().pValue(), QUANTILE, 0)
                .interval("ci", means.pooled().interval(0.95), QUANTILE, ZERO);
        expected.in("effect")
                .number("cohen_d_pooled", means.cohenD(), 1e-9, ZERO)
                .number("hedges_g", means.hedgesG(), 1e-9, ZERO)
                .number("glass_delta_sd_a", means.glassDelta(), 1e-9, ZERO);
        ratio(expected.in("ratio"), means);
    }

    private static void ratio(Expected expected, MeanDifference means) {
        Difference normal =
                new Difference(means.ratio().estimate(), means.ratio().standardError());
        double base = Math.abs(means.before().mean());
        expected.number("estimate", means.ratio().estimate())
                // The library answers no lift where the mean before is not told from 0.
                .number("lift", base == 0 ? Double.NaN : means.estimate() / base, 1e-9, ZERO)
                .number("delta_se", means.ratio().standardError(), 1e-9, ZERO)
                .interval("delta_ci_z", normal.interval(0.95), 1e-9, ZERO)
                .interval("delta_ci_t_welch_df", means.ratio().interval(0.95), QUANTILE, ZERO)
                .interval("fieller_ci_z", means.ratio().fieller(0.95), 1e-9, ZERO)
                .interval("log_ratio_ci_z", means.ratio().logInterval(0.95), 1e-9, ZERO);
    }

    private static void paired(Expected expected) {
        PairedMeanDifference pairs = PairedMeanDifference.of(expected.inputs("a"), expected.inputs("b"));
        expected.number("n", pairs.count())
                .number("difference", pairs.estimate(), 1e-9, ZERO)
                .number("t", pairs.t())
                .number("df", pairs.count() - 1.0)
                .number("p", pairs.pValue(), QUANTILE, 0)
                .interval("ci", pairs.interval(0.95), QUANTILE, ZERO)
                .number("cohen_dz", pairs.cohenD());
    }
}
