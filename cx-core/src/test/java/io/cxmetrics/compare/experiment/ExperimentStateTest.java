package io.cxmetrics.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.RatioOfSums;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ExperimentStateTest {

    private static final Map<String, Double> EVEN = Map.of("a", 1.0, "b", 1.0);

    @Test
    void cupedIsUnbiasedAndShortensTheInterval() {
        SplittableRandom random = new SplittableRandom(20260101);
        int runs = 1_000;
        double sum = 0;
        double squares = 0;
        double reduction = 0;
        for (int run = 0; run < runs; run++) {
            CupedDifference difference = CupedDifference.of(arm(random, 60, 0), arm(random, 60, 0.5));
            sum += difference.estimate();
            squares += difference.estimate() * difference.estimate();
            reduction += difference.varianceReduction();
        }
        double mean = sum / runs;
        double error = Math.sqrt((squares / runs - mean * mean) / runs);
        assertThat(mean).isCloseTo(0.5, within(3 * error));
        // The covariate explains 0.64 of the variance: r = 0.8.
        assertThat(reduction / runs).isCloseTo(0.64, within(0.02));
    }

    private static CupedMoments arm(SplittableRandom random, int units, double effect) {
        double[] before = new double[units];
        double[] outcome = new double[units];
        for (int i = 0; i < units; i++) {
            before[i] = random.nextGaussian();
            outcome[i] = 0.8 * before[i] + 0.6 * random.nextGaussian() + effect;
        }
        return CupedMoments.of(outcome, before);
    }

    @Test
    void sampleRatioMismatchHasItsLevel() {
        SplittableRandom random = new SplittableRandom(20260102);
        int runs = 4_000;
        int flagged = 0;
        for (int run = 0; run < runs; run++) {
            long a = 0;
            for (int i = 0; i < 400; i++) {
                a += random.nextBoolean() ? 1 : 0;
            }
            if (VariantCounts.ofCounts(Map.of("a", a, "b", 400 - a))
                    .mismatch(EVEN)
                    .mismatch(0.05)) {
                flagged++;
            }
        }
        assertThat((double) flagged / runs).isCloseTo(0.05, within(3 * Math.sqrt(0.05 * 0.95 / runs)));
    }

    @Test
    void aUnitInAVariantWithoutWeightIsAFault() {
        Map<String, Double> plan = Map.of("a", 1.0, "b", 1.0, "c", 0.0);
        SampleRatioMismatch check =
                VariantCounts.ofCounts(Map.of("a", 50L, "b", 50L, "c", 1L)).mismatch(plan);
        assertThat(check.unplanned()).isEqualTo(1);
        assertThat(check.mismatch()).isTrue();
        assertThat(check.pValue()).isEqualTo(1);
        assertThat(check.degreesOfFreedom()).isEqualTo(1);
        assertThat(check.variants()).containsExactly("a", "b");
        // An arm that was planned and has nobody is no fault of its own.
        assertThat(VariantCounts.ofCounts(Map.of("a", 50L, "b", 50L))
                        .mismatch(plan)
                        .mismatch())
                .isFalse();
    }

    @Test
    void fewUnitsAreCountedExactly() {
        SampleRatioMismatch few = VariantCounts.of("a", "a", "a").mismatch(EVEN);
        // Two tosses of eight, three alike: 2 / 8.
        assertThat(few.pValue()).isCloseTo(0.25, within(1e-12));
        assertThat(few.imbalance("a")).isEqualTo(1);
        assertThat(few.imbalance("b")).isEqualTo(-1);
        SampleRatioMismatch none = VariantCounts.EMPTY.mismatch(EVEN);
        assertThat(none.pValue()).isNaN();
        assertThat(none.mismatch()).isFalse();
        assertThat(none.imbalance("a")).isNaN();
        assertThat(none.sequentialPValue()).isNaN();
    }

    @Test
    void unitsWithoutHistoryAreCounted() {
        CupedMoments users = CupedMoments.of(List.of(CupedUnit.of(3, 2), CupedUnit.withoutHistory(5)));
        assertThat(users.withoutHistory()).isEqualTo(1);
        assertThat(users.before().mean()).isEqualTo(1);
        assertThat(users.toString()).isEqualTo("CupedMoments[count=2, withoutHistory=1, outcome=4.0]");
    }

    @Test
    void aConstantCovariateLeavesTheRawValues() {
        CupedDifference difference = CupedDifference.of(
                CupedMoments.of(new double[] {1, 2, 3}, new double[] {5, 5, 5}),
                CupedMoments.of(new double[] {2, 4, 4}, new double[] {5, 5, 5}));
        assertThat(difference.adjusted()).isFalse();
        assertThat(difference.estimate()).isEqualTo(difference.raw());
        assertThat(difference.varianceReduction()).isZero();
        assertThat(difference.imbalancePValue()).isNaN();
        assertThat(CupedDifference.of(CupedMoments.EMPTY, CupedMoments.EMPTY).estimate())
                .isNaN();
        assertThat(CupedDifference.of(CupedMoments.EMPTY, CupedMoments.EMPTY)
                        .interval(0.95)
                        .defined())
                .isFalse();
    }

    @Test
    void swappingTheArmsNegatesAndNothingDiffersFromItself() {
        SplittableRandom random = new SplittableRandom(20260106);
        CupedMoments a = arm(random, 30, 0);
        CupedMoments b = arm(random, 20, 1);
        CupedDifference there = CupedDifference.of(a, b);
        CupedDifference back = CupedDifference.of(b, a);
        assertThat(back.estimate()).isCloseTo(-there.estimate(), within(1e-12));
        assertThat(back.pValue()).isCloseTo(there.pValue(), within(1e-12));
        assertThat(back.varianceReduction()).isCloseTo(there.varianceReduction(), within(1e-12));
        assertThat(CupedDifference.of(a, a).estimate()).isZero();
        assertThat(CupedDifference.of(a, a).pValue()).isEqualTo(1);
    }

    @Test
    void rowsOfAUnitAreSummedFirst() {
        record Session(String user, double revenue) {}
        List<Session> sessions =
                List.of(new Session("ann", 5), new Session("bob", 0), new Session("ann", 7), new Session("cid", 3));
        RatioOfSums perSession =
                sessions.stream().collect(RatioOfSums.toRatioOfSums(Session::user, Session::revenue, session -> 1));
        assertThat(perSession.count()).isEqualTo(3);
        assertThat(perSession.ratio()).isEqualTo(3.75);
        assertThat(perSession.interval(0.95).contains(3.75)).isTrue();
        assertThat(RatioOfSums.EMPTY.ratio()).isNaN();
        assertThat(RatioOfSums.of(new double[] {1}, new double[] {1}).variance())
                .isNaN();
        assertThat(RatioOfSums.of(new double[] {0, 0}, new double[] {0, 0}).ratio())
                .isNaN();
    }

    @Test
    void refusals() {
        refused(() -> VariantCounts.ofCounts(Map.of("a", -1L)), "count of a must not be negative, got -1");
        refused(() -> VariantCounts.of("x").mismatch(EVEN), "variant must have a weight, got x");
        refused(
                () -> VariantCounts.EMPTY.mismatch(Map.of("a", 1.0)),
                "weights must be above 0 for at least 2 variants, got {a=1.0}");
        refused(() -> VariantCounts.EMPTY.mismatch(EVEN).expected("c"), "variant must be one of [a, b], got c");
        refused(
                () -> RatioOfSums.of(new double[] {1}, new double[] {-1}),
                "denominator must be finite and not negative, got -1.0 at index 0");
        refused(
                () -> CupedMoments.of(new double[] {Double.NaN}, new double[] {1}),
                "outcome must be finite, got NaN at index 0");
        refused(() -> CupedUnit.of(1, Double.NaN), "before must be finite, got NaN");
    }

    private static void refused(Supplier<?> call, String message) {
        assertThatThrownBy(call::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
