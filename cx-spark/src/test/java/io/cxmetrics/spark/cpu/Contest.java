package io.cxmetrics.spark.cpu;

import static org.apache.spark.sql.functions.col;

import io.cxmetrics.spark.CxColumns;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * One question in three forms, over the view {@code answers}.
 *
 * @param name what is asked for
 * @param counts the counters as one writes them by hand
 * @param byHand the answer from these counters
 * @param byName the call of the native function
 * @param column the same of built-in functions
 */
record Contest(String name, String counts, String byHand, String byName, Column column) {

    private static final double CONFIDENCE = 0.95;

    private static final String SUMS = "sum(CASE WHEN score >= 9 THEN 1 ELSE 0 END) AS p,"
            + " sum(CASE WHEN score <= 6 THEN 1 ELSE 0 END) AS d, count(score) AS n";

    private static final String CENTRE = "100D * (p - d) / (n + 3)";

    private static final String HALF =
            "195.9963984540054D * sqrt(((p + d + 1.5D) / (n + 3) - pow((p - d) / (n + 3), 2)) / (n + 3))";

    private static final String LOW = "greatest(" + CENTRE + " - " + HALF + ", -100D)";

    private static final String HIGH = "least(" + CENTRE + " + " + HALF + ", 100D)";

    private static final String SUMMARY = "named_struct('promoters', p, 'passives', s, 'detractors', d, 'invalid', i,"
            + " 'score', 100D * (p - d) / nullif(n, 0), 'margin', if(n > 0, (" + HIGH + " - " + LOW + ") / 2, NULL),"
            + " 'low', if(n > 0, " + LOW + ", NULL), 'high', if(n > 0, " + HIGH + ", NULL))";

    static List<Contest> all() {
        return List.of(
                // Nobody writes the bounds of the scale by hand, so that the native form has more to ask of each row.
                new Contest("nps", SUMS, "100D * (p - d) / nullif(n, 0)", "nps(score)", CxColumns.nps(col("score"))),
                new Contest(
                        "churn_rate",
                        "sum(CASE WHEN lost THEN 1 ELSE 0 END) AS e, count(lost) AS n",
                        "e / nullif(n, 0)",
                        "churn_rate(lost)",
                        CxColumns.rate(col("lost"))),
                new Contest(
                        "nps_summary",
                        SUMS + ", sum(CASE WHEN score IN (7, 8) THEN 1 ELSE 0 END) AS s,"
                                + " sum(CASE WHEN score NOT BETWEEN 0 AND 10 THEN 1 ELSE 0 END) AS i",
                        SUMMARY,
                        "nps_summary(score)",
                        CxColumns.npsSummary(col("score"), CONFIDENCE)));
    }

    static List<String> names() {
        return all().stream().map(Contest::name).toList();
    }

    /** Returns the forms, that by hand first: key and answer of each group. */
    List<Dataset<Row>> forms(Dataset<Row> answers, String key) {
        Dataset<Row> keyed = answers.withColumnRenamed(key, "g");
        keyed.createOrReplaceTempView("keyed");
        return List.of(
                keyed.sparkSession()
                        .sql("SELECT g, " + byHand + " AS answer FROM (SELECT g, " + counts
                                + " FROM keyed GROUP BY g)"),
                keyed.groupBy("g").agg(functions.expr(byName).as("answer")),
                keyed.groupBy("g").agg(column.as("answer")));
    }
}
