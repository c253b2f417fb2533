package io.cxmetrics.report.web;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.report.Figures;
import io.cxmetrics.report.Line;
import io.cxmetrics.report.Report;
import io.cxmetrics.report.ReportBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Figures of single things, such as pages or features, a line each, and of all of them.
 *
 * @param thing what one is called
 * @param definition what the figures are, in words
 * @param all the figures of everything
 * @param each the figures of a thing
 * @param things the things by their names
 * @param count how many events a thing has, by which lines are ordered
 * @param <R> the type of the summary of everything
 * @param <I> the type of the summary of a thing
 * @since 0.1
 */
public record ItemFigures<R, I>(
        String thing,
        String definition,
        Figures<R> all,
        Figures<I> each,
        Function<R, ? extends Map<String, I>> things,
        ToLongFunction<I> count) {

    /** Checks that the parts are there. */
    public ItemFigures {
        requireNonNull(thing, "thing");
        requireNonNull(definition, "definition");
        requireNonNull(all, "all");
        requireNonNull(each, "each");
        requireNonNull(things, "things");
        requireNonNull(count, "count");
    }

    /**
     * Makes the report.
     *
     * @param outcome the summary, in no groups
     * @param top how many things have a line, those with most events first
     * @param facts adds what the numbers stand on
     * @return the report, with a line for each thing
     */
    public Report report(Outcome<Groups<R>> outcome, int top, Consumer<ReportBuilder<R>> facts) {
        ReportBuilder<R> builder = new ReportBuilder<>("web", all).fact("definition", definition);
        facts.accept(builder);
        List<Line> lines = new ArrayList<>();
        things.apply(outcome.result().all().total().summary())
                .forEach((name, item) -> lines.add(
                        new Line(List.of(name), "", count.applyAsLong(item), Map.of(), each.values(item), List.of())));
        lines.sort(Comparator.comparingLong(Line::rows)
                .reversed()
                .thenComparing(line -> line.labels().get(0)));
        if (lines.size() > top) {
            builder.fact("shown", "the " + top + " with most events of " + lines.size() + "; see --top");
        }
        Report report = builder.report(outcome);
        return new Report(
                "web",
                report.facts(),
                each.columns(),
                List.of(thing),
                report.total(),
                lines.stream().limit(top).toList());
    }
}
