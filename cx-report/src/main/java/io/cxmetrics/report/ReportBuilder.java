package io.cxmetrics.report;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.input.LeftOut;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.reading.Accounting;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes a report of groups: asks each summary for its figures, and each group for its periods. Belongs to one thread.
 *
 * <pre>{@code
 * String csv = "plan,nps\ngold,9\nfree,3\ngold,x\n";
 * byte[] bytes = csv.getBytes(java.nio.charset.StandardCharsets.UTF_8);
 * Table table = Table.of(Source.of("survey.csv", new java.io.ByteArrayInputStream(bytes)));
 * Reading<Integer> answers = Reading.of(Field.required("nps", Scores.on(Screening.on(RatingScale.ZERO_TO_TEN))));
 * Outcome<Groups<Nps>> groups = Grouping.by("plan").fold(answers, table, Nps.aggregation());
 * Report report = new ReportBuilder<>("nps", Figures.of(Nps.class).number("nps", "NPS", 1, Nps::score))
 *         .by(List.of("plan"))
 *         .report(groups);
 * report.total().values().number("nps"); // 0.0
 * report.total().leftOut(); // {not_a_number=1}
 * report.groups().size(); // 2
 * }</pre>
 *
 * @param <R> the type of the summaries
 * @since 0.1
 */
public final class ReportBuilder<R> {

    private final String metric;
    private final Figures<R> figures;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private List<String> by = List.of();
    private Function<? super R, ? extends Map<String, Long>> alsoLeftOut = summary -> Map.of();
    private @Nullable Periods<R, ?> periods;
    private @Nullable Curves curves;

    /** What the periods of a group are asked for where they come from its summary. */
    private record Periods<R, P>(
            String heading,
            Figures<P> figures,
            ToLongFunction<? super P> count,
            Function<? super R, ? extends Map<String, ? extends P>> of) {

        List<Line> lines(List<String> labels, R summary) {
            List<Line> lines = new ArrayList<>();
            of.apply(summary)
                    .forEach((period, part) -> lines.add(new Line(
                            labels, period, count.applyAsLong(part), Map.of(), figures.values(part), List.of())));
            return lines;
        }
    }

    /**
     * Starts a report.
     *
     * @param metric the short name of the metric, as in the catalogue
     * @param figures what each summary is asked for
     */
    public ReportBuilder(String metric, Figures<R> figures) {
        this.metric = requireNonNull(metric, "metric");
        this.figures = requireNonNull(figures, "figures");
    }

    /**
     * Adds what the numbers stand on, such as a definition, a zone that was assumed, or the end of observation.
     *
     * @param name its name, lower-case words with underscores
     * @param value a text, Long, Double, or counts by label; null adds nothing
     * @return this builder
     */
    @CanIgnoreReturnValue
    public ReportBuilder<R> fact(String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value instanceof Number || value instanceof Map ? value : value.toString());
        }
        return this;
    }

    /**
     * Says which columns the groups were made by.
     *
     * @param columns the names of the columns
     * @return this builder
     */
    @CanIgnoreReturnValue
    public ReportBuilder<R> by(List<String> columns) {
        by = List.copyOf(columns);
        return this;
    }

    /**
     * Says what a summary leaves out itself, beside the rows that the reading left out.
     *
     * @param counts the counts by reason
     * @return this builder
     */
    @CanIgnoreReturnValue
    public ReportBuilder<R> leavingOut(Function<? super R, ? extends Map<String, Long>> counts) {
        alsoLeftOut = requireNonNull(counts, "counts");
        return this;
    }

    /**
     * Asks the summaries for their periods, which the question sets. Without this, periods are those of the rows.
     *
     * @param heading what the periods are called in a table
     * @param periodFigures what each period is asked for
     * @param count how many rows, or subjects, speak of a period
     * @param of the periods of a summary by their labels, in the order of output
     * @param <P> the type of a period
     * @return this builder
     */
    @CanIgnoreReturnValue
    public <P> ReportBuilder<R> periods(
            String heading,
            Figures<P> periodFigures,
            ToLongFunction<? super P> count,
            Function<? super R, ? extends Map<String, ? extends P>> of) {
        periods = new Periods<>(heading, periodFigures, count, of);
        return this;
    }

    /**
     * Adds a drawing.
     *
     * @param drawn the curves
     * @return this builder
     */
    @CanIgnoreReturnValue
    public ReportBuilder<R> curves(@Nullable Curves drawn) {
        curves = drawn;
        return this;
    }

    /**
     * Makes the report.
     *
     * @param outcome the groups and the account of the rows
     * @return the report; rows that a filter left out are in its total, and in no group
     */
    public Report report(Outcome<Groups<R>> outcome) {
        Groups<R> groups = outcome.result();
        Accounting accounting = outcome.accounting();
        List<Line> lines = new ArrayList<>();
        if (!by.isEmpty()) {
            groups.byLabels().forEach((labels, group) -> lines.add(line(labels.values(), group, Map.of())));
            lines.sort(Comparator.comparing(Line::labels, new LabelOrder()));
        }
        Map<String, Long> filtered = new TreeMap<>();
        accounting.leftOut().counts().forEach((reason, count) -> {
            if (reason.kind() == Reason.Kind.FILTERED) {
                filtered.put(reason.key(), count);
            }
        });
        Line total = line(List.of(), groups.all(), filtered);
        long[] account = {
            accounting.rows(),
            accounting.used(),
            accounting.leftOut().count(),
            accounting.malformed().count()
        };
        for (int i = 0; i < account.length; i++) {
            facts.put(Report.ACCOUNT.get(i), account[i]);
        }
        Report report = new Report(metric, facts, figures.columns(), by, total, lines);
        Report whole = periods == null
                ? report
                : report.withPeriods(periods.heading(), periods.figures().columns());
        return curves == null ? whole : whole.withCurves(curves);
    }

    private Line line(List<String> labels, Groups.Group<R> group, Map<String, Long> filtered) {
        Groups.Part<R> all = group.total();
        Map<String, Long> leftOut = leftOut(all);
        leftOut.putAll(filtered);
        List<Line> parts = periods != null ? periods.lines(labels, all.summary()) : periods(labels, group);
        long rows = filtered.values().stream().reduce(all.rows(), Math::addExact);
        return new Line(labels, "", rows, leftOut, figures.values(all.summary()), parts);
    }

    private List<Line> periods(List<String> labels, Groups.Group<R> group) {
        List<Line> lines = new ArrayList<>();
        group.periods()
                .forEach((period, part) -> lines.add(new Line(
                        labels, period, part.rows(), leftOut(part), figures.values(part.summary()), List.of())));
        return lines;
    }

    private Map<String, Long> leftOut(Groups.Part<R> part) {
        LeftOut rows = part.leftOut();
        Map<String, Long> counts = new TreeMap<>();
        rows.counts().forEach((reason, count) -> counts.merge(reason.key(), count, Math::addExact));
        alsoLeftOut.apply(part.summary()).forEach((reason, count) -> counts.merge(reason, count, Math::addExact));
        return counts;
    }
}
