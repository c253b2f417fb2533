package io.cxmetrics.golden;

import io.cxmetrics.compare.difference.PairedRateDifference;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.testkit.GoldenTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The same people asked twice, by R's mcnemar.test and binom.test. */
@GoldenTest
class PairedRateGoldenTest {

    private static final double ZERO = 1e-12;

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("compare/paired_rates")
                .checkAll(expected -> check(
                        expected,
                        new PairedRateDifference(
                                expected.input("yes_yes").longValue(),
                                expected.input("yes_no").longValue(),
                                expected.input("no_yes").longValue(),
                                expected.input("no_no").longValue())))
                .tests();
    }

    private static void check(Expected expected, PairedRateDifference pairs) {
        expected.number("n", pairs.count())
                .number("p_a", pairs.before().rate())
                .number("p_b", pairs.after().rate())
                .number("difference", pairs.estimate(), 1e-9, ZERO)
                .number("discordant", pairs.changed())
                .number("exact_p", pairs.exactPValue())
                .number("midp", pairs.midP())
                .number("wald_se", pairs.standardError(), 1e-9, ZERO)
                .interval("wald_ci", pairs.wald(0.95), 1e-9, ZERO)
                .interval("newcombe_10", pairs.interval(0.95), 1e-9, ZERO)
                .interval("newcombe_10_phi_corrected", pairs.correctedInterval(0.95), 1e-9, ZERO)
                .interval("tango_score", pairs.tango(0.95), 1e-8, 1e-8);
        boolean corrected = pairs.yesNo() != pairs.noYes();
        double chiSquared = corrected ? pairs.correctedChiSquared() : pairs.chiSquared();
        expected.in("mcnemar")
                .number("chi_square", pairs.chiSquared(), 1e-9, ZERO)
                .number("p", Critical.chiSquaredPValue(pairs.chiSquared(), 1))
                .number("chi_square_corrected", chiSquared, 1e-9, ZERO)
                .number("p_corrected", Critical.chiSquaredPValue(chiSquared, 1));
        expected.in("conditional_odds_ratio")
                .number("estimate", pairs.conditionalOddsRatio())
                .interval("exact_ci", pairs.conditionalOddsRatioInterval(0.95), 1e-8, 0);
    }
}
