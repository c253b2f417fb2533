package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.retention.revenue.FreePlan;
import io.cxmetrics.retention.revenue.MonthlyRevenue;
import io.cxmetrics.retention.revenue.RecurringRevenue;
import io.cxmetrics.retention.revenue.RevenueFlow;
import io.cxmetrics.retention.revenue.RevenueLedger;
import io.cxmetrics.testkit.GoldenTest;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The bridge of monthly recurring revenue over 30 months of 10,443 snapshots. */
@GoldenTest
class RevenueGoldenTest {

    private static final YearMonth START = YearMonth.of(2024, 1);

    @Test
    void everyColumnOfEveryMonth() {
        RevenueLedger<String> ledger = SharedCsv.named("data/clv/mrr_snapshots.csv.gz").stream()
                .map(RevenueGoldenTest::snapshot)
                .collect(RevenueLedger.toRevenueLedger());
        List<NamedCsvRecord> months = SharedCsv.named("golden/clv/mrr_waterfall.csv");
        assertThat(months).hasSize(29);
        Map<YearMonth, RecurringRevenue> monthly = ledger.monthly(START, START.plusMonths(29), FreePlan.CHURN);
        assertThat(monthly).hasSameSizeAs(months);
        for (NamedCsvRecord expected : months) {
            YearMonth to = month(expected.getField("month"));
            RecurringRevenue actual = ledger.movements(to.minusMonths(1), to);
            assertThat(monthly).containsEntry(to, actual);
            Map<String, Double> columns = columns(actual);
            assertThat(ledger.revenue(to)).isEqualTo(actual.closing());
            if (!to.minusMonths(12).isBefore(START)) {
                RecurringRevenue year = ledger.movements(to.minusMonths(12), to);
                columns.put("nrr_trailing_12", year.netRevenueRetention());
                columns.put("grr_trailing_12", year.grossRevenueRetention());
                columns.put("logo_churn_trailing_12", year.logoChurn().rate());
            }
            same(columns, expected);
        }
    }

    private static MonthlyRevenue<String> snapshot(NamedCsvRecord row) {
        return MonthlyRevenue.of(
                row.getField("customer_id"), month(row.getField("month")), Long.parseLong(row.getField("mrr_cents")));
    }

    private static YearMonth month(String number) {
        return START.plusMonths(Long.parseLong(number));
    }

    private static double cents(RevenueFlow flow) {
        return Math.rint(100 * flow.amount());
    }

    private static Map<String, Double> columns(RecurringRevenue month) {
        Map<String, Double> columns = new TreeMap<>();
        columns.put("start_mrr", cents(month.opening()));
        columns.put("new", cents(month.newBusiness()));
        columns.put("reactivation", cents(month.reactivation()));
        columns.put("expansion", cents(month.expansion()));
        columns.put("contraction", cents(month.contraction()));
        columns.put("churned", cents(month.churn()));
        columns.put("end_mrr", cents(month.closing()));
        columns.put("start_customers", (double) month.opening().customers());
        columns.put("churned_customers", (double) month.churn().customers());
        columns.put("nrr", month.netRevenueRetention());
        columns.put("grr", month.grossRevenueRetention());
        columns.put("logo_churn_rate", month.logoChurn().rate());
        columns.put("gross_mrr_churn_rate", month.grossRevenueChurn());
        return columns;
    }

    /** Whole numbers exactly, ratios to nine digits; a column without a value has none on either side. */
    private static void same(Map<String, Double> actual, NamedCsvRecord expected) {
        expected.getFieldsAsMap().forEach((column, text) -> {
            if (!column.equals("month") && !text.isEmpty()) {
                double value = Double.parseDouble(text);
                assertThat(actual).as(expected.toString()).containsKey(column);
                assertThat(actual.remove(column))
                        .as("%s of %s", column, expected)
                        .isCloseTo(value, within(text.contains(".") ? 1e-9 * Math.abs(value) : 0));
            }
        });
        assertThat(actual).as("columns the table does not have").isEmpty();
    }
}
