package io.cxmetrics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.spark.catalogue.Catalogue;
import io.cxmetrics.spark.catalogue.MetricFunction;
import io.cxmetrics.spark.catalogue.Shape;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The functions go wherever aggregates go. */
class SqlCapabilitiesTest {

    private static final String ANSWERS =
            " FROM VALUES ('a', 1, 10), ('a', 2, 10), ('a', 3, 3), ('b', 1, 9), ('b', 2, 7) AS t(shop, day, score)";

    @BeforeAll
    static void rows() {
        Responses.view();
    }

    private static List<String> lines(String query) {
        return Session.rows(query).stream().map(Row::toString).toList();
    }

    @Test
    void filter() {
        assertThat(lines("SELECT nps(score) FILTER (WHERE shop = 'b'), nps_low(score, 0.9) FILTER (WHERE day > 5)"
                        + ANSWERS))
                .containsExactly("[50.0,null]");
    }

    @Test
    void distinct() {
        assertThat(lines("SELECT nps(DISTINCT score), nps_tally(score), count(*)" + ANSWERS))
                .containsExactly("[25.0,[3,1,1,0],5]");
    }

    @Test
    void over() {
        assertThat(lines(
                        "SELECT shop, day, nps(score) OVER (PARTITION BY shop ORDER BY day ROWS BETWEEN 1 PRECEDING AND"
                                + " CURRENT ROW)" + ANSWERS + " ORDER BY shop, day"))
                .containsExactly("[a,1,100.0]", "[a,2,100.0]", "[a,3,0.0]", "[b,1,100.0]", "[b,2,50.0]");
    }

    @Test
    void rollupHavingAndOrder() {
        assertThat(lines("SELECT shop, nps(score) AS s" + ANSWERS
                        + " GROUP BY ROLLUP (shop) HAVING nps(score) > 0 ORDER BY s"))
                .containsExactly("[a,33.333333333333336]", "[null,40.0]", "[b,50.0]");
    }

    @Test
    void nothingAtAll() {
        assertThat(lines("SELECT nps(score), nps_summary(score), cx_rate(score > 8), moments_tally(score), "
                        + "ttr_p90(day, day)"
                        + " FROM (SELECT 1 AS score, timestamp'2026-01-01' AS day) WHERE score > 1"))
                .containsExactly("[null,[0,0,0,0,null,null,null,null],null,[0,0.0,0.0,null,null,0],null]");
    }

    @Test
    void aStreamCountsWhatABatchCounts(@TempDir Path folder) throws TimeoutException, StreamingQueryException {
        String file = folder.resolve("in").toString();
        Dataset<Row> events =
                Session.sql("SELECT timestamp'2026-03-01' + make_interval(0, 0, 0, day) AS at, score FROM answers");
        events.write().parquet(file);
        Dataset<Row> stream = Session.SPARK.readStream().schema(events.schema()).parquet(file);
        String[] asked = {"nps(score)", "nps_summary(score)", "nps_tally(score)"};
        StreamingQuery query = weekly(stream.withWatermark("at", "1 day"), asked)
                .writeStream()
                .outputMode("complete")
                .format("memory")
                .queryName("weekly")
                .option("checkpointLocation", folder.resolve("state").toString())
                .start();
        try {
            query.processAllAvailable();
        } finally {
            query.stop();
        }
        List<String> batch = lines(weekly(events, asked));
        assertThat(batch).hasSizeGreaterThan(4);
        assertThat(lines(Session.SPARK.table("weekly"))).containsExactlyInAnyOrderElementsOf(batch);
    }

    private static List<String> lines(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).toList();
    }

    private static Dataset<Row> weekly(Dataset<Row> rows, String... asked) {
        return rows.groupBy(functions.window(functions.col("at"), "7 days"))
                .agg(functions.expr(asked[0]), functions.expr(asked[1]), functions.expr(asked[2]));
    }

    /** An object buffer would sort past 128 groups, and take several times as long. */
    @Test
    void countersAreCountedInGeneratedCode() {
        String all = Catalogue.functions().stream()
                .filter(function -> function.shape() != Shape.SCORE && function.shape() != Shape.MERGE)
                .map(SqlCapabilitiesTest::call)
                .collect(Collectors.joining(", "));
        String plan =
                String.valueOf(Session.value("EXPLAIN SELECT id % 300 AS g, " + all + " FROM answers GROUP BY ALL"));
        assertThat(plan)
                .contains("HashAggregate")
                .doesNotContain("ObjectHashAggregate")
                .doesNotContain("SortAggregate");
        String code = Session.with(
                "spark.sql.adaptive.enabled",
                "false",
                () -> String.valueOf(
                        Session.value("EXPLAIN CODEGEN SELECT day, nps(score) FROM answers GROUP BY day")));
        assertThat(code).contains("Found 2 WholeStageCodegen subtrees").contains("*(1) HashAggregate(");
    }

    private static String call(MetricFunction function) {
        String name = function.name();
        String arguments = name.contains("box")
                ? "(effort, 2, 1, 7)"
                : name.startsWith("nps_weighted")
                        ? "(score, weight)"
                        : name.startsWith("mean_") || name.startsWith("moments")
                                ? "(value)"
                                : name.endsWith("rr") || name.startsWith("revenue")
                                        ? "(before, after)"
                                        : function.family().name().equals("cx_rate") ? "(flag)" : "(score)";
        return name + arguments;
    }

    @Test
    void aSumThatOverflowsIsRefusedInAnyMode() {
        String query = "SELECT cx_rate(1, n) FROM VALUES (9223372036854775807), (9223372036854775807) AS t(n)";
        for (String ansi : List.of("true", "false")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> Session.with("spark.sql.ansi.enabled", ansi, () -> Session.rows(query))))
                    .as(ansi)
                    .hasStackTraceContaining("long overflow");
        }
    }
}
