package io.cxmetrics.input.support;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.Reason;
import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Moment;
import io.cxmetrics.input.reading.Fields;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.LatestTime;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.input.reading.Roles;
import io.cxmetrics.input.reading.Where;
import io.cxmetrics.input.table.Table;
import io.cxmetrics.support.resolution.ResolutionRule;
import io.cxmetrics.time.CalendarPeriod;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a file of tickets is read: which {@linkplain TicketRole roles} its columns play, and what its words mean.
 *
 * <p><b>Rows.</b> Each row is a ticket; or, with the role {@link TicketRole#TICKET}, a ticket has several rows, one for
 * each change, comment or assignment. Then the time of a row decides, not its place in the file: the group of a ticket
 * is that of its latest row, its creation that of its first, and its statuses are replayed. A blank status sets none.
 *
 * <p><b>Resolution.</b> A history of statuses wins over a column that is older than its last change; a column that is
 * newer is one more change, to solved.
 *
 * <p><b>Left out.</b> A row that cannot be read takes its ticket out of what the row could have turned: the whole
 * ticket if it may set a status, its replies if it is a comment, nothing if it sets nothing. Each is counted by reason.
 *
 * <p><b>Until when.</b> What is known by then is told when the tickets are folded; see {@link Tickets}.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * String csv = "ticket,created,at,status\n"
 *         + "1,2024-03-04T09:00Z,2024-03-04T10:00Z,solved\n"
 *         + "1,2024-03-04T09:00Z,2024-03-20T09:00Z,open\n";
 * Table table = Table.of(Source.of("log.csv", new java.io.ByteArrayInputStream(csv.getBytes())));
 * TicketReading reading = TicketReading.of(TicketRole.TICKET, TicketRole.AT, TicketRole.STATUS);
 * Tickets tickets = reading.read(table).result();
 * tickets.latest(); // Optional[2024-03-20T09:00:00Z]
 * Instant march10 = Instant.parse("2024-03-10T00:00:00Z");
 * SupportSummary known = tickets.fold(march10, SupportDefinition.STANDARD.aggregation(tickets, march10))
 *         .all().total().summary();
 * known.resolution(); // TimeToResolution[resolved=1, open=0, left out=0]
 * known.reopens().reopens(); // 0
 * }</pre>
 *
 * @since 0.1
 */
public final class TicketReading {

    private final EnumSet<TicketRole> roles;
    private FieldReader<Moment> dates = Dates.ISO;
    private ZoneId zone = ZoneOffset.UTC;
    private TicketStatuses statuses = TicketStatuses.CATEGORIES;
    private TicketAuthors authors = TicketAuthors.PLAIN;
    private TreeMap<String, Set<String>> leavingOut = new TreeMap<>();
    private ResolutionRule rule = ResolutionRule.LAST;
    private Grouping grouping = Grouping.by();
    private @Nullable CalendarPeriod creation;
    private Clock clock = Clock.systemUTC();
    private Roles columns = Roles.NONE;
    private @Nullable Where where;
    private boolean strict;

    private TicketReading(EnumSet<TicketRole> roles) {
        this.roles = roles;
    }

    /** Changes a copy before anybody sees it. */
    private TicketReading changed(Consumer<TicketReading> change) {
        TicketReading copy = new TicketReading(roles);
        copy.dates = dates;
        copy.zone = zone;
        copy.statuses = statuses;
        copy.authors = authors;
        copy.leavingOut = leavingOut;
        copy.rule = rule;
        copy.grouping = grouping;
        copy.creation = creation;
        copy.clock = clock;
        copy.columns = columns;
        copy.where = where;
        copy.strict = strict;
        change.accept(copy);
        return copy;
    }

    /**
     * Returns the reading of a file whose columns play some roles. Dates are those of {@link Dates#ISO} in UTC, the
     * last resolution of a history counts, and all tickets are one group.
     *
     * @param roles the roles, beside {@link TicketRole#CREATED}
     * @return the reading
     * @throws IllegalArgumentException if a role needs another that is not there
     */
    public static TicketReading of(TicketRole... roles) {
        EnumSet<TicketRole> all = EnumSet.of(TicketRole.CREATED);
        all.addAll(Arrays.asList(roles));
        needs(all, TicketRole.STATUS, TicketRole.TICKET, TicketRole.AT);
        needs(all, TicketRole.AUTHOR, TicketRole.TICKET, TicketRole.AT);
        needs(all, TicketRole.AT, TicketRole.TICKET);
        needs(all, TicketRole.VISIBLE, TicketRole.AUTHOR);
        return new TicketReading(all);
    }

    private static void needs(Set<TicketRole> roles, TicketRole role, TicketRole... others) {
        if (roles.contains(role) && !roles.containsAll(Arrays.asList(others))) {
            throw new IllegalArgumentException(
                    "roles must have " + Arrays.toString(others) + " with " + role + ", got " + roles);
        }
    }

