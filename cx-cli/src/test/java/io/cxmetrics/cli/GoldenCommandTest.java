package io.cxmetrics.cli;

import static io.cxmetrics.cli.Golden.compare;
import static io.cxmetrics.cli.Golden.compareGroups;
import static io.cxmetrics.cli.Golden.compareInterval;
import static io.cxmetrics.cli.Golden.cx;
import static io.cxmetrics.cli.Golden.golden;
import static io.cxmetrics.cli.Golden.same;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cxmetrics.testkit.GoldenTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command over real files against values computed outside Java. Fields of a golden that the command prints under
 * another name are in {@link Golden}; those it does not print at all are checked in the tests of the library.
 */
@GoldenTest
class GoldenCommandTest {

    private static final String UPGRADE = "How easy is it for you to upgrade to newer versions of Python libraries";

    private static final Map<String, String> EFFORT_NAMES =
            Map.of("satisfied", "easy", "csat_pct", "easy_pct", "difficult", "difficult");

    private static JsonNode sfo(String command, String... options) throws IOException {
        return cx(command, "sfo_survey_2017/sfo_2017.csv.gz", options);
    }

    private static JsonNode nps(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--rating=NETPRO", "--no-answer=11"));
        all.addAll(List.of(options));
        return sfo("nps", all.toArray(String[]::new));
    }

    private static JsonNode reviews(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--rating=rating"));
        all.addAll(List.of(options));
        return cx("csat", "vendor_reviews/anonreviews.csv.gz", all.toArray(String[]::new));
    }

    @Test
    void nps() throws IOException {
        JsonNode expected = golden("sfo_survey_2017", "nps").get("expected");
        JsonNode wald = nps("--interval=wald").get("total");
        compare(expected, wald, Map.of(), 13);
        compareInterval(expected.get("ci95"), wald);
        assertThat(wald.get("left_out").toString()).isEqualTo("{\"blank\":1,\"no_answer\":84}");
    }

