package io.cxmetrics.cli;

import static java.util.stream.Collectors.joining;

import io.cxmetrics.cli.console.CliException;
import io.cxmetrics.cli.option.AsOfOption;
import io.cxmetrics.cli.option.CommaList;
import io.cxmetrics.cli.option.ConfidenceOption;
import io.cxmetrics.cli.option.DateOptions;
import io.cxmetrics.cli.option.GroupOptions;
import io.cxmetrics.cli.option.HoursOptions;
import io.cxmetrics.cli.option.MeasuredOptions;
import io.cxmetrics.cli.option.PeriodOptions;
import io.cxmetrics.cli.option.TicketOptions;
import io.cxmetrics.cli.option.TimeLimit;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Groups;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.support.MeasuredTicket;
import io.cxmetrics.input.support.SlaTargets;
import io.cxmetrics.input.support.SupportDefinition;
import io.cxmetrics.input.support.SupportSummary;
import io.cxmetrics.input.support.TicketReading;
import io.cxmetrics.input.support.Tickets;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.ReportBuilder;
import io.cxmetrics.report.support.SupportCell;
import io.cxmetrics.report.support.SupportFigures;
import io.cxmetrics.stat.QuantileMethod;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.resolution.ResolutionRule;
import io.cxmetrics.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code cx support}. */
@Command(
        name = "support",
        description =
                "Times to resolution and reply of tickets, elapsed or in business hours, with those still open; service"
                        + " levels, backlog, reopens and time in status. A file has one row for each ticket, or, with"
                        + " --ticket, one for each change.",
        footer = {
            "",
            "Example: business hours by priority and month, and the share resolved within 16 of them:",
            "  cx support tickets.csv --created created_at --resolved solved_at --by priority --per month \\",
            "      --hours \"Mon-Fri 09:00-17:00\" --zone Europe/Berlin --holidays 2026-12-25 --target 16h",
            "Example: service levels by priority, replayed from the changes of each ticket:",
            "  cx support log.csv --ticket id --created created_at --at changed_at --status status \\",
            "      --priority priority --sla resolution:urgent=8h --sla \"resolution=3d\""
        })
@SuppressWarnings("NullAway.Init") // picocli sets these before anything reads them
final class SupportCommand extends TableCommand {

    @Mixin
    TicketOptions tickets;

    @Mixin
    MeasuredOptions measured;

    @Option(
            names = "--resolution",
            defaultValue = "last",
            paramLabel = "WHICH",
            description = "which resolution of a history counts: first, last (default: ${DEFAULT-VALUE})")
    ResolutionRule resolution;

    @Option(names = "--target", paramLabel = "TIME", description = "time to resolve within, such as 90m, 72h or 3d")
    @Nullable
    String target;

    @Option(
            names = "--sla",
            paramLabel = "TARGET",
            description = "a service level, such as resolution:urgent=8h, or first-reply=4h for all priorities that are"
                    + " not named; of first-reply, next-reply, periodic-update, requester-wait, agent-work, resolution;"
                    + " in business hours with --hours")
    List<String> sla = new ArrayList<>();

    @Option(
            names = "--unit",
            defaultValue = "hours",
            split = ",",
            paramLabel = "UNIT",
            description = "one or more of minutes, hours, days (default: ${DEFAULT-VALUE})")
    List<ChronoUnit> units;

    @Option(
            names = "--quantiles",
            defaultValue = "linear",
            paramLabel = "METHOD",
            description = "what a quantile is: linear, as in Excel and R, or nearest-rank (default: ${DEFAULT-VALUE})")
    QuantileMethod quantiles;

    @Mixin
    AsOfOption asOf;

    @Mixin
    HoursOptions hours;

    @Option(
            names = "--over",
            paramLabel = "COLUMN",
            description = "column of dates that periods are made by (default with --per: that of --created, with the"
                    + " backlog)")
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

    SupportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() {
        measured.check();
        if (measured.given()) {
            measured();
        } else {
            tickets.check();
            replayed();
        }
        return 0;
    }

    /** Whether lines are split into periods. */
    private boolean split() {
        return over != null || periods.per != null;
    }

    private SupportFigures figures() {
        SupportFigures figures = asked(() -> SupportFigures.of(units, quantiles, confidence.level()));
        Duration within = TimeLimit.of("--target", target);
        return within == null ? figures : figures.withTarget(within);
    }

    /** Times as the file has them. */
    private void measured() {
        refuse(tickets.given());
        refuse(hours.given());
        refuse(asOf.given() ? "--as-of" : null);
        refuse(sla.isEmpty() ? null : "--sla");
        String by = over == null ? tickets.created : over;
        if (by == null && (periods.per != null || dates.given() != null)) {
            throw CliException.usage((periods.per != null ? "--per" : dates.given()) + ": needs --over");
        }
        Grouping grouping = groups.grouping();
        if (by != null && split()) {
            grouping =
                    grouping.over(by, dates.dates(), periods.per(), dates.zone).ofColumns();
        }
        Outcome<Groups<SupportSummary>> outcome =
                grouping.fold(input.of(measured.reading()), table(), MeasuredTicket.aggregation());
        SupportFigures figures = figures();
        ReportBuilder<SupportCell> report = new ReportBuilder<>(
                        "support", (measured.replyDuration == null ? figures : figures.withReplies(false)).figures())
                .fact("definition", "time to resolution of the tickets resolved, as measured")
                .fact("unit", units())
                .fact("target", target);
        if (split()) {
            report.fact("per", Names.of(periods.per())).fact("over", by).fact("zone", dates.zoneInWords());
        }
        report.fact("confidence", confidence.level()).by(groups.by());
        Outcome<Groups<SupportCell>> cells = outcome.withResult(SupportCell.of(outcome.result()));
        print(report.report(cells), cells);
    }

