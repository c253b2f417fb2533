package io.cxmetrics.cli.web;

import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.report.Column;
import io.cxmetrics.report.Line;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Values;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.funnel.Funnel;
import io.cxmetrics.web.funnel.FunnelBase;
import io.cxmetrics.web.funnel.FunnelCounts;
import io.cxmetrics.web.funnel.FunnelMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How far those of each group came in a funnel, in all and step by step.
 *
 * @param funnel the steps
 * @param units what those who go through it are called
 * @param confidence the level of intervals
 */
public record FunnelReport(Funnel funnel, String units, double confidence) {

    /**
     * Counts.
     *
     * @param table the events
     * @param unit gives who goes through the funnel
     * @param kinds what the names of steps mean
     */
    public Groups<WebEvent<String>, FunnelCounts> count(
            EventTable table, Function<WebEvent<String>, String> unit, Kinds kinds) {
        FunnelMatcher matcher = FunnelMatcher.of(funnel);
        for (String name : names()) {
            matcher = matcher.when(name, NamedEvents.of(name, kinds));
        }
        return table.groups(
                unit, matcher.<String>aggregation(event -> unit.apply(event)).toCollector());
    }

    /** The names of steps and exclusions. */
    private List<String> names() {
        return Stream.concat(funnel.names().stream(), funnel.exclusions().stream())
                .distinct()
                .toList();
    }

    /** The names that mean none of the events, as a misspelt one does. */
    public List<String> unmatched(EventTable table, Kinds kinds) {
        return names().stream()
                .filter(name -> table.events().stream().noneMatch(NamedEvents.of(name, kinds)))
                .toList();
    }

    /** The columns of a table. */
    public List<Column> columns() {
        return List.of(
                Column.count("units", units),
                Column.count("entered", "entered"),
                Column.count("converted", "converted"),
                Column.headline("conversion_rate", "converted %", 0, 100),
                Column.interval("low", "high", Names.percent(confidence) + " interval"),
                Column.seconds("median_seconds", "median time"));
    }

    /** The columns of a table of steps. */
    public List<Column> stepColumns() {
        return List.of(
                Column.count("reached", "reached"),
                Column.headline("of_first", "of first %", 0, 100),
                Column.interval("low", "high", Names.percent(confidence) + " interval"),
                Column.number("of_previous", "of previous %", 1),
                Column.interval("of_previous_low", "of_previous_high", Names.percent(confidence) + " interval"),
                Column.number("drop_off", "then lost %", 1));
    }

    /** The numbers of a group, and of its steps. */
    public Groups.Answer of(FunnelCounts counts) {
        Proportion conversion = counts.conversion(FunnelBase.FIRST);
        Values values = new Values()
                .put("units", counts.units())
                .put("dropped", counts.dropped())
                .put("entered", counts.reached(0))
                .put("converted", conversion.events());
        share(values, "conversion_rate", "low", "high", conversion);
        values.put("conversion_of_all", counts.conversion(FunnelBase.ALL).percent())
                .put("median_seconds", counts.medianMillis() / 1000)
                .put("p90_seconds", counts.quantileMillis(0.9, QuantileMethod.LINEAR) / 1000);
        List<Line> steps = new ArrayList<>();
        for (int step = 0; step < funnel.steps().size(); step++) {
            steps.add(new Line(
                    List.of(),
                    funnel.names().get(step),
                    counts.reached(step),
                    Map.of(),
                    step(counts, step),
                    List.of()));
        }
        return new Groups.Answer(values, steps);
    }

    private Values step(FunnelCounts counts, int step) {
        boolean last = step == funnel.steps().size() - 1;
        Values values = new Values().put("step", step + 1L).put("reached", counts.reached(step));
        share(values, "of_first", "low", "high", counts.rate(step, FunnelBase.FIRST));
        share(values, "of_previous", "of_previous_low", "of_previous_high", counts.rate(step, FunnelBase.PREVIOUS));
        return values.put("of_all", counts.rate(step, FunnelBase.ALL).percent())
                .put("drop_off", last ? Double.NaN : counts.dropOff(step).percent());
    }

    private void share(Values values, String name, String low, String high, Proportion share) {
        Interval interval = share.interval(confidence);
        values.put(name, share.percent()).put(low, 100 * interval.low()).put(high, 100 * interval.high());
    }
}
