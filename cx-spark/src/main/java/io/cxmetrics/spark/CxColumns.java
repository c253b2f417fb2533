package io.cxmetrics.spark;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * The metrics as columns of built-in functions: for Java and Scala, for clients of Spark Connect, and for native
 * engines that would fall back at a function they do not know. Each is what the SQL function of its name returns, and
 * says it with the same formula; {@code DESCRIBE FUNCTION} tells it.
 *
 * <p>Aggregates all, but for those that end in {@code Score}, which take one stored tally. Nulls are in no counter; a
 * group without answers gives null. A rating outside its scale is in no counter but {@code invalid}, and an error in
 * the strict forms. A rating that is no integral number is an error when the query runs. Intervals take a confidence in
 * (0, 1); Student's, of means, are not here, for no built-in function knows their quantile, nor is the merging of
 * moments.
 *
 * <pre>{@code
 * responses.groupBy("touchpoint").agg(CxColumns.nps(col("score")), CxColumns.npsMargin(col("score"), 0.95));
 * }</pre>
 */
public final class CxColumns {

    /** In microseconds. */
    private static final double HOUR = 3.6e9;

    private static final int SKETCH_SIZE = 800;

    private CxColumns() {}

    /** Returns 100 (promoters - detractors) / answers, of ratings from 0 to 10. */
    public static Column nps(Column score) {
        return BuiltIn.of("nps", score);
    }

    /** Returns half the width of the adjusted Wald interval of the score. */
    public static Column npsMargin(Column score, double confidence) {
        return BuiltIn.of("nps_margin", confidence, score);
    }

    /** Returns the low end of the adjusted Wald interval of the score. */
    public static Column npsLow(Column score, double confidence) {
        return BuiltIn.of("nps_low", confidence, score);
    }

    /** Returns the high end of the adjusted Wald interval of the score. */
    public static Column npsHigh(Column score, double confidence) {
        return BuiltIn.of("nps_high", confidence, score);
    }

    /** Returns the score, and an error where a rating lies outside 0 to 10. */
    public static Column npsStrict(Column score) {
        return BuiltIn.of("nps_strict", score);
    }

    /** Returns counters, score, margin and limits as a struct. */
    public static Column npsSummary(Column score, double confidence) {
        return BuiltIn.of("nps_summary", confidence, score);
    }

    /** Returns the counters as a struct, to be stored and merged. */
    public static Column npsTally(Column score) {
        return BuiltIn.of("nps_tally", score);
    }

    /** Returns the sum of stored tallies. */
    public static Column npsMerge(Column tally) {
        return BuiltIn.of("nps_merge", tally);
    }

    /** Returns the score of one stored tally. */
    public static Column npsScore(Column tally) {
        return BuiltIn.of("nps_score", tally);
    }

    /** Returns 100 satisfied (4 and 5) / answers, of ratings from 1 to 5. */
    public static Column csat(Column rating) {
        return BuiltIn.of("csat", rating);
    }

    /** Returns the low end of Wilson's interval of the satisfied, in percent. */
    public static Column csatLow(Column rating, double confidence) {
        return BuiltIn.of("csat_low", confidence, rating);
    }

    /** Returns the high end of Wilson's interval of the satisfied, in percent. */
    public static Column csatHigh(Column rating, double confidence) {
        return BuiltIn.of("csat_high", confidence, rating);
    }

    /** Returns the satisfied minus the dissatisfied (1 and 2), in points. */
    public static Column csatNet(Column rating) {
        return BuiltIn.of("csat_net", rating);
    }

    /** Returns the mean of the ratings from 1 to 5. */
    public static Column csatMean(Column rating) {
        return BuiltIn.of("csat_mean", rating);
    }

    /** Returns the satisfied in percent, and an error where a rating lies outside 1 to 5. */
    public static Column csatStrict(Column rating) {
        return BuiltIn.of("csat_strict", rating);
    }

    /** Returns counters, score, limits, net score and mean as a struct. */
    public static Column csatSummary(Column rating, double confidence) {
        return BuiltIn.of("csat_summary", confidence, rating);
    }

    /** Returns the counters as a struct, to be stored and merged. */
    public static Column csatTally(Column rating) {
        return BuiltIn.of("csat_tally", rating);
    }

    /** Returns the sum of stored tallies. */
    public static Column csatMerge(Column tally) {
        return BuiltIn.of("csat_merge", tally);
    }

    /** Returns the score of one stored tally. */
    public static Column csatScore(Column tally) {
        return BuiltIn.of("csat_score", tally);
    }

    /** Returns the mean of the ratings from 1 (most effort) to 7. */
    public static Column ces(Column rating) {
        return BuiltIn.of("ces", rating);
    }

