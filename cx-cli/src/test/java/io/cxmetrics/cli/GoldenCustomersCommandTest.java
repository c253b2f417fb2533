package io.cxmetrics.cli;

import static io.cxmetrics.cli.Golden.compare;
import static io.cxmetrics.cli.Golden.compareInterval;
import static io.cxmetrics.cli.Golden.cx;
import static io.cxmetrics.cli.Golden.golden;
import static io.cxmetrics.cli.Golden.same;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.testkit.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands about customers over real files, against values computed outside Java. */
@GoldenTest
class GoldenCustomersCommandTest {

    private static final String TELCO = "ibm_telco_churn";
    private static final String TELCO_FILE = TELCO + "/Telco-Customer-Churn.csv.gz";
    private static final String CDNOW = "clv/cdnow_master_transactions.csv.gz";
    private static final String CDNOW_SAMPLE = "clv/cdnow_sample_transactions.csv.gz";
    private static final String[] CDNOW_COLUMNS = {"--customer=customer_id", "--at=date", "--amount=amount"};

    private static final Map<String, String> CHURN = Map.of(
            "churned", "left",
            "churn_pct", "churn",
            "retention_pct", "retention",
            "n", "customers",
            "total", "mrr",
            "lost", "mrr_lost",
            "pct", "revenue_churn");

    private static JsonNode cdnow(String command, String... more) throws IOException {
        String[] options = new String[3 + more.length];
        System.arraycopy(CDNOW_COLUMNS, 0, options, 0, 3);
        System.arraycopy(more, 0, options, 3, more.length);
        return cx(command, CDNOW, options);
    }

