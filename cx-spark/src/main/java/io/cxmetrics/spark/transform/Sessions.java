package io.cxmetrics.spark.transform;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.cxmetrics.spark.CxColumns;
import io.cxmetrics.web.session.BounceRule;
import io.cxmetrics.web.session.SessionBoundary;
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.SessionRules;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * Events into sessions, by Spark's {@code session_window} with the boundaries and bounces of cx-core.
 *
 * <p><b>Definition.</b> The events of a visitor in order of time; one begins a new session where the gap to the one
 * before is longer than the timeout ({@link SessionBoundary#AFTER}, as in {@link SessionDefinition#GA4}), or as long
 * ({@link SessionBoundary#AT}). {@code session_window} alone does the former: it merges what is exactly its duration
 * apart; a microsecond less makes the latter. Gaps are measured in microseconds.
 *
 * <p><b>Events.</b> An event with a page is a page view; one without is an interaction, such as a click, and keeps the
 * session open. Leave out what is neither, such as pings. Of events at the same time, pages go by their names: Spark
 * knows no order of rows.
 *
 * <p><b>Streams.</b> {@link #of} takes a stream with a watermark on the time, in append mode, and hands out a session
 * once the watermark has passed its end; what follows it there must be no further aggregation.
 *
 * <p><b>Not here.</b> Splits at midnight or campaigns, caps and given ids: {@code session_window} has none of them.
 *
 * <pre>{@code
 * Dataset<Row> sessions = Sessions.of(views, "visitor", "at", "page", SessionDefinition.GA4.rules());
 * sessions.agg(CxColumns.rate(Sessions.bounced(BounceRule.GA4)));
 * Sessions.pages(sessions, BounceRule.GA4);
 * }</pre>
 */
public final class Sessions {

    /** In milliseconds; which of the rules includes it, they differ. */
    private static final long TEN_SECONDS = 10_000;

    private static final long MICROS_PER_MILLI = 1_000;

    private Sessions() {}

    /**
     * Returns the sessions of events, with no key events among them.
     *
     * @param events a row for each event
     * @param visitor the column of who
     * @param time the column of when, a {@code TIMESTAMP}
     * @param page the column of the page, a {@code STRING} that is null for what is no page view
     * @param rules where sessions end: timeout and boundary alone
     * @return a row for each session: the visitor in its own column, {@code start}, {@code end} (that of the last
     *     event), {@code events}, {@code views}, {@code key_events}, {@code duration_millis}, {@code entry_page} and
     *     {@code exit_page} (null without page views)
     * @throws IllegalArgumentException if a column has another type, or the rules ask for more
     */
    public static Dataset<Row> of(Dataset<Row> events, String visitor, String time, String page, SessionRules rules) {
        return of(events, visitor, time, page, lit(false), rules);
    }

    /**
     * Returns the sessions of events.
     *
     * @param events a row for each event
     * @param visitor the column of who
     * @param time the column of when, a {@code TIMESTAMP}
     * @param page the column of the page, a {@code STRING} that is null for what is no page view
     * @param keyEvent the column that tells key events, a {@code BOOLEAN}
     * @param rules where sessions end: timeout and boundary alone
     * @return a row for each session, with the columns of {@link #of(Dataset, String, String, String, SessionRules)}
     * @throws IllegalArgumentException if a column has another type, or the rules ask for more
     */
    public static Dataset<Row> of(
            Dataset<Row> events, String visitor, String time, String page, String keyEvent, SessionRules rules) {
        return of(events, visitor, time, page, Columns.flag(events, "keyEvent", keyEvent), rules);
    }

    private static Dataset<Row> of(
            Dataset<Row> events, String visitor, String time, String page, Column keyEvent, SessionRules rules) {
        if (!rules.equals(SessionRules.of(rules.timeout()).withBoundary(rules.boundary()))) {
            throw new IllegalArgumentException("rules must be of timeout and boundary alone, got " + rules);
        }
        Column at = Columns.time(events, "time", time);
        Column name = Columns.text(events, "page", page);
        Column view = functions.when(name.isNotNull(), functions.struct(at.as("at"), name.as("page")));
        return events.where(col(visitor).isNotNull())
                .groupBy(col(visitor), functions.session_window(at, gap(rules)))
                .agg(
                        functions.min(at).as("start"),
                        functions.max(at).as("end"),
                        functions.count(lit(1)).as("events"),
                        functions.count(name).as("views"),
                        functions.count_if(keyEvent).as("key_events"),
                        functions.min(view).as("entry"),
                        functions.max(view).as("exit"))
                .select(
                        col(visitor),
                        col("start"),
                        col("end"),
                        col("events"),
                        col("views"),
                        col("key_events"),
                        functions
                                .unix_millis(col("end"))
                                .minus(functions.unix_millis(col("start")))
                                .as("duration_millis"),
                        col("entry.page").as("entry_page"),
                        col("exit.page").as("exit_page"));
    }

    /** The window merges what is its duration apart, or less. */
    private static String gap(SessionRules rules) {
        long micros = Math.multiplyExact(rules.timeout().toMillis(), MICROS_PER_MILLI);
        return micros - (rules.boundary() == SessionBoundary.AT ? 1 : 0) + " microseconds";
    }

    /**
     * Returns whether a session is a bounce, as a column of the rows of {@link #of}.
     *
     * @param rule the definition; {@link BounceRule#SNOWPLOW} lives on pings, which are not here
     * @return a {@code BOOLEAN}, never null
     * @throws IllegalArgumentException if the rule is that of Snowplow
     */
    public static Column bounced(BounceRule rule) {
        Column views = col("views");
        Column events = col("events");
        Column single = views.equalTo(1);
        Column duration = col("duration_millis");
        return switch (rule) {
            case SINGLE_PAGE_VIEW -> single;
            case MATOMO, ONE_EVENT -> events.leq(1);
            case PLAUSIBLE -> single.and(events.equalTo(1));
            case POSTHOG -> single.and(events.equalTo(1)).and(duration.lt(TEN_SECONDS));
            case GA4 ->
                duration.leq(TEN_SECONDS).and(col("key_events").equalTo(0)).and(views.lt(2));
            case SNOWPLOW -> throw new IllegalArgumentException("rule must not need pings, got " + rule);
        };
    }

    /**
     * Returns how often each page began and ended sessions, and how many of those it began were bounces.
     *
     * @param sessions the rows of {@link #of}, not those of a stream
     * @param rule which sessions are bounces
     * @return a row for each page that began or ended a session: {@code page}, {@code entrances}, {@code exits},
     *     {@code bounces} and {@code bounce_rate} = bounces / entrances, null for a page that began none
     * @throws IllegalArgumentException if the rule is that of Snowplow
     */
    public static Dataset<Row> pages(Dataset<Row> sessions, BounceRule rule) {
        Column ends = functions.array(
                end(col("entry_page"), 1, 0, bounced(rule).cast(DataTypes.LongType)),
                end(col("exit_page"), 0, 1, lit(0L)));
        return sessions.where(col("entry_page").isNotNull())
                .select(functions.inline(ends))
                .groupBy("page")
                .agg(
                        functions.sum("entrances").as("entrances"),
                        functions.sum("exits").as("exits"),
                        functions.sum("bounces").as("bounces"),
                        CxColumns.rate(col("bounces"), col("entrances")).as("bounce_rate"));
    }

    private static Column end(Column page, long entrances, long exits, Column bounces) {
        return functions.struct(
                page.as("page"), lit(entrances).as("entrances"), lit(exits).as("exits"), bounces.as("bounces"));
    }
}
