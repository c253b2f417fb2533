package io.cxmetrics.compare.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.catalogue.Direction;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.compare.Correction;
import io.cxmetrics.compare.Verdict;
import io.cxmetrics.compare.difference.Changes;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.RatioOfSums;
import io.cxmetrics.survey.Nps;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ExperimentAnalysisTest {

    private static final ExperimentDefinition TWO =
            ExperimentDefinition.of("user", "control", Map.of("control", 1.0, "green", 1.0));

    private static final ExperimentDefinition THREE =
            ExperimentDefinition.of("user", "control", Map.of("control", 1.0, "green", 1.0, "blue", 1.0));

    private static VariantCounts even(long units) {
        return VariantCounts.ofCounts(Map.of("control", units, "green", units));
    }

    private static ExperimentMetric conversion(long control, long green, long blue) {
        return ExperimentMetric.rate(
                "conversion",
                "user",
                Map.of(
                        "control", Proportion.of(control, 10_000),
                        "green", Proportion.of(green, 10_000),
                        "blue", Proportion.of(blue, 10_000)));
    }

    @Test
    void aResultIsTheChangeFromTheControl() {
        ExperimentAnalysis analysis = ExperimentAnalysis.of(TWO, even(10_000), List.of(conversion(480, 560, 0)));
        ExperimentResult result = analysis.result("conversion", "green");
        assertThat(analysis.results()).containsExactly(result);
        assertThat(result.change().difference()).isCloseTo(0.008, within(1e-12));
        // One test is a family of its own.
        assertThat(result.adjustedPValue()).isEqualTo(result.change().pValue());
        assertThat(result.change().interval())
                .isEqualTo(Changes.between(Proportion.of(480, 10_000), Proportion.of(560, 10_000))
                        .interval());
        assertThat(result.change().verdict()).isEqualTo(Verdict.BETTER);
        assertThat(result.raw().difference()).isEqualTo(result.change().difference());
        assertThat(result.guardrail()).isEqualTo(GuardrailVerdict.NONE);
        assertThat(analysis.trustworthy()).isTrue();
        assertThat(analysis.peeked()).isFalse();
        assertThat(analysis.experiment()).isEqualTo(TWO);
    }

    @Test
    void severalTreatmentsAndGoalsAreOneFamily() {
        ExperimentMetric spend = ExperimentMetric.mean(
                "spend",
                "user",
                Map.of(
                        "control", Moments.of(1, 2, 3, 4, 5),
                        "green", Moments.of(2, 3, 4, 5, 6),
                        "blue", Moments.of(1, 2, 3, 4, 6)));
        VariantCounts counts = VariantCounts.ofCounts(Map.of("control", 10L, "green", 10L, "blue", 10L));
        ExperimentAnalysis analysis = ExperimentAnalysis.of(THREE, counts, List.of(conversion(480, 550, 500), spend));
        assertThat(analysis.family())
                .containsExactly("conversion, blue", "conversion, green", "spend, blue", "spend, green");
        double[] p = analysis.results().stream()
                .mapToDouble(result -> result.change().pValue())
                .toArray();
        double[] adjusted = analysis.results().stream()
                .mapToDouble(ExperimentResult::adjustedPValue)
                .toArray();
        assertThat(adjusted).containsExactly(Correction.HOLM.adjust(p));
        // 0.024 alone; four tests make nothing of it.
        assertThat(p[1]).isLessThan(0.05);
        assertThat(adjusted[1]).isGreaterThan(0.05);
        assertThat(analysis.result("conversion", "green").change().verdict()).isEqualTo(Verdict.NO_EVIDENCE);
        assertThat(analysis.correction()).isEqualTo(Correction.HOLM);
        ExperimentAnalysis raw = ExperimentAnalysis.of(
                THREE.withCorrection(Correction.NONE), counts, List.of(conversion(480, 550, 500), spend));
        assertThat(raw.result("conversion", "green").change().verdict()).isEqualTo(Verdict.BETTER);
    }

    @Test
    void aGuardrailMustExcludeHarm() {
        ExperimentMetric errors = conversion(480, 482, 0).withDirection(Direction.LOWER_IS_BETTER);
        assertThat(guardrail(errors.asGuardrail(0.01))).isEqualTo(GuardrailVerdict.HOLDS);
        assertThat(guardrail(errors.asGuardrail(0.005))).isEqualTo(GuardrailVerdict.UNDECIDED);
        ExperimentMetric worse = conversion(480, 650, 0).withDirection(Direction.LOWER_IS_BETTER);
        assertThat(guardrail(worse.asGuardrail(0.005))).isEqualTo(GuardrailVerdict.HARMED);
        assertThat(guardrail(conversion(480, 650, 0).asGuardrail(0.005))).isEqualTo(GuardrailVerdict.HOLDS);
        assertThat(guardrail(conversion(650, 480, 0).asGuardrail(0.005))).isEqualTo(GuardrailVerdict.HARMED);
        // It is worse, but by less than what matters.
        assertThat(guardrail(conversion(650, 480, 0).asGuardrail(0.05))).isEqualTo(GuardrailVerdict.HOLDS);
        ExperimentMetric empty = ExperimentMetric.mean("load", "user", Map.of());
        assertThat(guardrail(empty.asGuardrail(1))).isEqualTo(GuardrailVerdict.UNDEFINED);
    }

    private static GuardrailVerdict guardrail(ExperimentMetric metric) {
        ExperimentAnalysis analysis = ExperimentAnalysis.of(TWO, even(10_000), List.of(metric));
        assertThat(analysis.family()).isEmpty();
        ExperimentResult result = analysis.results().get(0);
        assertThat(result.adjustedPValue()).isNaN();
        return result.guardrail();
    }

    @Test
    void theRawResultStandsBesideTheAdjustedOne() {
        CupedMoments control = CupedMoments.of(new double[] {1, 3, 2, 6}, new double[] {1, 3, 3, 5});
        CupedMoments green = CupedMoments.of(new double[] {4, 3, 7, 5}, new double[] {3, 1, 5, 4});
        ExperimentMetric spend = ExperimentMetric.cuped("spend", "user", Map.of("control", control, "green", green));
        ExperimentResult result =
                ExperimentAnalysis.of(TWO, even(4), List.of(spend)).result("spend", "green");
        CupedDifference difference = CupedDifference.of(control, green);
        assertThat(result.change().difference()).isEqualTo(difference.estimate());
        assertThat(result.raw().difference()).isEqualTo(1.75);
        assertThat(result.change().tooFew()).isTrue();
        assertThat(difference.change(ChangeDefinition.STANDARD).relative())
                .isCloseTo(difference.estimate() / difference.controlMean(), within(1e-12));
    }

    @Test
    void everyKindOfMetricIsCompared() {
        RatioOfSums a = RatioOfSums.of(new double[] {10, 0, 25.5, 0, 40}, new double[] {1, 2, 3, 1, 4});
        RatioOfSums b = RatioOfSums.of(new double[] {0, 30, 12.25, 18, 55, 0}, new double[] {1, 3, 2, 2, 5, 1});
        ExperimentAnalysis analysis = ExperimentAnalysis.of(
                TWO,
                even(6),
                List.of(
                        ExperimentMetric.ratio("revenue per session", "user", Map.of("control", a, "green", b)),
                        ExperimentMetric.nps(
                                "nps",
                                "user",
                                Map.of("control", Nps.ofCounts(50, 30, 20), "green", Nps.ofCounts(55, 28, 17)))));
        // The ratios of the golden values, made in R.
        assertThat(analysis.result("revenue per session", "green").change().pValue())
                .isCloseTo(0.612292261391723, within(1e-12));
        assertThat(analysis.result("nps", "green").change().difference()).isCloseTo(8, within(1e-12));
    }

    @Test
    void aBrokenAssignmentAndAnEarlyLookAreSaid() {
        ExperimentAnalysis analysis = ExperimentAnalysis.of(
                TWO.withPlannedUnits(50_000),
                VariantCounts.ofCounts(Map.of("control", 10_000L, "green", 9_000L)),
                List.of(conversion(480, 560, 0)));
        assertThat(analysis.trustworthy()).isFalse();
        assertThat(analysis.mismatch().pValue()).isLessThan(1e-9);
        assertThat(analysis.peeked()).isTrue();
        assertThat(analysis.toString()).startsWith("ExperimentAnalysis[trustworthy=false, peeked=true, results=[Exp");
    }

    /** Holm over two treatments and two metrics without effect keeps the level of any false winner. */
    @Test
    void falseWinnersKeepTheLevel() {
        SplittableRandom random = new SplittableRandom(20260105);
        int runs = 600;
        int wrong = 0;
        for (int run = 0; run < runs; run++) {
            ExperimentAnalysis analysis = ExperimentAnalysis.of(
                    THREE, VariantCounts.EMPTY, List.of(noise("one", random), noise("two", random)));
            if (analysis.results().stream().anyMatch(result -> result.adjustedPValue() < 0.05)) {
                wrong++;
            }
        }
        assertThat((double) wrong / runs).isLessThan(0.05 + 3 * Math.sqrt(0.05 * 0.95 / runs));
    }

    private static ExperimentMetric noise(String name, SplittableRandom random) {
        return ExperimentMetric.mean(
                name, "user", Map.of("control", arm(random), "green", arm(random), "blue", arm(random)));
    }

    private static Moments arm(SplittableRandom random) {
        double[] values = new double[40];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return Moments.of(values);
    }

    @Test
    void refusals() {
        ExperimentMetric bySession = ExperimentMetric.rate("clicks", "session", Map.of());
        refused(
                () -> ExperimentAnalysis.of(TWO, even(5), List.of(bySession)),
                "unit of clicks must be the one that was assigned (user), got session");
        ExperimentMetric metric = conversion(1, 1, 1);
        refused(
                () -> ExperimentAnalysis.of(TWO, even(5), List.of(metric, metric)),
                "metrics must have distinct names, got conversion twice");
        refused(
                () -> ExperimentAnalysis.of(TWO, VariantCounts.of("red"), List.of(metric)),
                "variant must have a weight, got red");
        refused(
                () -> ExperimentAnalysis.of(TWO, even(5), List.of(metric)).result("x", "green"),
                "metric and treatment must be of the experiment, got x and green");
        refused(
                () -> ExperimentDefinition.of("user", "a", Map.of("b", 1.0)),
                "control must be a variant with a weight above 0, got a of {b=1.0}");
        refused(() -> TWO.withLevel(1), "level must be in (0, 1), got 1.0");
        refused(() -> metric.asGuardrail(0), "margin must be finite and positive, got 0.0");
        refused(
                () -> metric.withDirection(Direction.NEITHER).asGuardrail(1),
                "direction of a guardrail must be given, got NEITHER");
    }

    private static void refused(Supplier<?> call, String message) {
        assertThatThrownBy(call::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
