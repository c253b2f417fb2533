package io.cxmetrics.golden;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.stat.Sample;
import io.cxmetrics.value.HistoricValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Purchase logs of the shared data, and what several of their goldens ask. */
final class Purchased {

    private static final Map<String, Double> QUANTILES =
            Map.of("p25", 0.25, "p50", 0.5, "p75", 0.75, "p90", 0.9, "p95", 0.95, "p99", 0.99);

    private Purchased() {}

    /** The tenth of the CDNOW customers that most of the literature is about. */
    static ActivityLog<Integer> cdnowSample() {
        return log(SharedCsv.named("data/clv/cdnow_sample_transactions.csv.gz"));
    }

    private static ActivityLog<Integer> log(List<NamedCsvRecord> rows) {
        return rows.stream()
                .map(row -> Activity.on(
                        Integer.valueOf(row.getField("customer_id")),
                        LocalDate.parse(row.getField("date")),
                        cents(row.getField("amount"))))
                .collect(ActivityLog.toActivityLog());
    }

    static long cents(String dollars) {
        return new BigDecimal(dollars).movePointRight(2).longValueExact();
    }

    static void repeatRate(Expected expected, HistoricValue value) {
        expected.number("customers", value.customers())
                .number("repeaters", value.repeatRate().events())
                .number("pct", value.repeatRate().percent())
                .number("mean_distinct_dates", value.meanPurchasePeriods());
    }

    static void times(Expected expected, Sample days) {
        expected.number("n", days.count())
                .number("mean", days.moments().mean())
                .number("sd", days.moments().standardDeviation())
                .number("min", days.moments().min())
                .number("max", days.moments().max())
                .number("sum", days.moments().sum())
                .number("median", days.median());
        QUANTILES.forEach((name, q) -> {
            expected.in("linear").number(name, days.quantile(q));
            expected.in("nearest").number(name, days.quantile(q, QuantileMethod.NEAREST_RANK));
        });
    }
}
