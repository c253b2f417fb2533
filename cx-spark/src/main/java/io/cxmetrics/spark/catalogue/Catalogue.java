package io.cxmetrics.spark.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All functions by name. */
public final class Catalogue {

    private static final String SCORES = "VALUES (10), (9), (7), (3) AS t(score)";
    private static final String STORED = "SELECT nps_tally(score) AS tally FROM " + SCORES;
    private static final String RATINGS = "VALUES (5), (4), (4), (3), (1) AS t(rating)";
    private static final String EFFORTS = "VALUES (7), (6), (5), (4), (2) AS t(rating)";
    private static final String FLAGS = "VALUES (true), (true), (false), (true) AS t(flag)";
    private static final String PAID = "VALUES (100, 120), (200, 150), (100, 0), (0, 50) AS t(before, after)";
    private static final String WEIGHTS = "VALUES (10, 1.0), (9, 1.0), (3, 2.0) AS t(score, weight)";
    private static final String NUMBERS = "VALUES (2), (4), (4), (4), (5), (5), (7), (9) AS t(value)";

    private static final String OF_COUNTS = "; of a flag for each trial, or of two counts in each row";

    private static final Map<String, MetricFunction> FUNCTIONS = new LinkedHashMap<>();

    static {
        nps();
        csat();
        ces();
        boxes();
        weighted();
        rates();
        revenue();
        moments();
    }

    private Catalogue() {}

    /** Returns all functions, in the order of the documentation. */
    public static List<MetricFunction> functions() {
        return Collections.unmodifiableList(new ArrayList<>(FUNCTIONS.values()));
    }

    /** Returns the function of a name. */
    public static MetricFunction function(String name) {
        MetricFunction function = FUNCTIONS.get(name);
        if (function == null) {
            throw new IllegalArgumentException("function must be in the catalogue, got " + name);
        }
        return function;
    }

    private static void nps() {
        Family family = SurveyFamilies.NPS;
        String rows = " FROM " + SCORES;
        answer("nps", family, "score", "100 (promoters - detractors) / answers", "nps(score)" + rows, "25.0");
        answer(
                "nps_margin",
                family,
                "margin",
                half("adjusted Wald"),
                "round(nps_margin(score, 0.95), 6)" + rows,
                "58.445483");
        answer("nps_low", family, "low", low("adjusted Wald"), "round(nps_low(score, 0.95), 6)" + rows, "-44.159769");
        answer(
                "nps_high",
                family,
                "high",
                high("adjusted Wald"),
                "round(nps_high(score, 0.95), 6)" + rows,
                "72.731197");
        strict("nps_strict", family, "score", "nps_strict(score)" + rows, "25.0");
        structs("nps", family, "nps_summary(score).detractors" + rows, "1", "nps_tally(score)" + rows, "[2,1,1,0]");
        merge("nps", family, "nps_merge(tally) FROM (" + STORED + ")", "[2,1,1,0]");
        score("nps_score", family, "score", "nps_score(tally) FROM (" + STORED + ")", "25.0");
    }

    private static void csat() {
        Family family = SurveyFamilies.CSAT;
        String rows = " FROM " + RATINGS;
        String stored = " FROM (SELECT csat_tally(rating) AS tally" + rows + ")";
        answer("csat", family, "score", "100 satisfied (4 and 5) / answers (1 to 5)", "csat(rating)" + rows, "60.0");
        answer("csat_low", family, "low", low("Wilson"), "round(csat_low(rating, 0.95), 6)" + rows, "23.072428");
        answer("csat_high", family, "high", high("Wilson"), "round(csat_high(rating, 0.95), 6)" + rows, "88.237923");
        answer(
                "csat_net",
                family,
                "net",
                "percent satisfied - percent dissatisfied (1 and 2)",
                "csat_net(rating)" + rows,
                "40.0");
        answer("csat_mean", family, "mean", "mean of the ratings from 1 to 5", "csat_mean(rating)" + rows, "3.4");
        strict("csat_strict", family, "score", "csat_strict(rating)" + rows, "60.0");
        structs(
                "csat",
                family,
                "csat_summary(rating).neutral" + rows,
                "1",
                "csat_tally(rating)" + rows,
                "[3,1,1,17,0]");
        merge("csat", family, "csat_merge(tally)" + stored, "[3,1,1,17,0]");
        score("csat_score", family, "score", "csat_score(tally)" + stored, "60.0");
    }

