package io.cxmetrics.spark;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.cxmetrics.testkit.GoldenTest;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** The queries of the README over real data give the values that were computed outside Java. */
@GoldenTest
class ReadmeTest {

    private static final Goldens SURVEY = new Goldens("sfo_survey_2017");
    private static final Goldens INCIDENTS = new Goldens("uci_incident_log");
    private static final Goldens REVIEWS = new Goldens("vendor_reviews");

    private static String query(String name) throws IOException {
        List<String> blocks = Readme.blocks("<!-- sql: " + name + " -->");
        assertThat(blocks).as(name).hasSize(1);
        return blocks.get(0);
    }

    /** Returns the rows by their first column, the total under "all". */
    private static Map<String, Row> rows(String query) {
        Map<String, Row> rows = new HashMap<>();
        for (Row row : Session.rows(query)) {
            rows.put(row.isNullAt(0) ? "all" : String.valueOf(row.get(0)), row);
        }
        return rows;
    }

    private static Row row(Map<String, Row> rows, String key) {
        return requireNonNull(rows.get(key), key);
    }

    private static void same(Row row, int column, JsonNode expected) {
        same(row, column, expected.asDouble());
    }

    private static void same(Row row, int column, double expected) {
        assertThat(row.getDouble(column)).isCloseTo(expected, within(Math.abs(expected) * 1e-9));
    }

    private static void survey() {
        SURVEY.read("sfo_2017.csv.gz")
                .selectExpr(
                        "BAREA AS area",
                        "try_cast(NETPRO AS INT) AS score",
                        "try_cast(Q7ALL AS INT) AS rating",
                        "try_cast(Q14FIND AS INT) AS finding",
                        "try_cast(Q15PROBLEM AS INT) AS problem",
                        "try_cast(WEIGHT AS DOUBLE) AS weight")
                .createOrReplaceTempView("responses");
    }

    @Test
    void surveyQuery() throws IOException {
        survey();
        Map<String, Row> rows = rows(query("survey"));
        SURVEY.expected("nps_by_BAREA")
                .properties()
                .forEach(area ->
                        same(row(rows, area.getKey()), 1, area.getValue().get("nps")));
        Row all = row(rows, "all");
        same(all, 1, SURVEY.expected("nps").get("nps"));
        JsonNode csat = SURVEY.expected("csat_overall");
        same(all, 3, csat.get("csat_pct"));
        same(all, 4, csat.get("ci95_wilson").get(0));
        same(all, 5, csat.get("ci95_wilson").get(1));
    }

    @Test
    void theColumnsOfTheReadme() throws IOException {
        survey();
        String java =
                "responses.groupBy(\"area\").agg(CxColumns.nps(col(\"score\")), CxColumns.npsMargin(col(\"score\"), "
                        + "0.95));";
        assertThat(Readme.lines()).contains(java);
        Dataset<Row> responses = Session.SPARK.table("responses");
        Dataset<Row> answers =
                responses.groupBy("area").agg(CxColumns.nps(col("score")), CxColumns.npsMargin(col("score"), 0.95));
        JsonNode expected = SURVEY.expected("nps_by_BAREA");
        Map<String, Row> sql = rows(query("survey"));
        for (Row row : answers.collectAsList()) {
            same(row, 1, expected.get(row.getString(0)).get("nps"));
            same(row, 2, row(sql, row.getString(0)).getDouble(2));
        }
    }

    @Test
    void moreOfTheSurvey() {
        survey();
        Row row = Session.sql(
                        "SELECT nps_summary(score).invalid, nps_weighted(score, weight), bottom_box(finding, 2, 1, 5),"
                                + " net_box(finding, 2, 1, 5), csat_mean(finding), cx_rate(problem = 1) FILTER (WHERE "
                                + "problem IN (1, 2)),"
                                + " nps_summary(score).promoters FROM responses")
                .head();
        // One of the non-responses is empty, and null is no answer out of range.
        JsonNode nps = SURVEY.expected("nps");
        assertThat(row.getLong(0)).isEqualTo(nps.get("non_responses").asLong() - 1);
        assertThat(row.getLong(6)).isEqualTo(nps.get("promoters").asLong());
        same(row, 1, SURVEY.expected("nps_weighted").get("nps"));
        JsonNode finding = SURVEY.expected("ces_find");
        same(
                row,
                2,
                100 * finding.get("difficult").asDouble() / finding.get("n").asDouble());
        same(row, 3, finding.get("net_easy"));
        same(row, 4, finding.get("mean"));
        same(row, 5, SURVEY.expected("problem_rate").get("pct").asDouble() / 100);
    }

