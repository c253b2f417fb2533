package io.cxmetrics.input.web;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.MoneyUnit;
import io.cxmetrics.input.Excerpt;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.field.FieldReader;
import io.cxmetrics.input.field.Moment;
import io.cxmetrics.input.field.Names;
import io.cxmetrics.input.field.Numbers;
import io.cxmetrics.input.field.Value;
import io.cxmetrics.input.reading.Field;
import io.cxmetrics.input.reading.Fields;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.input.table.Table;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.EventNames;
import io.cxmetrics.web.WebEvent;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How rows of events become {@linkplain WebEvent events}: one row for each thing that a visitor did.
 *
 * <p><b>Roles.</b> {@value #DATE} and {@value #VISITOR} are always read. The others are read on demand: {@value #EVENT}
 * (what happened; without it each row is a page view), {@value #PAGE}, {@value #ITEM}, {@value #USER} (who was logged
 * in), {@value #SESSION} (one of its visitor), {@value #ID}, {@value #ORDER} (the id of orders alone),
 * {@value #CAMPAIGN}, {@value #VALUE} (the amount of an order or a refund, the milliseconds of a ping, the percent of a
 * scroll) and {@value #CLICKED} (each row is something that was shown, and this says whether it was clicked).
 *
 * <p><b>Left out.</b> A row without a visitor: blank visitors are not one person. A row whose time is blank or cannot
 * be read, or is not before the end of observation; a row without an event, or a session, where these are read; a
 * page view without a page; a scroll without a value. A blank amount says nothing, and one that cannot be read leaves
 * the row out. What systems write for no name, such as {@code (not set)}, is blank.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * String csv = "at,visitor,event,page\n"
 *         + "2026-05-01 10:00:05,ann,page_view,/pricing\n2026-05-01 10:00:00,ann,page_view,/\n"
 *         + "2026-05-01 10:00:00,(not set),page_view,/\n";
 * byte[] bytes = csv.getBytes(java.nio.charset.StandardCharsets.UTF_8);
 * Table table = Table.of(Source.of("events.csv", new java.io.ByteArrayInputStream(bytes)));
 * EventReading reading = EventReading.of(Dates.ISO, ZoneOffset.UTC).withColumns(EventReading.EVENT, EventReading.PAGE);
 * Outcome<WebEvents> outcome = reading.read(reading.reading().with(Roles.NONE.with(EventReading.DATE, "at")), table);
 * outcome.accounting(); // 3 rows: 2 used, left out no_visitor 1, malformed nothing
 * outcome.result().kinds(); // {page-view=2}
 * Groups<SiteTraffic> traffic = outcome.result().sessions(
 *         io.cxmetrics.web.session.SessionDefinition.GA4, NamedEvents.of("order", EventNames.COMMON),
 *         SiteTraffic.aggregation(io.cxmetrics.web.session.BounceRule.GA4));
 * traffic.all().total().summary().sessions().pagesPerSession(); // 2.0
 * }</pre>
 *
 * @since 0.1
 */
public final class EventReading {

    /** The role of the column of times. */
    public static final String DATE = "date";

    /** The role of the column that tells visitors apart. */
    public static final String VISITOR = "visitor";

    /** The role of the column of what happened. */
    public static final String EVENT = "event";

    /** The role of the column of pages. */
    public static final String PAGE = "page";

    /** The role of the column of what was clicked, shown, used, shared or put into a cart. */
    public static final String ITEM = "item";

    /** The role of the column of logged-in users. */
    public static final String USER = "user";

    /** The role of the column of given sessions. */
    public static final String SESSION = "session";

    /** The role of the column that tells events apart, so that one sent twice counts once. */
    public static final String ID = "id";

    /** The role of the column that tells orders apart, and says nothing of other events. */
    public static final String ORDER = "order";

    /** The role of the column of campaigns. */
    public static final String CAMPAIGN = "campaign";

    /** The role of the column of values. */
    public static final String VALUE = "value";

    /** The role of the column that says whether what was shown was clicked. */
    public static final String CLICKED = "clicked";

    private static final Set<String> ON_DEMAND =
            Set.of(EVENT, PAGE, ITEM, USER, SESSION, ID, ORDER, CAMPAIGN, VALUE, CLICKED);

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final Field<Moment> date;
    private final Field<String> visitor = Field.required(VISITOR, Names.required());
    private final Field<String> event = Field.required(EVENT, Names.required());
    private final Field<String> session = Field.required(SESSION, Names.required());
    private final Field<Boolean> clicked = Field.required(CLICKED, Names.flag());
    private final Field<String> page = label(PAGE);
    private final Field<String> item = label(ITEM);
    private final Field<String> user = label(USER);
    private final Field<String> id = label(ID);
    private final Field<String> order = label(ORDER);
    private final Field<String> campaign = label(CAMPAIGN);
    private final Field<String> value = Field.required(VALUE, Value::of);

    private final FieldReader<Moment> dates;
    private final ZoneId zone;
    private final Set<String> columns;
    private final EventNames names;
    private final int decimals;
    private final @Nullable Instant observedUntil;
    private final boolean latestEnds;
    private final Grouping grouping;
    private final @Nullable CalendarPeriod per;

    private EventReading(
            FieldReader<Moment> dates,
            ZoneId zone,
            Set<String> columns,
            EventNames names,
            int decimals,
            @Nullable Instant observedUntil,
            boolean latestEnds,
            Grouping grouping,
            @Nullable CalendarPeriod per) {
        this.dates = requireNonNull(dates, "dates");
        this.zone = requireNonNull(zone, "zone");
        this.columns = columns;
        this.names = requireNonNull(names, "names");
        this.decimals = decimals;
        this.observedUntil = observedUntil;
        this.latestEnds = latestEnds;
        this.grouping = requireNonNull(grouping, "grouping");
        this.per = per;
        this.date = Field.required(DATE, dates);
    }

    private static Field<String> label(String role) {
        return Field.required(role, Names.label());
    }

    /**
     * Returns the reading of page views.
     *
     * @param dates how times are written
     * @param zone the zone of times without an offset, and whose calendar counts
     * @return the reading
     */
    public static EventReading of(FieldReader<Moment> dates, ZoneId zone) {
        return new EventReading(dates, zone, Set.of(), EventNames.COMMON, 2, null, false, Grouping.by(), null);
    }

    /**
     * Returns this reading with the roles that it reads on demand.
     *
     * @param roles the roles
     * @return the reading
     * @throws IllegalArgumentException if there is no such role
     */
    public EventReading withColumns(String... roles) {
        Set<String> more = new TreeSet<>(columns);
        for (String role : roles) {
            if (!ON_DEMAND.contains(role)) {
                throw new IllegalArgumentException("roles must be among " + new TreeSet<>(ON_DEMAND) + ", got " + role);
            }
            more.add(role);
        }
        return new EventReading(dates, zone, more, names, decimals, observedUntil, latestEnds, grouping, per);
    }

    /**
     * Returns this reading with other kinds of events.
     *
     * @param newNames what names mean
     * @return the reading
     */
    public EventReading withNames(EventNames newNames) {
        return new EventReading(dates, zone, columns, newNames, decimals, observedUntil, latestEnds, grouping, per);
    }

    /**
     * Returns this reading with amounts of other decimals.
     *
     * @param newDecimals how many decimals the minor unit has, from 0 to 6
     * @return the reading
     * @throws IllegalArgumentException if the number is out of range
     */
    public EventReading withDecimals(int newDecimals) {
        requireNonNull(Numbers.PLAIN.amounts(newDecimals));
        return new EventReading(dates, zone, columns, names, newDecimals, observedUntil, latestEnds, grouping, per);
    }

    /**
     * Returns this reading with an end of observation. Events at it or later are left out as {@code after_as_of}.
     *
     * @param newObservedUntil the first instant that does not count any more; null for the latest time of the files,
     *     where mistyped years are left out under the same reason
     * @return the reading
     */
    public EventReading withObservedUntil(@Nullable Instant newObservedUntil) {
        return new EventReading(
                dates, zone, columns, names, decimals, newObservedUntil, newObservedUntil == null, grouping, per);
    }

    /**
     * Returns this reading split by labels and periods.
     *
     * @param newGrouping the labels
     * @param newPer the length of periods, null for none
     * @return the reading
     */
    public EventReading by(Grouping newGrouping, @Nullable CalendarPeriod newPer) {
        return new EventReading(dates, zone, columns, names, decimals, observedUntil, latestEnds, newGrouping, newPer);
    }

    /**
     * Returns the reading of rows as events.
     *
     * @return the reading, which may get columns for its roles and a filter
     */
    public Reading<WebEvent<String>> reading() {
        List<Field<?>> fields = new ArrayList<>(List.of(date, visitor));
        for (Field<?> field : List.of(event, session, clicked, page, item, user, id, order, campaign, value)) {
            if (columns.contains(field.role())) {
                fields.add(field);
            }
        }
        return Reading.of(this::event, fields.toArray(new Field<?>[0]));
    }

    /**
     * Reads all events of a table into columns.
     *
     * @param reading {@link #reading()}, with what was added to it
     * @param table the table
     * @return the events, and what was left out
     * @throws io.cxmetrics.input.InputException if a file cannot be read, lacks a column, or holds no row that can be
     *     read
     */
    public Outcome<WebEvents> read(Reading<WebEvent<String>> reading, Table table) {
        WebEventsSink sink = new WebEventsSink(grouping, new Periods(zone, per), Clock.systemUTC(), this::time);
        Outcome<?> outcome = reading.with(grouping.fields()).read(table, sink);
        return sink.finish(outcome, observedUntil, latestEnds);
    }

    private WebEventsSink.RowTime time(Fields row) {
        Moment at = row.orNull(date);
        return new WebEventsSink.RowTime(
                at == null ? null : at.instant(zone), row.isBlank(date) ? Grouping.NO_DATE : Grouping.INVALID_DATE);
    }

    private @Nullable WebEvent<String> event(Fields row) {
        Instant at = row.get(date).instant(zone);
        String name = text(row, event);
        EventKind kind = columns.contains(CLICKED)
                ? EventKind.IMPRESSION
                : columns.contains(EVENT) ? names.kind(name) : EventKind.PAGE_VIEW;
        String named = name(row, kind, name);
        long amount = value(row, kind);
        if (observedUntil != null && !at.isBefore(observedUntil)) {
            row.leaveOut(WebEvents.AFTER, "time is not before " + observedUntil);
        }
        WebEvent<String> found = WebEvent.of(row.get(visitor), at, kind, named)
                .withUser(text(row, user))
                .withSession(columns.contains(SESSION) ? row.get(session) : "")
                .withId(kind == EventKind.ORDER && columns.contains(ORDER) ? row.get(order) : text(row, id))
                .withCampaign(text(row, campaign));
        return kind == EventKind.ORDER || kind == EventKind.REFUND
                ? found.withAmount(amount, MoneyUnit.ofDecimals(decimals))
                : found.withValue(amount);
    }

    private String text(Fields row, Field<String> field) {
        return columns.contains(field.role()) ? row.get(field) : "";
    }

    private String name(Fields row, EventKind kind, String name) {
        switch (kind) {
            case PAGE_VIEW -> {
                if (!columns.contains(PAGE)) {
                    return name;
                }
                if (row.get(page).isEmpty()) {
                    row.leaveOut(Reason.blank(PAGE), "page of a page view must not be blank");
                }
                return row.get(page);
            }
            case PING, SCROLL -> {
                return columns.contains(PAGE) ? row.get(page) : name;
            }
            case CUSTOM, AUTOMATIC, LOGIN, CHECKOUT, ORDER, REFUND -> {
                return name;
            }
            default -> {
                String thing = text(row, item);
                return thing.isEmpty() ? name : thing;
            }
        }
    }

    /** What is blank says nothing, which is no time and no amount; of a scroll it is all there is to say. */
    private long value(Fields row, EventKind kind) {
        if (kind == EventKind.IMPRESSION && columns.contains(CLICKED)) {
            return row.get(clicked) ? 1 : 0;
        }
        if (!columns.contains(VALUE)) {
            return 0;
        }
        String text = row.get(value);
        switch (kind) {
            case PING -> {
                return given(row, Numbers.PLAIN.wholes().read(text), text, 0L);
            }
            case SCROLL -> {
                Value<BigDecimal> percent = Numbers.PLAIN.decimals().read(text);
                if (percent.isBlank()) {
                    row.leaveOut(Reason.blank(VALUE), "value of a scroll must not be blank");
                    return 0;
                }
                boolean fits = !percent.isPresent()
                        || (percent.get().signum() >= 0 && percent.get().compareTo(PERCENT) <= 0);
                Value<BigDecimal> checked = fits ? percent : Value.invalid("be a percentage in [0, 100]");
                return given(row, checked, text, BigDecimal.ZERO)
                        .movePointRight(1)
                        .longValue();
            }
            case ORDER, REFUND -> {
                return given(row, Numbers.PLAIN.amounts(decimals).read(text), text, 0L);
            }
            default -> {
                return 0;
            }
        }
    }

    private static <T> T given(Fields row, Value<T> found, String text, T blank) {
        if (!found.isPresent() && !found.isBlank()) {
            row.leaveOut(Reason.invalid(VALUE), "value " + found.rule() + ", got " + Excerpt.of(text));
        }
        return found.isPresent() ? found.get() : blank;
    }
}
