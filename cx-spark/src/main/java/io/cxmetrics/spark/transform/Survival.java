package io.cxmetrics.spark.transform;

import static org.apache.spark.sql.functions.col;

import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The Kaplan-Meier curve of times of which some are not over yet: that of
 * {@link io.cxmetrics.stat.survival.SurvivalCurve} over rows in Spark.
 *
 * <p><b>Definition.</b> survival(t) = the product over the times up to t of (1 - events / at risk). Who is censored at
 * a time is still at risk for the events of it.
 *
 * <p><b>Cost.</b> Spark counts the rows of each distinct time, and cx-core draws the curve of these counts, once for
 * each group: the distinct times of a group, such as days, are together in memory. It runs in the JVM of Spark; a
 * client of Spark Connect has to add the jar as an artifact.
 *
 * <pre>{@code
 * Survival.curve(contracts, "days", "churned", 0.95, "plan");
 * }</pre>
 */
public final class Survival {

    private Survival() {}

    /**
     * Returns the steps of the curve.
     *
     * @param observations a row for each
     * @param time the column of how long, an integral number that is not negative
     * @param event the column of whether the event happened then, a {@code BOOLEAN}; false for censored
     * @param confidence the level of the log-log limits, in (0, 1), such as 0.95
     * @param by columns that each make a curve of their own
     * @return a row for each distinct time, in no order: the columns of {@code by}, then
     *     {@code time, at_risk, events, censored, survival, standard_error, low, high}; survival is in [0, 1], its
     *     error null where it is 0, its limits where it is 0 or 1
     * @throws IllegalArgumentException if a column has another type, or the confidence is out of range; a negative time
     *     is one when the curve is drawn
     */
    public static Dataset<Row> curve(
            Dataset<Row> observations, String time, String event, double confidence, String... by) {
        Column when = Columns.whole(observations, "time", time);
        Column happened = Columns.flag(observations, "event", event);
        Dataset<Row> counts = observations
                .where(when.isNotNull().and(happened.isNotNull()))
                .groupBy(columns(by, when.as("time")))
                .agg(
                        functions.count_if(happened).as("events"),
                        functions.count_if(functions.not(happened)).as("censored"));
        Column counted = functions.sort_array(functions.collect_list(functions.struct("time", "events", "censored")));
        Column steps = functions
                .udf(new CurveSteps(confidence), CurveSteps.TYPE)
                .apply(field("time"), field("events"), field("censored"));
        return counts.groupBy(Columns.all(by)).agg(counted.as("counts")).select(columns(by, functions.inline(steps)));
    }

    private static Column field(String name) {
        return functions.transform(col("counts"), one -> one.getField(name));
    }

    private static Column[] columns(String[] by, Column... more) {
        return Stream.concat(Stream.of(Columns.all(by)), Stream.of(more)).toArray(Column[]::new);
    }
}
