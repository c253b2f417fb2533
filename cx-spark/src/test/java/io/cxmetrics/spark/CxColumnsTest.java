package io.cxmetrics.spark;

import static io.cxmetrics.spark.CxColumns.*;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.catalyst.expressions.Sqrt;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.Sum;
import org.apache.spark.sql.catalyst.expressions.objects.Invoke;
import org.apache.spark.sql.catalyst.expressions.objects.StaticInvoke;
import org.apache.spark.sql.catalyst.plans.logical.LeafNode;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

/** Columns of built-in functions say what cx-core says, and refuse what the SQL functions refuse. */
class CxColumnsTest {

    private static final Column SCORE = col("score");
    private static final Column RATING = col("rating");
    private static final Column EFFORT = col("effort");
    private static final Column WEIGHT = col("weight");
    private static final Column FLAG = col("flag");
    private static final Column EVENTS = col("events");
    private static final Column TRIALS = col("trials");
    private static final Column BEFORE = col("before");
    private static final Column AFTER = col("after");

    @BeforeAll
    static void rows() {
        Responses.view();
    }

    private static Map<String, Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("nps(score)", nps(SCORE));
        columns.put("nps_margin(score, 0.9)", npsMargin(SCORE, 0.9));
        columns.put("nps_low(score)", npsLow(SCORE, 0.95));
        columns.put("nps_high(score)", npsHigh(SCORE, 0.95));
        columns.put("nps_summary(score).passives", npsSummary(SCORE, 0.95).getField("passives"));
        columns.put("nps_summary(score).invalid", npsSummary(SCORE, 0.95).getField("invalid"));
        columns.put("csat(rating)", csat(RATING));
        columns.put("csat_low(rating)", csatLow(RATING, 0.95));
        columns.put("csat_high(rating)", csatHigh(RATING, 0.95));
        columns.put("csat_net(rating)", csatNet(RATING));
        columns.put("csat_mean(rating)", csatSummary(RATING, 0.95).getField("mean"));
        columns.put("ces(effort)", ces(EFFORT));
        columns.put("ces_easy(effort)", cesEasy(EFFORT));
        columns.put("ces_net(effort)", cesNet(EFFORT));
        columns.put("top_box(effort, 3, 1, 7)", topBox(EFFORT, 3, 1, 7));
        columns.put("top_box_low(effort, 3, 1, 7, 0.8)", topBoxLow(EFFORT, 3, 1, 7, 0.8));
        columns.put("top_box_high(effort, 3, 1, 7, 0.8)", topBoxHigh(EFFORT, 3, 1, 7, 0.8));
        columns.put("bottom_box(effort, 2, 1, 7)", bottomBox(EFFORT, 2, 1, 7));
        columns.put("net_box(effort, 2, 1, 7)", netBox(EFFORT, 2, 1, 7));
        columns.put("nps_weighted(score, weight)", npsWeighted(SCORE, WEIGHT));
        columns.put("nps_weighted_margin(score, weight)", npsWeightedMargin(SCORE, WEIGHT, 0.95));
        columns.put("nps_weighted_low(score, weight, 0.99)", npsWeightedLow(SCORE, WEIGHT, 0.99));
        columns.put("nps_weighted_high(score, weight, 0.99)", npsWeightedHigh(SCORE, WEIGHT, 0.99));
        columns.put("cx_rate(flag)", rate(FLAG));
        columns.put("fcr_low(flag)", rateLow(FLAG, 0.95));
        columns.put("fcr_high(flag)", rateHigh(FLAG, 0.95));
        columns.put("ctr(events, trials)", rate(EVENTS, TRIALS));
        columns.put("ctr_low(events, trials, 0.9)", rateLow(EVENTS, TRIALS, 0.9));
        columns.put("ctr_high(events, trials, 0.9)", rateHigh(EVENTS, TRIALS, 0.9));
        columns.put(
                "ctr_summary(events, trials).events",
                rateSummary(EVENTS, TRIALS, 0.9).getField("events"));
        columns.put("grr(before, after)", grr(BEFORE, AFTER));
        columns.put("nrr(before, after)", nrr(BEFORE, AFTER));
        columns.put(
                "revenue_summary(before, after).expansion",
                revenueSummary(BEFORE, AFTER).getField("expansion"));
        columns.put("moments_summary(value).min", momentsTally(col("value")).getField("min"));
        return columns;
    }

    @Test
    void columnsAgreeWithTheCore() {
        List<Map.Entry<String, Column>> all = List.copyOf(columns().entrySet());
        // A few at a time, as people ask; too many at once are beyond what one generated method holds.
        for (int i = 0; i < all.size(); i += 12) {
            Map<String, Column> columns = new LinkedHashMap<>();
            all.subList(i, Math.min(i + 12, all.size()))
                    .forEach(column -> columns.put(column.getKey(), column.getValue()));
            compare(columns, grouped(Session.SPARK.table("answers"), col("id").mod(300), columns));
        }
    }

    @Test
    void storedTalliesAgreeWithTheCore() {
        Dataset<Row> daily = Session.SPARK
                .table("answers")
                .groupBy(col("id").mod(300).as("g"), col("day"))
                .agg(
                        npsTally(SCORE).as("nps"),
                        csatTally(RATING).as("csat"),
                        cesTally(EFFORT).as("ces"),
                        npsWeightedTally(SCORE, WEIGHT).as("weighted"),
                        rateTally(FLAG).as("flags"),
                        rateTally(EVENTS, TRIALS).as("clicks"),
                        revenueTally(BEFORE, AFTER).as("revenue"));
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("nps(score)", npsScore(npsMerge(col("nps"))));
        columns.put("csat(rating)", csatScore(csatMerge(col("csat"))));
        columns.put("ces(effort)", cesScore(cesMerge(col("ces"))));
        columns.put("nps_weighted(score, weight)", npsWeightedScore(npsWeightedMerge(col("weighted"))));
        columns.put("cx_rate(flag)", rateScore(rateMerge(col("flags"))));
        columns.put("ctr(events, trials)", rateScore(rateMerge(col("clicks"))));
        columns.put("grr(before, after)", grrScore(revenueMerge(col("revenue"))));
        columns.put("nrr(before, after)", nrrScore(revenueMerge(col("revenue"))));
        compare(columns, grouped(daily, col("g"), columns));
    }

    private static List<Row> grouped(Dataset<Row> rows, Column group, Map<String, Column> columns) {
        List<Column> all = new ArrayList<>(columns.values());
        return rows.groupBy(group.as("g"))
                .agg(all.get(0), all.subList(1, all.size()).toArray(Column[]::new))
                .collectAsList();
    }

    private static void compare(Map<String, Column> columns, List<Row> rows) {
        Map<Integer, Map<String, Double>> expected = new HashMap<>();
        Expected.ofGroups(300).forEach((group, answers) -> {
            Map<String, Double> asked = new LinkedHashMap<>();
            columns.keySet().forEach(question -> asked.put(question, answers.get(question)));
            expected.put(group, asked);
        });
        AgreementTest.compare(expected, rows, 1e-9);
    }

    @Test
    void whatIsNotIntegralIsRefused() {
        Dataset<Row> rows = Session.sql("SELECT 9.7 AS score, 'abc' AS text, CAST(NULL AS INT) AS empty");
        assertThatThrownBy(() -> rows.agg(nps(SCORE)).collectAsList())
                .hasMessageContaining(
                        "nps: score must be an integral number (tinyint, smallint, int or bigint), got decimal(2,1)");
        assertThatThrownBy(() -> rows.agg(csat(col("text"))).collectAsList())
                .hasMessageContaining("csat: rating must be an integral number")
                .hasMessageContaining("got string");
        assertThat(rows.agg(nps(col("empty"))).head().isNullAt(0)).isTrue();
    }

    @Test
    void strictFormsRefuseWhatIsOutside() {
        Dataset<Row> rows = Session.sql("SELECT * FROM VALUES (10), (11), (-1) AS t(score)");
        assertThatThrownBy(() -> rows.agg(npsStrict(SCORE)).collectAsList())
                .hasMessageContaining("nps_strict: rating must be in [0, 10], got 2 outside");
        assertThat(rows.filter("score = 10")
                        .agg(npsStrict(SCORE), csatStrict(col("score").minus(5)))
                        .head()
                        .getDouble(0))
                .isEqualTo(100.0);
    }

    /** No function of a user, no call of a method, and nothing that a jar brings. */
    @Test
    void nothingButBuiltInsIsInThePlan() {
        List<Column> all = List.of(
                nps(SCORE),
                npsStrict(SCORE),
                npsSummary(SCORE, 0.9),
                npsScore(npsMerge(col("tally"))),
                csatSummary(RATING, 0.9),
                ces(EFFORT),
                netBox(EFFORT, 2, 1, 7),
                npsWeightedSummary(SCORE, WEIGHT, 0.9),
                rateStrict(FLAG),
                rateSummary(EVENTS, TRIALS, 0.9),
                revenueSummary(BEFORE, AFTER),
                momentsTally(col("value")),
                ttrMean(col("at"), col("at")),
                uniqueVisitors(col("id")));
        Dataset<Row> rows = Session.SPARK
                .table("answers")
                .withColumn("at", functions.timestamp_micros(col("id")))
                .withColumn(
                        "tally",
                        functions.expr(
                                "named_struct('promoters', 1L, 'passives', 1L, 'detractors', 1L, 'invalid', 1L)"));
        Set<Class<?>> seen = new HashSet<>();
        all.forEach(column -> addClasses(seen, plan(rows.agg(column))));
        assertThat(seen).contains(Sum.class, AggregateExpression.class, Sqrt.class);
        assertThat(seen)
                .doesNotContain(ScalaUDF.class, StaticInvoke.class, Invoke.class)
                .allSatisfy(type -> assertThat(type.getName()).startsWith("org.apache.spark.sql.catalyst."));
    }

    private static LogicalPlan plan(Dataset<Row> rows) {
        return ((org.apache.spark.sql.classic.Dataset<Row>) rows).logicalPlan();
    }

    private static void addClasses(Set<Class<?>> seen, LogicalPlan plan) {
        if (!(plan instanceof LeafNode)) {
            CollectionConverters.asJava(plan.expressions()).forEach(expression -> addClasses(seen, expression));
            CollectionConverters.asJava(plan.children()).forEach(child -> addClasses(seen, child));
        }
    }

    private static void addClasses(Set<Class<?>> seen, Expression expression) {
        seen.add(expression.getClass());
        CollectionConverters.asJava(expression.children()).forEach(child -> addClasses(seen, child));
    }

    @Test
    void theConfidenceIsAFraction() {
        assertThatThrownBy(() -> npsLow(SCORE, 95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("confidence must be in (0, 1), got 95.0");
    }
}
