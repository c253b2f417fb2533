package io.cxmetrics.cli;

import io.cxmetrics.cli.customers.ActivityRows;
import io.cxmetrics.cli.customers.CohortReport;
import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.report.Line;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Report;
import io.cxmetrics.retention.cohort.CohortDefinition;
import io.cxmetrics.retention.cohort.CohortEntry;
import io.cxmetrics.retention.cohort.CohortMean;
import io.cxmetrics.retention.cohort.ReturnIntervals;
import io.cxmetrics.retention.cohort.ReturnRule;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cx retention}. */
@Command(
        name = "retention",
        description =
                "Who comes back, by when they started: a table of cohorts by period after the start. A file has one "
                        + "row for"
                        + " each activity or purchase. Periods that are not over by the last day are blank, not low.",
        footer = {
            "",
            "Examples:",
            "  cx retention orders.csv --customer id --at ordered_at --per month --amount total --show revenue",
            "  cx retention logins.csv --customer user --at time --zone Europe/Berlin --days 1 --rule on-or-after"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what has a default before anything reads it
final class RetentionCommand extends ActivityCommand {

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "count periods of N days from each customer's own start, instead of by the calendar")
    @Nullable
    Integer days;

    @Option(
            names = "--windows",
            paramLabel = "N",
            description = "count periods of N times 24 hours from the time of each customer's own start")
    @Nullable
    Integer windows;

    @Option(
            names = "--rule",
            defaultValue = "on",
            paramLabel = "RULE",
            description =
                    "retained is who is active: on the period, on-or-after it, within the periods up to it (default:"
                            + " ${DEFAULT-VALUE})")
    ReturnRule rule;

    @Option(
            names = "--entry",
            defaultValue = "first",
            paramLabel = "ENTRY",
            description = "a customer starts: first, once; recurring, anew in each period (default: ${DEFAULT-VALUE})")
    CohortEntry entry;

    @Option(
            names = "--min",
            defaultValue = "1",
            paramLabel = "N",
            description = "how many activities make a return (default: ${DEFAULT-VALUE})")
    int minimum;

    @Option(
            names = "--mean",
            defaultValue = "weighted",
            paramLabel = "MEAN",
            description = "all cohorts together: weighted by their size, simple (default: ${DEFAULT-VALUE})")
    CohortMean mean;

    @Option(
            names = "--show",
            defaultValue = "retention",
            paramLabel = "WHAT",
            description = "what a table shows: retention, revenue (default: ${DEFAULT-VALUE})")
    CohortReport.Show show;

    @Option(
            names = "--periods",
            defaultValue = "12",
            paramLabel = "N",
            description = "how many periods after the start a table shows (default: ${DEFAULT-VALUE})")
    int periods;

    RetentionCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    void check() {
        confidence();
        if (activity.amount == null) {
            refuse("needs --amount", "--decimals");
        }
        atLeastOne("--days", days);
        atLeastOne("--windows", windows);
        atLeastOne("--min", minimum);
        if (days != null && windows != null) {
            throw CliException.usage("--days: cannot be combined with --windows");
        }
        if (show == CohortReport.Show.REVENUE && activity.amount == null) {
            throw CliException.usage("--show: revenue needs --amount");
        }
        if (periods < 0 || periods > 1000) {
            throw CliException.usage("--periods: must be in [0, 1000], got " + periods);
        }
    }

    private static void atLeastOne(String option, @Nullable Integer number) {
        if (number != null && number < 1) {
            throw CliException.usage(option + ": must be at least 1, got " + number);
        }
    }

    private CohortDefinition question() {
        CohortDefinition question = CohortDefinition.of(per(), zone())
                .withRule(rule)
                .withEntry(entry)
                .withMinimumOccurrences(minimum);
        if (days != null) {
            return question.withIntervals(ReturnIntervals.days(days));
        }
        return windows == null ? question : question.withIntervals(ReturnIntervals.windows(windows));
    }

    @Override
    Report report(ActivityRows rows, LocalDate asOf, Map<String, Object> common) {
        CohortReport cohorts = new CohortReport(
                question(), asOf, mean, show, periods, confidence(), activity.amount != null, money.decimals());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("definition", show.definition());
        facts.put("cohorts", Names.of(per()));
        facts.put("intervals", cohorts.question().intervals());
        facts.put("rule", Names.of(rule));
        facts.put("entry", Names.of(entry));
        facts.put("minimum_occurrences", (long) minimum);
        facts.put("mean", Names.of(mean));
        facts.put("interval", "wilson");
        facts.put("confidence", files.confidence);
        facts.putAll(common);
        try {
            Line total = rows.groups().totalWithPeriods((log, leftOut) -> cohorts.of(log));
            List<Line> groups = rows.groups().groupsWithPeriods((log, leftOut) -> cohorts.of(log));
            return new Report("retention", facts, cohorts.columns(total), files.by, total, groups);
        } catch (IllegalArgumentException e) {
            // A date so far off that it makes more periods than anybody reads.
            throw CliException.badData("dates of " + named() + ": " + e.getMessage());
        }
    }
}
