package io.cxmetrics.cli.survey;

import io.cxmetrics.cli.group.Groups;
import io.cxmetrics.cli.input.CsvSource;
import io.cxmetrics.cli.input.DateParser;
import io.cxmetrics.cli.input.Problems;
import io.cxmetrics.cli.report.CalendarLabels;
import io.cxmetrics.report.Line;
import io.cxmetrics.survey.Exclusion;
import io.cxmetrics.survey.Screening;
import io.cxmetrics.survey.response.RespondentRule;
import io.cxmetrics.survey.weighted.Weights;
import io.cxmetrics.time.CalendarPeriod;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

    private final Groups<Response, R> groups;
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
        this.groups = new Groups<>(method.collector());
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
            List<String> labels = SurveyColumns.values(source, columns.by());
            String reason = distinct && !seen.add(List.copyOf(source.fields())) ? "duplicate_row" : null;
            Screening.Verdict verdict = screening.judge(source.field(columns.rating()));
            double weight = 1;
            if (reason == null) {
                reason = reason(source, verdict);
            }
            if (reason == null && columns.weight() >= 0) {
                weight = weight(source);
                reason = Double.isNaN(weight) ? "invalid_weight" : null;
            }
            if (reason != null) {
                groups.leaveOut(labels, label, reason);
                continue;
            }
            Response response = new Response(
                    verdict.rating(),
                    weight,
                    SurveyColumns.values(source, columns.respondent()),
                    date == null ? Instant.MIN : date.at(),
                    source.line());
            groups.add(labels, label, response);
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

    private @Nullable String reason(CsvSource source, Screening.Verdict verdict) {
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
        return groups.total(method.finish());
    }

    public List<Line> groups() {
        return groups.groups(method.finish());
    }
}
