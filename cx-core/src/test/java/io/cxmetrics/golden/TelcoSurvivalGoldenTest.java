package io.cxmetrics.golden;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.compare.retention.RetentionComparison;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.stat.survival.LogRank;
import io.cxmetrics.stat.survival.LogRankGroup;
import io.cxmetrics.testkit.GoldenTest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How long customers of a telephone company stay, by contract. */
@GoldenTest
class TelcoSurvivalGoldenTest {

    @TestFactory
    Stream<DynamicTest> goldens() {
        Golden golden = Golden.of("ibm_telco_churn");
        List<NamedCsvRecord> rows = golden.rows("Telco-Customer-Churn.csv.gz");
        Map<String, EventTimes> contracts =
                rows.stream().collect(groupingBy(row -> row.getField("Contract"), TreeMap::new, tenures()));
        return golden.check(
                        "km_all",
                        expected ->
                                KaplanMeierGolden.check(expected, rows.stream().collect(tenures())))
                .check(
                        "km_tenure_positive",
                        expected -> KaplanMeierGolden.check(
                                expected,
                                rows.stream()
                                        .filter(row -> !row.getField("tenure").equals("0"))
                                        .collect(tenures())))
                .check("km_by_contract", expected -> expected.groups(contracts, KaplanMeierGolden::check))
                .check("logrank_contract", expected -> logRank(expected, contracts))
                .checkedElsewhere(
                        "profile",
                        "churn_rate",
                        "churn_by_Contract",
                        "churn_by_PaymentMethod",
                        "churn_by_InternetService",
                        "churn_by_SeniorCitizen",
                        "churn_by_tenure_band",
                        "revenue_churn")
                .tests();
    }

    private static Collector<NamedCsvRecord, ?, EventTimes> tenures() {
        return EventTimes.toEventTimes(
                row -> Long.parseLong(row.getField("tenure")),
                row -> row.getField("Churn").equals("Yes"));
    }

    private static void logRank(Expected expected, Map<String, EventTimes> contracts) {
        RetentionComparison<String> comparison = RetentionComparison.of(contracts);
        LogRank<String> test = comparison.logRank();
        expected.number("chisq", test.chiSquared())
                .number("df", test.degreesOfFreedom())
                .number("p", test.pValue());
        assertThat(expected.in("groups").size()).isEqualTo(test.groups().size());
        for (int i = 0; i < test.groups().size(); i++) {
            LogRankGroup<String> group = test.groups().get(i);
            String at = Integer.toString(i);
            expected.in("groups").text(at, group.group());
            expected.in("n").number(at, group.count());
            expected.in("observed").number(at, group.observed());
            expected.in("expected").number(at, group.expected());
        }
        assertThat(comparison.pairs()).hasSize(3).allMatch(pair -> pair.adjustedPValue() < 1e-50);
    }
}
