package io.cxmetrics.spark;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.spark.text.MacroFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every function says of random rows what cx-core says, native, from stored tallies, and in DuckDB. */
class AgreementTest {

    @BeforeAll
    static void rows() {
        Responses.view();
    }

    /** 300 groups are past what object buffers hold; 20,000 make groups of three rows. */
    @ParameterizedTest
    @ValueSource(ints = {1, 300, 20_000})
    void nativeFunctionsAgreeWithTheCore(int groups) {
        Map<Integer, Map<String, Double>> expected = Expected.ofGroups(groups);
        String query = "SELECT id % " + groups + " AS g, " + String.join(", ", questions(expected))
                + " FROM answers GROUP BY ALL";
        compare(expected, Session.rows(query), 1e-11);
    }

    @Test
    void neitherWithAnsiOffIsAnythingElse() {
        Map<Integer, Map<String, Double>> expected = Expected.ofGroups(300);
        String query = "SELECT id % 300 AS g, " + String.join(", ", questions(expected)) + " FROM answers GROUP BY ALL";
        compare(expected, Session.with("spark.sql.ansi.enabled", "false", () -> Session.rows(query)), 1e-11);
    }

    /** Daily tallies in a file become the same answers as the rows themselves. */
    @Test
    void storedTalliesAgreeWithTheCore() {
        String file = Responses.FILE.resolveSibling("tallies.parquet").toString();
        Session.sql("SELECT id % 300 AS g, day, nps_tally(score) AS nps, csat_tally(rating) AS csat,"
                        + " ces_tally(effort) AS ces, nps_weighted_tally(score, weight) AS weighted,"
                        + " cx_rate_tally(flag) AS flags, cx_rate_tally(events, trials) AS clicks,"
                        + " revenue_tally(before, after) AS revenue, moments_tally(value) AS moments"
                        + " FROM answers GROUP BY ALL")
                .write()
                .mode("overwrite")
                .parquet(file);
        Session.SPARK.read().parquet(file).createOrReplaceTempView("tallies");
        Map<Integer, Map<String, Double>> expected = new LinkedHashMap<>();
        Expected.ofGroups(300).forEach((group, answers) -> expected.put(group, ofTallies(answers)));
        String query = "SELECT g, " + String.join(", ", questions(expected)) + " FROM tallies GROUP BY g";
        compare(expected, Session.rows(query), 1e-11);
    }

    /** The same questions of tallies; two scores of one merged tally are asked besides. */
    private static Map<String, Double> ofTallies(Map<String, Double> answers) {
        Map<String, Double> renamed = new LinkedHashMap<>();
        answers.forEach((question, answer) -> {
            if (!question.contains("_box")) {
                String tally = question.replace("(score, weight", "(weighted")
                        .replace("(score", "(nps")
                        .replace("(rating", "(csat")
                        .replace("(effort", "(ces")
                        .replace("(flag", "(flags")
                        .replace("(events, trials", "(clicks")
                        .replace("(before, after", "(revenue")
                        .replace("(value", "(moments");
                renamed.put(tally, answer);
            }
        });
        renamed.put("nps_score(nps_merge(nps))", answers.get("nps(score)"));
        renamed.put("csat_score(csat_merge(csat))", answers.get("csat(rating)"));
        renamed.put("ces_score(ces_merge(ces))", answers.get("ces(effort)"));
        renamed.put("nps_weighted_score(nps_weighted_merge(weighted))", answers.get("nps_weighted(score, weight)"));
        renamed.put("cx_rate_score(cx_rate_merge(clicks))", answers.get("ctr(events, trials)"));
        renamed.put("grr_score(revenue_merge(revenue))", answers.get("grr(before, after)"));
        renamed.put("nrr_score(revenue_merge(revenue))", answers.get("nrr(before, after)"));
        renamed.put("moments_merge(moments).min", answers.get("moments_summary(value).min"));
        return renamed;
    }

    @Test
    void macrosAgreeWithTheCore() throws SQLException {
        Map<Integer, Map<String, Double>> expected = new LinkedHashMap<>();
        // Student's intervals are not among them, nor an interval of flags at another confidence.
        Expected.ofGroups(300).forEach((group, answers) -> {
            Map<String, Double> known = new LinkedHashMap<>(answers);
            known.keySet()
                    .removeIf(question -> question.startsWith("mean_")
                            || question.startsWith("ces_low")
                            || question.startsWith("ces_high"));
            expected.put(group, known);
        });
        List<String> questions = questions(expected);
        try (Connection database = MacroFile.database();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id % 300 AS g, " + String.join(", ", questions)
                        + " FROM '" + Responses.FILE + "/*.parquet' GROUP BY ALL")) {
            int seen = 0;
            while (rows.next()) {
                List<Object> values = new ArrayList<>();
                for (int i = 0; i < questions.size(); i++) {
                    values.add(rows.getObject(i + 2));
                }
                compare(requireNonNull(expected.get(rows.getInt(1))), values, rows.getInt(1), 1e-9);
                seen++;
            }
            assertThat(seen).isEqualTo(300);
        }
    }

    private static List<String> questions(Map<Integer, Map<String, Double>> expected) {
        return List.copyOf(expected.values().iterator().next().keySet());
    }

    static void compare(Map<Integer, Map<String, Double>> expected, List<Row> rows, double tolerance) {
        assertThat(rows).hasSize(expected.size());
        for (Row row : rows) {
            List<Object> values = new ArrayList<>();
            for (int i = 1; i < row.length(); i++) {
                values.add(row.get(i));
            }
            compare(requireNonNull(expected.get(row.getInt(0))), values, row.getInt(0), tolerance);
        }
    }

    private static void compare(Map<String, Double> expected, List<Object> values, int group, double tolerance) {
        int i = 0;
        for (Map.Entry<String, Double> answer : expected.entrySet()) {
            Object value = values.get(i++);
            if (Double.isNaN(answer.getValue())) {
                assertThat(value).as("%s in %s", answer.getKey(), group).isNull();
            } else {
                double known = answer.getValue();
                assertThat(value).as("%s in %s", answer.getKey(), group).isNotNull();
                assertThat(((Number) value).doubleValue())
                        .as("%s in %s", answer.getKey(), group)
                        .isCloseTo(known, within(tolerance * Math.max(1, Math.abs(known))));
            }
        }
    }
}
