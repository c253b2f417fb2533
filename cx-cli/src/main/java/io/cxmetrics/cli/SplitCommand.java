package io.cxmetrics.cli;

import io.cxmetrics.catalogue.Direction;
import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.cli.option.CompareOptions;
import io.cxmetrics.cli.option.ConfidenceOption;
import io.cxmetrics.cli.option.DateOptions;
import io.cxmetrics.cli.option.GroupOptions;
import io.cxmetrics.cli.option.PeriodOptions;
import io.cxmetrics.compare.Change;
import io.cxmetrics.compare.ChangeDefinition;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Report;
import io.cxmetrics.report.ReportBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What commands share whose rows are split by groups and periods, and whose parts can be compared. */
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
abstract class SplitCommand extends TableCommand {

    @Option(names = "--over", paramLabel = "COLUMN", description = "column of dates; splits every line into periods")
    @Nullable
    String over;

    @Mixin
    GroupOptions groups;

    @Mixin
    PeriodOptions periods;

    @Mixin
    DateOptions dates;

    @Mixin
    ConfidenceOption confidence;

    /** Compares two summaries. */
    @FunctionalInterface
    interface Comparison<R> {
        Change between(R before, R after, ChangeDefinition definition);
    }

    SplitCommand(Surroundings surroundings) {
        super(surroundings);
    }

    /** How changes are judged, in commands that compare. */
    @Nullable
    CompareOptions comparing() {
        return null;
    }

    /** Whether more is better. */
    abstract Direction good();

    /** How many units of the headline number a point is: 1 of a score, 0.01 of a share. */
    abstract double unitsInAPoint();

    /** Refuses what is about dates where no column of dates was named. */
    final void checkOver() {
        String given = periods.per != null ? "--per" : dates.given();
        if (given != null && over == null) {
            throw CliException.usage(given + ": needs --over");
        }
    }

    /** Without groups or periods, files are what is compared. */
    private boolean byFile() {
        return comparing() != null && groups.by().isEmpty() && over == null;
    }

    final Grouping grouping() {
        if (over != null) {
            return groups.grouping().over(over, dates.dates(), periods.per(), dates.zone);
        }
        return byFile() ? Grouping.byFile() : groups.grouping();
    }

    /** Ends the facts of a report with its periods, and prints it with its changes if they were asked for. */
    final <R> void print(ReportBuilder<R> report, Outcome<Groups<R>> outcome, Comparison<R> comparison) {
        if (over != null) {
            report.fact("per", Names.of(periods.per())).fact("zone", dates.zoneInWords());
        }
        Report made = report.by(byFile() ? List.of("file") : groups.by()).report(outcome);
        CompareOptions compare = comparing();
        if (compare == null) {
            print(made, outcome);
            return;
        }
        double level = confidence.level();
        ChangeDefinition judged = compare.definition(good(), level, unitsInAPoint());
        Report compared = compare.section(
                made,
                outcome.result(),
                over != null,
                level,
                (before, after) -> comparison.between(before, after, judged));
        print(compared, outcome);
    }
}
