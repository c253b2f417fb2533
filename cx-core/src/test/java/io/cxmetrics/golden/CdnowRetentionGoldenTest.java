package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.base.Suppliers;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.ActorHistory;
import io.cxmetrics.retention.cohort.Cohort;
import io.cxmetrics.retention.cohort.CohortCell;
import io.cxmetrics.retention.cohort.CohortDefinition;
import io.cxmetrics.retention.cohort.CohortTable;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.testkit.SharedData;
import io.cxmetrics.time.CalendarPeriod;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The purchases of all 23,570 customers who began at CDNOW in the first quarter of 1997. */
@GoldenTest
class CdnowRetentionGoldenTest {

    private static final LocalDate LAST = LocalDate.of(1998, 6, 30);

    @TestFactory
    Stream<DynamicTest> everyGolden() {
        // Read once, and only if there is a golden to check.
        Supplier<ActivityChecks> purchases = Suppliers.memoize(CdnowRetentionGoldenTest::purchases);
        return Golden.of("cdnow")
                .check("profile", expected -> profile(expected, purchases.get().log()))
                .check("cohort_month", expected -> purchases.get().cohortsByMonth(expected))
                .check(
                        "weekly_retention_rolling_origin",
                        expected -> purchases.get().weeksOfEachOwn(expected))
                .check("day_n_retention", expected -> purchases.get().dayN(expected))
                .check("churn_inactivity", expected -> purchases.get().churn(expected))
                .check("growth_accounting", expected -> purchases.get().growth(expected))
                .check(
                        "dau_wau_mau",
                        expected -> purchases
                                .get()
                                .activeUsers(
                                        expected,
                                        LocalDate.of(1997, 5, 17),
                                        LocalDate.of(1997, 10, 1),
                                        LocalDate.of(1998, 2, 14)))
                .checkedElsewhere("upstream_summary", "repeat_rate", "interpurchase_days", "km_second_purchase")
                .tests();
    }

    private static void profile(Expected expected, ActivityLog<String> log) {
        List<String> lines = lines();
        List<ActorHistory> histories = List.copyOf(log.histories().values());
        long days = histories.stream()
                .mapToLong(history -> history.distinctDays(ZoneOffset.UTC).length)
                .sum();
        expected.number("rows", log.count())
                .number("customers", log.actors())
                .text(
                        "first",
                        day(histories.stream()
                                .mapToLong(history -> history.millis(0))
                                .min()
                                .orElseThrow()))
                .text(
                        "last",
                        day(histories.stream()
                                .mapToLong(history -> history.last().toEpochMilli())
                                .max()
                                .orElseThrow()))
                .number("customer_date_repeats", log.count() - days)
                .number(
                        "exact_duplicates",
                        lines.size() - lines.stream().distinct().count())
                .number(
                        "zero_value_rows",
                        histories.stream()
                                .mapToLong(history -> IntStream.range(0, history.count())
                                        .filter(i -> history.amount(i) == 0)
                                        .count())
                                .sum())
                .number(
                        "revenue",
                        histories.stream().mapToLong(ActorHistory::amount).sum() / 100.0);
    }

    private static String day(long millis) {
        return LocalDate.ofEpochDay(Math.floorDiv(millis, 86_400_000L)).toString();
    }

    private static ActivityChecks purchases() {
        return new ActivityChecks(
                lines().stream()
                        .map(line -> line.split(" +"))
                        .collect(ActivityLog.toActivityLog(
                                fields -> fields[0],
                                fields -> LocalDate.parse(fields[1], DateTimeFormatter.BASIC_ISO_DATE)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant(),
                                fields -> cents(fields[3]))),
                LAST);
    }

    private static long cents(String dollars) {
        return new BigDecimal(dollars).movePointRight(2).longValueExact();
    }

    /** Without the header: customer, date, number of CDs and dollars between blanks. */
    private static List<String> lines() {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(SharedData.open("data/cdnow/CDNOW_master.txt.gz"), StandardCharsets.US_ASCII))) {
            return reader.lines().skip(1).map(String::strip).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Size, customers, purchase days and revenue of each of three cohorts in each of their months. */
    @Test
    void everyCellByMonth() {
        List<NamedCsvRecord> expected = SharedCsv.named("golden/clv/cohort_monthly_cdnow_master.csv");
        CohortTable table = SharedCsv.named("data/clv/cdnow_master_transactions.csv.gz").stream()
                .map(row -> Activity.on(
                        row.getField("customer_id"),
                        LocalDate.parse(row.getField("date")),
                        cents(row.getField("amount"))))
                .collect(ActivityLog.<String>toActivityLog())
                .histories()
                .values()
                .parallelStream()
                .collect(CohortTable.toCohortTable(CohortDefinition.of(CalendarPeriod.MONTH, ZoneOffset.UTC), LAST));
        int cells = 0;
        for (Cohort cohort : table.cohorts().values()) {
            cells += cohort.cells().size();
        }
        assertThat(expected).hasSize(cells).hasSizeGreaterThan(50);
        for (NamedCsvRecord row : expected) {
            Cohort cohort = table.cohort(LocalDate.parse(row.getField("cohort_month") + "-01"));
            CohortCell cell = cohort.cell(Integer.parseInt(row.getField("month_offset")));
            assertThat(List.of(cohort.size(), cell.eligible(), cell.active(), cell.activeDays(), cell.amount()))
                    .as(row.toString())
                    .containsExactly(
                            count(row, "cohort_size"),
                            count(row, "cohort_size"),
                            count(row, "active_customers"),
                            count(row, "purchase_days"),
                            cents(row.getField("revenue")));
            assertThat(cell.retention().rate()).isCloseTo(Double.parseDouble(row.getField("retention")), within(1e-15));
        }
    }

    private static long count(NamedCsvRecord row, String column) {
        return Long.parseLong(row.getField(column));
    }
}
