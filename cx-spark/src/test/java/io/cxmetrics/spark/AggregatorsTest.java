package io.cxmetrics.spark;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.spark.transform.Aggregators;
import io.cxmetrics.stat.survival.EventTime;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.survey.Nps;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.junit.jupiter.api.Test;

/** Aggregations of cx-core run as aggregates of Spark, in columns, SQL and typed. */
class AggregatorsTest {

    private static final UserDefinedFunction SCORE =
            Aggregators.udaf(Nps.aggregation().andThen(Nps::score), Encoders.INT(), Encoders.DOUBLE());

    /** 300 groups are past what object buffers hold without sorting, and every tenth of them is silent. */
    @Test
    void columnsSayWhatTheNativeFunctionSays() {
        Responses.view();
        List<Row> rows = Session.SPARK
                .table("answers")
                .where("score BETWEEN 0 AND 10 OR score IS NULL")
                .groupBy(col("id").mod(300))
                .agg(SCORE.apply(col("score")), CxColumns.nps(col("score")))
                .collectAsList();
        assertThat(rows).hasSize(300).allSatisfy(row -> {
            if (row.isNullAt(2)) {
                assertThat(row.getDouble(1)).isNaN();
            } else {
                assertThat(row.getDouble(1)).isEqualTo(row.getDouble(2));
            }
        });
    }

    @Test
    void sqlTakesThemByName() {
        Session.SPARK.udf().register("nps_by_the_bridge", SCORE);
        assertThat(Session.value("SELECT nps_by_the_bridge(score) FILTER (WHERE score > 0)"
                        + " FROM VALUES (10), (9), (7), (3), (0), (NULL) AS t(score)"))
                .isEqualTo(25.0);
    }

    @Test
    void datasetsTakeThemTyped() {
        double median = Session.SPARK
                .range(1, 1002)
                .as(Encoders.LONG())
                .select(Aggregators.of(
                                EventTimes.aggregation()
                                        .<Long>mapInput(days -> new EventTime(0, days, days % 3 > 0))
                                        .andThen(times -> times.curve().median()),
                                Encoders.DOUBLE())
                        .toColumn())
                .head();
        EventTimes expected = java.util.stream.LongStream.rangeClosed(1, 1001)
                .boxed()
                .collect(EventTimes.toEventTimes(days -> days, days -> days % 3 > 0));
        assertThat(median).isEqualTo(expected.curve().median());
    }
}