    /** Returns 100 easy (5 to 7) / answers. */
    public static Column cesEasy(Column rating) {
        return BuiltIn.of("ces_easy", rating);
    }

    /** Returns the easy minus the difficult (1 to 3), in points. */
    public static Column cesNet(Column rating) {
        return BuiltIn.of("ces_net", rating);
    }

    /** Returns the mean rating, and an error where a rating lies outside 1 to 7. */
    public static Column cesStrict(Column rating) {
        return BuiltIn.of("ces_strict", rating);
    }

    /** Returns the counters as a struct, to be stored and merged. */
    public static Column cesTally(Column rating) {
        return BuiltIn.of("ces_tally", rating);
    }

    /** Returns the sum of stored tallies. */
    public static Column cesMerge(Column tally) {
        return BuiltIn.of("ces_merge", tally);
    }

    /** Returns the mean rating of one stored tally. */
    public static Column cesScore(Column tally) {
        return BuiltIn.of("ces_score", tally);
    }

    /** Returns 100 ratings among the k best / ratings from min to max. */
    public static Column topBox(Column rating, int k, int min, int max) {
        return BuiltIn.of("top_box", rating, functions.lit(k), functions.lit(min), functions.lit(max));
    }

    /** Returns the low end of Wilson's interval of the top box, in percent. */
    public static Column topBoxLow(Column rating, int k, int min, int max, double confidence) {
        return BuiltIn.of("top_box_low", confidence, rating, functions.lit(k), functions.lit(min), functions.lit(max));
    }

    /** Returns the high end of Wilson's interval of the top box, in percent. */
    public static Column topBoxHigh(Column rating, int k, int min, int max, double confidence) {
        return BuiltIn.of("top_box_high", confidence, rating, functions.lit(k), functions.lit(min), functions.lit(max));
    }

    /** Returns 100 ratings among the k worst / ratings from min to max. */
    public static Column bottomBox(Column rating, int k, int min, int max) {
        return BuiltIn.of("bottom_box", rating, functions.lit(k), functions.lit(min), functions.lit(max));
    }

    /** Returns the top box minus the bottom box, in points. */
    public static Column netBox(Column rating, int k, int min, int max) {
        return BuiltIn.of("net_box", rating, functions.lit(k), functions.lit(min), functions.lit(max));
    }

    /** Returns 100 (weight of promoters - weight of detractors) / weight of all. */
    public static Column npsWeighted(Column score, Column weight) {
        return BuiltIn.of("nps_weighted", score, weight);
    }

    /** Returns half the width of the interval on the effective base. */
    public static Column npsWeightedMargin(Column score, Column weight, double confidence) {
        return BuiltIn.of("nps_weighted_margin", confidence, score, weight);
    }

    /** Returns the low end of the interval on the effective base. */
    public static Column npsWeightedLow(Column score, Column weight, double confidence) {
        return BuiltIn.of("nps_weighted_low", confidence, score, weight);
    }

    /** Returns the high end of the interval on the effective base. */
    public static Column npsWeightedHigh(Column score, Column weight, double confidence) {
        return BuiltIn.of("nps_weighted_high", confidence, score, weight);
    }

    /** Returns counters, score, margin and limits as a struct. */
    public static Column npsWeightedSummary(Column score, Column weight, double confidence) {
        return BuiltIn.of("nps_weighted_summary", confidence, score, weight);
    }

    /** Returns the sums of weights as a struct, to be stored and merged. */
    public static Column npsWeightedTally(Column score, Column weight) {
        return BuiltIn.of("nps_weighted_tally", score, weight);
    }

    /** Returns the sum of stored tallies. */
    public static Column npsWeightedMerge(Column tally) {
        return BuiltIn.of("nps_weighted_merge", tally);
    }

    /** Returns the score of one stored tally. */
    public static Column npsWeightedScore(Column tally) {
        return BuiltIn.of("nps_weighted_score", tally);
    }

    /** Returns events / trials, of a flag for each trial. */
    public static Column rate(Column flag) {
        return BuiltIn.of("cx_rate", flag);
    }

    /** Returns the low end of Wilson's interval of the rate, of a flag for each trial. */
    public static Column rateLow(Column flag, double confidence) {
        return BuiltIn.of("cx_rate_low", confidence, flag);
    }

    /** Returns the high end of Wilson's interval of the rate, of a flag for each trial. */
    public static Column rateHigh(Column flag, double confidence) {
        return BuiltIn.of("cx_rate_high", confidence, flag);
    }

    /** Returns events / trials, and an error where a row has more events than trials, of a flag for each trial. */
    public static Column rateStrict(Column flag) {
        return BuiltIn.of("cx_rate_strict", flag);
    }

