package io.cxmetrics.cli.support;

import io.cxmetrics.cli.input.CliException;
import io.cxmetrics.cli.input.CsvSource;
import io.cxmetrics.cli.input.DateParser;
import io.cxmetrics.cli.input.Problems;
import io.cxmetrics.cli.report.CalendarLabels;
import io.cxmetrics.report.LabelOrder;
import io.cxmetrics.report.Line;
import io.cxmetrics.support.Author;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent.StatusChange;
import io.cxmetrics.support.resolution.Backlog;
import io.cxmetrics.support.resolution.ResolutionRule;
import io.cxmetrics.survey.Screening;
import io.cxmetrics.time.CalendarPeriod;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One pass over ticket files. A file has one row for each ticket, or, where a column tells tickets apart, any number:
 * then the last row of a ticket says its dates and groups, and each row may set its status.
 */
public final class SupportRun {

    private final SupportQuestion question;
    private final DateParser dates;
    private final CalendarPeriod per;
    private final ZoneId zone;
    private final boolean split;
    private final boolean byCreation;
    private final Statuses statuses;
    private final ResolutionRule resolution;

    private final TicketGroup total = new TicketGroup();
    private final Map<List<String>, TicketGroup> groups = new HashMap<>();
    private final Map<String, Log> logs = new LinkedHashMap<>();
    private Instant latest = Instant.MIN;
    private Instant observedUntil = Instant.MIN;

    /**
     * What shapes a run.
     *
     * @param dates reads the dates
     * @param per how long periods are
     * @param zone whose days begin them
     * @param split whether results are split into periods
     * @param byCreation whether periods are those of the creation, so that the backlog goes with them
     * @param statuses what the statuses of the file mean
     * @param resolution which resolution of a history counts
     */
    public record Shape(
            DateParser dates,
            CalendarPeriod per,
            ZoneId zone,
            boolean split,
            boolean byCreation,
            Statuses statuses,
            ResolutionRule resolution) {}

    public SupportRun(SupportQuestion question, Shape shape) {
        this.question = question;
        this.dates = shape.dates;
        this.per = shape.per;
        this.zone = shape.zone;
        this.split = shape.split;
        this.byCreation = shape.byCreation;
        this.statuses = shape.statuses;
        this.resolution = shape.resolution;
    }

    /** A ticket with several rows, while they are read. */
    private static final class Log {
        private final List<StatusChange> changes = new ArrayList<>();
        private List<String> labels = List.of();
        private @Nullable Dates dates;
        private @Nullable String reason;
    }

    /** The dates of a row. */
    private record Dates(
            Instant created,
            @Nullable Instant resolved,
            @Nullable String period) {}

    /** Reads all rows of a file. */
    public void read(CsvSource source, TicketColumns columns, Problems problems) {
        while (source.next()) {
            Row row = new Row(source, columns, problems);
            List<String> labels = columns.by().stream()
                    .map(column -> source.field(column).strip())
                    .toList();
            Dates found = row.dates();
            if (columns.ticket() < 0) {
                add(labels, found, row.reason, null);
                continue;
            }
            String ticket = source.field(columns.ticket()).strip();
            if (ticket.isEmpty()) {
                add(labels, null, "no_ticket", null); // who knows how many tickets such rows are
                continue;
            }
            Log log = logs.computeIfAbsent(ticket, id -> new Log());
            log.labels = labels;
            log.dates = found;
            log.reason = row.reason;
            if (columns.status() >= 0) {
                StatusChange change = row.statusChange();
                if (change != null) {
                    log.changes.add(change);
                }
            }
        }
    }

    /** Reads one row; {@link #reason} is set when it cannot count. */
    private final class Row {
        private final CsvSource source;
        private final TicketColumns columns;
        private final Problems problems;
        private @Nullable String reason;

        Row(CsvSource source, TicketColumns columns, Problems problems) {
            this.source = source;
            this.columns = columns;
            this.problems = problems;
        }

        @Nullable
        Dates dates() {
            Cell created = cell(columns.created(), "created");
            Cell resolved = columns.resolved() < 0 ? Cell.BLANK : cell(columns.resolved(), "resolved");
            if (created.found() == null || resolved.wrong()) {
                reason = created.wrong() ? "invalid_created" : resolved.wrong() ? "invalid_resolved" : "no_created";
                return null;
            }
            Cell over = columns.over() < 0 ? created : cell(columns.over(), "period");
            return new Dates(
                    seen(created.found()).at(),
                    resolved.found() == null ? null : seen(resolved.found()).at(),
                    split ? over.period(per) : null);
        }

