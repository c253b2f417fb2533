package io.cxmetrics.golden;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.compare.experiment.ConfidenceSequence;
import io.cxmetrics.compare.experiment.SequentialMonitor;
import io.cxmetrics.compare.trend.ControlChart;
import io.cxmetrics.compare.trend.ControlRule;
import io.cxmetrics.compare.trend.DailySeries;
import io.cxmetrics.compare.trend.TrendLine;
import io.cxmetrics.stat.Difference;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.testkit.GoldenTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Real data that are watched over time: an experiment on clicks by day, and a survey at an airport by day. */
@GoldenTest
class WatchedDataGoldenTest {

    private static final LocalDate FIRST = LocalDate.of(2019, 11, 24);

    /** Clicks of two policies, cumulated to the end of each day in UTC. */
    @Test
    void clicksOfTwoPoliciesByDay() {
        Expected golden = Golden.of("compare/real_data").expected("men_ctr_sequential_by_utc_date");
        DailySeries<Proportion> random = clicks("men_random.csv.gz");
        DailySeries<Proportion> bts = clicks("men_bts.csv.gz");
        ConfidenceSequence sequence =
                ConfidenceSequence.ofMixture(golden.input("tau").doubleValue(), 0.05);
        SequentialMonitor monitor = SequentialMonitor.of(sequence);
        for (int i = 0; i < golden.size(); i++) {
            LocalDate day = FIRST.plusDays(i);
            Proportion a = random.between(FIRST, day.plusDays(1));
            Proportion b = bts.between(FIRST, day.plusDays(1));
            Difference difference =
                    new Difference(b.rate() - a.rate(), Math.hypot(a.standardError(), b.standardError()));
            long units = a.trials() + b.trials();
            monitor = monitor.look(units, difference.estimate(), difference.standardError());
            Expected look = golden.in(String.valueOf(i))
                    .text("date", day.toString())
                    .number("x_a", a.events())
                    .number("n_a", a.trials())
                    .number("x_b", b.events())
                    .number("n_b", b.trials())
                    .number("difference", difference.estimate())
                    .number("log_lambda", sequence.logLambda(units, difference.estimate(), difference.standardError()))
                    .number("p_always_valid", monitor.pValue())
                    .number("naive_p", difference.pValue());
            Interval interval = sequence.interval(units, difference.estimate(), difference.standardError());
            look.interval("ci", interval);
        }
        golden.assertAllCompared();
    }

    private static DailySeries<Proportion> clicks(String file) {
        return SharedCsv.named("data/open_bandit_men/" + file).stream()
                .collect(DailySeries.toDailySeries(
                        row -> Instant.parse(
                                row.getField("timestamp").replace(' ', 'T').replace("+00:00", "Z")),
                        Proportion.aggregation().<NamedCsvRecord>mapInput(row -> "1".equals(row.getField("click"))),
                        Proportion.EMPTY,
                        ZoneOffset.UTC));
    }

    /** Detractors by day of the interviews; the chart has the days that are there. */
    @Test
    void detractorsByDay() {
        Expected golden = Golden.of("compare/real_data").expected("sfo_2017_detractor_p_chart");
        Map<Integer, Nps> days = scores();
        long[] detractors = days.values().stream().mapToLong(Nps::detractors).toArray();
        long[] answers = days.values().stream().mapToLong(Nps::count).toArray();
        ControlChart chart = ControlChart.ofRates(detractors, answers);
        ControlChart laney = chart.laney();
        golden.numbers(
                        "days",
                        days.keySet().stream().mapToDouble(Integer::doubleValue).toArray())
                .numbers(
                        "detractors", Arrays.stream(detractors).asDoubleStream().toArray())
                .numbers("n", Arrays.stream(answers).asDoubleStream().toArray())
                .number("center", chart.center())
                .number("laney_sigma_z", laney.widening())
                .numbers("beyond_days")
                .numbers("laney_beyond_days")
                .numbers("z", chart.z());
        for (int i = 0; i < chart.periods(); i++) {
            golden.in("lower").number(String.valueOf(i), chart.lower(i));
            golden.in("upper").number(String.valueOf(i), chart.upper(i));
        }
        assertThat(chart.signals(ControlRule.BEYOND_LIMITS)).isEmpty();
        assertThat(laney.signals(ControlRule.BEYOND_LIMITS)).isEmpty();
        golden.assertAllCompared();
    }

    /** Days without interviews keep their place, and are not filled. */
    @Test
    void scoreByDay() {
        Expected golden = Golden.of("compare/real_data").expected("sfo_2017_daily_nps_slope");
        double[] values = new double[26];
        double[] weights = new double[26];
        Arrays.fill(values, Double.NaN);
        scores().forEach((day, nps) -> {
            values[day - 5] = nps.fraction();
            weights[day - 5] = nps.count();
        });
        TrendLine line = TrendLine.weighted(values, weights);
        golden.number("slope_per_day", line.slope())
                .number("se", line.plainError())
                .number("p", line.plainPValue())
                .interval("ci", line.plainInterval(0.95))
                .number("days", line.count());
        golden.assertAllCompared();
    }

    private static Map<Integer, Nps> scores() {
        List<NamedCsvRecord> rows = SharedCsv.named("data/sfo_survey_2017/sfo_2017.csv.gz");
        return rows.stream()
                .filter(row -> row.getField("NETPRO").matches("[0-9]|10"))
                .collect(groupingBy(
                        row -> Integer.parseInt(row.getField("INTDATE")),
                        TreeMap::new,
                        Nps.toNps(row -> Integer.parseInt(row.getField("NETPRO")))));
    }
}
