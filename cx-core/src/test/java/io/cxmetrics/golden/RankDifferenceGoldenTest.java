package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.compare.difference.RankDifference;
import io.cxmetrics.compare.difference.ShiftInterval;
import io.cxmetrics.compare.difference.SignedRankDifference;
import io.cxmetrics.compare.difference.SuperiorityTest;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.testkit.GoldenTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Ranks by R's wilcox.test, coin and exactRankTests. */
@GoldenTest
class RankDifferenceGoldenTest {

    private static final double ZERO = 1e-12;
    private static final double QUANTILE = 2e-9;

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("compare/ranks")
                .checkEach(
                        "mann_whitney_",
                        expected -> check(expected, RankDifference.between(expected.inputs("a"), expected.inputs("b"))))
                .checkEach("signed_rank_", RankDifferenceGoldenTest::signed)
                .tests();
    }

    /** Compares whatever the golden says of two distributions. */
    static void check(Expected expected, RankDifference ranks) {
        double pairs = (double) ranks.countBefore() * ranks.countAfter();
        expected.number("n_a", ranks.countBefore())
                .number("n_b", ranks.countAfter())
                .number("u_b", ranks.u())
                .number("u_a", pairs - ranks.u())
                .text("ties", String.valueOf(ranks.tied()))
                .number("probability_of_superiority", ranks.superiority())
                .number("cliffs_delta", ranks.cliffDelta(), 1e-9, ZERO);
        expected.in("normal")
                .number("variance", ranks.variance())
                .number("z_corrected", ranks.z(), 1e-9, ZERO)
                .number("p_corrected", ranks.normalPValue())
                .number("z", ranks.uncorrectedZ(), 1e-9, ZERO)
                .number("p", Critical.pValue(ranks.uncorrectedZ()));
        exact(expected, ranks, pairs);
        Expected shift = expected.in("hodges_lehmann");
        shift.number("shift", ranks.shift(), 1e-9, ZERO)
                .interval("ci_normal", ranks.normalShiftInterval(0.95).interval(), 1e-9, ZERO);
        if (shift.has("ci_exact")) {
            ShiftInterval interval = ranks.exactShiftInterval(0.95);
            shift.interval("ci_exact", interval.interval(), 1e-9, ZERO)
                    .number("ci_exact_level", interval.level(), 1e-9, ZERO);
        }
        SuperiorityTest test = ranks.superiorityTest();
        expected.in("brunner_munzel")
                .number("t", test.t(), 1e-9, ZERO)
                .number("df", test.degreesOfFreedom())
                .number("p", test.pValue(), QUANTILE, 0)
                .number("se", test.standardError(), 1e-9, ZERO)
                .interval("ci_t", test.plainInterval(0.95), QUANTILE, ZERO)
                .interval("ci_logit", test.interval(0.95), QUANTILE, ZERO);
    }

    private static void exact(Expected expected, RankDifference ranks, double pairs) {
        if (!expected.has("exact_p_conditional")) {
            return;
        }
        if (expected.isNull("exact_p_conditional")) {
            expected.passOver("exact_p_conditional", "was not worked out there, for it took too long");
            assertThat(ranks.exactPValue()).isBetween(ranks.normalPValue() - 0.002, ranks.normalPValue() + 0.002);
        } else {
            expected.number("exact_p_conditional", ranks.exactPValue());
        }
        expected.number("exact_p_no_ties", ranks.tied() ? Double.NaN : ranks.exactPValue());
        if (expected.has("exact_p_exactRankTests")) {
            expected.number("exact_p_exactRankTests", ranks.exactPValue());
        }
        assertThat(pairs).isPositive();
    }

    private static void signed(Expected expected) {
        SignedRankDifference ranks = SignedRankDifference.of(expected.inputs("a"), expected.inputs("b"));
        expected.number("n", ranks.count())
                .number("zeros", ranks.zeros())
                .number("n_nonzero", ranks.count() - ranks.zeros())
                .number("v_plus", ranks.positiveRanks())
                .number("exact_p_conditional", ranks.exactPValue())
                .number("hodges_lehmann_pseudo_median", ranks.estimate(), 1e-9, ZERO)
                .interval("ci_exact_order", ranks.interval(0.95).interval(), 1e-9, ZERO)
                .number("ci_exact_level", ranks.interval(0.95).level());
        if (expected.isNull("exact_p_no_ties")) {
            expected.passOver("exact_p_no_ties", "R has none with ties or zeros; ours is the conditional one");
        } else {
            expected.number("exact_p_no_ties", ranks.exactPValue());
        }
        expected.in("normal")
                .number("variance", ranks.variance(), 1e-9, ZERO)
                .number("z_corrected", ranks.z())
                .number("p_corrected", Critical.pValue(ranks.z()));
        expected.in("pratt")
                .number("v_plus", ranks.prattPositiveRanks(), 1e-9, ZERO)
                .number("z", ranks.prattZ())
                .number("p", Critical.pValue(ranks.prattZ()));
    }
}