    @Test
    void churnOfSubscribers() throws IOException {
        JsonNode total =
                cx("churn", TELCO_FILE, "--left=Churn", "--mrr=MonthlyCharges").get("total");
        JsonNode expected = golden(TELCO, "churn_rate").get("expected");
        compare(expected, total, CHURN, 4);
        compareInterval(expected.get("ci95_wilson"), total);
        compare(golden(TELCO, "revenue_churn").get("expected"), total, CHURN, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Contract", "PaymentMethod", "InternetService", "SeniorCitizen"})
    void churnOfGroups(String column) throws IOException {
        JsonNode expected = golden(TELCO, "churn_by_" + column).get("expected");
        JsonNode groups =
                cx("churn", TELCO_FILE, "--left=Churn", "--by=" + column).get("groups");
        assertThat(groups).hasSize(expected.size());
        for (JsonNode group : groups) {
            compare(expected.get(group.get("by").get(column).asText()), group, CHURN, 3);
        }
    }

    /** R 4.2.2, survival 3.5-3. */
    @ParameterizedTest
    @CsvSource({"log-log, loglog", "log, log", "plain, plain"})
    void survivalOfSubscribers(String method, String name) throws IOException {
        JsonNode expected = golden(TELCO, "km_all").get("expected");
        JsonNode total = cx(
                        "survival",
                        TELCO_FILE,
                        "--tenure=tenure",
                        "--left=Churn",
                        "--horizon=72",
                        "--interval=" + method)
                .get("total");
        same(expected.get("rmean_to_max"), total.get("restricted_mean"), "restricted mean");
        same(expected.get("rmean_se"), total.get("restricted_mean_standard_error"), "its error");
        same(expected.get("q25"), total.get("first_quartile"), "first quartile");
        same(expected.get("median"), total.get("median"), "median");
        Map<String, JsonNode> steps = new HashMap<>();
        total.get("periods").forEach(step -> steps.put(step.get("period").asText(), step));
        for (int i = 0; i < expected.get("time").size(); i++) {
            JsonNode step = requireNonNull(steps.get(expected.get("time").get(i).asText()));
            same(expected.get("n_risk").get(i), step.get("customers"), "at risk");
            same(expected.get("n_event").get(i), step.get("left"), "left");
            same(expected.get("n_censor").get(i), step.get("censored"), "censored");
            percent(expected.get("surv").get(i), step.get("retained"));
            percent(expected.get("greenwood_se").get(i), step.get("standard_error"));
            percent(expected.get("lower_" + name).get(i), step.get("low"));
            percent(expected.get("upper_" + name).get(i), step.get("high"));
            same(expected.get("nelson_aalen").get(i), step.get("cumulative_hazard"), "hazard");
        }
    }

    private static void percent(JsonNode expected, JsonNode actual) {
        assertThat(actual.doubleValue()).isCloseTo(100 * expected.doubleValue(), within(1e-7));
    }

    @Test
    void survivalOfContractsDiffers() throws IOException {
        JsonNode out = cx("survival", TELCO_FILE, "--tenure=tenure", "--left=Churn", "--by=Contract");
        JsonNode expected = golden(TELCO, "logrank_contract").get("expected");
        same(expected.get("chisq"), out.get("log_rank_chi_squared"), "chi-squared");
        same(expected.get("df"), out.get("log_rank_degrees_of_freedom"), "degrees of freedom");
        same(expected.get("p"), out.get("log_rank_p"), "p");
        JsonNode curves = golden(TELCO, "km_by_contract").get("expected");
        for (JsonNode group : out.get("groups")) {
            JsonNode curve = curves.get(group.get("by").get("Contract").asText());
            same(curve.get("n"), group.get("customers"), "customers");
            same(curve.get("events"), group.get("left"), "left");
            same(curve.get("median"), group.get("median"), "median");
        }
    }

    @Test
    void cohortsOfBuyers() throws IOException {
        JsonNode expected = golden("cdnow", "cohort_month").get("expected");
        JsonNode cohorts = cdnow("retention").get("total").get("periods");
        assertThat(cohorts).hasSize(expected.size());
        for (JsonNode cohort : cohorts) {
            JsonNode of = expected.get(cohort.get("period").asText());
            same(of.get("size"), cohort.get("size"), "size");
            for (int k = 0; k < of.get("active").size(); k++) {
                same(of.get("active").get(k), cohort.get("intervals").get(k).get("active"), "active");
                same(
                        of.get("retention_pct").get(k),
                        cohort.get("intervals").get(k).get("retention"),
                        "retention");
            }
            assertThat(cohort.get("intervals")).hasSize(of.get("active").size());
        }
    }

    @Test
    void weeksSinceTheFirstPurchase() throws IOException {
        JsonNode total = cdnow("retention", "--days=7").get("total");
        golden("cdnow", "weekly_retention_rolling_origin")
                .get("expected")
                .properties()
                .forEach(week -> {
                    JsonNode interval = total.get("intervals").get(Integer.parseInt(week.getKey()));
                    same(week.getValue().get("eligible"), interval.get("eligible"), "eligible");
                    same(week.getValue().get("active"), interval.get("active"), "active");
                    same(week.getValue().get("pct"), interval.get("retention"), "retention");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "on, on_day_n, classic_pct",
        "on-or-after, on_or_after_n, unbounded_pct",
        "within, within_1_to_n, range_pct"
    })
    void daysSinceTheFirstPurchase(String rule, String count, String rate) throws IOException {
        JsonNode total = cdnow("retention", "--days=1", "--rule=" + rule).get("total");
        golden("cdnow", "day_n_retention").get("expected").properties().forEach(day -> {
            JsonNode interval = total.get("intervals").get(Integer.parseInt(day.getKey()));
            same(day.getValue().get("eligible"), interval.get("eligible"), "eligible");
            same(day.getValue().get(count), interval.get("active"), "active");
            same(day.getValue().get(rate), interval.get("retention"), "retention");
        });
    }

    @Test
    void valueOfBuyersToDate() throws IOException {
        JsonNode total = cdnow("clv").get("total");
        JsonNode repeat = golden("cdnow", "repeat_rate").get("expected");
        compare(
                repeat,
                total,
                Map.of("repeaters", "repeat_customers", "pct", "repeat_rate", "mean_distinct_dates", "purchase_days"),
                4);
        compare(
                golden("cdnow", "interpurchase_days").get("expected"),
                total,
                Map.of("mean", "mean_days_between", "sd", "sd_days_between", "median", "median_days_between"),
                3);
        assertThat(total.get("net").doubleValue()).isEqualTo(2500315.63);
    }

    @Test
    void scoresOfBuyers() throws IOException {
        JsonNode expected = new ObjectMapper()
                .readTree(SharedData.file("golden/clv/rfm_scores_cdnow_sample.json")
                        .toFile());
        // The last day, for recency is counted from the day after there.
        JsonNode total = cx("rfm", CDNOW_SAMPLE, with("--as-of=1998-07-01")).get("total");
        for (String value : List.of("recency", "frequency", "monetary")) {
            for (int i = 0; i < 4; i++) {
                assertThat(total.get(value + "_breaks")
                                .get(String.valueOf(i + 1))
                                .doubleValue())
                        .isCloseTo(
                                Double.parseDouble(expected.get("cut_points")
                                        .get(value)
                                        .get(i)
                                        .asText()),
                                within(1e-9));
            }
        }
        assertThat(total.get("cells")).isEqualTo(expected.get("quantile_cell_counts"));
    }

    @ParameterizedTest
    @CsvSource({"quantiles, quantile", "tiles, ntile"})
    void scoresOfEachBuyer(String breaks, String name) throws IOException {
        JsonNode out = cx("rfm", CDNOW_SAMPLE, with("--as-of=1998-07-01", "--list", "--breaks=" + breaks));
        Map<String, JsonNode> customers = new HashMap<>();
        out.get("groups")
                .forEach(line -> customers.put(line.get("by").get("customer").asText(), line));
        assertThat(customers).hasSize(2357);
        List<String> lines = Files.readAllLines(SharedData.file("golden/clv/rfm_scores_cdnow_sample.csv"));
        List<String> header = List.of(lines.get(0).split(",", -1));
        for (String line : lines.subList(1, lines.size())) {
            String[] row = line.split(",", -1);
            JsonNode customer = requireNonNull(customers.get(row[0]));
            assertThat(customer.get("recency_score").asText()).isEqualTo(row[header.indexOf("r_" + name)]);
            assertThat(customer.get("frequency_score").asText()).isEqualTo(row[header.indexOf("f_" + name)]);
            assertThat(customer.get("monetary_score").asText()).isEqualTo(row[header.indexOf("m_" + name)]);
        }
    }

    private static String[] with(String... more) {
        String[] options = new String[3 + more.length];
        System.arraycopy(CDNOW_COLUMNS, 0, options, 0, 3);
        System.arraycopy(more, 0, options, 3, more.length);
        return options;
    }

    /** The months of the file are numbers from 0 on. */
    @Test
    void recurringRevenue() throws IOException {
        StringBuilder table = new StringBuilder("customer,month,amount\n");
        YearMonth first = YearMonth.of(2020, 1);
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(SharedData.open("data/clv/mrr_snapshots.csv.gz"), StandardCharsets.UTF_8))) {
            in.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(row -> table.append(row[0])
                            .append(',')
                            .append(first.plusMonths(Integer.parseInt(row[1])))
                            .append(',')
                            .append(row[2])
                            .append('\n'));
        }
        Run run = Run.withInput(
                table.toString(),
                "mrr",
                "-",
                "--customer=customer",
                "--month=month",
                "--amount=amount",
                "--decimals=0",
                "--trailing=12",
                "--format=json");
        JsonNode months = new ObjectMapper().readTree(run.out()).get("total").get("periods");
        Path golden = SharedData.file("golden/clv/mrr_waterfall.csv");
        List<String> lines = Files.readAllLines(golden);
        String[] header = lines.get(0).split(",", -1);
        assertThat(months).hasSize(lines.size() - 1);
        for (int i = 1; i < lines.size(); i++) {
            String[] row = lines.get(i).split(",", -1);
            JsonNode month = months.get(i - 1);
            for (int column = 1; column < header.length; column++) {
                String name = REVENUE.get(header[column]);
                JsonNode actual = month.get(name);
                if (row[column].isEmpty()) {
                    assertThat(actual.isNull()).as(header[column]).isTrue();
                    continue;
                }
                double scale = column < 10 ? 1 : 100;
                double expected = scale * Double.parseDouble(row[column]);
                assertThat(actual.doubleValue())
                        .as(header[column])
                        .isCloseTo(expected, within(1e-9 * Math.abs(expected)));
            }
        }
    }

    private static final Map<String, String> REVENUE = Map.ofEntries(
            Map.entry("start_mrr", "opening"),
            Map.entry("new", "new"),
            Map.entry("reactivation", "reactivation"),
            Map.entry("expansion", "expansion"),
            Map.entry("contraction", "contraction"),
            Map.entry("churned", "churn"),
            Map.entry("end_mrr", "closing"),
            Map.entry("start_customers", "opening_customers"),
            Map.entry("churned_customers", "churned_customers"),
            Map.entry("nrr", "nrr"),
            Map.entry("grr", "grr"),
            Map.entry("logo_churn_rate", "logo_churn"),
            Map.entry("gross_mrr_churn_rate", "gross_revenue_churn"),
            Map.entry("nrr_trailing_12", "nrr_trailing"),
            Map.entry("grr_trailing_12", "grr_trailing"),
            Map.entry("logo_churn_trailing_12", "logo_churn_trailing"));
}