        @Nullable
        StatusChange statusChange() {
            Status status = statuses.of(source.field(columns.status()).strip());
            DateParser.Found at = cell(columns.at(), "change").found();
            return at == null ? null : new StatusChange(seen(at).at(), status);
        }

        private Cell cell(int column, String name) {
            String text = source.field(column);
            if (Screening.blank(text)) {
                return Cell.BLANK;
            }
            DateParser.Found found = dates.parse(text);
            if (found == null) {
                problems.invalidValue(source.line(), name + " must be a date or a time, got " + text);
            }
            return new Cell(found, found == null);
        }

        private DateParser.Found seen(DateParser.Found date) {
            latest = date.at().isAfter(latest) ? date.at() : latest;
            return date;
        }
    }

    /** A date of a row: there, blank, or wrong. */
    private record Cell(DateParser.@Nullable Found found, boolean wrong) {

        static final Cell BLANK = new Cell(null, false);

        /** A ticket without a date of its period still counts in all. */
        String period(CalendarPeriod per) {
            return found != null ? per.label(found.date()) : wrong ? CalendarLabels.INVALID : CalendarLabels.NONE;
        }
    }

    private void add(List<String> labels, @Nullable Dates found, @Nullable String reason, @Nullable Ticket history) {
        TicketGroup group = labels.isEmpty() ? null : groups.computeIfAbsent(labels, by -> new TicketGroup());
        if (found == null) {
            String why = reason == null ? "no_created" : reason;
            total.leaveOut(why);
            if (group != null) {
                group.leaveOut(why);
            }
            return;
        }
        TicketRow row = new TicketRow(labels, found.period(), found.created(), found.resolved(), history);
        total.add(row);
        if (group != null) {
            group.add(row);
        }
    }

    /** Turns logs into tickets, when all files are read. */
    public void finish(@Nullable Instant asOf) {
        if (latest.equals(Instant.MIN)) {
            latest = Instant.EPOCH; // no date anywhere, so no ticket either
        }
        // What happened at the latest time of the files is known; what happened at a given one is not.
        observedUntil = asOf == null ? latest.plusMillis(1) : asOf;
        latest = asOf == null ? latest : asOf;
        logs.forEach((id, log) -> {
            Dates found = log.dates;
            if (found == null || log.changes.isEmpty()) {
                add(log.labels, found, log.reason, null);
                return;
            }
            Ticket ticket = Ticket.of(id, found.created(), Author.REQUESTER, log.changes);
            Instant resolved = found.resolved() != null
                    ? found.resolved()
                    : resolution.of(ticket, observedUntil).orElse(null);
            add(log.labels, new Dates(found.created(), resolved, found.period()), log.reason, ticket);
        });
        logs.clear();
    }

    public Instant asOf() {
        return latest;
    }

    public long rows() {
        return total.rows();
    }

    public Line total() {
        return line(List.of(), total);
    }

    public List<Line> groups() {
        List<Line> lines = new ArrayList<>();
        groups.forEach((labels, group) -> lines.add(line(labels, group)));
        lines.sort(Comparator.comparing(Line::labels, new LabelOrder()));
        return lines;
    }

    private Line line(List<String> labels, TicketGroup group) {
        Tickets tickets = group.tickets();
        Map<String, Backlog.Period> backlog = new HashMap<>();
        if (split && byCreation) {
            for (Backlog.Period period : question.backlog(tickets, per, zone, observedUntil)) {
                String label = per.label(period.start());
                backlog.put(label, period);
                group.period(label); // a period in which tickets only went has a line too
            }
        }
        List<Line> periods = new ArrayList<>();
        group.periods().forEach((label, part) -> {
            Line line = line(labels, label, part, part.tickets(), List.of());
            Backlog.Period period = backlog.get(label);
            if (period != null) {
                line.values()
                        .put("backlog_opened", period.opened())
                        .put("backlog_closed", period.closed())
                        .put("backlog_at_end", period.atEnd());
            }
            periods.add(line);
        });
        return line(labels, "", group, tickets, periods);
    }

    private Line line(List<String> labels, String period, TicketGroup group, Tickets tickets, List<Line> periods) {
        Map<String, Long> leftOut = new TreeMap<>(group.leftOut());
        return new Line(labels, period, group.rows(), leftOut, question.of(tickets, observedUntil, leftOut), periods);
    }

    /** What the statuses of a file mean. */
    @FunctionalInterface
    public interface Statuses {
        /** Returns the status of a name; throws a {@link CliException} for one that nobody explained. */
        Status of(String name);
    }
}