    @Test
    void support() throws IOException {
        INCIDENTS
                .read("incident_event_log.csv.gz")
                .selectExpr(
                        "number",
                        "priority",
                        "made_sla",
                        "reassignment_count",
                        "reopen_count",
                        "opened_at",
                        "resolved_at",
                        "monotonically_increasing_id() AS line")
                .createOrReplaceTempView("log");
        Session.sql("SELECT last.priority, CAST(last.made_sla AS BOOLEAN) AS made_sla, "
                        + "CAST(last.reassignment_count AS INT) AS"
                        + " reassigned, CAST(last.reopen_count AS INT) AS reopened, "
                        + "to_timestamp(last.opened_at, 'd/M/yyyy HH:mm') AS"
                        + " opened, to_timestamp(nullif(last.resolved_at, '?'), 'd/M/yyyy HH:mm') AS closed "
                        + "FROM"
                        + " (SELECT max_by(struct(*), line) AS last FROM log GROUP BY number)")
                .createOrReplaceTempView("tickets");
        Map<String, Row> rows = rows(query("support"));
        JsonNode times = INCIDENTS.expected("ttr_resolved_by_priority");
        INCIDENTS.expected("sla_made").get("by_priority").properties().forEach(priority -> {
            Row row = row(rows, priority.getKey());
            same(row, 1, priority.getValue().get("sla_pct").asDouble() / 100);
            same(row, 5, times.get(priority.getKey()).get("mean"));
        });
        Row all = row(rows, "all");
        same(all, 1, INCIDENTS.expected("sla_made").get("sla_pct").asDouble() / 100);
        same(all, 2, INCIDENTS.expected("fcr_proxy").get("pct").asDouble() / 100);
        same(all, 3, INCIDENTS.expected("reopen").get("pct").asDouble() / 100);
        JsonNode resolved = INCIDENTS.expected("ttr_resolved");
        same(all, 5, resolved.get("mean"));
        // A sketch: the median of 23,000 times, whose rank is good to half a percent.
        assertThat(all.getDouble(4)).isCloseTo(resolved.get("median").asDouble(), within(1.0));
    }

    @Test
    void rollUp() throws IOException {
        REVIEWS.read("anonreviews.csv.gz")
                .selectExpr("CAST(substring(date, 1, 10) AS DATE) AS day", "CAST(rating AS INT) AS rating")
                .createOrReplaceTempView("reviews");
        Map<String, Row> rows = rows(query("roll-up"));
        JsonNode months = REVIEWS.expected("csat_by_month");
        assertThat(rows).hasSize(months.size());
        months.properties().forEach(month -> {
            Row row = row(rows, month.getKey() + "-01");
            same(row, 1, month.getValue().get("sat"));
            same(row, 2, month.getValue().get("sat"));
        });
        Row all = Session.sql("SELECT csat(rating), csat_low(rating), csat_high(rating), csat_mean(rating),"
                        + " csat_summary(rating).invalid, moments_summary(rating).standard_deviation FROM reviews")
                .head();
        JsonNode csat = REVIEWS.expected("csat");
        same(all, 0, csat.get("csat_pct"));
        same(all, 1, csat.get("ci95_wilson").get(0));
        same(all, 2, csat.get("ci95_wilson").get(1));
        same(all, 3, csat.get("mean"));
        assertThat(all.getLong(4)).isEqualTo(csat.get("excluded").asLong());
        // With the zeros, which are numbers like any other.
        same(all, 5, REVIEWS.expected("csat_zero_as_lowest").get("sd"));
    }
}