    /** Returns counters, rate and limits as a struct, of a flag for each trial. */
    public static Column rateSummary(Column flag, double confidence) {
        return BuiltIn.of("cx_rate_summary", confidence, flag);
    }

    /** Returns the counters as a struct, to be stored and merged, of a flag for each trial. */
    public static Column rateTally(Column flag) {
        return BuiltIn.of("cx_rate_tally", flag);
    }

    /** Returns events / trials, of two counts in each row. */
    public static Column rate(Column events, Column trials) {
        return BuiltIn.of("cx_rate", events, trials);
    }

    /** Returns the low end of Wilson's interval of the rate, of two counts in each row. */
    public static Column rateLow(Column events, Column trials, double confidence) {
        return BuiltIn.of("cx_rate_low", confidence, events, trials);
    }

    /** Returns the high end of Wilson's interval of the rate, of two counts in each row. */
    public static Column rateHigh(Column events, Column trials, double confidence) {
        return BuiltIn.of("cx_rate_high", confidence, events, trials);
    }

    /** Returns events / trials, and an error where a row has more events than trials, of two counts in each row. */
    public static Column rateStrict(Column events, Column trials) {
        return BuiltIn.of("cx_rate_strict", events, trials);
    }

    /** Returns counters, rate and limits as a struct, of two counts in each row. */
    public static Column rateSummary(Column events, Column trials, double confidence) {
        return BuiltIn.of("cx_rate_summary", confidence, events, trials);
    }

    /** Returns the counters as a struct, to be stored and merged, of two counts in each row. */
    public static Column rateTally(Column events, Column trials) {
        return BuiltIn.of("cx_rate_tally", events, trials);
    }

    /** Returns the sum of stored tallies. */
    public static Column rateMerge(Column tally) {
        return BuiltIn.of("cx_rate_merge", tally);
    }

    /** Returns the rate of one stored tally. */
    public static Column rateScore(Column tally) {
        return BuiltIn.of("cx_rate_score", tally);
    }

    /** Returns gross revenue retention, of what each customer paid at the start and pays at the end, in minor units. */
    public static Column grr(Column before, Column after) {
        return BuiltIn.of("grr", before, after);
    }

    /** Returns net revenue retention, of what each customer paid at the start and pays at the end, in minor units. */
    public static Column nrr(Column before, Column after) {
        return BuiltIn.of("nrr", before, after);
    }

    /** Returns the movements of revenue and both retentions as a struct. */
    public static Column revenueSummary(Column before, Column after) {
        return BuiltIn.of("revenue_summary", before, after);
    }

    /** Returns the movements of revenue as a struct, to be stored and merged. */
    public static Column revenueTally(Column before, Column after) {
        return BuiltIn.of("revenue_tally", before, after);
    }

    /** Returns the sum of stored tallies. */
    public static Column revenueMerge(Column tally) {
        return BuiltIn.of("revenue_merge", tally);
    }

    /** Returns gross revenue retention of one stored tally. */
    public static Column grrScore(Column tally) {
        return BuiltIn.of("grr_score", tally);
    }

    /** Returns net revenue retention of one stored tally. */
    public static Column nrrScore(Column tally) {
        return BuiltIn.of("nrr_score", tally);
    }

    /**
     * Returns count, mean, squared differences and extremes as a struct, to be stored, and merged by
     * {@code moments_merge}.
     */
    public static Column momentsTally(Column value) {
        return BuiltIn.of("moments_tally", value);
    }

    /**
     * Returns a quantile of the times from opened to closed in hours, of a KLL sketch, whose ranks are good to half a
     * percent; null where nothing is closed. From Spark 4.1 on.
     */
    public static Column ttrQuantile(Column opened, Column closed, double q) {
        Column times = times(opened, closed);
        Column sketch = functions.call_function("kll_sketch_agg_bigint", times, functions.lit(SKETCH_SIZE));
        Column quantile = functions.call_function("kll_sketch_get_quantile_bigint", sketch, functions.lit(q));
        // An empty sketch is one, but has no quantiles.
        return functions.when(functions.count(times).gt(0), quantile.divide(HOUR));
    }

    /** Returns the mean of the times from opened to closed in hours. */
    public static Column ttrMean(Column opened, Column closed) {
        return functions.avg(times(opened, closed)).divide(HOUR);
    }

    private static Column times(Column opened, Column closed) {
        return functions.when(closed.geq(opened), functions.unix_micros(closed).minus(functions.unix_micros(opened)));
    }

    /** Returns how many distinct visitors there are, within about 2 percent. */
    public static Column uniqueVisitors(Column visitor) {
        return functions.hll_sketch_estimate(functions.hll_sketch_agg(visitor));
    }
}
