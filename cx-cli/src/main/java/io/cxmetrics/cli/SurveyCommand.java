package io.cxmetrics.cli;

import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.input.CsvSource;
import io.cxmetrics.cli.input.DateParser;
import io.cxmetrics.cli.input.Period;
import io.cxmetrics.cli.input.Problems;
import io.cxmetrics.cli.input.Terminal;
import io.cxmetrics.cli.report.Report;
import io.cxmetrics.cli.survey.Names;
import io.cxmetrics.cli.survey.SurveyColumns;
import io.cxmetrics.cli.survey.SurveyMetric;
import io.cxmetrics.cli.survey.SurveyRun;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.RespondentRule;
import io.cxmetrics.survey.Screening;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the survey commands share: from the command line over the file to the report. */
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
abstract class SurveyCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    SurveyOptions options;

    private final Surroundings surroundings;

    SurveyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The metric as the options of the command shape it. */
    abstract SurveyMetric metric();

    @Override
    public Integer call() throws IOException {
        checkCombinations();
        SurveyMetric metric = asked(this::metric);
        Screening screening = asked(() -> screening(metric.scale()));
        PrintWriter err = spec.commandLine().getErr();
        Problems problems = new Problems(options.file, options.strict, err);
        Terminal terminal = surroundings.terminal();
        try (CsvSource source = CsvSource.open(
                options.file, surroundings.in(), options.charset, delimiter(), problems, terminal, err)) {
            SurveyRun<?> run = SurveyRun.of(
                    metric,
                    columns(source),
                    screening,
                    keep(),
                    per(),
                    new DateParser(options.dateFormat, options.zone),
                    options.distinct,
                    problems);
            run.read(source);
            problems.finish();
            Report report = new Report(
                    metric.name(),
                    facts(metric, run.total().rows(), problems.malformedRows()),
                    metric.columns(),
                    options.by,
                    run.total(),
                    run.groups());
            PrintWriter out = spec.commandLine().getOut();
            options.format.print(report, terminal, out);
            out.flush();
        }
        return 0;
    }

    private void checkCombinations() {
        if (options.weight != null && !options.respondent.isEmpty()) {
            throw CliException.usage("--weight: cannot be combined with --respondent");
        }
        if (options.keep != null && options.respondent.isEmpty()) {
            throw CliException.usage("--keep: needs --respondent");
        }
        for (var dependent :
                new Object[][] {{"--per", options.per}, {"--zone", options.zone}, {"--date-format", options.dateFormat}
                }) {
            if (dependent[1] != null && options.over == null) {
                throw CliException.usage(dependent[0] + ": needs --over");
            }
        }
        if (!(options.confidence > 0 && options.confidence < 1)) {
            throw CliException.usage("--confidence: must be in (0, 1), got " + options.confidence);
        }
    }

    /** What the library refuses here was asked for on the command line. */
    private static <T> T asked(java.util.function.Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw CliException.usage(String.valueOf(e.getMessage()));
        }
    }

    private Screening screening(RatingScale scale) {
        Screening screening = Screening.on(scale)
                .withNoAnswer(options.noAnswer.toArray(String[]::new))
                .withNotApplicable(options.notApplicable.toArray(String[]::new));
        for (String label : options.labels) {
            int equals = label.lastIndexOf('=');
            try {
                screening = screening.withLabel(
                        label.substring(0, Math.max(equals, 0)),
                        Integer.parseInt(label.substring(equals + 1).strip()));
            } catch (NumberFormatException e) {
                throw CliException.usage("--label: must be like Yes=1, got " + label);
            }
        }
        return screening;
    }

    private char delimiter() {
        String text = options.delimiter.equals("tab") || options.delimiter.equals("\\t") ? "\t" : options.delimiter;
        if (text.length() != 1 || text.charAt(0) == '"') {
            throw CliException.usage("--delimiter: must be one character or tab, got " + options.delimiter);
        }
        return text.charAt(0);
    }

    private SurveyColumns columns(CsvSource source) {
        return new SurveyColumns(
                source.column(options.rating),
                columns(source, options.by),
                column(source, options.weight),
                columns(source, options.respondent),
                column(source, options.over));
    }

    private static int column(CsvSource source, @Nullable String name) {
        return name == null ? -1 : source.column(name);
    }

    private static List<Integer> columns(CsvSource source, List<String> names) {
        return names.stream().map(source::column).toList();
    }

    private RespondentRule keep() {
        return options.keep == null ? RespondentRule.LATEST : options.keep;
    }

    private Period per() {
        return options.per == null ? Period.MONTH : options.per;
    }

    private Map<String, Object> facts(SurveyMetric metric, long rows, long malformed) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rating", options.rating);
        facts.put("definition", metric.definition());
        facts.put("scale", metric.scale());
        facts.put("interval", metric.interval());
        facts.put("confidence", options.confidence);
        if (options.weight != null) {
            facts.put("weight", options.weight);
        }
        if (!options.respondent.isEmpty()) {
            facts.put("respondent", String.join(", ", options.respondent));
            facts.put("keep", Names.of(keep()));
        }
        if (options.over != null) {
            facts.put("per", Names.of(per()));
            facts.put("zone", options.zone == null ? "as written" : options.zone);
        }
        facts.put("rows", rows);
        facts.put("malformed_rows", malformed);
        return facts;
    }
}
