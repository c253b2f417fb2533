package io.cxmetrics.cli;

import static java.util.stream.Collectors.joining;

import io.cxmetrics.catalogue.Direction;
import io.cxmetrics.cli.option.CommaList;
import io.cxmetrics.compare.difference.Changes;
import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Names;
import io.cxmetrics.input.reading.Field;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.report.ReportBuilder;
import io.cxmetrics.report.survey.RateFigures;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.ProportionInterval;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cx rate}. */
@Command(
        name = "rate",
        description = "The share of rows that say yes, such as clicks, resolutions on first contact or renewals.",
        footer = {
            "",
            "Example: the share of mails clicked, by campaign and week:",
            "  cx rate mails.csv --yes clicked --by campaign --over sent_at --per week"
        })
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
class RateCommand extends SplitCommand {

    private static final String FLAG = "flag";

    @Option(names = "--yes", required = true, paramLabel = "COLUMN", description = "column that says yes or no")
    String yes;

    @Option(
            names = "--yes-when",
            paramLabel = "VALUE",
            description = "values that mean yes, and all others no (default: yes, y, true, t, 1; no, n, false, f, 0)")
    List<String> when = new ArrayList<>();

    @Option(
            names = "--interval",
            defaultValue = "wilson",
            split = ",",
            paramLabel = "METHOD",
            description = "one or more of wald, wilson, agresti-coull, clopper-pearson, jeffreys (default:"
                    + " ${DEFAULT-VALUE})")
    List<ProportionInterval> intervals;

    RateCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        checkOver();
        once("--interval", intervals);
        List<String> values = CommaList.of("--yes-when", when);
        FieldReader<Boolean> flags = values.isEmpty() ? Names.flag() : Names.flag(values);
        Reading<Boolean> reading = Reading.of(Field.required(FLAG, flags)).with(Roles.NONE.with(FLAG, yes));
        double level = confidence.level();
        Outcome<Groups<Proportion>> outcome = grouping().fold(input.of(reading), table(), Proportion.aggregation());
        ReportBuilder<Proportion> report = new ReportBuilder<>("rate", RateFigures.of(intervals, level))
                .fact("definition", "100 rows that say yes / rows that say yes or no")
                .fact("yes", yes)
                .fact(
                        "interval",
                        intervals.stream().map(io.cxmetrics.report.Names::of).collect(joining(", ")))
                .fact("confidence", level);
        print(report, outcome, Changes::between);
        return 0;
    }

    @Override
    Direction good() {
        return Direction.NEITHER;
    }

    @Override
    double unitsInAPoint() {
        return 0.01;
    }
}
