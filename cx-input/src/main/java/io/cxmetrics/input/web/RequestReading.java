package io.cxmetrics.input.web;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.Excerpt;
import io.cxmetrics.input.Reason;
import io.cxmetrics.input.field.Dates;
import io.cxmetrics.input.field.Moment;
import io.cxmetrics.input.field.Value;
import io.cxmetrics.input.reading.Field;
import io.cxmetrics.input.reading.Fields;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.input.reading.Outcome;
import io.cxmetrics.input.reading.Reading;
import io.cxmetrics.input.reading.Sink;
import io.cxmetrics.input.table.Table;
import io.cxmetrics.input.table.TableLayout;
import io.cxmetrics.time.CalendarPeriod;
import io.cxmetrics.web.PageViewDefinition;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.WebRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How requests of the log of a web server, a load balancer or a CDN become page views: see
 * {@link TableLayout.Format#LOG} for the formats.
 *
 * <p>A visitor is an address with its user agent, or an address alone. A request that is no page view of a person is
 * left out under the reason of the {@linkplain PageViewDefinition definition}; a status that is none of those that
 * count has a reason of its own, such as {@code status_404}.
 *
 * <p>Immutable and thread-safe, if the test of agents is.
 *
 * <pre>{@code
 * String log = "10.0.0.1 - - [02/Mar/2026:10:00:00 +0100] \"GET /pricing?x=1 HTTP/1.1\" 200 12 \"-\" \"Firefox\"\n"
 *         + "10.0.0.1 - - [02/Mar/2026:10:00:01 +0100] \"GET /logo.png HTTP/1.1\" 200 12 \"-\" \"Firefox\"\n";
 * byte[] bytes = log.getBytes(java.nio.charset.StandardCharsets.UTF_8);
 * Table table = Table.of(Source.of("access.log", new java.io.ByteArrayInputStream(bytes)));
 * RequestReading reading = RequestReading.of(PageViewDefinition.STANDARD, ZoneOffset.UTC);
 * Outcome<Requests> outcome = reading.read(reading.reading(), table);
 * outcome.accounting(); // 2 rows: 1 used, left out static_file 1, malformed nothing
 * outcome.result().errors(); // 0 of 2 (0.0)
 * }</pre>
 *
 * @since 0.1
 */
public final class RequestReading {

    private static final Field<String> TIME = raw("time");
    private static final Field<String> ADDRESS = raw("ip");
    private static final Field<String> USER = raw("user");
    private static final Field<String> METHOD = raw("method");
    private static final Field<String> TARGET = raw("target");
    private static final Field<String> STATUS = raw("status");
    private static final Field<String> AGENT = raw("agent");

    private final PageViewDefinition definition;
    private final @Nullable Predicate<String> agents;
    private final boolean byAddress;
    private final ZoneId zone;
    private final Grouping grouping;
    private final @Nullable CalendarPeriod per;

    private RequestReading(
            PageViewDefinition definition,
            @Nullable Predicate<String> agents,
            boolean byAddress,
            ZoneId zone,
            Grouping grouping,
            @Nullable CalendarPeriod per) {
        this.definition = requireNonNull(definition, "definition");
        this.agents = agents;
        this.byAddress = byAddress;
        this.zone = requireNonNull(zone, "zone");
        this.grouping = requireNonNull(grouping, "grouping");
        this.per = per;
    }

    private static Field<String> raw(String role) {
        return Field.required(role, Value::of);
    }

    /**
     * Returns the reading of page views.
     *
     * @param definition which requests are page views
     * @param zone the zone of times without an offset, and whose calendar counts
     * @return the reading
     */
    public static RequestReading of(PageViewDefinition definition, ZoneId zone) {
        return new RequestReading(definition, null, false, zone, Grouping.by(), null);
    }

    /**
     * Returns this reading with a test of its own for programs, beside the texts of the definition.
     *
     * @param test tells whether a user agent is that of a program
     * @return the reading
     */
    public RequestReading withBots(Predicate<String> test) {
        return new RequestReading(definition, requireNonNull(test, "test"), byAddress, zone, grouping, per);
    }

    /**
     * Returns this reading with an address as a visitor, whatever its user agents.
     *
     * @return the reading
     */
    public RequestReading byAddress() {
        return new RequestReading(definition, agents, true, zone, grouping, per);
    }

    /**
     * Returns this reading split by labels and periods.
     *
     * @param newGrouping the labels: fields of a request
     * @param newPer the length of periods, null for none
     * @return the reading
     */
    public RequestReading by(Grouping newGrouping, @Nullable CalendarPeriod newPer) {
        return new RequestReading(definition, agents, byAddress, zone, newGrouping, newPer);
    }

    /**
     * Returns the reading of requests as page views.
     *
     * @return the reading, which may get a filter
     */
    public Reading<WebEvent<String>> reading() {
        return Reading.of(this::view, TIME, ADDRESS, USER, METHOD, TARGET, STATUS, AGENT);
    }

    /**
     * Reads all requests of logs.
     *
     * @param reading {@link #reading()}, with what was added to it
     * @param table the logs
     * @return the page views, and what was left out
     * @throws io.cxmetrics.input.InputException if a file cannot be read, or holds no request that can be read
     */
    public Outcome<Requests> read(Reading<WebEvent<String>> reading, Table table) {
        WebEventsSink sink = new WebEventsSink(grouping, new Periods(zone, per), Clock.systemUTC(), this::time);
        SortedMap<String, Long> statuses = new TreeMap<>();
        Outcome<?> outcome = reading.with(grouping.fields()).read(table, new Sink<WebEvent<String>>() {
            @Override
            public void used(WebEvent<String> input, Fields row) {
                statuses.merge(row.get(STATUS), 1L, Math::addExact);
                sink.used(input, row);
            }

            @Override
            public void leftOut(Reason reason, Fields row) {
                statuses.merge(status(row) < 0 ? "" : row.get(STATUS), 1L, Math::addExact);
                sink.leftOut(reason, row);
            }
        });
        Outcome<WebEvents> events = sink.finish(outcome, null, false);
        return events.withResult(new Requests(events.result(), statuses));
    }

    private WebEventsSink.RowTime time(Fields row) {
        Value<Moment> at = Dates.ISO.read(row.get(TIME));
        return new WebEventsSink.RowTime(
                at.isPresent() ? at.get().instant(zone) : null,
                at.isBlank() ? Grouping.NO_DATE : Grouping.INVALID_DATE);
    }

    /** The status of an answer, -1 for none. */
    private static int status(Fields row) {
        String text = row.get(STATUS);
        return text.matches("[1-9]\\d\\d") ? Integer.parseInt(text) : -1;
    }

    private @Nullable WebEvent<String> view(Fields row) {
        Value<Moment> time = Dates.ISO.read(row.get(TIME));
        Instant at = time.isPresent() ? time.get().instant(zone) : null;
        int status = status(row);
        WebRequest request = WebRequest.of(
                        row.get(ADDRESS), at, status < 0 ? "" : row.get(METHOD), row.get(TARGET), Math.max(status, 0))
                .withAgent(row.get(AGENT));
        Optional<PageViewDefinition.Reason> reason = definition.reason(request);
        boolean bot = agents != null
                && reason.map(why -> why.compareTo(PageViewDefinition.Reason.BOT) > 0)
                        .orElse(true)
                && agents.test(request.agent());
        Optional<PageViewDefinition.Reason> found = bot ? Optional.of(PageViewDefinition.Reason.BOT) : reason;
        if (found.isPresent() || at == null) {
            found.ifPresent(why -> leaveOut(row, why, request));
            return null;
        }
        String visitor = byAddress ? request.address() : request.address() + " " + request.agent();
        return WebEvent.pageView(visitor, at, definition.page(request.target())).withUser(row.get(USER));
    }

    private static void leaveOut(Fields row, PageViewDefinition.Reason why, WebRequest request) {
        String key = why.name().toLowerCase(Locale.ROOT);
        switch (why) {
            case INVALID_DATE ->
                row.leaveOut(
                        new Reason(key, Reason.Kind.INVALID),
                        "time must be a date or a time, got " + Excerpt.of(row.get(TIME)));
            case INVALID_REQUEST -> row.leaveOut(new Reason(key, Reason.Kind.BLANK), "no method and target");
            case NO_ADDRESS -> row.leaveOut(new Reason(key, Reason.Kind.BLANK), "no address");
            case STATUS ->
                row.leaveOut(
                        new Reason("status_" + request.status(), Reason.Kind.CHOSEN), "status " + request.status());
            default -> row.leaveOut(new Reason(key, Reason.Kind.CHOSEN), key);
        }
    }
}
