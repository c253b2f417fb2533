package io.cxmetrics.golden;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.stat.EventRate;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.stat.survival.LogRank;
import io.cxmetrics.stat.survival.LogRankGroup;
import io.cxmetrics.stat.survival.SurvivalCurve;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests of groups against those of R's package survival, weighted and stratified ones too, and what comes for free with
 * them: the end of Fleming and Harrington's curve, and the exponential fit, whose rate is events / exposure. The fits
 * of other distributions take an optimiser, and are not compared here.
 */
@GoldenTest
class LogRankGoldenTest {

    private static final double RELATIVE = 1e-9;

    @ParameterizedTest
    @CsvSource({"aml, x", "lung, sex", "ovarian, rx", "veteran, celltype", "telco, contract"})
    void sameAsR(String dataset, String column) throws IOException {
        List<NamedCsvRecord> rows = SharedCsv.named("data/clv/survival/" + dataset + ".csv.gz");
        Path file = SharedData.file("golden/clv/survival/tests_" + dataset + ".json");
        JsonNode golden = new ObjectMapper().readTree(Files.readString(file));
        assertThat(names(golden))
                .isSubsetOf(
                        "dataset",
                        "n",
                        "events",
                        "source",
                        "fleming_harrington_tail",
                        "logrank",
                        "pairwise_logrank",
                        "parametric");
        EventTimes all = times(rows);
        same(all.count(), golden, "n");
        same(all.events(), golden, "events");
        tail(all, golden.get("fleming_harrington_tail"));
        exponential(all, golden.get("parametric").get("exponential"));
        assertThat(golden.get("logrank").size()).isGreaterThan(1);
        golden.get("logrank").forEach(expected -> logRank(rows, column, expected));
        if (golden.has("pairwise_logrank")) {
            Map<String, EventTimes> groups = groups(rows, column);
            golden.get("pairwise_logrank").forEach(expected -> pair(groups, expected));
        }
    }

    private static void tail(EventTimes all, JsonNode expected) {
        SurvivalCurve curve = all.curve();
        long time = expected.get("time").longValue();
        same(curve.flemingHarringtonAt(time), expected, "surv");
        same(curve.flemingHarringtonHazardAt(time), expected, "cumhaz_tie_corrected");
        assertThat(names(expected)).containsExactlyInAnyOrder("time", "surv", "cumhaz_tie_corrected");
    }

    private static void exponential(EventTimes all, JsonNode expected) {
        EventRate rate = all.hazard(0, Long.MAX_VALUE);
        double logLikelihood = rate.events() * Math.log(rate.rate()) - rate.events();
        same(rate.rate(), expected, "rate");
        same(1 / Math.sqrt(rate.events()), expected, "se_log_rate");
        same(-Math.log(rate.rate()), expected, "intercept");
        same(logLikelihood, expected, "log_likelihood");
        same(2 - 2 * logLikelihood, expected, "aic");
        same(1.0 / rate.events(), expected.get("var_intercept_logscale").get(0), "0");
        same(1, expected, "scale");
        long atZero = all.times()[0] == 0 ? all.censoredAt()[0] : 0;
        same(all.count() - atZero, expected, "n");
    }

    private static void logRank(List<NamedCsvRecord> rows, String column, JsonNode expected) {
        double rho = expected.get("rho").doubleValue();
        String stratum = expected.get("strata").asText();
        LogRank<String> test = stratum.isEmpty()
                ? LogRank.of(groups(rows, column), rho)
                : LogRank.stratified(
                        rows.stream()
                                .collect(groupingBy(
                                        row -> row.getField(stratum),
                                        collectingAndThen(toList(), part -> groups(part, column))))
                                .values()
                                .stream()
                                .toList(),
                        rho);
        same(test.chiSquared(), expected, "chisq");
        same(test.degreesOfFreedom(), expected, "df");
        same(test.pValue(), expected, "p_value");
        List<String> order = Stream.iterate(0, i -> i + 1)
                .limit(expected.get("groups").size())
                .map(i -> expected.get("groups").get(i).asText())
                .toList();
        assertThat(test.groups()).extracting(LogRankGroup::group).containsExactlyInAnyOrderElementsOf(order);
        double[][] variance = test.variance();
        for (int i = 0; i < order.size(); i++) {
            LogRankGroup<String> group = test.groups().get(i);
            int at = order.indexOf(group.group());
            String field = Integer.toString(at);
            same(group.count(), expected.get("n"), field);
            same(group.observed(), expected.get("observed"), field);
            same(group.expected(), expected.get("expected"), field);
            for (int j = 0; j < order.size(); j++) {
                int to = order.indexOf(test.groups().get(j).group());
                same(variance[i][j], expected.get("variance").get(at), Integer.toString(to));
            }
        }
        assertThat(names(expected))
                .containsExactlyInAnyOrder(
                        "rho", "strata", "groups", "n", "observed", "expected", "chisq", "df", "p_value", "variance");
    }

    private static void pair(Map<String, EventTimes> groups, JsonNode expected) {
        Map<String, EventTimes> two = new LinkedHashMap<>(groups);
        two.keySet()
                .retainAll(List.of(expected.get("a").asText(), expected.get("b").asText()));
        LogRank<String> test = LogRank.of(two);
        assertThat(test.groups()).hasSize(2);
        same(test.chiSquared(), expected, "chisq");
        same(test.pValue(), expected, "p_value");
        assertThat(names(expected)).containsExactlyInAnyOrder("a", "b", "chisq", "p_value");
    }

    private static Map<String, EventTimes> groups(List<NamedCsvRecord> rows, String column) {
        return rows.stream()
                .collect(
                        groupingBy(row -> row.getField(column), collectingAndThen(toList(), LogRankGoldenTest::times)));
    }

    private static EventTimes times(List<NamedCsvRecord> rows) {
        return rows.stream()
                .collect(EventTimes.toEventTimes(
                        row -> Long.parseLong(row.getField("time")),
                        row -> row.getField("event").equals("1")));
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void same(double actual, JsonNode node, String field) {
        JsonNode value = node.isArray() ? node.get(Integer.parseInt(field)) : node.get(field);
        double expected = value.doubleValue();
        assertThat(actual).as("%s of %s", field, node).isCloseTo(expected, within(RELATIVE * Math.abs(expected)));
    }
}
