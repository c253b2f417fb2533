package io.cxmetrics.report.web;

import io.cxmetrics.report.Figures;
import io.cxmetrics.report.ReportBuilder;
import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.web.funnel.Funnel;
import io.cxmetrics.web.funnel.FunnelBase;
import io.cxmetrics.web.funnel.FunnelCounts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far those who go through a funnel came, in all and step by step.
 *
 * @param funnel the steps
 * @param units what those who go through it are called
 * @param confidence the level of intervals
 * @since 0.1
 */
public record FunnelFigures(Funnel funnel, String units, double confidence) {

    /** One step of the counts, from 0. */
    private record Step(FunnelCounts counts, String name, int place, boolean last) {}

    /**
     * Starts the report.
     *
     * @return a report whose lines have a line for each step
     */
    public ReportBuilder<FunnelCounts> report() {
        Figures<Step> steps = ofStep();
        Figures<Step> named = Figures.<Step>none().text("name", Step::name).and(steps);
        return new ReportBuilder<>("funnel", ofAll().parts("steps", named, this::steps))
                .fact("definition", units + " that reached a step, out of those that reached the first")
                .periods("step", steps, step -> step.counts().reached(step.place()), this::lines);
    }

    private Figures<FunnelCounts> ofAll() {
        return Figures.of(FunnelCounts.class)
                .count("units", units, FunnelCounts::units)
                .count("dropped", "dropped", FunnelCounts::dropped)
                .count("entered", "entered", counts -> counts.reached(0))
                .count(
                        "converted",
                        "converted",
                        counts -> counts.conversion(FunnelBase.FIRST).events())
                .number(
                        "conversion_rate",
                        "converted %",
                        1,
                        counts -> counts.conversion(FunnelBase.FIRST).percent())
                .headline(0, 100)
                .and(Shares.interval("low", "high", confidence, counts -> counts.conversion(FunnelBase.FIRST)))
                .number(
                        "conversion_of_all",
                        "",
                        1,
                        counts -> counts.conversion(FunnelBase.ALL).percent())
                .seconds("median_seconds", "median time", counts -> counts.medianMillis() / 1000)
                .seconds("p90_seconds", "", counts -> counts.quantileMillis(0.9, QuantileMethod.LINEAR) / 1000)
                .withColumns("units", "entered", "converted", "conversion_rate", "low", "median_seconds");
    }

    private Figures<Step> ofStep() {
        return Figures.<Step>none()
                .count("step", "", step -> step.place() + 1L)
                .count("reached", "reached", step -> step.counts().reached(step.place()))
                .number(
                        "of_first",
                        "of first %",
                        1,
                        step -> step.counts()
                                .rate(step.place(), FunnelBase.FIRST)
                                .percent())
                .headline(0, 100)
                .and(Shares.interval(
                        "low", "high", confidence, step -> step.counts().rate(step.place(), FunnelBase.FIRST)))
                .and(Shares.of(
                        "of_previous",
                        "of previous %",
                        "of_previous_low",
                        "of_previous_high",
                        confidence,
                        step -> step.counts().rate(step.place(), FunnelBase.PREVIOUS)))
                .number(
                        "of_all",
                        "",
                        1,
                        step -> step.counts().rate(step.place(), FunnelBase.ALL).percent())
                .number(
                        "drop_off",
                        "then lost %",
                        1,
                        step -> step.last()
                                ? Double.NaN
                                : step.counts().dropOff(step.place()).percent())
                .withColumns("reached", "of_first", "low", "of_previous", "of_previous_low", "drop_off");
    }

    private List<Step> steps(FunnelCounts counts) {
        List<Step> steps = new ArrayList<>();
        int last = funnel.steps().size() - 1;
        for (int place = 0; place <= last; place++) {
            steps.add(new Step(counts, funnel.names().get(place), place, place == last));
        }
        return steps;
    }

    /** The steps by their names; one that comes again has its number behind it. */
    private Map<String, Step> lines(FunnelCounts counts) {
        Map<String, Step> lines = new LinkedHashMap<>();
        for (Step step : steps(counts)) {
            String name = lines.containsKey(step.name()) ? step.name() + " (" + (step.place() + 1) + ")" : step.name();
            lines.put(name, step);
        }
        return lines;
    }
}
