package io.cxmetrics.golden;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.testkit.GoldenTest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Lines of invoices of a British shop: a purchase is a line of a known customer that cancels nothing. */
@GoldenTest
class OnlineRetailRetentionGoldenTest {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M/d/yyyy H:mm", Locale.ROOT);

    @TestFactory
    Stream<DynamicTest> everyGolden() {
        Golden golden = Golden.of("online_retail_sample");
        List<NamedCsvRecord> lines = golden.rows("online_retail_sample.csv.gz");
        ActivityChecks purchases = new ActivityChecks(
                lines.stream()
                        .filter(OnlineRetailRetentionGoldenTest::isPurchase)
                        .map(line -> Activity.of(
                                line.getField("CustomerID"), time(line).toInstant(ZoneOffset.UTC)))
                        .collect(ActivityLog.toActivityLog()),
                LocalDate.of(2011, 12, 31));
        return golden.check("profile", expected -> profile(expected, lines))
                .check("cohort_month", purchases::cohortsByMonth)
                .check("weekly_retention_rolling_origin", purchases::weeksOfEachOwn)
                .check("day_n_retention", purchases::dayN)
                .check("churn_inactivity", purchases::churn)
                .check("growth_accounting", purchases::growth)
                .checkedElsewhere("revenue", "repeat_rate", "interpurchase_days")
                .tests();
    }

    private static boolean isPurchase(NamedCsvRecord line) {
        return !line.getField("CustomerID").equals("NA") && !isCancelled(line);
    }

    private static boolean isCancelled(NamedCsvRecord line) {
        return line.getField("InvoiceNo").startsWith("C");
    }

    private static LocalDateTime time(NamedCsvRecord line) {
        return LocalDateTime.parse(line.getField("InvoiceDate"), TIME);
    }

    /** What is in the file, of which the log holds a part. */
    private static void profile(Expected expected, List<NamedCsvRecord> lines) {
        expected.number("rows", lines.size())
                .number(
                        "null_customer",
                        count(lines, line -> line.getField("CustomerID").equals("NA")))
                .number("cancel_lines", count(lines, OnlineRetailRetentionGoldenTest::isCancelled))
                .number(
                        "negative_qty_not_cancel",
                        count(
                                lines,
                                line -> !isCancelled(line)
                                        && line.getField("Quantity").startsWith("-")))
                .number("zero_price", count(lines, line -> Double.parseDouble(line.getField("UnitPrice")) == 0))
                .number(
                        "empty_description",
                        count(lines, line -> line.getField("Description").isEmpty()))
                .text("first", times(lines).min(Comparator.naturalOrder()).orElseThrow())
                .text("last", times(lines).max(Comparator.naturalOrder()).orElseThrow());
    }

    private static long count(List<NamedCsvRecord> lines, Predicate<NamedCsvRecord> which) {
        return lines.stream().filter(which).count();
    }

    private static Stream<String> times(List<NamedCsvRecord> lines) {
        return lines.stream().map(line -> time(line).format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
    }
}
