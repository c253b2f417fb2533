package io.cxmetrics.input.support;

import io.cxmetrics.input.Reason;
import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Moment;
import io.cxmetrics.input.field.Names;
import io.cxmetrics.input.field.Value;
import io.cxmetrics.input.reading.Field;
import io.cxmetrics.input.reading.Fields;
import io.cxmetrics.input.reading.LatestTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields that a ticket file is asked for, and their values in each row. */
final class TicketFields {

    private final @Nullable Field<String> ticket;
    private final @Nullable Field<Moment> at;
    private final @Nullable Field<Moment> created;
    private final @Nullable Field<Moment> resolved;
    private final @Nullable Field<Value<Moment>> firstReply;
    private final @Nullable Field<Value<Moment>> due;
    private final @Nullable Field<String> priority;
    private final @Nullable Field<String> status;
    private final @Nullable Field<String> author;
    private final @Nullable Field<Boolean> visible;
    private final Map<Field<String>, Set<String>> leftOut = new LinkedHashMap<>();
    private final ZoneId zone;
    private final LatestTime.Buffer latest;

    TicketFields(
            Set<TicketRole> roles,
            FieldReader<Moment> dates,
            ZoneId zone,
            Map<String, Set<String>> leavingOut,
            LatestTime.Buffer latest) {
        boolean rows = roles.contains(TicketRole.TICKET);
        ticket = rows ? Field.required(TicketRole.TICKET.role(), Names.required()) : null;
        at = roles.contains(TicketRole.AT) ? Field.required(TicketRole.AT.role(), dates) : null;
        created = rows
                ? Field.optional(TicketRole.CREATED.role(), dates)
                : Field.required(TicketRole.CREATED.role(), dates);
        resolved = date(roles, TicketRole.RESOLVED, dates);
        firstReply = noted(roles, TicketRole.FIRST_REPLY, dates);
        due = noted(roles, TicketRole.DUE, dates);
        priority = label(roles, TicketRole.PRIORITY);
        status = label(roles, TicketRole.STATUS);
        author = label(roles, TicketRole.AUTHOR);
        visible = roles.contains(TicketRole.VISIBLE) ? Field.optional(TicketRole.VISIBLE.role(), Names.flag()) : null;
        leavingOut.forEach((column, values) ->
                leftOut.put(Field.required(column, Names.label()).ofColumn(), values));
        this.zone = zone;
        this.latest = latest;
    }

    private static @Nullable Field<Moment> date(Set<TicketRole> roles, TicketRole role, FieldReader<Moment> dates) {
        return roles.contains(role) ? Field.optional(role.role(), dates) : null;
    }

    /** A date that turns no answer but its own, so that its row counts in the others. */
    private static @Nullable Field<Value<Moment>> noted(
            Set<TicketRole> roles, TicketRole role, FieldReader<Moment> dates) {
        return roles.contains(role) ? Field.noted(role.role(), dates) : null;
    }

    private static @Nullable Field<String> label(Set<TicketRole> roles, TicketRole role) {
        return roles.contains(role) ? Field.required(role.role(), Names.label()) : null;
    }

    /** Returns the fields in the order in which reasons are looked for. */
    Field<?>[] all() {
        List<@Nullable Field<?>> all = new ArrayList<>();
        Collections.addAll(all, ticket, at, created, resolved, firstReply, due, priority, status, author, visible);
        List<Field<?>> present = new ArrayList<>();
        for (Field<?> field : all) {
            if (field != null) {
                present.add(field);
            }
        }
        present.addAll(leftOut.keySet());
        return present.toArray(new Field<?>[0]);
    }

    boolean hasTimes() {
        return at != null;
    }

    boolean hasResolved() {
        return resolved != null;
    }

    boolean hasFirstReply() {
        return firstReply != null;
    }

    boolean hasDue() {
        return due != null;
    }

    boolean hasAuthors() {
        return author != null;
    }

    boolean hasPriority() {
        return priority != null;
    }

    @Nullable
    String ticket(Fields row) {
        return ticket == null ? null : row.orNull(ticket);
    }

    @Nullable
    Instant created(Fields row) {
        return seen(created, row);
    }

    @Nullable
    Instant resolved(Fields row) {
        return seen(resolved, row);
    }

    /** In epoch milliseconds. */
    long firstReply(Fields row) {
        Value<Moment> value = firstReply == null ? null : row.orNull(firstReply);
        if (value != null && value.isPresent()) {
            latest.add(value.get().instant(zone), row);
        }
        return millis(value);
    }

    /** In epoch milliseconds. A due date lies ahead as a rule, so it says nothing of how far the file goes. */
    long due(Fields row) {
        return millis(due == null ? null : row.orNull(due));
    }

    private long millis(@Nullable Value<Moment> value) {
        if (value == null || value.isBlank()) {
            return TicketDates.NONE;
        }
        return value.isPresent() ? value.get().instant(zone).toEpochMilli() : TicketDates.UNREAD;
    }

    @Nullable
    Instant at(Fields row) {
        return seen(at, row);
    }

    private @Nullable Instant seen(@Nullable Field<Moment> field, Fields row) {
        Moment moment = field == null ? null : row.orNull(field);
        if (moment == null) {
            return null;
        }
        Instant instant = moment.instant(zone);
        latest.add(instant, row);
        return instant;
    }

    String priority(Fields row) {
        return text(priority, row);
    }

    String status(Fields row) {
        return text(status, row);
    }

    String author(Fields row) {
        return text(author, row);
    }

    private static String text(@Nullable Field<String> field, Fields row) {
        String value = field == null ? null : row.orNull(field);
        return value == null ? "" : value;
    }

    boolean visible(Fields row) {
        Boolean said = visible == null ? null : row.orNull(visible);
        return said == null || said;
    }

    /** Returns the reason that a value of the row takes its ticket out for. */
    @Nullable
    Reason leftOut(Fields row) {
        for (Map.Entry<Field<String>, Set<String>> each : leftOut.entrySet()) {
            String value = row.get(each.getKey());
            if (each.getValue().contains(value)) {
                return TicketStatuses.reason(value);
            }
        }
        return null;
    }
}
