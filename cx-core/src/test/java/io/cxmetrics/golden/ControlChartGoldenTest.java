package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cxmetrics.compare.trend.ChangePoints;
import io.cxmetrics.compare.trend.ControlChart;
import io.cxmetrics.compare.trend.ControlRule;
import io.cxmetrics.compare.trend.Cusum;
import io.cxmetrics.compare.trend.MovingRanges;
import io.cxmetrics.testkit.GoldenTest;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Limits, signals, cumulative sums and change points by numpy and R; run lengths by R's package spc. */
@GoldenTest
class ControlChartGoldenTest {

    private static final double RELATIVE = 1e-9;

    /** z of a point near the center is a difference of nearly equal numbers. */
    private static final double ABSOLUTE = 1e-12;

    private static final Map<String, ControlRule> RULES = Map.of(
            "nelson_1", ControlRule.BEYOND_LIMITS,
            "nelson_2", ControlRule.NINE_ON_A_SIDE,
            "nelson_3", ControlRule.SIX_RISING_OR_FALLING,
            "nelson_4", ControlRule.FOURTEEN_ALTERNATING,
            "nelson_5", ControlRule.TWO_OF_THREE_BEYOND_TWO,
            "nelson_6", ControlRule.FOUR_OF_FIVE_BEYOND_ONE,
            "nelson_7", ControlRule.FIFTEEN_WITHIN_ONE,
            "nelson_8", ControlRule.EIGHT_BEYOND_ONE,
            "western_electric_4", ControlRule.EIGHT_ON_A_SIDE);

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("compare/control_charts")
                .check("cusum_arl", ControlChartGoldenTest::runLengths)
                .check("chart_constant", ControlChartGoldenTest::constant)
                .checkEach("p_chart", ControlChartGoldenTest::rates)
                .check("u_chart", ControlChartGoldenTest::eventRates)
                .checkEach("individuals", ControlChartGoldenTest::individuals)
                .checkEach("cusum", ControlChartGoldenTest::cusum)
                .checkEach("change", ControlChartGoldenTest::changes)
                .tests();
    }

    private static long[] whole(double[] values) {
        return DoubleStream.of(values).mapToLong(value -> (long) value).toArray();
    }

    private static ControlChart based(Expected golden, ControlChart chart) {
        JsonNode base = golden.input("base");
        return base == null ? chart : chart.withBaseline(base.intValue());
    }

    private static void rates(Expected golden) {
        ControlChart chart = based(golden, ControlChart.ofRates(whole(golden.inputs("x")), whole(golden.inputs("n"))));
        ControlChart laney = chart.laney();
        series(golden, "values", chart, chart::value);
        limits(golden, chart);
        golden.number("laney_sigma_z", laney.widening());
        series(golden, "laney_lower", laney, laney::lower);
        series(golden, "laney_upper", laney, laney::upper);
        indices(golden, "laney_beyond", laney.signals(ControlRule.BEYOND_LIMITS));
        assertThat(laney.laney()).isSameAs(laney);
    }

    private static void eventRates(Expected golden) {
        ControlChart chart = ControlChart.ofEventRates(whole(golden.inputs("c")), golden.inputs("n"));
        series(golden, "values", chart, chart::value);
        limits(golden, chart);
    }

    private static void limits(Expected golden, ControlChart chart) {
        golden.number("center", chart.center());
        series(golden, "lower", chart, chart::lower);
        series(golden, "upper", chart, chart::upper);
        signals(golden, chart);
    }

    private static void signals(Expected golden, ControlChart chart) {
        double[] z = chart.z();
        series(golden, "z", chart, period -> z[period]);
        Expected signals = golden.in("signals");
        RULES.forEach((name, rule) -> indices(signals, name, chart.signals(rule)));
    }

    private static void series(Expected golden, String field, ControlChart chart, IntToDoubleFunction of) {
        Expected list = golden.in(field);
        assertThat(list.size()).isEqualTo(chart.periods());
        for (int i = 0; i < chart.periods(); i++) {
            list.number(String.valueOf(i), of.applyAsDouble(i), RELATIVE, ABSOLUTE);
        }
    }

    private static void indices(Expected golden, String field, List<Integer> actual) {
        golden.numbers(field, actual.stream().mapToDouble(Integer::doubleValue).toArray());
    }

    private static void individuals(Expected golden) {
        ControlChart chart = based(golden, ControlChart.ofValues(golden.inputs("x")));
        MovingRanges ranges = chart.movingRanges();
        golden.number("center", chart.center())
                .number("mean_moving_range", ranges.mean())
                .number("sigma", chart.deviation(0))
                .number("sigma", ranges.deviation())
                .number("lower", chart.lower(0))
                .number("upper", chart.upper(0))
                .number("moving_range_upper", ranges.upper())
                .number("median_moving_range", ranges.median())
                .number("sigma_from_median", ranges.deviationFromMedian());
        signals(golden, chart);
        indices(golden, "moving_range_beyond", ranges.beyond());
    }

    private static void constant(Expected golden) {
        ControlChart chart = ControlChart.ofValues(golden.inputs("x"));
        golden.number("center", chart.center())
                .number("sigma", chart.deviation(0))
                .number("lower", chart.lower(0))
                .number("upper", chart.upper(0))
                .number("z", chart.z()[0])
                .numbers("signals");
        for (ControlRule rule : ControlRule.values()) {
            assertThat(chart.signals(rule)).isEmpty();
        }
    }

    private static void cusum(Expected golden) {
        Cusum sums = Cusum.of(
                golden.input("target").doubleValue(), golden.input("sd").doubleValue(), golden.inputs("x"));
        sums(golden, "c_plus", sums.up());
        sums(golden, "c_minus", sums.down());
        golden.numbers("n_plus", IntStream.of(sums.upRuns()).asDoubleStream().toArray())
                .numbers(
                        "n_minus",
                        IntStream.of(sums.downRuns()).asDoubleStream().toArray())
                .number("first_signal", sums.signals().get(0))
                .text("signal_side", sums.side() > 0 ? "up" : "down")
                .number("estimated_change_start", sums.changeStart());
        indices(golden, "beyond", sums.signals());
    }

    private static void sums(Expected golden, String field, double[] actual) {
        Expected list = golden.in(field);
        for (int i = 0; i < actual.length; i++) {
            list.number(String.valueOf(i), actual[i], RELATIVE, ABSOLUTE);
        }
    }

    private static void runLengths(Expected golden) {
        for (int i = 0; i < golden.size(); i++) {
            Expected row = golden.in(String.valueOf(i));
            double length = Cusum.averageRunLength(row.doubleAt("k"), row.doubleAt("h"), row.doubleAt("shift"));
            row.number("arl", length, 1e-6, 0);
        }
    }

    private static void changes(Expected golden) {
        ChangePoints changes = ChangePoints.of(
                golden.input("beta").doubleValue(), golden.input("min_segment").intValue(), golden.inputs("x"));
        Expected optimal = golden.in("optimal");
        indices(optimal, "change_points", changes.starts());
        optimal.number("penalised_cost", changes.cost())
                .number("sse", changes.squares())
                .numbers(
                        "segment_means",
                        changes.means().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray());
        if (golden.in("binary_segmentation").in("change_points").size() > 0) {
            golden.passOver("binary_segmentation", "splitting in two misses a bump that the exact optimum finds");
        }
        golden.passOver("amoc_cusum", "at most one change, which the exact optimum finds too");
    }
}
