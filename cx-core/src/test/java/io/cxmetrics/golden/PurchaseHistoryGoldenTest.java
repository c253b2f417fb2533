package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.testkit.SharedData;
import io.cxmetrics.value.HistoricValue;
import io.cxmetrics.value.PurchaseDefinition;
import io.cxmetrics.value.PurchaseHistory;
import io.cxmetrics.value.PurchaseSplit;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Purchase histories of CDNOW's customers and of a simulated log, against those of another language. */
@GoldenTest
class PurchaseHistoryGoldenTest {

    private static final double RELATIVE = 1e-12;

    private static final PurchaseDefinition DAYS = PurchaseDefinition.in(ZoneOffset.UTC);

    @Test
    void calibrationAndHoldoutOfCdnow() {
        Map<Integer, PurchaseSplit> splits =
                PurchaseSplit.from(Purchased.cdnowSample(), DAYS, LocalDate.of(1997, 9, 30), LocalDate.of(1998, 6, 30));
        assertThat(splits).hasSize(2357);
        List<NamedCsvRecord> rows = SharedCsv.named("golden/clv/rfm_summary_cdnow_1997-09-30.csv");
        assertThat(rows).hasSize(235);
        for (NamedCsvRecord row : rows) {
            PurchaseSplit split = splits.get(Integer.valueOf(row.getField("customer_id")));
            check(split.calibration(), row);
            same(split.holdoutFrequency(), row, "holdout_purchase_days");
            same(split.holdoutSpend(), row, "holdout_spend");
            assertThat(split.holdoutLength()).isEqualTo(273);
        }
    }

    /** A log of dates alone. */
    @Test
    void historiesOfTheSimulatedLog() {
        ActivityLog<Integer> log = SharedCsv.named("data/clv/example_transactions.csv.gz").stream()
                .map(row -> Activity.on(
                        Integer.valueOf(row.getField("customer_id")), LocalDate.parse(row.getField("date")), 0))
                .collect(ActivityLog.toActivityLog());
        Map<Integer, PurchaseHistory> histories = PurchaseHistory.from(log, DAYS, LocalDate.of(2014, 12, 31));
        List<NamedCsvRecord> rows = SharedCsv.named("golden/clv/rfm_summary_example_2014-12-31.csv");
        assertThat(rows).hasSize(100);
        for (NamedCsvRecord row : rows) {
            check(histories.get(Integer.valueOf(row.getField("customer_id"))), row);
            assertThat(row.getField("holdout_purchase_days")).isEmpty();
            assertThat(row.getField("holdout_spend")).isEmpty();
        }
    }

    private static void check(PurchaseHistory history, NamedCsvRecord row) {
        same(history.frequency(), row, "frequency");
        same(history.recency(), row, "recency_days");
        same(history.age(), row, "T_days");
        same(history.spend(), row, "total_spend_to_end");
        if (history.frequency() == 0) {
            // Theirs is 0 where there is none.
            assertThat(history.meanRepeatSpend()).isNaN();
            same(0, row, "mean_repeat_day_spend");
        } else {
            same(history.meanRepeatSpend(), row, "mean_repeat_day_spend");
        }
    }

    private static void same(double actual, NamedCsvRecord row, String column) {
        double expected = Double.parseDouble(row.getField(column));
        assertThat(actual).as("%s of %s", column, row).isCloseTo(expected, within(RELATIVE * expected));
    }

    @Test
    void historicValueOfCdnow() throws IOException {
        ActivityLog<Integer> log = Purchased.cdnowSample();
        JsonNode expected = new ObjectMapper()
                .readTree(SharedData.file("golden/clv/simple_formulas.json").toFile())
                .get("historic_clv_cdnow_sample");
        Map<Integer, PurchaseHistory> histories = PurchaseHistory.from(log, DAYS, LocalDate.of(1998, 6, 30));
        int customers = 0;
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            if (field.getValue().isObject()) {
                PurchaseHistory history = histories.get(Integer.valueOf(field.getKey()));
                same(history.netSpend(), field.getValue(), "total");
                same(history.meanSpend(), field.getValue(), "mean_per_purchase_day");
                same(history.value(0.3), field.getValue(), "with_30pct_margin");
                customers++;
            }
        }
        assertThat(customers).isEqualTo(7);
        HistoricValue all = HistoricValue.from(log, DAYS);
        same(all.net(), expected, "all_customers_total");
        same(all.perCustomer(), expected, "mean_per_customer");
    }

    private static void same(double actual, JsonNode node, String field) {
        double expected = Double.parseDouble(node.get(field).asText());
        assertThat(actual).as(field).isCloseTo(expected, within(RELATIVE * expected));
    }
}
