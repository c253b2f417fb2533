package io.cxmetrics.spark.transform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.cxmetrics.web.funnel.Funnel;
import io.cxmetrics.web.funnel.FunnelMatcher;
import io.cxmetrics.web.funnel.FunnelOrder;
import io.cxmetrics.web.funnel.FunnelStep;
import io.cxmetrics.web.funnel.TieRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * How far actors came in a {@link Funnel}: the counts of {@link io.cxmetrics.web.funnel.FunnelCounts} over rows in
 * Spark.
 *
 * <p><b>Definition.</b> An actor reaches step k if some of its events meet the first k steps in the order of the
 * funnel, each step by an event of its own, from the first to the last within the window, with no excluded event
 * between. cx-core itself tells so, once for each actor; every order, start, exclusion and window that a funnel may
 * have is answered. Times are rounded down to the millisecond.
 *
 * <p><b>Ties.</b> Events at the same time count as in order. Spark knows no order of rows: with
 * {@link TieRule#AS_GIVEN} the excluded come first, then those that meet no step, then the earlier step.
 *
 * <p><b>Cost.</b> One shuffle, and the events of one actor that matter together in memory: those that meet a step or an
 * exclusion, and all of them in the order {@link FunnelOrder#STRICT}. It runs in the JVM of Spark; a client of Spark
 * Connect has to add the jar as an artifact.
 *
 * <pre>{@code
 * Funnel shop = Funnel.of("view", "cart", "order").withWindow(Duration.ofDays(7));
 * Funnels.reached(events, "visitor", "at", "name", shop);
 * Funnels.reached(events, "visitor", "at", "name", shop, "country"); // a funnel for each
 * }</pre>
 */
public final class Funnels {

    private Funnels() {}

    /**
     * Returns how many actors reached each step.
     *
     * @param events a row for each event
     * @param actor the column of whose it is: a visitor, or a session
     * @param time the column of when, a {@code TIMESTAMP}
     * @param name the column of the name that steps and exclusions go by, a {@code STRING}
     * @param funnel what is asked
     * @param by columns to break down by, each the same for all events of an actor; an actor in two groups counts in
     *     both
     * @return a row for each step, and for each group if there are any: the columns of {@code by}, {@code step} from 0,
     *     {@code name}, {@code reached}, {@code from_first} and {@code from_previous} (the share of those at the first
     *     step and at the one before, null where nobody was there), {@code units} and {@code dropped} by exclusions
     * @throws IllegalArgumentException if a column has another type, or a step is met by kinds of events, which have no
     *     column
     */
    public static Dataset<Row> reached(
            Dataset<Row> events, String actor, String time, String name, Funnel funnel, String... by) {
        Column at = Columns.time(events, "time", time);
        Column match = matches(Columns.text(events, "name", name), funnel);
        Column event = functions.struct(at.as("at"), match.as("match"));
        Column kept = funnel.order() == FunnelOrder.STRICT ? event : functions.when(match.notEqual(0), event);
        Column times = functions.transform(col("events"), one -> functions.unix_millis(one.getField("at")));
        Column bits = functions.transform(col("events"), one -> one.getField("match"));
        Column depth =
                functions.udf(new FunnelDepth(funnel), DataTypes.IntegerType).apply(times, bits);
        Dataset<Row> actors = events.where(col(actor).isNotNull().and(at.isNotNull()))
                .groupBy(columns(by, col(actor)))
                .agg(functions.sort_array(functions.collect_list(kept)).as("events"))
                .select(columns(by, depth.as("depth")));
        Dataset<Row> counts = actors.groupBy(Columns.all(by))
                .agg(functions.count_if(col("depth").geq(0)).as("units"), reachedBy(funnel));
        return counts.select(columns(by, col("units"), col("dropped"), functions.posexplode(col("steps"))))
                .select(columns(
                        by,
                        col("pos").as("step"),
                        col("col.name").as("name"),
                        col("col.reached").as("reached"),
                        share(col("col.first")).as("from_first"),
                        share(col("col.previous")).as("from_previous"),
                        col("units"),
                        col("dropped")));
    }

    private static Column share(Column base) {
        return functions.when(base.gt(0), col("col.reached").divide(base));
    }

    /** The names and counts of all steps as one array, and how many were dropped. */
    private static Column[] reachedBy(Funnel funnel) {
        List<Column> steps = new ArrayList<>();
        for (int step = 0; step < funnel.steps().size(); step++) {
            steps.add(functions.struct(
                    lit(funnel.names().get(step)).as("name"),
                    reached(step).as("reached"),
                    reached(0).as("first"),
                    (step == 0 ? lit(null).cast(DataTypes.LongType) : reached(step - 1)).as("previous")));
        }
        return new Column[] {
            functions.count_if(col("depth").lt(0)).as("dropped"),
            functions.array(steps.toArray(new Column[0])).as("steps")
        };
    }

    private static Column reached(int step) {
        return functions.count_if(col("depth").gt(step));
    }

    /** The bits of {@link FunnelMatcher#matches}. */
    private static Column matches(Column name, Funnel funnel) {
        Column bits = lit(0);
        for (String excluded : funnel.exclusions()) {
            bits = functions
                    .when(name.equalTo(excluded), FunnelMatcher.EXCLUDED)
                    .otherwise(bits);
        }
        Map<String, Integer> masks = new LinkedHashMap<>();
        for (int i = 0; i < funnel.steps().size(); i++) {
            FunnelStep step = funnel.steps().get(i);
            if (!step.kinds().isEmpty()) {
                throw new IllegalArgumentException("steps must be met by names, got " + step);
            }
            int bit = 1 << i;
            step.names().forEach(one -> masks.merge(one, bit, (known, more) -> known | more));
        }
        for (Map.Entry<String, Integer> mask : masks.entrySet()) {
            bits = functions.when(name.equalTo(mask.getKey()), mask.getValue()).otherwise(bits);
        }
        return bits;
    }

    private static Column[] columns(String[] by, Column... more) {
        return Stream.concat(Stream.of(Columns.all(by)), Stream.of(more)).toArray(Column[]::new);
    }
}
