package io.cxmetrics.report.subscription;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.compare.retention.RetentionComparison;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Labels;
import io.cxmetrics.report.Curves;
import io.cxmetrics.report.Figures;
import io.cxmetrics.report.Names;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.stat.survival.LogRank;
import io.cxmetrics.stat.survival.SurvivalCurve;
import io.cxmetrics.stat.survival.SurvivalInterval;
import io.cxmetrics.stat.survival.SurvivalStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The figures of survival: the share of customers who stay, by tenure.
 *
 * @param horizon the tenure at which groups are compared
 * @param confidence the level of intervals
 * @param method how the limits of the curve are computed
 * @param decimals how many decimals tenures have, which are counted in units of the last one
 * @since 0.1
 */
public record SurvivalFigures(long horizon, double confidence, SurvivalInterval method, int decimals) {

    /** Checks that the method is there. */
    public SurvivalFigures {
        requireNonNull(method, "method");
    }

    /** Tenures and their curve, which is made once for all figures. */
    private record Curve(EventTimes tenures, SurvivalCurve curve) {}

    /**
     * One tenure of a curve.
     *
     * @param time the tenure
     * @param curve the curve
     * @param step what happened at it; null if nothing did
     */
    public record Step(
            long time, SurvivalCurve curve, @Nullable SurvivalStep step) {

        /** Checks that the curve is there. */
        public Step {
            requireNonNull(curve, "curve");
        }

        /**
         * Returns how many customers speak of it.
         *
         * @return those at risk; 0 if nothing happened
         */
        public long customers() {
            return step == null ? 0 : Math.round(step.atRisk());
        }

        private double count(ToDoubleFunction<SurvivalStep> count) {
            return step == null ? Double.NaN : count.applyAsDouble(step);
        }
    }

    /**
     * Returns the longest tenure.
     *
     * @param tenures the tenures
     * @return the tenure; 0 without any
     */
    public static long longest(EventTimes tenures) {
        long[] times = tenures.times();
        return times.length == 0 ? 0 : times[times.length - 1];
    }

    /**
     * Returns the longest tenure that all groups reach.
     *
     * @param groups the groups; those without customers do not count
     * @return the tenure; that of all customers without groups
     */
    public static long longestOfAll(Groups<EventTimes> groups) {
        return counted(groups).values().stream()
                .mapToLong(SurvivalFigures::longest)
                .min()
                .orElse(longest(groups.all().total().summary()));
    }

    /** A group of which nobody counts says nothing, and must not end the comparison of the others. */
    private static Map<Labels, EventTimes> counted(Groups<EventTimes> groups) {
        Map<Labels, EventTimes> counted = new TreeMap<>();
        groups.byLabels().forEach((labels, group) -> {
            if (group.total().summary().count() > 0) {
                counted.put(labels, group.total().summary());
            }
        });
        return counted;
    }

    /**
     * Returns the horizon as tenures are written.
     *
     * @return a whole number where tenures have no decimals
     */
    public Number end() {
        if (decimals == 0) {
            return horizon;
        }
        return time(horizon);
    }

    private double time(double units) {
        return units / Math.pow(10, decimals);
    }

    private String name(long units) {
        BigDecimal time = BigDecimal.valueOf(units, decimals).stripTrailingZeros();
        return time.toPlainString();
    }

    /**
     * Returns the figures of a group.
     *
     * @return the figures
     */
    public Figures<EventTimes> ofGroup() {
        Figures<Curve> figures = Figures.of(Curve.class)
                .count("customers", "customers", of -> of.tenures().count())
                .count("left", "left", of -> of.tenures().events())
                .count("censored", "still there", of -> of.tenures().censored())
                .number("median", "median tenure", 1, of -> time(of.curve().median()))
                .and((values, of) -> {
                    Interval median = of.curve().quantileInterval(0.5, confidence, method);
                    values.put("median_low", time(median.low())).put("median_high", time(median.high()));
                })
                .number("first_quartile", "", 1, of -> time(of.curve().quantile(0.25)))
                .number("third_quartile", "", 1, of -> time(of.curve().quantile(0.75)))
                .number(
                        "restricted_mean",
                        "mean to " + name(horizon),
                        1,
                        of -> time(of.curve().restrictedMean(horizon)))
                .number(
                        "restricted_mean_standard_error",
                        "",
                        1,
                        of -> time(of.curve().restrictedMeanStandardError(horizon)))
                .percent(
                        "retained",
                        "stay " + name(horizon) + " %",
                        of -> of.curve().at(horizon))
                .headline(0, 100)
                .interval(
                        "low",
                        "high",
                        interval(),
                        of -> of.curve().interval(horizon, confidence, method).times(100));
        return figures.<EventTimes>from(tenures -> new Curve(tenures, tenures.curve()))
                .withColumns("customers", "left", "median", "restricted_mean", "retained", "low");
    }