    /**
     * Returns this reading with another reader of dates.
     *
     * @param newDates the reader, such as one {@linkplain FieldReader#withBlank for which more texts are no date}
     * @param newZone the zone of times without an offset
     * @return the reading
     */
    public TicketReading withDates(FieldReader<Moment> newDates, ZoneId newZone) {
        requireNonNull(newDates, "dates");
        requireNonNull(newZone, "zone");
        return changed(copy -> {
            copy.dates = newDates;
            copy.zone = newZone;
        });
    }

    /**
     * Returns this reading with meanings of statuses and authors.
     *
     * @param newStatuses what the statuses mean
     * @param newAuthors what the authors of comments are
     * @return the reading
     */
    public TicketReading withWords(TicketStatuses newStatuses, TicketAuthors newAuthors) {
        requireNonNull(newStatuses, "statuses");
        requireNonNull(newAuthors, "authors");
        return changed(copy -> {
            copy.statuses = newStatuses;
            copy.authors = newAuthors;
        });
    }

    /**
     * Returns this reading without the tickets that have a value in a column, in their latest row. They are counted as
     * left out, by the value.
     *
     * @param column the column
     * @param value the value, such as {@code spam}
     * @return the reading
     */
    public TicketReading leavingOut(String column, String value) {
        TreeMap<String, Set<String>> more = new TreeMap<>(leavingOut);
        Set<String> values = new TreeSet<>(more.getOrDefault(column, Set.of()));
        values.add(value.strip());
        more.put(column, values);
        return changed(copy -> copy.leavingOut = more);
    }

    /**
     * Returns this reading with the resolution that counts where a history has several.
     *
     * @param newRule which resolution counts
     * @return the reading
     */
    public TicketReading withResolution(ResolutionRule newRule) {
        requireNonNull(newRule, "rule");
        return changed(copy -> copy.rule = newRule);
    }

    /**
     * Returns this reading with groups, and with periods if the grouping has some.
     *
     * @param newGrouping the labels, and the column that periods are made by
     * @return the reading
     */
    public TicketReading grouped(Grouping newGrouping) {
        requireNonNull(newGrouping, "grouping");
        return changed(copy -> copy.grouping = newGrouping);
    }

    /**
     * Returns this reading with periods by the creation of tickets, in the zone of the reading.
     *
     * @param period the length of the periods
     * @return the reading
     */
    public TicketReading per(CalendarPeriod period) {
        requireNonNull(period, "period");
        return changed(copy -> copy.creation = period);
    }

    /**
     * Returns this reading with another clock. It tells which dates lie in the future, where a mistyped year may be.
     *
     * @param newClock the clock
     * @return the reading
     */
    public TicketReading with(Clock newClock) {
        requireNonNull(newClock, "clock");
        return changed(copy -> copy.clock = newClock);
    }

    /**
     * Returns this reading with columns for its roles.
     *
     * @param newColumns the columns
     * @return the reading
     */
    public TicketReading with(Roles newColumns) {
        requireNonNull(newColumns, "columns");
        return changed(copy -> copy.columns = newColumns);
    }

    /**
     * Returns this reading of the rows that pass a filter.
     *
     * @param newWhere the filter
     * @return the reading
     */
    public TicketReading with(Where newWhere) {
        requireNonNull(newWhere, "where");
        return changed(copy -> copy.where = newWhere);
    }

    /**
     * Returns this reading with an end at the first row that is malformed or has an invalid field.
     *
     * @return the reading
     */
    public TicketReading strict() {
        return changed(copy -> copy.strict = true);
    }

    /**
     * Reads a table.
     *
     * @param table the table
     * @return the tickets, what became of the rows, and a warning of dates that are years after all others
     * @throws io.cxmetrics.input.InputException if a file cannot be read, lacks a column, or holds no row that can be
     *     read; or if nobody said what a status or an author means
     */
    public Outcome<Tickets> read(Table table) {
        LatestTime.Buffer latest = new LatestTime.Buffer(clock);
        TicketFields fields = new TicketFields(roles, dates, zone, leavingOut, latest);
        CreationPeriods periods = creation == null ? null : new CreationPeriods(creation, zone);
        Grouping.Splitter split = grouping.splitter();
        boolean single = !roles.contains(TicketRole.TICKET);
        TicketStore store = single
                ? new SingleTickets(fields, split, periods)
                : new LoggedTickets(fields, statuses, authors, rule, split, periods);
        Reading<Boolean> reading = Reading.<Boolean>of(row -> judge(fields, single, row), fields.all())
                .with(grouping.fields())
                .with(columns);
        reading = where == null ? reading : reading.with(where);
        Outcome<Long> outcome = (strict ? reading.strict() : reading).read(table, store);
        LatestTime last = latest.latest();
        Outcome<Tickets> tickets = outcome.withResult(new Tickets(store, last, creation, zone));
        return last.warning().map(tickets::withWarning).orElse(tickets);
    }

    private static @Nullable Boolean judge(TicketFields fields, boolean single, Fields row) {
        Reason chosen = single ? fields.leftOut(row) : null;
        if (chosen != null) {
            row.leaveOut(chosen, "left out by its value " + chosen.key());
            return null;
        }
        return true;
    }
}
