package io.cxmetrics.golden;

import io.cxmetrics.compare.trend.RankTrend;
import io.cxmetrics.compare.trend.SeasonalNaive;
import io.cxmetrics.compare.trend.TrendLine;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.testkit.GoldenTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** R's lm, confint and predict, sandwich's NeweyWest, forecast's snaive. */
@GoldenTest
class TrendGoldenTest {

    private static final double RELATIVE = 1e-9;

    /** Series that lie on a line have errors of rounding only. */
    private static final double ABSOLUTE = 1e-12;

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("compare/trend")
                .check("trend_weighted", TrendGoldenTest::weighted)
                .checkAll(TrendGoldenTest::check)
                .tests();
    }

    private static void weighted(Expected golden) {
        line(golden, TrendLine.weighted(golden.inputs("y"), golden.inputs("w")));
    }

    private static void check(Expected golden) {
        double[] values = golden.inputs("y");
        TrendLine line = TrendLine.of(values);
        line(golden, line);
        number(golden, "durbin_watson", line.durbinWatson());
        number(golden, "newey_west_lag", line.lag());
        number(golden, "newey_west_se", line.unadjustedError());
        number(golden, "newey_west_se_adjusted", line.standardError());
        if (golden.has("forecast")) {
            forecast(golden.in("forecast"), line);
        }
        RankTrend ranks = RankTrend.of(values);
        number(golden, "theil_sen", ranks.slope());
        if (golden.has("mann_kendall")) {
            golden.in("mann_kendall")
                    .number("s", ranks.s())
                    .number("variance", ranks.variance())
                    .number("z", ranks.z())
                    .number("p", ranks.pValue());
        }
        if (golden.has("seasonal_naive")) {
            seasonal(
                    golden.in("seasonal_naive"),
                    SeasonalNaive.of(golden.input("season").intValue(), values));
        }
    }

    private static void line(Expected golden, TrendLine line) {
        number(golden, "n", line.count());
        number(golden, "slope", line.slope());
        number(golden, "intercept", line.intercept());
        number(golden, "slope_se", line.plainError());
        number(golden, "t", line.plainT());
        number(golden, "df", line.count() - 2.0);
        number(golden, "p", line.plainPValue());
        number(golden, "r_squared", line.rSquared());
        number(golden, "residual_sd", line.residualDeviation());
        golden.interval("slope_ci", line.plainInterval(0.95), RELATIVE, ABSOLUTE);
    }

    private static void number(Expected golden, String field, double actual) {
        if (golden.has(field)) {
            golden.number(field, actual, RELATIVE, ABSOLUTE);
        }
    }

    private static void forecast(Expected golden, TrendLine line) {
        for (int k = 0; k < golden.size(); k++) {
            int step = k + 1;
            Expected at = golden.in(String.valueOf(k)).number("step", step);
            number(at, "mean", line.forecast(step));
            if (at.has("mean_ci")) {
                at.interval("mean_ci", line.forecastInterval(step, 0.95))
                        .interval("prediction_interval", line.predictionInterval(step, 0.95));
            }
        }
    }

    private static void seasonal(Expected golden, SeasonalNaive naive) {
        Expected forecasts = golden.in("forecast");
        Expected intervals = golden.in("interval");
        for (int k = 0; k < forecasts.size(); k++) {
            forecasts.number(String.valueOf(k), naive.forecast(k + 1));
            intervals.interval(String.valueOf(k), naive.interval(k + 1, 0.95));
        }
        golden.number("period", naive.season())
                .number("in_sample_rmse", naive.rootMeanSquareError())
                .number("in_sample_mae", naive.meanAbsoluteError())
                .number("sd_of_differences", Moments.of(naive.changes()).standardDeviation())
                .numbers("year_over_year_relative", naive.relativeChanges());
    }
}
