package io.cxmetrics.cli;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.cli.option.ConfidenceOption;
import io.cxmetrics.cli.option.GroupOptions;
import io.cxmetrics.cli.option.PeriodOptions;
import io.cxmetrics.cli.option.PurchaseOptions;
import io.cxmetrics.cli.option.SpendOptions;
import io.cxmetrics.input.purchase.CustomerLogs;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.report.Figures;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.ReportBuilder;
import io.cxmetrics.report.purchase.CohortAnswer;
import io.cxmetrics.report.purchase.CohortFigures;
import io.cxmetrics.retention.cohort.Cohort;
import io.cxmetrics.retention.cohort.CohortDefinition;
import io.cxmetrics.retention.cohort.CohortEntry;
import io.cxmetrics.retention.cohort.CohortMean;
import io.cxmetrics.retention.cohort.ReturnIntervals;
import io.cxmetrics.retention.cohort.ReturnRule;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
final class RetentionCommand extends TableCommand {

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
    CohortFigures.Show show;

    @Option(
            names = "--periods",
            defaultValue = "12",
            paramLabel = "N",
            description = "how many periods after the start a table shows (default: ${DEFAULT-VALUE})")
    int periods;

    @Mixin
    PurchaseOptions purchases;

    @Mixin
    GroupOptions groups;

    @Mixin
    PeriodOptions cohorts;

    @Mixin
    ConfidenceOption confidence;

    RetentionCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        check();
        CohortFigures figures =
                new CohortFigures(mean, show, confidence.level(), hasAmounts() ? purchases.spend.money.unit() : null);
        CohortDefinition definition = definition();
        Outcome<CustomerLogs> read = purchases.read(table(), input, groups.grouping());
        LocalDate last = PurchaseOptions.lastDay(read.result().observedWhole());
        Groups<CohortAnswer> answers;
        try {
            answers = read.result().groups().map(log -> CohortAnswer.of(log, definition, last));
        } catch (IllegalArgumentException e) {
            // A date so far off that it makes more periods than anybody reads.
            throw CliException.badData("dates of " + input.named() + ": " + e.getMessage());
        }
        int shown = Math.min(
                periods + 1,
                answers.all().total().summary().table().all().cells().size());
        Figures<Cohort> ofCohort = figures.ofCohort(shown);
        ReportBuilder<CohortAnswer> report = new ReportBuilder<>("retention", figures.ofAnswer(shown))
                .periods("period", ofCohort, Cohort::size, answer -> CohortFigures.cohorts(answer.table()))
                .fact("definition", show.definition())
                .fact("cohorts", Names.of(definition.cohorts()))
                .fact("intervals", definition.intervals())
                .fact("rule", Names.of(rule))
                .fact("entry", Names.of(entry))
                .fact("minimum_occurrences", (long) minimum)
                .fact("purchases", hasAmounts() ? Names.of(purchases.rule) : null)
                .fact("mean", Names.of(mean))
                .fact("interval", "wilson")
                .fact("confidence", confidence.level())
                .fact("currency", read.result().currency())
                .fact("as_of", purchases.asOf(read.result()))
                .fact("zone", purchases.dates.zoneInWords());
        print(report.by(groups.by()).report(read.withResult(answers)), read);
        return 0;
    }

    private boolean hasAmounts() {
        return purchases.spend.amount != null;
    }

    private void check() {
        if (!hasAmounts()) {
            refuse("needs --amount", SpendOptions.needAmount());
        }
        purchases.check();
        atLeastOne("--days", days);
        atLeastOne("--windows", windows);
        atLeastOne("--min", minimum);
        if (days != null && windows != null) {
            throw CliException.usage("--days: cannot be combined with --windows");
        }
        if (show == CohortFigures.Show.REVENUE && !hasAmounts()) {
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

    private CohortDefinition definition() {
        CohortDefinition definition = CohortDefinition.of(cohorts.per(), purchases.dates.zone())
                .withRule(rule)
                .withEntry(entry)
                .withMinimumOccurrences(minimum)
                .withPurchases(purchases.rule);
        if (days != null) {
            return definition.withIntervals(ReturnIntervals.days(days));
        }
        return windows == null ? definition : definition.withIntervals(ReturnIntervals.windows(windows));
    }
}
