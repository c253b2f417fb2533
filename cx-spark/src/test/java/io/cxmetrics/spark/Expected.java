package io.cxmetrics.spark;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.retention.revenue.RecurringRevenue;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Moments;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.survey.Ces;
import io.cxmetrics.survey.Csat;
import io.cxmetrics.survey.Nps;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Ratings;
import io.cxmetrics.survey.weighted.WeightedNps;
import io.cxmetrics.survey.weighted.WeightedRatings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/** What cx-core says about the rows of a group, by the SQL that asks for it. NaN stands for null. */
final class Expected {

    private static final Map<Integer, Map<Integer, Map<String, Double>>> KNOWN = new ConcurrentHashMap<>();

    private Expected() {}

    /** Returns the answers of each group of {@link Responses}, which are worked out once. */
    static Map<Integer, Map<String, Double>> ofGroups(int number) {
        return KNOWN.computeIfAbsent(
                number,
                groups -> Responses.groups(groups).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, group -> of(group.getValue()))));
    }

    static Map<String, Double> of(List<Row> rows) {
        Map<String, Double> answers = new LinkedHashMap<>();
        survey(answers, rows);
        weighted(answers, rows);
        counts(answers, rows);
        Moments moments = Moments.of(rows.stream()
                .filter(row -> !row.isNullAt(11) && Double.isFinite(row.getDouble(11)))
                .mapToDouble(row -> row.getDouble(11))
                .toArray());
        interval(answers, "mean_low(value)", "mean_high(value)", moments.interval(0.95));
        answers.put("mean_margin(value, 0.9)", moments.interval(0.9).margin());
        answers.put("moments_summary(value).average", moments.mean());
        answers.put("moments_summary(value).standard_deviation", moments.standardDeviation());
        answers.put("moments_summary(value).min", moments.min());
        answers.put("moments_summary(value).max", moments.max());
        return answers;
    }

    private static int[] within(List<Row> rows, int column, int min, int max) {
        return rows.stream()
                .filter(row -> !row.isNullAt(column))
                .mapToInt(row -> ((Number) row.get(column)).intValue())
                .filter(rating -> min <= rating && rating <= max)
                .toArray();
    }

    private static void interval(Map<String, Double> answers, String low, String high, Interval interval) {
        answers.put(low, interval.low());
        answers.put(high, interval.high());
    }

    private static void survey(Map<String, Double> answers, List<Row> rows) {
        Nps nps = Nps.of(within(rows, 2, 0, 10));
        answers.put("nps(score)", nps.score());
        answers.put("nps_margin(score, 0.9)", nps.interval(0.9).margin());
        interval(answers, "nps_low(score)", "nps_high(score)", nps.interval(0.95));
        answers.put("nps_summary(score).passives", (double) nps.passives());
        long asked = rows.stream().filter(row -> !row.isNullAt(2)).count();
        answers.put("nps_summary(score).invalid", (double) (asked - nps.count()));
        Csat csat = Csat.of(within(rows, 3, 1, 5));
        answers.put("csat(rating)", csat.score());
        interval(answers, "csat_low(rating)", "csat_high(rating)", csat.interval(0.95));
        answers.put("csat_net(rating)", csat.netScore());
        answers.put("csat_mean(rating)", csat.mean());
        Ces ces = Ces.of(within(rows, 4, 1, 7));
        answers.put("ces(effort)", ces.mean());
        interval(answers, "ces_low(effort)", "ces_high(effort)", ces.meanInterval(0.95));
        answers.put("ces_easy(effort)", ces.easyShare().percent());
        answers.put("ces_net(effort)", ces.netEasy());
        Ratings ratings = Ratings.of(RatingScale.ONE_TO_SEVEN, within(rows, 4, 1, 7));
        answers.put("top_box(effort, 3, 1, 7)", ratings.topBox(3).percent());
        interval(
                answers,
                "top_box_low(effort, 3, 1, 7, 0.8)",
                "top_box_high(effort, 3, 1, 7, 0.8)",
                ratings.topBox(3).interval(0.8).times(100));
        answers.put("bottom_box(effort, 2, 1, 7)", ratings.bottomBox(2).percent());
        answers.put("net_box(effort, 2, 1, 7)", ratings.netBox(2));
    }

    private static void weighted(Map<String, Double> answers, List<Row> rows) {
        List<Row> valid = rows.stream()
                .filter(row -> !row.isNullAt(2) && !row.isNullAt(5))
                .filter(row -> row.getInt(2) >= 0 && row.getInt(2) <= 10 && row.getDouble(5) >= 0)
                .toList();
        WeightedNps nps = WeightedRatings.of(
                        RatingScale.ZERO_TO_TEN,
                        valid.stream().mapToInt(row -> row.getInt(2)).toArray(),
                        valid.stream().mapToDouble(row -> row.getDouble(5)).toArray())
                .nps();
        answers.put("nps_weighted(score, weight)", nps.score());
        answers.put("nps_weighted_margin(score, weight)", nps.interval(0.95).margin());
        interval(
                answers,
                "nps_weighted_low(score, weight, 0.99)",
                "nps_weighted_high(score, weight, 0.99)",
                nps.interval(0.99));
    }

    private static void counts(Map<String, Double> answers, List<Row> rows) {
        Proportion flags = rows.stream()
                .filter(row -> !row.isNullAt(6))
                .collect(Proportion.toProportion(row -> row.getBoolean(6)));
        answers.put("cx_rate(flag)", flags.rate());
        answers.put("churn_rate(flag)", flags.rate());
        interval(answers, "fcr_low(flag)", "fcr_high(flag)", flags.interval(0.95));
        Proportion counted = rows.stream()
                .filter(row -> !row.isNullAt(7) && !row.isNullAt(8) && row.getLong(7) <= row.getInt(8))
                .map(row -> Proportion.of(row.getLong(7), row.getInt(8)))
                .reduce(Proportion.EMPTY, Proportion::plus);
        answers.put("ctr(events, trials)", counted.rate());
        interval(answers, "ctr_low(events, trials, 0.9)", "ctr_high(events, trials, 0.9)", counted.interval(0.9));
        answers.put("ctr_summary(events, trials).events", (double) counted.events());
        RecurringRevenue revenue = rows.stream()
                .filter(row -> !row.isNullAt(9) && !row.isNullAt(10) && row.getLong(9) >= 0)
                .collect(RecurringRevenue.toRecurringRevenue(
                        row -> row.getLong(9), row -> row.getLong(10), MoneyUnit.ofDecimals(0)));
        answers.put("grr(before, after)", revenue.grossRevenueRetention());
        answers.put("nrr(before, after)", revenue.netRevenueRetention());
        answers.put(
                "revenue_summary(before, after).expansion", revenue.expansion().amount());
        answers.put(
                "revenue_summary(before, after).new_business",
                revenue.newBusiness().amount());
    }
}