    private static void ces() {
        Family family = SurveyFamilies.CES;
        String rows = " FROM " + EFFORTS;
        String stored = " FROM (SELECT ces_tally(rating) AS tally" + rows + ")";
        answer("ces", family, "mean", "mean of the ratings from 1 to 7", "ces(rating)" + rows, "4.8");
        answer("ces_low", family, "low", low("Student"), "round(ces_low(rating, 0.95), 6)" + rows, "2.411612");
        answer("ces_high", family, "high", high("Student"), "ces_high(rating, 0.95)" + rows, "7.0");
        answer("ces_easy", family, "easy_percent", "100 easy (5 to 7) / answers", "ces_easy(rating)" + rows, "60.0");
        answer(
                "ces_net",
                family,
                "net_easy",
                "percent easy - percent difficult (1 to 3)",
                "ces_net(rating)" + rows,
                "40.0");
        strict("ces_strict", family, "mean", "ces_strict(rating)" + rows, "4.8");
        structs("ces", family, "ces_summary(rating).easy" + rows, "3", "ces_tally(rating)" + rows, "[3,1,1,24,130,0]");
        merge("ces", family, "ces_merge(tally)" + stored, "[3,1,1,24,130,0]");
        score("ces_score", family, "mean", "ces_score(tally)" + stored, "4.8");
    }

    private static void boxes() {
        Family family = SurveyFamilies.BOX;
        String rows = "(rating, 2, 1, 5) FROM " + RATINGS;
        answer(
                "top_box",
                family,
                "top",
                "100 ratings among the k best / ratings in [min, max]",
                "top_box" + rows,
                "60.0");
        answer(
                "top_box_low",
                family,
                "top_low",
                low("Wilson"),
                "round(top_box_low(rating, 2, 1, 5), 6) FROM " + RATINGS,
                "23.072428");
        answer(
                "top_box_high",
                family,
                "top_high",
                high("Wilson"),
                "round(top_box_high(rating, 2, 1, 5), 6) FROM " + RATINGS,
                "88.237923");
        answer(
                "bottom_box",
                family,
                "bottom",
                "100 ratings among the k worst / ratings in [min, max]",
                "bottom_box" + rows,
                "20.0");
        answer("net_box", family, "net", "top box - bottom box", "net_box" + rows, "40.0");
    }

    private static void weighted() {
        Family family = WeightedFamily.WEIGHTED_NPS;
        String rows = "(score, weight) FROM " + WEIGHTS;
        String stored = " FROM (SELECT nps_weighted_tally(score, weight) AS tally FROM " + WEIGHTS + ")";
        answer(
                "nps_weighted",
                family,
                "score",
                "100 (weight of promoters - weight of detractors) / weight of all",
                "nps_weighted" + rows,
                "0.0");
        answer(
                "nps_weighted_margin",
                family,
                "margin",
                half("adjusted Wald") + " on the effective base",
                "round(nps_weighted_margin(score, weight), 6) FROM " + WEIGHTS,
                "70.601642");
        answer(
                "nps_weighted_low",
                family,
                "low",
                low("adjusted Wald") + " on the effective base",
                "round(nps_weighted_low(score, weight), 6) FROM " + WEIGHTS,
                "-70.601642");
        answer(
                "nps_weighted_high",
                family,
                "high",
                high("adjusted Wald") + " on the effective base",
                "round(nps_weighted_high(score, weight), 6) FROM " + WEIGHTS,
                "70.601642");
        structs(
                "nps_weighted",
                family,
                "nps_weighted_summary(score, weight).count FROM " + WEIGHTS,
                "3",
                "nps_weighted_tally" + rows,
                "[2.0,0.0,2.0,3,6.0,0]");
        merge("nps_weighted", family, "nps_weighted_merge(tally)" + stored, "[2.0,0.0,2.0,3,6.0,0]");
        score("nps_weighted_score", family, "score", "nps_weighted_score(tally)" + stored, "0.0");
    }

    private static void rates() {
        rate("cx_rate", "events / trials");
        strict("cx_rate_strict", CountFamilies.RATE, "rate", "cx_rate_strict(flag) FROM " + FLAGS, "0.75");
        String rows = " FROM " + FLAGS;
        String stored = " FROM (SELECT cx_rate_tally(flag) AS tally" + rows + ")";
        put("cx_rate_tally", CountFamilies.RATE, Shape.TALLY, null, TALLY, "cx_rate_tally(flag)" + rows, "[3,4,0]");
        merge("cx_rate", CountFamilies.RATE, "cx_rate_merge(tally)" + stored, "[3,4,0]");
        score("cx_rate_score", CountFamilies.RATE, "rate", "cx_rate_score(tally)" + stored, "0.75");
        rate("churn_rate", "lost / customers at the start");
        rate("retention_rate", "kept / customers at the start");
        rate("bounce_rate", "bounced / sessions");
        rate("abandonment_rate", "abandoned / carts, or calls, that were begun");
        rate("conversion_rate", "converted / sessions, or visitors");
        rate("ctr", "clicks / impressions");
        rate("fcr", "solved at first contact / solved");
        rate("reopen_rate", "reopened / resolved");
        rate("sla_attainment", "met / (met + breached)");
    }

