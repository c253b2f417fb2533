package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.compare.driver.Association;
import io.cxmetrics.compare.driver.DriverRule;
import io.cxmetrics.compare.driver.KeyDriver;
import io.cxmetrics.compare.driver.KeyDrivers;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.testkit.GoldenTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Relative weights and Shapley shares of the SFO survey by R, whose relaimpo agrees. */
@GoldenTest
class DriverGoldenTest {

    private static final double ZERO = 1e-12;

    private final List<NamedCsvRecord> rows = Golden.of("sfo_survey_2017").rows("sfo_2017.csv.gz");

    @TestFactory
    Stream<DynamicTest> goldens() {
        return Golden.of("compare/drivers")
                .check("drivers_overall_rating", this::survey)
                .check("drivers_recommend", this::survey)
                .check("drivers_recommend_bootstrap", this::bootstrap)
                .check(
                        "drivers_tiny",
                        expected ->
                                check(expected, table(expected, "x1", "x2", "x3"), expected.inputs("y"), new String[] {
                                    "x1", "x2", "x3"
                                }))
                .check("drivers_collinear", DriverGoldenTest::collinear)
                .tests();
    }

    private static Map<String, double[]> table(Expected expected, String... names) {
        Map<String, double[]> measures = new LinkedHashMap<>();
        for (String name : names) {
            measures.put(name, expected.inputs(name));
        }
        return measures;
    }

    private double[] column(String name) {
        boolean recommend = name.equals("NETPRO");
        return rows.stream()
                .mapToDouble(row -> {
                    String text = row.getField(name);
                    double value = text.matches("[0-9]+") ? Double.parseDouble(text) : -1;
                    boolean valid = recommend ? value >= 0 && value <= 10 : value >= 1 && value <= 5;
                    return valid ? value : Double.NaN;
                })
                .toArray();
    }

    private Map<String, double[]> columns(String... names) {
        Map<String, double[]> measures = new LinkedHashMap<>();
        for (String name : names) {
            measures.put(name, column(name));
        }
        return measures;
    }

    private static String[] texts(JsonNode list) {
        return IntStream.range(0, list.size())
                .mapToObj(i -> list.get(i).asText())
                .toArray(String[]::new);
    }

    private void survey(Expected expected) {
        String[] names = texts(expected.input("predictors"));
        check(expected, columns(names), column(expected.input("outcome").asText()), names);
    }

    private static void check(Expected expected, Map<String, double[]> measures, double[] outcome, String[] names) {
        KeyDrivers shapley = KeyDrivers.of(measures, outcome);
        KeyDrivers johnson = KeyDrivers.of(measures, outcome, DriverRule.RELATIVE_WEIGHTS);
        assertThat(shapley.rule()).isEqualTo(DriverRule.SHAPLEY);
        expected.number("n", shapley.count())
                .number("r_squared", shapley.rSquared())
                .number("adjusted_r_squared", shapley.adjustedRSquared());
        if (expected.has("left_out")) {
            expected.number("left_out", shapley.leftOut());
        }
        Expected predictors = expected.in("predictors");
        for (String name : names) {
            KeyDriver driver = shapley.driver(name);
            KeyDriver twin = johnson.driver(name);
            Association alone = complete(measures, outcome, name);
            predictors
                    .in(name)
                    .number("mean", driver.mean())
                    .number("pearson", driver.correlation())
                    .interval("pearson_ci_fisher_z", alone.pearsonInterval(0.95), 1e-9, ZERO)
                    .number("spearman", alone.spearman())
                    .number("standardised_beta", driver.standardisedBeta())
                    .number("relative_weight", twin.weight())
                    .number("relative_weight_share", twin.share())
                    .number("lmg", driver.weight())
                    .number("lmg_share", driver.share())
                    .number("first", driver.first())
                    .number("last", driver.last())
                    .number("vif", driver.varianceInflation());
        }
        ranking(expected, "ranking_by_lmg", shapley);
        ranking(expected, "ranking_by_relative_weight", johnson);
    }

    private static void ranking(Expected expected, String field, KeyDrivers drivers) {
        if (expected.has(field)) {
            for (int i = 0; i < drivers.ranking().size(); i++) {
                expected.in(field)
                        .text(String.valueOf(i), drivers.ranking().get(i).name());
            }
        }
    }

    private static Association complete(Map<String, double[]> measures, double[] outcome, String name) {
        int[] whole = IntStream.range(0, outcome.length)
                .filter(row -> !Double.isNaN(outcome[row])
                        && measures.values().stream().noneMatch(column -> Double.isNaN(column[row])))
                .toArray();
        double[] x =
                IntStream.of(whole).mapToDouble(row -> measures.get(name)[row]).toArray();
        double[] y = IntStream.of(whole).mapToDouble(row -> outcome[row]).toArray();
        return Association.of(x, y);
    }

    private void bootstrap(Expected expected) {
        String[] names = {"Q7ALL", "Q9ALL", "Q10SAFE", "Q14FIND", "Q14PASSTHRU"};
        KeyDrivers drivers = KeyDrivers.of(columns(names), column("NETPRO")).withBootstrap(0.95, 1000, 42);
        for (String name : names) {
            Interval interval = drivers.driver(name).shareInterval();
            expected.interval(name, interval, 0, 0.02);
        }
    }

    private static void collinear(Expected expected) {
        KeyDrivers drivers = KeyDrivers.of(table(expected, "x1", "x2"), expected.inputs("y"));
        expected.number("relative_weight", drivers.driver("x1").weight())
                .number("lmg", drivers.driver("x2").weight());
        expected.in("collinear")
                .text("0", drivers.collinear().get(0))
                .text("1", drivers.collinear().get(1));
    }
}
