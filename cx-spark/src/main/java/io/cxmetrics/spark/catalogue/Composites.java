package io.cxmetrics.spark.catalogue;

import java.util.ArrayList;
import java.util.List;

/** Quantiles of times and numbers of distinct visitors, on the sketches that engines have. */
public final class Composites {

    /** What stands for an expression that older versions cannot say. */
    public static final String NONE = "-";

    /** In microseconds. */
    private static final String HOUR = "3.6e9D";

    private static final String MICROS = "unix_micros(_2) - unix_micros(_1)";

    /** Times that are known and not negative. */
    private static final String TIMES = "CASE WHEN _2 >= _1 THEN " + MICROS + " END";

    /** At this size, four times the usual one, ranks are good to half a percent. */
    private static final String SKETCH = "kll_sketch_agg_bigint(" + TIMES + ", 800)";

    private static final String TICKETS =
            " FROM VALUES (timestamp'2026-01-01 00:00:00', timestamp'2026-01-01 01:00:00'),"
                    + " (timestamp'2026-01-01 00:00:00', timestamp'2026-01-01 03:00:00'),"
                    + " (timestamp'2026-01-01 00:00:00', timestamp'2026-01-01 08:00:00') AS t(opened, closed)";

    private static final String VISITS = " FROM VALUES ('ann'), ('bob'), ('ann') AS t(visitor)";

    private static final List<Composite> ALL = all();

    private Composites() {}

    /** Returns all of them, in the order of the documentation. */
    public static List<Composite> list() {
        return ALL;
    }

    private static List<Composite> all() {
        List<Composite> all = new ArrayList<>();
        all.add(quantile(
                "ttr_quantile", "_3", List.of("opened", "closed", "q"), "ttr_quantile(opened, closed, 0.5)", "3.0"));
        all.add(quantile("ttr_p50", "0.5D", List.of("opened", "closed"), "ttr_p50(opened, closed)", "3.0"));
        all.add(quantile("ttr_p90", "0.9D", List.of("opened", "closed"), "ttr_p90(opened, closed)", "8.0"));
        all.add(quantile("ttr_p95", "0.95D", List.of("opened", "closed"), "ttr_p95(opened, closed)", "8.0"));
        all.add(quantile("ttr_p99", "0.99D", List.of("opened", "closed"), "ttr_p99(opened, closed)", "8.0"));
        all.add(new Composite(
                "ttr_mean",
                List.of("opened", "closed"),
                "avg(" + TIMES + ") / " + HOUR,
                "",
                "avg(epoch_us(_2) - epoch_us(_1)) FILTER (WHERE _2 >= _1) / 3.6e9",
                "mean time to resolution in hours, of what is resolved",
                "SELECT ttr_mean(opened, closed)" + TICKETS,
                "4.0"));
        all.add(sketch(
                "ttr_sketch",
                List.of("opened", "closed"),
                SKETCH,
                "a sketch of times to resolution, to be stored and merged",
                "ttr_sketch_quantile(ttr_sketch(opened, closed), 0.5)" + TICKETS,
                "3.0"));
        all.add(sketch(
                "ttr_merge",
                List.of("sketch"),
                "kll_merge_agg_bigint(_1)",
                "the union of stored sketches of times",
                "ttr_sketch_quantile(ttr_merge(sketch), 0.5) FROM (SELECT ttr_sketch(opened, closed) AS sketch"
                        + TICKETS + ")",
                "3.0"));
        all.add(sketch(
                "ttr_sketch_quantile",
                List.of("sketch", "q"),
                "if(kll_sketch_get_n_bigint(_1) = 0, NULL, kll_sketch_get_quantile_bigint(_1, double(_2)) / " + HOUR
                        + ")",
                "a quantile of a stored sketch of times, in hours",
                "ttr_sketch_quantile(ttr_sketch(opened, closed), 0.9)" + TICKETS,
                "8.0"));
        all.add(new Composite(
                "unique_visitors",
                List.of("visitor"),
                "hll_sketch_estimate(hll_sketch_agg(_1))",
                "",
                "approx_count_distinct(_1)",
                "how many distinct visitors, within about 2 percent",
                "SELECT unique_visitors(visitor)" + VISITS,
                "2"));
        all.add(new Composite(
                "unique_visitors_sketch",
                List.of("visitor"),
                "hll_sketch_agg(_1)",
                "",
                "",
                "a sketch of the distinct visitors, to be stored and merged",
                "SELECT unique_visitors_of(unique_visitors_sketch(visitor))" + VISITS,
                "2"));
        all.add(new Composite(
                "unique_visitors_merge",
                List.of("sketch"),
                "hll_union_agg(_1)",
                "",
                "",
                "the union of stored sketches of visitors",
                "SELECT unique_visitors_of(unique_visitors_merge(sketch)) FROM (SELECT "
                        + "unique_visitors_sketch(visitor) AS sketch"
                        + VISITS + ")",
                "2"));
        all.add(new Composite(
                "unique_visitors_of",
                List.of("sketch"),
                "hll_sketch_estimate(_1)",
                "",
                "",
                "how many distinct visitors a stored sketch has seen",
                "SELECT unique_visitors_of(unique_visitors_sketch(visitor))" + VISITS,
                "2"));
        return List.copyOf(all);
    }

    private static Composite quantile(String name, String q, List<String> parameters, String call, String result) {
        // An empty sketch is one, but has no quantiles.
        return new Composite(
                name,
                parameters,
                "if(count(" + TIMES + ") = 0, NULL, kll_sketch_get_quantile_bigint(" + SKETCH + ", double(" + q
                        + ")) / " + HOUR + ")",
                "approx_percentile(" + TIMES + ", double(" + q + "), 10000) / " + HOUR,
                "quantile_disc(epoch_us(_2) - epoch_us(_1), " + q.replace("D", "")
                        + ") FILTER (WHERE _2 >= _1) / 3.6e9",
                "quantile of the times to resolution in hours, of what is resolved; of a KLL sketch, whose ranks are "
                        + "good to"
                        + " half a percent",
                "SELECT " + call + TICKETS,
                result);
    }

    private static Composite sketch(
            String name, List<String> parameters, String spark, String formula, String call, String result) {
        return new Composite(name, parameters, spark, NONE, "", formula, "SELECT " + call, result);
    }
}
