package io.cxmetrics.cli.survey;

import io.cxmetrics.cli.input.CsvSource;
import io.cxmetrics.cli.input.DateParser;
import io.cxmetrics.cli.input.Problems;
import io.cxmetrics.cli.report.CalendarLabels;
import io.cxmetrics.cli.report.Labels;
import io.cxmetrics.cli.report.Line;
import io.cxmetrics.survey.Exclusion;
import io.cxmetrics.survey.RespondentRule;
import io.cxmetrics.survey.Screening;
import io.cxmetrics.survey.Verdict;
import io.cxmetrics.survey.Weights;
import io.cxmetrics.time.CalendarPeriod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One pass over a survey file. Every row that fits the header ends in its group as an answer or as left out, and in its
 * period; so rows = answers + left out, in each of them.
 *
 * @param <R> the summary of the answers
 */
public final class SurveyRun<R> {

    private final SurveyColumns columns;
    private final Screening screening;
    private final CalendarPeriod period;
    private final DateParser dates;
    private final boolean distinct;
    private final Problems problems;
    private final Method<R> method;

    private final Group<R> total;
    private final Map<List<String>, Group<R>> groups = new HashMap<>();
    private final Set<List<String>> seen = new HashSet<>();

    private SurveyRun(
            SurveyColumns columns,
            Screening screening,
            CalendarPeriod period,
            DateParser dates,
            boolean distinct,
            Problems problems,
            Method<R> method) {
        this.columns = columns;
        this.screening = screening;
        this.period = period;
        this.dates = dates;
        this.distinct = distinct;
        this.problems = problems;
        this.method = method;
        this.total = new Group<>(method.collector());
    }

    /** Chooses how answers count: by weight, once for each respondent, or each once. */
    public static SurveyRun<?> of(
            SurveyMetric metric,
            SurveyColumns columns,
            Screening screening,
            RespondentRule rule,
            CalendarPeriod period,
            DateParser dates,
            boolean distinct,
            Problems problems) {
        Method<?> method = columns.weight() >= 0
                ? Method.weighted(metric)
                : columns.respondent().isEmpty() ? Method.each(metric) : Method.onePerRespondent(metric, rule);
        return new SurveyRun<>(columns, screening, period, dates, distinct, problems, method);
    }

    /** Reads all rows. */
    public void read(CsvSource source) {
        while (source.next()) {
            DateParser.@Nullable Found date = date(source);
            String label = columns.over() < 0 ? null : label(source, date);
            Group<R> group = columns.by().isEmpty()
                    ? null
                    : groups.computeIfAbsent(
                            SurveyColumns.values(source, columns.by()), by -> new Group<>(method.collector()));
            String reason = distinct && !seen.add(List.copyOf(source.fields())) ? "duplicate_row" : null;
            Verdict verdict = screening.judge(source.field(columns.rating()));
            double weight = 1;
            if (reason == null) {
                reason = reason(source, verdict);
            }
            if (reason == null && columns.weight() >= 0) {
                weight = weight(source);
                reason = Double.isNaN(weight) ? "invalid_weight" : null;
            }
            if (reason != null) {
                total.leaveOut(reason, label);
                if (group != null) {
                    group.leaveOut(reason, label);
                }
                continue;
            }
            Response response = new Response(
                    verdict.rating(),
                    weight,
                    SurveyColumns.values(source, columns.respondent()),
                    date == null ? Instant.MIN : date.at(),
                    source.line());
            total.add(response, label);
            if (group != null) {
                group.add(response, label);
            }
        }
    }

    private DateParser.@Nullable Found date(CsvSource source) {
        if (columns.over() < 0) {
            return null;
        }
        String text = source.field(columns.over());
        DateParser.Found found = dates.parse(text);
        if (found == null && !Screening.blank(text)) {
            problems.invalidValue(source.line(), "date must be a date or a time, got " + text);
        }
        return found;
    }

    private String label(CsvSource source, DateParser.@Nullable Found date) {
        if (date != null) {
            return period.label(date.date());
        }
        return Screening.blank(source.field(columns.over())) ? CalendarLabels.NONE : CalendarLabels.INVALID;
    }

    private @Nullable String reason(CsvSource source, Verdict verdict) {
        Exclusion reason = verdict.reason();
        if (reason == null) {
            return null;
        }
        if (reason.invalid()) {
            problems.invalidValue(
                    source.line(),
                    "rating must be a whole number in " + screening.scale() + ", got "
                            + source.field(columns.rating()));
        }
        return reason.name().toLowerCase(Locale.ROOT);
    }

    /** Returns NaN for what is no weight. */
    private double weight(CsvSource source) {
        String text = source.field(columns.weight()).strip();
        try {
            double weight = Double.parseDouble(text);
            if (Weights.allowed(weight)) {
                return weight;
            }
        } catch (NumberFormatException e) {
            // reported below, like a number that is no weight
        }
        problems.invalidValue(source.line(), "weight must be 0 or in [1e-100, 1e100], got " + text);
        return Double.NaN;
    }

    public Line total() {
        return line(List.of(), total);
    }

    public List<Line> groups() {
        List<Line> lines = new ArrayList<>();
        groups.forEach((labels, group) -> lines.add(line(labels, group)));
        lines.sort(Comparator.comparing(Line::labels, new Labels()));
        return lines;
    }

    private Line line(List<String> labels, Group<R> group) {
        List<Line> periods = new ArrayList<>();
        group.periods().forEach((label, tally) -> periods.add(line(labels, label, tally, List.of())));
        return line(labels, "", group.all(), periods);
    }

    private Line line(List<String> labels, String period, Tally<R> tally, List<Line> periods) {
        Map<String, Long> leftOut = new TreeMap<>(tally.leftOut());
        var values = method.finish().of(tally.answers(), leftOut);
        return new Line(labels, period, tally.rows(), leftOut, values, periods);
    }
}
