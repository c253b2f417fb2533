package io.cxmetrics.spark.transform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.cxmetrics.time.CalendarPeriod;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Who came back, by when they started: the retention of {@link io.cxmetrics.retention.cohort.CohortTable} over rows in
 * Spark.
 *
 * <p><b>Definition.</b> An actor is in the cohort of the period of its first activity. retention(cohort, k) = active /
 * starters, in [0, 1]: the share of those that started in the cohort that is active in the k-th period after it.
 *
 * <p><b>Right edge.</b> A period that ends after observation does has no row, so that no decline is drawn that is none;
 * a cohort whose own period is not over has none at all. A period that is observed and in which nobody came back has a
 * row with 0.
 *
 * <p><b>Cost.</b> Two shuffles, the first of a row for each actor and period in which it was active.
 *
 * <pre>{@code
 * Dataset<Row> table = Cohorts.retention(
 *         log, "actor", "at", CalendarPeriod.MONTH, ZoneId.of("Europe/Berlin"), LocalDate.of(2026, 3, 15));
 * table.groupBy("k").agg(CxColumns.rate(col("active"), col("starters"))); // all cohorts
 * }</pre>
 */
public final class Cohorts {

    private static final long START = -1;

    private Cohorts() {}

    /**
     * Returns retention by cohort and period after it.
     *
     * @param log a row for each activity
     * @param actor the column of who
     * @param time the column of when, a {@code TIMESTAMP}
     * @param period the periods of cohorts and of returns
     * @param zone whose calendar counts
     * @param observedUntil the day after the last that is observed; later activities are as if they had not been
     * @return a row for each cohort and observed period: {@code cohort} (the first day), {@code k} from 0,
     *     {@code starters}, {@code active} and {@code retention}
     * @throws IllegalArgumentException if the time is no {@code TIMESTAMP}
     */
    public static Dataset<Row> retention(
            Dataset<Row> log, String actor, String time, CalendarPeriod period, ZoneId zone, LocalDate observedUntil) {
        Column at = Columns.time(log, "time", time);
        Column first = index(col("first"), period, zone);
        Dataset<Row> actors = log.where(col(actor).isNotNull())
                .where(at.lt(lit(observedUntil.atStartOfDay(zone).toInstant())))
                .groupBy(col(actor))
                .agg(
                        functions.min(at).as("first"),
                        functions.collect_set(index(at, period, zone)).as("periods"))
                .select(first.as("started"), col("periods"));
        // Clocks that go back across midnight may take an actor to the day before its start.
        Column offsets = functions.transform(
                col("periods"), active -> functions.greatest(active.minus(col("started")), lit(0L)));
        Dataset<Row> counts = actors.select(
                        col("started"),
                        functions
                                .explode(functions.array_distinct(functions.array_append(offsets, lit(START))))
                                .as("k"))
                .groupBy("started", "k")
                .count();
        long end = period.index(observedUntil);
        Column observed = functions.sequence(lit(0L), lit(end - 1).minus(col("started")));
        Column active = functions.coalesce(functions.try_element_at(col("counts"), col("k")), lit(0L));
        return counts.groupBy("started")
                .agg(functions
                        .map_from_entries(functions.collect_list(functions.struct("k", "count")))
                        .as("counts"))
                .where(col("started").lt(end))
                .select(
                        col("started"),
                        col("counts"),
                        functions.explode(observed).as("k"))
                .select(
                        LocalPeriods.start(col("started"), period).as("cohort"),
                        col("k").cast(DataTypes.IntegerType).as("k"),
                        functions.try_element_at(col("counts"), lit(START)).as("starters"),
                        active.as("active"))
                .withColumn("retention", col("active").divide(col("starters")));
    }

    private static Column index(Column time, CalendarPeriod period, ZoneId zone) {
        return LocalPeriods.index(LocalPeriods.epochDay(time, zone), period);
    }
}
