package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.PurchaseRule;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.value.HistoricValue;
import io.cxmetrics.value.PurchaseDefinition;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Lines of a gift shop's invoices, in no order, with cancellations and customers nobody knows. */
@GoldenTest
class OnlineRetailValueGoldenTest {

    private static final ZoneId SHOP = ZoneId.of("Europe/London");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M/d/yyyy H:mm");

    private static final PurchaseDefinition DAYS = PurchaseDefinition.in(SHOP);

    private final Golden golden = Golden.of("online_retail_sample");
    private final List<NamedCsvRecord> rows = golden.rows("online_retail_sample.csv.gz");

    @TestFactory
    Stream<DynamicTest> goldens() {
        return golden.check("revenue", this::revenue)
                .check("repeat_rate", this::repeatRate)
                .check("interpurchase_days", expected -> Purchased.times(expected, DAYS.timesBetween(known())))
                .checkedElsewhere(
                        "profile",
                        "cohort_month",
                        "weekly_retention_rolling_origin",
                        "day_n_retention",
                        "churn_inactivity",
                        "growth_accounting")
                .tests();
    }

    /** Those whom nobody knows are one customer here: revenue is theirs too. */
    private void revenue(Expected expected) {
        HistoricValue value = HistoricValue.from(log(row -> true), DAYS);
        expected.number("net", value.net())
                .number("gross", value.gross())
                .number(
                        "cancel_line_rate_pct",
                        Proportion.of(value.returns(), value.orders() + value.returns())
                                .percent());
    }

    private void repeatRate(Expected expected) {
        Purchased.repeatRate(expected, HistoricValue.from(known(), DAYS));
        // Counted by rows, as tools do that take a cancellation for a visit, there are more of both.
        HistoricValue rowsCounted = HistoricValue.from(known(), DAYS.withRule(PurchaseRule.EVERY_ACTIVITY));
        assertThat(rowsCounted.repeatRate()).isEqualTo(Proportion.of(335, 1171));
    }

    private ActivityLog<String> known() {
        return log(row -> !row.getField("CustomerID").equals("NA"));
    }

    private ActivityLog<String> log(Predicate<NamedCsvRecord> which) {
        return rows.stream()
                .filter(which)
                .map(row -> Activity.of(
                        row.getField("CustomerID"),
                        LocalDateTime.parse(row.getField("InvoiceDate"), TIME)
                                .atZone(SHOP)
                                .toInstant(),
                        Math.multiplyExact(
                                Long.parseLong(row.getField("Quantity")), Purchased.cents(row.getField("UnitPrice")))))
                .collect(ActivityLog.toActivityLog());
    }
}