    @Test
    void npsByWeight() throws IOException {
        JsonNode expected = golden("sfo_survey_2017", "nps_weighted").get("expected");
        compare(expected, nps("--weight=WEIGHT").get("total"), Map.of(), 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BAREA", "LANG", "INTDATE"})
    void npsByGroup(String column) throws IOException {
        JsonNode expected = golden("sfo_survey_2017", "nps_by_" + column).get("expected");
        compareGroups(expected, nps("--by", column).get("groups"), column, 5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csat_overall", "csat_clean", "csat_safe", "csat_getting_there"})
    void csat(String id) throws IOException {
        compareBoxes(id, "csat", Map.of(), 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ces_find", "ces_security"})
    void effort(String id) throws IOException {
        compareBoxes(id, "ces", EFFORT_NAMES, 10);
    }

    private static void compareBoxes(String id, String command, Map<String, String> names, int fields)
            throws IOException {
        JsonNode golden = golden("sfo_survey_2017", id);
        for (String method : List.of("wilson", "wald")) {
            JsonNode total = sfo(
                            command,
                            "--scale=1..5",
                            "--rating",
                            golden.get("select").get("column").asText(),
                            "--no-answer=0",
                            "--not-applicable=6",
                            "--interval",
                            method)
                    .get("total");
            compare(golden.get("expected"), total, names, fields);
            compareInterval(golden.get("expected").get("ci95_" + method), total);
        }
    }

    @Test
    void problemRate() throws IOException {
        JsonNode expected = golden("sfo_survey_2017", "problem_rate").get("expected");
        JsonNode total = sfo("csat", "--rating=Q15PROBLEM", "--scale=0..1", "--label=1=1,2=0", "--no-answer=0,3")
                .get("total");
        compare(expected, total, Map.of("yes", "satisfied", "no", "dissatisfied", "pct", "csat"), 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2019, 2020})
    void dask(int year) throws IOException {
        String file = "dask_survey_2019_2020/" + year + "-user-survey-results.csv.gz";
        String format = year == 2019 ? "uuuu-MM-dd HH:mm:ss" : "yyyy/MM/dd h:mm:ss a 'EST'";
        JsonNode output = cx(
                "ces",
                file,
                "--scale=1..4",
                "--rating",
                UPGRADE,
                "--by=How often do you use Dask?",
                "--over=Timestamp",
                "--per=day",
                "--date-format",
                format);
        String dataset = "dask_survey_2019_2020";
        JsonNode ease = golden(dataset, "ease_upgrade_" + year).get("expected");
        compare(ease, output.get("total"), EFFORT_NAMES, 10);
        compareInterval(ease.get("ci95_wilson"), output.get("total"));

        JsonNode byDay = golden(dataset, "responses_by_day_" + year).get("expected");
        assertThat(output.get("total").get("periods")).hasSize(byDay.size());
        for (JsonNode day : output.get("total").get("periods")) {
            same(byDay.get(day.get("period").asText()), day.get("rows"), "rows");
        }

        compareGroups(
                golden(dataset, "ease_upgrade_by_use_" + year).get("expected"),
                output.get("groups"),
                "How often do you use Dask?",
                2);

        JsonNode stable = cx(
                        "csat", file, "--rating=Is Dask stable enough for you?", "--scale=0..1", "--label=Yes=1,No=0")
                .get("total");
        JsonNode expected = golden(dataset, "stable_" + year).get("expected");
        compare(
                expected,
                stable,
                Map.of("yes", "satisfied", "no", "dissatisfied", "pct", "csat", "empty", "left_out_total"),
                4);
        compareInterval(expected.get("ci95_wilson"), stable);
    }

    @Test
    void reviewsUnderFourRules() throws IOException {
        String dataset = "vendor_reviews";
        JsonNode plain = reviews().get("total");
        JsonNode expected = golden(dataset, "csat").get("expected");
        compare(expected, plain, Map.of(), 8);
        compareInterval(expected.get("ci95_wilson"), plain);
        compare(
                golden(dataset, "csat_zero_as_lowest").get("expected"),
                reviews("--scale=0..5").get("total"),
                Map.of(),
                7);
        compare(
                golden(dataset, "csat_dedup").get("expected"),
                reviews("--distinct").get("total"),
                Map.of(),
                7);
        JsonNode latest = reviews("--respondent=reviewerId", "--respondent=vendorId", "--over=date", "--per=year")
                .get("total");
        compare(golden(dataset, "csat_latest_per_pair").get("expected"), latest, Map.of(), 7);
    }

    @Test
    void reviewsOverTime() throws IOException {
        JsonNode expected = golden("vendor_reviews", "csat_by_month").get("expected");
        int compared = 0;
        for (JsonNode month : reviews("--over=date").get("total").get("periods")) {
            if (month.get("n").asLong() == 0) {
                continue; // a month with zeroes only, all left out
            }
            compare(expected.get(month.get("period").asText()), month, Map.of(), 3);
            compared++;
        }
        assertThat(compared).isEqualTo(expected.size());
    }

    @Test
    void reviewsByVendor() throws IOException {
        JsonNode top = golden("vendor_reviews", "csat_top_vendors").get("expected");
        JsonNode worst = golden("vendor_reviews", "csat_worst_vendors").get("expected");
        JsonNode groups = reviews("--by=vendorId").get("groups");
        int compared = 0;
        for (JsonNode group : groups) {
            String vendor = group.get("by").get("vendorId").asText();
            if (top.has(vendor)) {
                compare(top.get(vendor), group, Map.of(), 3);
                compared++;
            }
            for (JsonNode bad : worst) {
                if (bad.get("vendorId").asText().equals(vendor)) {
                    compare(bad, group, Map.of(), 3);
                    compareInterval(bad.get("wilson"), group);
                    compared++;
                }
            }
        }
        assertThat(compared).isEqualTo(top.size() + worst.size());
        assertThat(groups)
                .hasSize(golden("vendor_reviews", "profile")
                        .get("expected")
                        .get("vendors")
                        .asInt());
    }
}
