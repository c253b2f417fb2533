package io.cxmetrics.input.support;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.Reason;
import io.cxmetrics.input.reading.Fields;
import io.cxmetrics.input.reading.Grouping;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Tickets of one row each: a number for each date that is asked for, and four bytes for the group. */
final class SingleTickets implements TicketStore {

    private final TicketFields fields;
    private final Grouping.Splitter split;
    private final @Nullable CreationPeriods creation;
    private final LongColumn created = new LongColumn();
    private final @Nullable LongColumn resolved;
    private final @Nullable LongColumn firstReply;
    private final @Nullable LongColumn due;
    private final @Nullable IntColumn priority;
    private final IntColumn cell = new IntColumn();
    private final Codes<TicketCell> cells = new Codes<>();
    private final Codes<String> priorities = new Codes<>();
    private final Map<Integer, TreeMap<Reason, Long>> leftOut = new TreeMap<>();

    SingleTickets(TicketFields fields, Grouping.Splitter split, @Nullable CreationPeriods creation) {
        this.fields = fields;
        this.split = split;
        this.creation = creation;
        resolved = fields.hasResolved() ? new LongColumn() : null;
        firstReply = fields.hasFirstReply() ? new LongColumn() : null;
        due = fields.hasDue() ? new LongColumn() : null;
        priority = fields.hasPriority() ? new IntColumn() : null;
    }

    @Override
    public void used(Boolean input, Fields row) {
        Instant start = requireNonNull(fields.created(row));
        long end = TicketDates.millis(fields.resolved(row));
        long reply = fields.firstReply(row);
        int code = cell(row, creation == null ? split.period(row) : creation.of(start));
        created.add(start.toEpochMilli());
        cell.add(code);
        if (resolved != null) {
            resolved.add(end);
        }
        if (firstReply != null) {
            firstReply.add(reply);
        }
        if (due != null) {
            due.add(fields.due(row));
        }
        if (priority != null) {
            priority.add(priorities.code(fields.priority(row)));
        }
    }

    @Override
    public void leftOut(Reason reason, Fields row) {
        String period = creation == null ? split.period(row) : creation.of(fields.created(row), reason);
        leaveOut(cell(row, period), reason);
    }

    private int cell(Fields row, String period) {
        return cells.code(new TicketCell(split.labels(row), period));
    }

    private void leaveOut(int code, Reason reason) {
        leftOut.computeIfAbsent(code, c -> new TreeMap<>()).merge(reason, 1L, Math::addExact);
    }

    @Override
    public void visit(Instant observedUntil, Visitor visitor) {
        long until = observedUntil.toEpochMilli();
        leftOut.forEach((code, reasons) -> reasons.forEach((reason, count) -> {
            TicketCell where = cells.value(code);
            visitor.leftOut(where.labels(), where.period(), reason, count);
        }));
        for (int i = 0; i < created.size(); i++) {
            TicketRecord.Builder ticket = new TicketRecord.Builder(Instant.ofEpochMilli(created.get(i)))
                    .resolved(known(resolved, i, until))
                    .firstReply(known(firstReply, i, until))
                    .due(known(due, i, Long.MAX_VALUE));
            if (firstReply != null && firstReply.get(i) == TicketDates.UNREAD) {
                ticket.repliesUnknown();
            }
            if (priority != null) {
                ticket.priority(priorities.value(priority.get(i)));
            }
            TicketCell where = cells.value(cell.get(i));
            visitor.ticket(where.labels(), where.period(), ticket.record());
        }
    }

    private static @Nullable Instant known(@Nullable LongColumn dates, int index, long until) {
        return dates == null ? null : TicketDates.known(dates.get(index), until);
    }
}
