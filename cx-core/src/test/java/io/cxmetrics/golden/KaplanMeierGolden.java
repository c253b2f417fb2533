package io.cxmetrics.golden;

import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.stat.survival.SurvivalCurve;
import io.cxmetrics.stat.survival.SurvivalInterval;
import io.cxmetrics.stat.survival.SurvivalStep;
import java.util.List;
import java.util.Locale;

/** Compares a survival curve with a golden that lists it at chosen times, by the step in force at each. */
final class KaplanMeierGolden {

    private KaplanMeierGolden() {}

    static void check(Expected expected, EventTimes times) {
        SurvivalCurve curve = times.curve();
        List<SurvivalStep> steps = curve.steps();
        long last = steps.get(steps.size() - 1).time();
        Interval median = curve.quantileInterval(0.5, 0.95, SurvivalInterval.LOG);
        expected.number("n", times.count())
                .number("events", times.events())
                .number("censored", times.censored())
                .number("max_time", last)
                .number("median", reached(curve.median()))
                .number("median_lower_log", reached(median.low()))
                .number("median_upper_log", reached(median.high()))
                .number("rmean_to_max", curve.restrictedMean(last))
                .number("rmean_se", curve.restrictedMeanStandardError(last))
                .number("q25", reached(curve.quantile(0.25)))
                .number("q75", reached(curve.quantile(0.75)));
        for (int i = 0; i < expected.in("time").size(); i++) {
            row(expected, Integer.toString(i), steps);
        }
    }

    private static void row(Expected expected, String row, List<SurvivalStep> steps) {
        long time = expected.in("time").longAt(row);
        SurvivalStep step = steps.stream()
                .filter(one -> one.time() <= time)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        expected.in("n_risk").number(row, step.atRisk());
        expected.in("n_event").number(row, step.events());
        expected.in("n_censor").number(row, step.censored());
        expected.in("surv").number(row, step.survival());
        expected.in("greenwood_se").number(row, step.standardError());
        expected.in("nelson_aalen").number(row, step.cumulativeHazard());
        expected.in("nelson_aalen_se").number(row, step.cumulativeHazardStandardError());
        for (SurvivalInterval method : SurvivalInterval.values()) {
            String name = method.name().toLowerCase(Locale.ROOT).replace("_", "");
            Interval interval = step.interval(0.95, method);
            expected.in("lower_" + name).number(row, interval.low());
            expected.in("upper_" + name).number(row, interval.high());
        }
    }

    /** The goldens leave empty what is never reached. */
    private static double reached(double time) {
        return Double.isInfinite(time) ? Double.NaN : time;
    }
}