    /**
     * Returns the figures of one tenure.
     *
     * @return the figures
     */
    public Figures<Step> ofStep() {
        return Figures.of(Step.class)
                .number("customers", "at risk", 0, step -> step.count(SurvivalStep::atRisk))
                .number("left", "left", 0, step -> step.count(SurvivalStep::events))
                .number("censored", "still there", 0, step -> step.count(SurvivalStep::censored))
                .percent("retained", "stay %", step -> step.curve().at(step.time()))
                .headline(0, 100)
                .interval(
                        "low",
                        "high",
                        interval(),
                        step -> step.curve()
                                .interval(step.time(), confidence, method)
                                .times(100))
                .percent("standard_error", "", step -> step.curve().standardErrorAt(step.time()))
                .hidden()
                .number("cumulative_hazard", "", 2, step -> step.curve().cumulativeHazardAt(step.time()))
                .hidden();
    }

    /**
     * Returns the steps of the curve by their names.
     *
     * @param tenures the tenures
     * @param at the tenures that are listed; all at which something happened if there are none
     * @return the steps, in the order of time
     */
    public Map<String, Step> steps(EventTimes tenures, List<Long> at) {
        SurvivalCurve curve = tenures.curve();
        Map<Long, SurvivalStep> steps = new LinkedHashMap<>();
        curve.steps().forEach(step -> steps.put(step.time(), step));
        Map<String, Step> named = new LinkedHashMap<>();
        for (long time : at.isEmpty() ? steps.keySet() : at) {
            named.put(name(time), new Step(time, curve, steps.get(time)));
        }
        return named;
    }

    /**
     * Returns whether the groups differ, by the log-rank test.
     *
     * @param groups the groups
     * @return its chi-squared, degrees of freedom and p; nothing with fewer than two groups with customers
     */
    public static Map<String, Object> comparison(Groups<EventTimes> groups) {
        Map<Labels, EventTimes> counted = counted(groups);
        if (counted.size() < 2) {
            return Map.of();
        }
        LogRank<Labels> test = RetentionComparison.of(counted).logRank();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("log_rank_chi_squared", test.chiSquared());
        facts.put("log_rank_degrees_of_freedom", (long) test.degreesOfFreedom());
        facts.put("log_rank_p", test.pValue());
        return facts;
    }

    /**
     * Returns the curves that are drawn: those of the groups, or of everything if there are none or too many.
     *
     * @param groups the groups
     * @return the drawing
     */
    public Curves drawn(Groups<EventTimes> groups) {
        EventTimes all = groups.all().total().summary();
        Map<Labels, EventTimes> counted = counted(groups);
        List<Curves.Curve> curves = new ArrayList<>();
        boolean many = counted.size() > Curves.MOST;
        if (!many && counted.keySet().stream().noneMatch(Labels.ALL::equals)) {
            counted.forEach((labels, tenures) -> curves.add(drawn(String.join(" / ", labels.values()), tenures)));
        }
        if (curves.isEmpty()) {
            curves.add(drawn("all", all));
        }
        String title = "share of customers who stay"
                + (many ? ", all together, for more than " + Curves.MOST + " groups" : "");
        return new Curves(title, time(longest(all)), "tenure", curves);
    }

    private Curves.Curve drawn(String label, EventTimes tenures) {
        SurvivalCurve curve = tenures.curve();
        return new Curves.Curve(label, time -> curve.at((long) (time * Math.pow(10, decimals))));
    }

    private String interval() {
        return Names.percent(confidence) + " interval";
    }
}
