package io.cxmetrics.cli;

import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.input.CsvSource;
import io.cxmetrics.cli.input.DateParser;
import io.cxmetrics.cli.support.CalendarReader;
import io.cxmetrics.cli.support.SupportQuestion;
import io.cxmetrics.cli.support.SupportRun;
import io.cxmetrics.cli.support.TicketColumns;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Report;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.StatusCategory;
import io.cxmetrics.support.resolution.ResolutionRule;
import io.cxmetrics.time.WorkingCalendar;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code cx support}. */
@Command(
        name = "support",
        description =
                "Time to resolution of tickets, elapsed or in business hours, with those still open; backlog, reopens "
                        + "and"
                        + " time in status. A file has one row for each ticket, or, with --ticket, one for each "
                        + "change.",
        footer = {
            "",
            "Example: business hours by priority and month, and the share resolved within 16 of them:",
            "  cx support tickets.csv --created created_at --resolved solved_at --by priority --per month \\",
            "      --hours \"Mon-Fri 09:00-17:00\" --zone Europe/Berlin --holidays 2026-12-25 --target 16h"
        })
@SuppressWarnings("NullAway.Init") // picocli sets what is required before anything reads it
final class SupportCommand extends FilesCommand {

    @Option(names = "--created", required = true, paramLabel = "COLUMN", description = "when the ticket was created")
    String created;

    @Option(
            names = "--resolved",
            paramLabel = "COLUMN",
            description = "when the ticket was resolved; blank while it is open")
    @Nullable
    String resolved;

    @Option(
            names = "--ticket",
            paramLabel = "COLUMN",
            description = "what tells tickets apart where one has several rows; its last row says its dates and groups")
    @Nullable
    String ticket;

    @Option(
            names = "--status",
            paramLabel = "COLUMN",
            description = "the status that a row sets; needs --ticket and --at")
    @Nullable
    String status;

    @Option(names = "--at", paramLabel = "COLUMN", description = "when a row happened")
    @Nullable
    String at;

    @Option(
            names = "--statuses",
            split = ",",
            paramLabel = "NAME=CATEGORY",
            description = "what other statuses mean: Waiting=pending; one of new, open, pending, hold, solved, closed")
    Map<String, String> statuses = new LinkedHashMap<>();

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
            names = "--unit",
            defaultValue = "hours",
            paramLabel = "UNIT",
            description = "minutes, hours, days (default: ${DEFAULT-VALUE})")
    ChronoUnit unit;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "until when open tickets are known to be open (default: the latest time in the files)")
    @Nullable
    String asOf;

    @Option(
            names = "--hours",
            paramLabel = "HOURS",
            description = "business hours such as \"Mon-Fri 09:00-17:00\", any number of times; needs --zone")
    List<String> hours = new ArrayList<>();

    @Option(names = "--holidays", split = ",", paramLabel = "DATE", description = "closed on these dates: 2026-12-25")
    List<String> holidays = new ArrayList<>();

    @Option(names = "--calendar", paramLabel = "FILE", description = "business hours from a JSON file")
    @Nullable
    String calendar;

    @Option(names = "--over", paramLabel = "COLUMN", description = "column of dates; splits every line into periods")
    @Nullable
    String over;

    SupportCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    public Integer call() throws IOException {
        if (resolved == null && status == null) {
            throw CliException.usage("--resolved: is needed, or --status with --ticket and --at");
        }
        if (status != null && (ticket == null || at == null)) {
            throw CliException.usage("--status: needs --ticket and --at");
        }
        if (status == null && (at != null || !statuses.isEmpty())) {
            throw CliException.usage((at != null ? "--at" : "--statuses") + ": needs --status");
        }
        WorkingCalendar working = calendar();
        ZoneId zone = working != null ? working.zone() : files.zone != null ? files.zone : ZoneOffset.UTC;
        boolean split = over != null || files.per != null;
        // Only where days matter is there a question which zone's; lengths of time are the same in all.
        boolean anyZone = working == null && split;
        DateParser dates = new DateParser(files.dateFormat, anyZone ? files.zone : zone);
        SupportQuestion question = new SupportQuestion(working, duration("--target", target), unit, confidence());
        SupportRun run = new SupportRun(
                question,
                new SupportRun.Shape(
                        dates, per(), zone, split, over == null || over.equals(created), this::status, resolution));
        long malformed = read((source, problems) -> run.read(source, columns(source), problems));
        DateParser.Found until = date("--as-of", asOf, dates);
        run.finish(until == null ? null : until.at());
        print(report(run, question, working, malformed));
        return 0;
    }

    private Report report(SupportRun run, SupportQuestion question, @Nullable WorkingCalendar working, long malformed) {
        try {
            Map<String, Object> facts = facts(run, working, malformed);
            return new Report("support", facts, question.columns(), files.by, run.total(), run.groups());
        } catch (IllegalArgumentException e) {
            // A date that no calendar reaches, or that makes more periods than anybody reads.
            throw CliException.badData("dates of " + named() + ": " + e.getMessage());
        }
    }

    private TicketColumns columns(CsvSource source) {
        return new TicketColumns(
                column(source, ticket),
                source.column(created),
                column(source, resolved),
                column(source, status),
                column(source, at),
                groupColumns(source),
                column(source, over));
    }

    private @Nullable WorkingCalendar calendar() {
        if (calendar != null) {
            if (!hours.isEmpty() || !holidays.isEmpty() || files.zone != null) {
                throw CliException.usage("--calendar: has its own hours, holidays and zone");
            }
            return CalendarReader.read(calendar);
        }
        if (hours.isEmpty()) {
            if (!holidays.isEmpty()) {
                throw CliException.usage("--holidays: needs --hours");
            }
            return null;
        }
        if (files.zone == null) {
            throw CliException.usage("--hours: needs --zone");
        }
        return CalendarReader.of(files.zone, hours, holidays);
    }

    /** Names that speak for themselves need no explanation, whatever their case. */
    private Status status(String name) {
        String category =
                statuses.getOrDefault(name, name).toUpperCase(Locale.ROOT).replace("-", "");
        return switch (category) {
            case "NEW" -> new Status(name, StatusCategory.NEW);
            case "OPEN" -> new Status(name, StatusCategory.OPEN);
            case "PENDING" -> new Status(name, StatusCategory.PENDING);
            case "HOLD", "ONHOLD" -> new Status(name, StatusCategory.HOLD);
            case "SOLVED", "RESOLVED" -> new Status(name, StatusCategory.SOLVED);
            case "CLOSED" -> new Status(name, StatusCategory.CLOSED);
            default -> throw CliException.usage("--statuses: must say what the status " + name + " means");
        };
    }

    private Map<String, Object> facts(SupportRun run, @Nullable WorkingCalendar working, long malformed) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put(
                "definition",
                "time from creation to resolution of the tickets resolved"
                        + (working == null ? ", elapsed" : ", in business hours"));
        facts.put("unit", Names.of(unit));
        facts.put("as_of", run.asOf());
        if (working != null) {
            facts.put("calendar", working);
        }
        if (target != null) {
            facts.put("target", target);
        }
        if (status != null) {
            facts.put("resolution", Names.of(resolution));
        }
        if (over != null || files.per != null) {
            facts.put("per", Names.of(per()));
            facts.put("over", over == null ? created : over);
        }
        if (working == null && files.zone != null) {
            facts.put("zone", files.zone);
        }
        facts.put("confidence", files.confidence);
        facts.put("rows", run.rows());
        facts.put("malformed_rows", malformed);
        return facts;
    }
}