    private static void rate(String name, String formula) {
        Family family = CountFamilies.RATE;
        String rows = "(flag) FROM " + FLAGS;
        answer(name, family, "rate", formula + OF_COUNTS, name + rows, "0.75");
        answer(
                name + "_low",
                family,
                "low",
                low("Wilson"),
                "round(" + name + "_low(flag), 6) FROM " + FLAGS,
                "0.300642");
        answer(
                name + "_high",
                family,
                "high",
                high("Wilson"),
                "round(" + name + "_high(flag), 6) FROM " + FLAGS,
                "0.954413");
        put(name + "_summary", family, Shape.SUMMARY, null, SUMMARY, name + "_summary(flag).trials FROM " + FLAGS, "4");
    }

    private static void revenue() {
        Family family = CountFamilies.REVENUE;
        String rows = "(before, after) FROM " + PAID;
        String stored = " FROM (SELECT revenue_tally(before, after) AS tally FROM " + PAID + ")";
        answer(
                "grr",
                family,
                "grr",
                "(opening - contraction - churn) / opening, of amounts in minor units",
                "grr" + rows,
                "0.625");
        answer(
                "nrr",
                family,
                "nrr",
                "(opening + expansion - contraction - churn) / opening, of amounts in minor units",
                "nrr" + rows,
                "0.675");
        structs(
                "revenue",
                family,
                "revenue_summary(before, after).churn FROM " + PAID,
                "100",
                "revenue_tally" + rows,
                "[400,50,20,50,100,0]");
        merge("revenue", family, "revenue_merge(tally)" + stored, "[400,50,20,50,100,0]");
        score("grr_score", family, "grr", "grr_score(tally)" + stored, "0.625");
        score("nrr_score", family, "nrr", "nrr_score(tally)" + stored, "0.675");
    }

    private static void moments() {
        Family family = MomentsFamily.MOMENTS;
        String rows = " FROM " + NUMBERS;
        String stored = " FROM (SELECT moments_tally(value) AS tally" + rows + ")";
        answer(
                "mean_margin",
                family,
                "margin",
                half("Student"),
                "round(mean_margin(value, 0.95), 6)" + rows,
                "1.787488");
        answer("mean_low", family, "low", low("Student"), "round(mean_low(value, 0.95), 6)" + rows, "3.212512");
        answer("mean_high", family, "high", high("Student"), "round(mean_high(value, 0.95), 6)" + rows, "6.787488");
        structs(
                "moments",
                family,
                "moments_summary(value).mean" + rows,
                "5.0",
                "moments_tally(value)" + rows,
                "[8,5.0,32.0,2.0,9.0,0]");
        merge("moments", family, "moments_merge(tally)" + stored, "[8,5.0,32.0,2.0,9.0,0]");
    }

    private static final String SUMMARY =
            "counters, answers and their interval as a struct; confidence 0.95 unless given";
    private static final String TALLY = "the counters as a struct, to be stored and merged";

    private static String half(String method) {
        return "half the width of the " + method + " interval; confidence 0.95 unless given";
    }

    private static String low(String method) {
        return "low end of the " + method + " interval; confidence 0.95 unless given";
    }

    private static String high(String method) {
        return "high end of the " + method + " interval; confidence 0.95 unless given";
    }

    private static void answer(String name, Family family, String answer, String formula, String query, String result) {
        put(name, family, Shape.ANSWER, family.answer(answer), formula, query, result);
    }

    private static void strict(String name, Family family, String answer, String query, String result) {
        String formula =
                "like " + name.replace("_strict", "") + ", and an error where " + family.rule() + " and is not";
        put(name, family, Shape.STRICT, family.answer(answer), formula, query, result);
    }

    private static void structs(
            String prefix, Family family, String summary, String field, String tally, String counters) {
        put(prefix + "_summary", family, Shape.SUMMARY, null, SUMMARY, summary, field);
        put(prefix + "_tally", family, Shape.TALLY, null, TALLY, tally, counters);
    }

    private static void merge(String prefix, Family family, String query, String result) {
        put(prefix + "_merge", family, Shape.MERGE, null, "the sum of stored tallies", query, result);
    }

    private static void score(String name, Family family, String answer, String query, String result) {
        put(name, family, Shape.SCORE, family.answer(answer), "the answer of one stored tally", query, result);
    }

    private static void put(
            String name,
            Family family,
            Shape shape,
            @Nullable Answer answer,
            String formula,
            String query,
            String result) {
        FUNCTIONS.put(name, new MetricFunction(name, family, shape, answer, formula, "SELECT " + query, result));
    }
}