    private static void refuse(@Nullable String option) {
        if (option != null) {
            throw CliException.usage(option + ": is not for --duration, whose times are as the file has them");
        }
    }

    private String units() {
        return units.stream().map(Names::of).collect(joining(", "));
    }

    /** Times between dates, by the histories of tickets where there are any. */
    private void replayed() {
        WorkingCalendar working = hours.calendar(dates.zone);
        SlaTargets targets = targets();
        ZoneId zone = working == null ? dates.zone() : working.zone();
        Instant given = asOf.observedUntil(dates.dates(), zone);
        boolean byCreation = split() && (over == null || over.equals(tickets.created));
        Outcome<Tickets> outcome = reading(zone, byCreation).read(table());
        Tickets read = outcome.result();
        Instant until = given == null ? read.observedUntil() : given;
        warnOfPriorities(targets, read, until);
        SupportDefinition definition = definition(working, targets, byCreation);
        Outcome<Groups<SupportSummary>> folded =
                asked(() -> Tickets.fold(outcome, until, definition.aggregation(read, until)));
        Groups<SupportSummary> summaries = folded.result();
        Outcome<Groups<SupportCell>> cells = folded.withResult(
                byCreation ? SupportCell.of(summaries, periods.per(), zone, until) : SupportCell.of(summaries));
        long stale = tickets.status == null || tickets.resolved == null ? 0 : read.staleResolutions(until);
        if (stale > 0) {
            cells = cells.withWarning(
                    "tickets resolved by --resolved but open by their later history, which counts: " + stale);
        }
        print(report(read, given, working, zone, targets).report(cells), cells);
    }

    private TicketReading reading(ZoneId zone, boolean byCreation) {
        Grouping grouping = groups.grouping();
        if (split() && !byCreation && over != null) {
            grouping = grouping.over(over, dates.dates(), periods.per(), dates.zone)
                    .ofColumns();
        }
        TicketReading reading = tickets.reading()
                .withDates(dates.dates(), zone)
                .withResolution(resolution)
                .grouped(grouping);
        return input.of(byCreation ? reading.per(periods.per()) : reading);
    }

    private SupportDefinition definition(
            @Nullable WorkingCalendar working, @Nullable SlaTargets targets, boolean backlog) {
        SupportDefinition definition = SupportDefinition.STANDARD;
        definition = working == null ? definition : definition.withHours(working);
        definition = targets == null ? definition : definition.withSla(targets);
        definition = backlog ? definition.withBacklog() : definition;
        definition = replies() ? definition.withReplies() : definition;
        return tickets.due == null ? definition : definition.withDue();
    }

    private boolean replies() {
        return tickets.firstReply != null || tickets.author != null;
    }

    /** The service levels, each of which the columns can tell. */
    private @Nullable SlaTargets targets() {
        if (sla.isEmpty()) {
            return null;
        }
        SlaTargets targets = SlaTargets.parse(CommaList.of("--sla", sla).toArray(String[]::new));
        if (!targets.priorities().isEmpty() && tickets.priority == null) {
            throw CliException.usage("--sla: needs --priority for " + String.join(", ", targets.priorities()));
        }
        for (SlaMetric metric : targets.metrics()) {
            String needed = switch (metric) {
                case FIRST_REPLY -> replies() ? null : "--first-reply or --author";
                case NEXT_REPLY, PERIODIC_UPDATE -> tickets.author == null ? "--author" : null;
                case REQUESTER_WAIT, AGENT_WORK -> tickets.status == null ? "--status" : null;
                case RESOLUTION -> null;
            };
            if (needed != null) {
                throw CliException.usage("--sla: " + Names.of(metric) + " needs " + needed);
            }
        }
        return targets;
    }

    private void warnOfPriorities(@Nullable SlaTargets targets, Tickets read, Instant until) {
        if (targets == null || targets.priorities().isEmpty()) {
            return;
        }
        Set<String> unknown = new TreeSet<>(targets.priorities());
        unknown.removeAll(read.priorities(until));
        if (!unknown.isEmpty()) {
            warn("--sla: no ticket has the priority " + String.join(", ", unknown));
        }
    }

    private ReportBuilder<SupportCell> report(
            Tickets read,
            @Nullable Instant given,
            @Nullable WorkingCalendar working,
            ZoneId zone,
            @Nullable SlaTargets targets) {
        SupportFigures figures = figures();
        figures = tickets.status == null ? figures : figures.withHistory();
        figures = replies() ? figures.withReplies(tickets.author != null) : figures;
        for (SlaMetric metric : targets == null ? Set.<SlaMetric>of() : targets.metrics()) {
            figures = figures.withSla(metric);
        }
        figures = tickets.due == null ? figures : figures.withDue();
        ReportBuilder<SupportCell> report = new ReportBuilder<>("support", figures.figures())
                .fact(
                        "definition",
                        "time from creation to resolution of the tickets resolved"
                                + (working == null ? ", elapsed" : ", in business hours"))
                .fact("unit", units())
                .fact("as_of", given == null ? read.latest().orElse(Instant.EPOCH) : given)
                .fact("as_of_assumed", given == null ? "the latest time in the files" : null)
                .fact("calendar", working)
                .fact("target", target)
                .fact("sla", sla.isEmpty() ? null : String.join(", ", sla))
                .fact("resolution", tickets.status == null ? null : Names.of(resolution));
        if (split()) {
            report.fact("per", Names.of(periods.per())).fact("over", over == null ? tickets.created : over);
        }
        if (working == null && (split() || dates.zone != null)) {
            report.fact("zone", dates.zone == null ? zone + ", assumed" : zone);
        }
        return report.fact("confidence", confidence.level()).by(groups.by());
    }
}
