package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.testkit.SharedData;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.value.HistoricValue;
import io.cxmetrics.value.PurchaseDefinition;
import io.cxmetrics.value.PurchaseHistory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Purchases of CDs in 1997 and 1998: all of 23,570 customers, and the sample of 2,357. */
@GoldenTest
class CdnowValueGoldenTest {

    private static final PurchaseDefinition DAYS = PurchaseDefinition.in(ZoneOffset.UTC);

    private final Golden golden = Golden.of("cdnow");

    @TestFactory
    Stream<DynamicTest> goldens() {
        return golden.check(
                        "repeat_rate", expected -> Purchased.repeatRate(expected, HistoricValue.from(master(), DAYS)))
                .check("interpurchase_days", expected -> Purchased.times(expected, DAYS.timesBetween(master())))
                .check(
                        "km_second_purchase",
                        expected -> KaplanMeierGolden.check(
                                expected, DAYS.timesToSecond(master(), LocalDate.of(1998, 6, 30))))
                .check("upstream_summary", this::upstream)
                .checkedElsewhere(
                        "profile",
                        "cohort_month",
                        "weekly_retention_rolling_origin",
                        "day_n_retention",
                        "churn_inactivity",
                        "growth_accounting",
                        "dau_wau_mau")
                .tests();
    }

    private record Row(double frequency, double recency, double age) {}

    /** Both the file that others made of the sample, and the one that we make of it. */
    private void upstream(Expected expected) {
        Map<Integer, PurchaseHistory> ours =
                PurchaseHistory.from(read("CDNOW_sample.txt.gz", 7, 11, 12, 20), DAYS, LocalDate.of(1997, 9, 30));
        Stream.Builder<Row> theirs = Stream.builder();
        golden.rows("cdnow_customers_summary.csv", row -> {
            PurchaseHistory history = ours.get(Integer.valueOf(row.getField("ID")));
            Row their = new Row(
                    Double.parseDouble(row.getField("frequency")),
                    Double.parseDouble(row.getField("recency")),
                    Double.parseDouble(row.getField("T")));
            assertThat(inWeeks(history)).as(row.toString()).isEqualTo(their);
            theirs.add(their);
        });
        compare(expected, theirs.build().toList());
        compare(
                expected,
                ours.values().stream().map(CdnowValueGoldenTest::inWeeks).toList());
    }

    private static Row inWeeks(PurchaseHistory history) {
        return new Row(
                history.frequency(),
                rounded(history.recency(CalendarPeriod.WEEK)),
                rounded(history.age(CalendarPeriod.WEEK)));
    }

    private static double rounded(double weeks) {
        return Math.rint(weeks * 100) / 100;
    }

    private static void compare(Expected expected, List<Row> rows) {
        expected.number("rows", rows.size())
                .number("frequency_sum", moments(rows, Row::frequency).sum())
                .number("recency_mean", moments(rows, Row::recency).mean())
                .number("T_mean", moments(rows, Row::age).mean())
                .number(
                        "zero_frequency",
                        rows.stream().filter(row -> row.frequency() == 0).count());
    }

    private static Moments moments(List<Row> rows, ToDoubleFunction<Row> value) {
        return rows.stream().collect(Moments.toMoments(value));
    }

    private static ActivityLog<Integer> master() {
        return read("CDNOW_master.txt.gz", 1, 6, 7, 15);
    }

    /** Columns of fixed width; the amount ends the line. */
    private static ActivityLog<Integer> read(String file, int keyFrom, int keyTo, int dateFrom, int dateTo) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(SharedData.open("data/cdnow/" + file), StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .filter(line -> Character.isDigit(line.charAt(1)))
                    .map(line -> Activity.on(
                            Integer.valueOf(line.substring(keyFrom, keyTo)),
                            LocalDate.parse(line.substring(dateFrom, dateTo), DateTimeFormatter.BASIC_ISO_DATE),
                            Purchased.cents(line.substring(line.lastIndexOf(' ') + 1))))
                    .collect(ActivityLog.toActivityLog());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
