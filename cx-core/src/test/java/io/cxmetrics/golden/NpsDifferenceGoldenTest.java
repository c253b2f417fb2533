package io.cxmetrics.golden;

import io.cxmetrics.compare.difference.MeanDifference;
import io.cxmetrics.compare.difference.NpsDifference;
import io.cxmetrics.compare.difference.NpsDifferenceInterval;
import io.cxmetrics.compare.difference.RankDifference;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.testkit.GoldenTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Differences of NPS, which R states as fractions. */
@GoldenTest
class NpsDifferenceGoldenTest {

    private static final double ZERO = 1e-12;

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("compare/nps_change")
                .checkAll(expected -> check(expected, nps(expected.inputs("a")), nps(expected.inputs("b"))))
                .tests();
    }

    private static Nps nps(double... counts) {
        return Nps.ofCounts((long) counts[0], (long) counts[1], (long) counts[2]);
    }

    private static Interval fraction(Interval points) {
        return points.defined() ? points.times(0.01) : points;
    }

    /** Compares whatever the golden says of two NPS. */
    static void check(Expected expected, Nps before, Nps after) {
        NpsDifference nps = NpsDifference.between(before, after);
        if (expected.has("nps_a")) {
            expected.number("nps_a", before.fraction(), 1e-9, ZERO).number("nps_b", after.fraction(), 1e-9, ZERO);
        }
        expected.number("difference", nps.estimate() / 100, 1e-9, ZERO);
        expected.in("wald")
                .number("se", nps.standardError() / 100, 1e-9, ZERO)
                .number("z", nps.z(), 1e-9, ZERO)
                .number("p", Critical.pValue(nps.z()))
                .interval("ci", fraction(nps.interval(0.95, NpsDifferenceInterval.WALD)), 1e-9, ZERO);
        if (expected.has("pooled")) {
            expected.in("pooled")
                    .number("se", nps.pooledStandardError() / 100, 1e-9, ZERO)
                    .number("z", nps.pooledZ(), 1e-9, ZERO)
                    .number("p", Critical.pValue(nps.pooledZ()));
        }
        expected.in("adjusted_wald")
                .number("difference", nps.adjusted().estimate() / 100, 1e-9, ZERO)
                .number("se", nps.adjusted().standardError() / 100)
                .interval("ci", fraction(nps.interval(0.95, NpsDifferenceInterval.ADJUSTED_WALD)), 1e-9, ZERO);
        // One of these is not clipped there to what a difference can be.
        boolean beyond = before.count() + after.count() == 2;
        expected.interval("mover_adjusted", fraction(nps.interval(0.95)), 1e-9, beyond ? 0.022 : ZERO);
        if (expected.has("welch_on_scores")) {
            MeanDifference welch = new MeanDifference(scores(before), scores(after));
            expected.in("welch_on_scores")
                    .number("t", welch.t(), 1e-9, ZERO)
                    .number("df", welch.degreesOfFreedom())
                    .number("p", welch.pValue())
                    .interval("ci", welch.interval(0.95), 1e-9, ZERO);
        }
        if (expected.has("chi_square_2x3")) {
            Expected table = expected.in("chi_square_2x3");
            table.number("statistic", nps.sameMixChiSquared(), 1e-9, ZERO).number("p", nps.sameMixPValue());
            long kinds = Stream.of(before.plus(after))
                    .mapToLong(all ->
                            Math.min(1, all.promoters()) + Math.min(1, all.passives()) + Math.min(1, all.detractors()))
                    .sum();
            table.number("df", kinds > 1 ? kinds - 1.0 : Double.NaN);
        }
        if (expected.has("mann_whitney_3_groups_p")) {
            expected.number(
                    "mann_whitney_3_groups_p",
                    Critical.pValue(RankDifference.between(groups(before), groups(after))
                            .uncorrectedZ()));
        }
    }

    private static Ratings groups(Nps nps) {
        return Ratings.ofCounts(RatingScale.of(1, 3), nps.detractors(), nps.passives(), nps.promoters());
    }

    private static Moments scores(Nps nps) {
        double n = nps.count();
        return Moments.ofParts(nps.count(), nps.fraction(), n * nps.variance(), -1, 1);
    }
}
