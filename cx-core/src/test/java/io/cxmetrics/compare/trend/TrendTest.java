package io.cxmetrics.compare.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TrendTest {

    private static final double NONE = Double.NaN;

    /** The data set women of R, weight on height: lm gives 3.45 with the error 0.09114. */
    @Test
    void regressionOfAKnownDataSet() {
        TrendLine line = TrendLine.of(115, 117, 120, 123, 126, 129, 132, 135, 139, 142, 146, 150, 154, 159, 164);
        assertThat(line.slope()).isCloseTo(3.45, within(1e-12));
        assertThat(line.plainError()).isCloseTo(0.09114, within(5e-6));
        assertThat(line.residualDeviation()).isCloseTo(1.525, within(5e-4));
        assertThat(line.rSquared()).isCloseTo(0.991, within(5e-5));
    }

    @Test
    void gapsKeepTheirPlaceAndAreNotFilled() {
        TrendLine line = TrendLine.of(0, NONE, NONE, 3, 4, NONE, 6);
        assertThat(line.slope()).isCloseTo(1, within(1e-12));
        assertThat(line.count()).isEqualTo(4);
        assertThat(line.forecast(1)).isCloseTo(7, within(1e-12));
        assertThat(RankTrend.of(0, NONE, NONE, 3, 4, NONE, 6).slope()).isEqualTo(1);
        assertThat(TrendLine.weighted(new double[] {0, 9, 2}, new double[] {1, 0, 1})
                        .slope())
                .isEqualTo(1);
        assertThat(ChangePoints.of(1, 1, 5, 5, NONE, 9, 9).starts()).containsExactly(3);
        assertThat(SeasonalNaive.of(2, 1, NONE, 3, 4).changes()).containsExactly(2, NONE);
        assertThat(SeasonalNaive.of(2, 3, 4, 1, NONE).forecast(2)).isNaN();
        assertThat(SeasonalNaive.of(2, 3, 4, 1, NONE).interval(2, 0.95).defined())
                .isFalse();
        assertThat(ControlChart.ofValues(1, NONE, 3).movingRanges().mean()).isNaN();
        assertThat(Cusum.of(0, 1, 3, NONE, 3).up()).containsExactly(2.5, 2.5, 5);
    }

    @Test
    void tooFewPeriodsAreUndefined() {
        assertThat(TrendLine.of().slope()).isNaN();
        assertThat(TrendLine.of(1).slope()).isNaN();
        assertThat(TrendLine.of(1, 2).interval(0.95).defined()).isFalse();
        assertThat(TrendLine.of(1, 2).pValue()).isNaN();
        assertThat(RankTrend.of().slope()).isNaN();
        assertThat(RankTrend.of(5).z()).isNaN();
        assertThat(ChangePoints.of().starts()).isEmpty();
        assertThat(ChangePoints.of().means()).isEmpty();
        assertThat(ChangePoints.of(7).means()).containsExactly(7.0);
        assertThat(ControlChart.ofValues().center()).isNaN();
        assertThat(ControlChart.ofRates(new long[] {0}, new long[] {0}).center())
                .isNaN();
    }

    /** Neighbours that are alike have fewer independent periods than the textbook's error takes them for. */
    @Test
    void likenessOfNeighboursWidensTheInterval() {
        SplittableRandom random = new SplittableRandom(20260104);
        int runs = 1_000;
        int plain = 0;
        int robust = 0;
        for (int run = 0; run < runs; run++) {
            double[] values = new double[200];
            double level = 0;
            for (int t = 0; t < values.length; t++) {
                level = 0.5 * level + random.nextGaussian();
                values[t] = level;
            }
            TrendLine line = TrendLine.of(values);
            plain += line.plainInterval(0.95).contains(0) ? 1 : 0;
            robust += line.interval(0.95).contains(0) ? 1 : 0;
        }
        assertThat((double) plain / runs).isLessThan(0.80);
        assertThat((double) robust / runs).isGreaterThan(0.86);
    }

    @Test
    void aBreakInTheRunEndsIt() {
        double[] side = new double[18];
        Arrays.fill(side, 1);
        side[17] = -8;
        ControlChart chart = ControlChart.ofValues(side);
        assertThat(chart.signals(ControlRule.NINE_ON_A_SIDE)).containsExactly(8, 9, 10, 11, 12, 13, 14, 15, 16);
        side[9] = NONE;
        assertThat(ControlChart.ofValues(side).signals(ControlRule.NINE_ON_A_SIDE))
                .containsExactly(8);
        // The center of 1 and -1 in turn is 0: a point on it belongs to no side.
        assertThat(ControlChart.ofValues(1, 1, 1, 1, 0, -1, -1, -1, -1).signals(ControlRule.EIGHT_ON_A_SIDE))
                .isEmpty();
        assertThat(chart.signals(ControlRule.STANDARD)).hasSize(2);
        assertThat(ControlRule.NELSON).hasSize(8);
        assertThat(ControlRule.WESTERN_ELECTRIC).hasSize(4);
    }

    @Test
    void aPeriodWithoutTrialsIsUndefined() {
        ControlChart chart = ControlChart.ofRates(new long[] {1, 0, 2, 1}, new long[] {10, 0, 10, 10});
        assertThat(chart.value(1)).isNaN();
        assertThat(chart.upper(1)).isNaN();
        assertThat(chart.center()).isCloseTo(4 / 30.0, within(1e-15));
        assertThat(chart.z()[1]).isNaN();
    }

    @Test
    void theBaselineOfAWidenedChartIsItsOwn() {
        long[] events = {410, 430, 395, 442, 401, 458, 390, 435};
        long[] trials = {5000, 5100, 4950, 5050, 4980, 5200, 4900, 5020};
        ControlChart first =
                ControlChart.ofRates(events, trials).withBaseline(5).laney();
        ControlChart second = ControlChart.ofRates(events, trials).laney().withBaseline(5);
        assertThat(second.widening()).isEqualTo(first.widening());
        assertThat(second.center()).isEqualTo(first.center());
    }

    @Test
    void refusals() {
        refused(
                () -> TrendLine.of(1, Double.POSITIVE_INFINITY),
                "value must be finite, or NaN where undefined, got Infinity at index 1");
        refused(
                () -> TrendLine.weighted(new double[] {1}, new double[] {-1}),
                "weight must be 0 or in [1e-100, 1e100], got -1.0 at index 0");
        refused(() -> TrendLine.of(1, 2, 3).forecast(0), "step must be at least 1, got 0");
        refused(() -> SeasonalNaive.of(0, 1), "season must be at least 1, got 0");
        refused(() -> SeasonalNaive.of(3, 1, 2), "values must be at least one season (3), got 2");
        refused(() -> SeasonalNaive.of(1, 1).forecast(0), "step must be at least 1, got 0");
        refused(
                () -> ControlChart.ofRates(new long[] {3}, new long[] {2}),
                "events must be in [0, 2], got 3 at index 0");
        refused(() -> ControlChart.ofValues(1, 2, 3).withBaseline(1), "periods must be in [2, 3], got 1");
        refused(() -> Cusum.of(0, 0, 1), "deviation must be finite and positive, got 0.0");
        refused(() -> ChangePoints.of(-1, 2, 1), "penalty must be finite and not negative, got -1.0");
        assertThatThrownBy(() ->
                        ControlChart.ofRates(new long[] {1}, new long[] {2}).movingRanges())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("moving ranges must be of individual values, got a chart of RATES");
    }

    private static void refused(Supplier<?> call, String message) {
        assertThatThrownBy(call::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
