package io.cxmetrics.cli;

import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.input.CsvSource;
import io.cxmetrics.cli.input.DateParser;
import io.cxmetrics.cli.input.Problems;
import io.cxmetrics.cli.survey.SurveyColumns;
import io.cxmetrics.cli.survey.SurveyMetric;
import io.cxmetrics.cli.survey.SurveyRun;
import io.cxmetrics.report.Line;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Report;
import io.cxmetrics.survey.RatingScale;
import io.cxmetrics.survey.Screening;
import io.cxmetrics.survey.response.RespondentRule;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;

/** What the survey commands share: from the command line over the file to the report. */
@SuppressWarnings("NullAway.Init") // picocli sets this before anything reads it
abstract class SurveyCommand extends FileCommand {

    @Mixin
    SurveyOptions options;

    SurveyCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** The metric as the options of the command shape it. */
    abstract SurveyMetric metric();

    @Override
    public Integer call() throws IOException {
        checkCombinations();
        SurveyMetric metric = asked(this::metric);
        Screening screening = asked(() -> screening(metric.scale()));
        Problems problems = problems(options.file);
        try (CsvSource source = open(options.file, problems)) {
            SurveyRun<?> run = SurveyRun.of(
                    metric,
                    columns(source),
                    screening,
                    keep(),
                    per(),
                    new DateParser(files.dateFormat, files.zone),
                    options.distinct,
                    problems);
            run.read(source);
            problems.finish();
            Line total = run.total();
            print(new Report(
                    metric.name(),
                    facts(metric, total.rows(), problems.malformedRows()),
                    metric.columns(),
                    files.by,
                    total,
                    run.groups()));
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
                new Object[][] {{"--per", files.per}, {"--zone", files.zone}, {"--date-format", files.dateFormat}}) {
            if (dependent[1] != null && options.over == null) {
                throw CliException.usage(dependent[0] + ": needs --over");
            }
        }
        confidence();
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

    private SurveyColumns columns(CsvSource source) {
        return new SurveyColumns(
                source.column(options.rating),
                groupColumns(source),
                column(source, options.weight),
                columns(source, options.respondent),
                column(source, options.over));
    }

    private RespondentRule keep() {
        return options.keep == null ? RespondentRule.LATEST : options.keep;
    }

    private Map<String, Object> facts(SurveyMetric metric, long rows, long malformed) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("rating", options.rating);
        facts.put("definition", metric.definition());
        facts.put("scale", metric.scale());
        facts.put("interval", metric.interval());
        facts.put("confidence", files.confidence);
        if (options.weight != null) {
            facts.put("weight", options.weight);
        }
        if (!options.respondent.isEmpty()) {
            facts.put("respondent", String.join(", ", options.respondent));
            facts.put("keep", Names.of(keep()));
        }
        if (options.over != null) {
            facts.put("per", Names.of(per()));
            facts.put("zone", files.zone == null ? "as written" : files.zone);
        }
        facts.put("rows", rows);
        facts.put("malformed_rows", malformed);
        return facts;
    }
}
