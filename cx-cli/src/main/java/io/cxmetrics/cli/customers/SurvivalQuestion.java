package io.cxmetrics.cli.customers;

import io.cxmetrics.compare.retention.RetentionComparison;
import io.cxmetrics.report.Column;
import io.cxmetrics.report.Curves;
import io.cxmetrics.report.Line;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Values;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.stat.survival.LogRank;
import io.cxmetrics.stat.survival.SurvivalCurve;
import io.cxmetrics.stat.survival.SurvivalInterval;
import io.cxmetrics.stat.survival.SurvivalStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the tenures of a group.
 *
 * @param horizon the tenure at which groups are compared
 * @param confidence the level of intervals
 * @param method how the limits of the curve are computed
 * @param at the tenures that are listed, all at which something happened if there are none
 */
public record SurvivalQuestion(long horizon, double confidence, SurvivalInterval method, List<Long> at) {

    /** The columns of a table. */
    public List<Column> columns() {
        return List.of(
                Column.count("customers", "customers"),
                Column.count("left", "left"),
                Column.number("median", "median tenure", 1),
                Column.number("restricted_mean", "mean to " + horizon, 1),
                Column.headline("retained", "stay " + horizon + " %", 0, 100),
                Column.interval("low", "high", Names.percent(confidence) + " interval"));
    }

    /** The columns of a table of tenures. */
    public List<Column> stepColumns() {
        return List.of(
                Column.count("customers", "at risk"),
                Column.count("left", "left"),
                Column.count("censored", "still there"),
                Column.headline("retained", "stay %", 0, 100),
                Column.interval("low", "high", Names.percent(confidence) + " interval"));
    }

    /** The numbers of a group. */
    public Values of(EventTimes tenures) {
        SurvivalCurve curve = tenures.curve();
        Interval median = curve.quantileInterval(0.5, confidence, method);
        Values values = new Values()
                .put("customers", tenures.count())
                .put("left", tenures.events())
                .put("censored", tenures.censored())
                .put("median", curve.median())
                .put("median_low", median.low())
                .put("median_high", median.high())
                .put("first_quartile", curve.quantile(0.25))
                .put("third_quartile", curve.quantile(0.75))
                .put("restricted_mean", curve.restrictedMean(horizon))
                .put("restricted_mean_standard_error", curve.restrictedMeanStandardError(horizon));
        return share(values, "retained", curve.at(horizon), curve.interval(horizon, confidence, method));
    }

    /** The curve as lines: one for each tenure that is asked for. */
    public List<Line> steps(EventTimes tenures) {
        SurvivalCurve curve = tenures.curve();
        Map<Long, SurvivalStep> steps = new LinkedHashMap<>();
        curve.steps().forEach(step -> steps.put(step.time(), step));
        return (at.isEmpty() ? steps.keySet() : at)
                .stream().map(time -> line(time, curve, steps.get(time))).toList();
    }

    /** Counts are those of the tenure itself, if anything happened at it; shares hold from the tenure before. */
    private Line line(long time, SurvivalCurve curve, @Nullable SurvivalStep step) {
        Values values = new Values();
        if (step != null) {
            values.put("customers", Math.round(step.atRisk()))
                    .put("left", Math.round(step.events()))
                    .put("censored", Math.round(step.censored()));
        }
        share(values, "retained", curve.at(time), curve.interval(time, confidence, method));
        values.put("standard_error", 100 * curve.standardErrorAt(time))
                .put("cumulative_hazard", curve.cumulativeHazardAt(time));
        return new Line(
                List.of(),
                String.valueOf(time),
                step == null ? 0 : Math.round(step.atRisk()),
                Map.of(),
                values,
                List.of());
    }

    private static Values share(Values values, String name, double share, Interval interval) {
        return values.put(name, 100 * share).put("low", 100 * interval.low()).put("high", 100 * interval.high());
    }

    /** Whether the groups differ. */
    public Map<String, Object> comparison(Map<List<String>, EventTimes> groups) {
        LogRank<List<String>> test = RetentionComparison.of(groups).logRank();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("log_rank_chi_squared", test.chiSquared());
        facts.put("log_rank_degrees_of_freedom", (long) test.degreesOfFreedom());
        facts.put("log_rank_p", test.pValue());
        return facts;
    }

    /** Returns the longest tenure of a group. */
    public static long longest(EventTimes tenures) {
        long[] times = tenures.times();
        return times.length == 0 ? 0 : times[times.length - 1];
    }

    /** The curves that are drawn: those of the groups, or of everything if there are none or too many. */
    public Curves drawn(EventTimes total, Map<List<String>, EventTimes> groups) {
        List<Curves.Curve> curves = new ArrayList<>();
        if (groups.size() <= Curves.MOST) {
            groups.forEach((labels, tenures) -> curves.add(curve(String.join(" / ", labels), tenures)));
        }
        if (curves.isEmpty()) {
            curves.add(curve("all", total));
        }
        String title = "share of customers who stay"
                + (groups.size() > Curves.MOST ? ", all together, for more than " + Curves.MOST + " groups" : "");
        return new Curves(title, longest(total), "tenure", curves);
    }

    private static Curves.Curve curve(String label, EventTimes tenures) {
        SurvivalCurve curve = tenures.curve();
        return new Curves.Curve(label, time -> curve.at((long) time));
    }
}
