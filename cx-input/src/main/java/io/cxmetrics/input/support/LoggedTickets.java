package io.cxmetrics.input.support;

import io.cxmetrics.input.Reason;
import io.cxmetrics.input.reading.Fields;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.support.resolution.ResolutionRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tickets of several rows each. Time decides which row is the latest; where the file has no times, the order of its
 * rows.
 */
final class LoggedTickets implements TicketStore {

    private final TicketFields fields;
    private final TicketStatuses statuses;
    private final TicketAuthors authors;
    private final ResolutionRule rule;
    private final Grouping.Splitter split;
    private final @Nullable CreationPeriods creation;

    private final Codes<String> ids = new Codes<>();
    private final Codes<TicketCell> cells = new Codes<>();
    private final Codes<String> statusNames = new Codes<>();
    private final Codes<String> authorNames = new Codes<>();
    private final Codes<String> priorities = new Codes<>();
    private final Codes<Reason> chosen = new Codes<>();
    private final Codes<LoggedFacts> facts = new Codes<>();
    private final List<TicketStatuses.Meaning> meanings = new ArrayList<>();
    private final LoggedRows rows = new LoggedRows();
    private final TreeMap<Integer, Lost> lost = new TreeMap<>();
    private final BitSet repliesLost = new BitSet();
    private final TreeMap<TicketCell, TreeMap<Reason, Long>> nameless = new TreeMap<>();
    private LoggedRows.@Nullable Sorted sorted;

    /** Why a ticket is left out, and the group of the row that it is left out for. */
    private record Lost(TicketCell cell, Reason reason, boolean certain) {}

    LoggedTickets(
            TicketFields fields,
            TicketStatuses statuses,
            TicketAuthors authors,
            ResolutionRule rule,
            Grouping.Splitter split,
            @Nullable CreationPeriods creation) {
        this.fields = fields;
        this.statuses = statuses;
        this.authors = authors;
        this.rule = rule;
        this.split = split;
        this.creation = creation;
    }

    @Override
    public void used(Boolean input, Fields row) {
        String id = fields.ticket(row);
        if (id == null) {
            throw new IllegalStateException("a row that is used names its ticket");
        }
        TicketDates said = new TicketDates(
                TicketDates.millis(fields.created(row)),
                TicketDates.millis(fields.resolved(row)),
                fields.firstReply(row),
                fields.due(row));
        int ticket = ids.code(id);
        if (said.firstReply() == TicketDates.UNREAD) {
            repliesLost.set(ticket);
        }
        Instant at = fields.at(row);
        Reason out = fields.leftOut(row);
        LoggedFacts what = new LoggedFacts(
                cells.code(cell(row)),
                status(fields.status(row)),
                author(fields.author(row)),
                fields.visible(row),
                priorities.code(fields.priority(row)),
                out == null ? LoggedFacts.NONE : chosen.code(out));
        rows.add(
                ticket,
                at == null ? 0 : at.toEpochMilli(),
                facts.code(what),
                said,
                row.place().file());
    }

    private TicketCell cell(Fields row) {
        return new TicketCell(split.labels(row), split.period(row));
    }

    private int status(String name) {
        if (name.isEmpty()) {
            return LoggedFacts.NONE;
        }
        int code = statusNames.code(name);
        if (code == meanings.size()) {
            meanings.add(statuses.meaning(name));
        }
        return code;
    }

    private int author(String name) {
        return name.isEmpty() ? LoggedFacts.NONE : authorNames.code(name);
    }

    /** A row that is lost takes its ticket out of what the row could have turned. */
    @Override
    public void leftOut(Reason reason, Fields row) {
        String id = fields.ticket(row);
        if (id == null) {
            // Who knows how many tickets such rows are.
            nameless.computeIfAbsent(cell(row), c -> new TreeMap<>()).merge(reason, 1L, Math::addExact);
            return;
        }
        int ticket = ids.code(id);
        boolean timeless = reason.equals(Reason.invalid(TicketRole.AT.role()))
                || reason.equals(Reason.blank(TicketRole.AT.role()));
        boolean says = !timeless || !fields.status(row).isEmpty();
        if (timeless && !fields.author(row).isEmpty()) {
            repliesLost.set(ticket);
        }
        Lost known = lost.get(ticket);
        if (known == null || (says && !known.certain)) {
            lost.put(ticket, new Lost(cell(row), reason, says));
        }
    }

    @Override
    public void visit(Instant observedUntil, Visitor visitor) {
        if (sorted == null) {
            sorted = rows.sorted(ids.size());
        }
        LoggedRows.Sorted ordered = sorted;
        nameless.forEach((where, reasons) -> reasons.forEach(
                (reason, count) -> visitor.leftOut(where.labels(), period(where, null, reason), reason, count)));
        for (int ticket = 0; ticket < ids.size(); ticket++) {
            visit(ticket, ordered, observedUntil, visitor);
        }
    }

    private void visit(int ticket, LoggedRows.Sorted ordered, Instant observedUntil, Visitor visitor) {
        int first = ordered.first(ticket);
        int end = ordered.end(ticket);
        Lost gone = lost.get(ticket);
        if (gone != null && (gone.certain || first == end)) {
            TicketCell where = first == end
                    ? gone.cell
                    : cells.value(fact(ordered.row(end - 1)).cell());
            Instant began = began(ordered, first, end);
            visitor.leftOut(where.labels(), period(where, began, gone.reason), gone.reason, 1);
            return;
        }
        long until = observedUntil.toEpochMilli();
        int known = end;
        while (fields.hasTimes() && known > first + 1 && rows.at(ordered.row(known - 1)) >= until) {
            known--;
        }
        LoggedFacts latest = fact(ordered.row(known - 1));
        TicketCell where = cells.value(latest.cell());
        Instant began = began(ordered, first, end);
        if (began == null) {
            Reason blank = Reason.blank(TicketRole.CREATED.role());
            visitor.leftOut(where.labels(), period(where, null, blank), blank, 1);
            return;
        }
        Reason reason = chosen(ordered, first, known);
        if (reason != null) {
            visitor.leftOut(where.labels(), period(where, began, reason), reason, 1);
            return;
        }
        LoggedHistory history = new LoggedHistory(ids.value(ticket), began, observedUntil, rule);
        // A single row may be later than what is known, and stands there for its group alone.
        for (int i = first; i < known; i++) {
            int row = ordered.row(i);
            if (!fields.hasTimes() || rows.at(row) < until) {
                add(history, row);
            }
        }
        TicketRecord.Builder record = history.record(fields.hasAuthors());
        if (repliesLost.get(ticket)) {
            record.repliesUnknown();
        }
        visitor.ticket(where.labels(), period(where, began, null), record.record());
    }

    private void add(LoggedHistory history, int row) {
        LoggedFacts what = fact(row);
        history.dates(rows.dates(row));
        history.priority(fields.hasTimes(), rows.at(row), priorities.value(what.priority()));
        if (what.status() != LoggedFacts.NONE) {
            history.status(rows.at(row), meanings.get(what.status()).status());
        }
        if (what.author() != LoggedFacts.NONE) {
            String name = authorNames.value(what.author());
            history.comment(rows.at(row), authors.of(name), name, what.visible());
        }
    }

    private LoggedFacts fact(int row) {
        return facts.value(rows.facts(row));
    }

    /** The creation that the first row gives which gives one. */
    private @Nullable Instant began(LoggedRows.Sorted ordered, int first, int end) {
        for (int i = first; i < end; i++) {
            long created = rows.dates(ordered.row(i)).created();
            if (created != TicketDates.NONE) {
                return Instant.ofEpochMilli(created);
            }
        }
        return null;
    }

    /** The reason that the latest status, or the latest row, takes the ticket out for. */
    private @Nullable Reason chosen(LoggedRows.Sorted ordered, int first, int known) {
        LoggedFacts latest = fact(ordered.row(known - 1));
        if (latest.leftOut() != LoggedFacts.NONE) {
            return chosen.value(latest.leftOut());
        }
        for (int i = known - 1; i >= first; i--) {
            int status = fact(ordered.row(i)).status();
            if (status != LoggedFacts.NONE) {
                return meanings.get(status).leftOut();
            }
        }
        return null;
    }

    private String period(TicketCell where, @Nullable Instant began, @Nullable Reason reason) {
        if (creation == null) {
            return where.period();
        }
        return began != null || reason == null ? creation.of(began, Reason.FILTERED) : creation.of(null, reason);
    }
}
