package io.cxmetrics.spark;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.spark.transform.Sessions;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.session.BounceRule;
import io.cxmetrics.web.session.PageCounts;
import io.cxmetrics.web.session.Session;
import io.cxmetrics.web.session.SessionBoundary;
import io.cxmetrics.web.session.SessionColumns;
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.SessionRules;
import io.cxmetrics.web.session.Sessionizer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions and their bounces are those of cx-core, gaps of exactly the timeout and equal times among them. */
class SessionsTest {

    private static final String COLUMNS = "visitor INT, millis BIGINT, page STRING, paid BOOLEAN";
    private static final long MINUTE = 60_000;
    private static final int PAGES = 6;

    /**
     * Whole multiples of five minutes make many gaps of exactly half an hour, and many equal times; the odd ones are
     * short.
     */
    private static List<Row> random(boolean viewsOnly) {
        Random random = new Random(11);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            boolean view = viewsOnly || random.nextInt(4) > 0;
            long jitter = random.nextInt(5) == 0 ? random.nextInt(20_001) : 0;
            rows.add(RowFactory.create(
                    random.nextInt(150),
                    random.nextInt(250) * 5L * MINUTE + jitter,
                    view ? "/" + random.nextInt(PAGES) : null,
                    !view && random.nextInt(3) == 0));
        }
        return rows;
    }

    /** Spark has equal times by page, and so are these. */
    private static List<WebEvent<Integer>> events(List<Row> rows) {
        List<WebEvent<Integer>> events = new ArrayList<>();
        for (Row row : rows) {
            Instant at = Instant.ofEpochMilli(row.getLong(1));
            events.add(
                    row.isNullAt(2)
                            ? WebEvent.of(row.getInt(0), at, row.getBoolean(3) ? EventKind.ORDER : EventKind.CLICK, "x")
                            : WebEvent.pageView(row.getInt(0), at, row.getString(2)));
        }
        events.sort(
                Comparator.<WebEvent<Integer>, Instant>comparing(WebEvent::at).thenComparing(WebEvent::name));
        return events;
    }

    private static String line(Session<Integer> session) {
        return session.visitor() + " " + session.start().toEpochMilli() + " "
                + session.end().toEpochMilli() + " "
                + session.events() + " " + session.pageViews() + " " + session.keyEvents() + " "
                + session.duration().toMillis() + " " + session.entryPage() + " " + session.exitPage();
    }

    private static List<String> lines(Dataset<Row> sessions) {
        return sessions
                .selectExpr("concat_ws(' ', visitor, unix_millis(start), unix_millis(end), events, views, key_events,"
                        + " duration_millis, nvl(entry_page, ''), nvl(exit_page, ''))")
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    @ParameterizedTest
    @EnumSource(SessionBoundary.class)
    void sessionsAreThoseOfTheCore(SessionBoundary boundary) {
        SessionRules rules = SessionDefinition.GA4.rules().withBoundary(boundary);
        List<Row> rows = random(false);
        Dataset<Row> sessions = Sessions.of(Rows.timed(COLUMNS, rows), "visitor", "at", "page", "paid", rules)
                .cache();
        io.cxmetrics.web.session.Sessions<Integer> expected =
                Sessionizer.<Integer>of(rules).sessions(events(rows));
        assertThat(lines(sessions))
                .hasSizeGreaterThan(1_000)
                .containsExactlyInAnyOrderElementsOf(
                        expected.list().stream().map(SessionsTest::line).toList());
        Set<BounceRule> bounces = EnumSet.complementOf(EnumSet.of(BounceRule.SNOWPLOW));
        for (BounceRule rule : bounces) {
            assertThat(sessions.agg(CxColumns.rate(Sessions.bounced(rule)))
                            .head()
                            .getDouble(0))
                    .as(rule.name())
                    .isEqualTo(expected.summary(rule).bounceRate().rate());
        }
    }

    /** What session_window does at a gap of exactly its duration, which the microsecond rests on. */
    @Test
    void aWindowAloneMergesAtItsDuration() {
        String query =
                "SELECT count(*) FROM (SELECT session_window(at, '%s') FROM VALUES (timestamp'2026-01-01 10:00:00'),"
                        + " (timestamp'2026-01-01 10:30:00') AS t(at) GROUP BY 1)";
        assertThat(io.cxmetrics.spark.Session.value(query.formatted("1800 seconds")))
                .isEqualTo(1L);
        assertThat(io.cxmetrics.spark.Session.value(query.formatted("1799999999 microseconds")))
                .isEqualTo(2L);
    }

    @Test
    void pagesAreThoseOfSessionColumns() {
        List<Row> rows = random(true);
        rows.sort(Comparator.<Row>comparingLong(row -> row.getLong(1)).thenComparing(row -> row.getString(2)));
        SessionColumns expected = SessionColumns.of(
                rows.stream().mapToInt(row -> row.getInt(0)).toArray(),
                rows.stream().mapToLong(row -> row.getLong(1)).toArray(),
                rows.stream()
                        .mapToInt(row -> Integer.parseInt(row.getString(2).substring(1)))
                        .toArray(),
                SessionDefinition.GA4.rules());
        Dataset<Row> sessions =
                Sessions.of(Rows.timed(COLUMNS, rows), "visitor", "at", "page", SessionDefinition.GA4.rules());
        List<Row> pages = Sessions.pages(sessions, BounceRule.SINGLE_PAGE_VIEW)
                .orderBy("page")
                .collectAsList();
        assertThat(pages).hasSize(PAGES);
        for (int i = 0; i < PAGES; i++) {
            PageCounts counts = expected.page(i);
            assertThat(pages.get(i))
                    .isEqualTo(RowFactory.create(
                            "/" + i,
                            counts.entrances(),
                            counts.exits(),
                            counts.bounces(),
                            counts.bounceRate().rate()));
        }
    }

    @ParameterizedTest
    @EnumSource(SessionBoundary.class)
    void aStreamHandsOutTheSameSessions(SessionBoundary boundary, @TempDir Path folder) throws Exception {
        SessionRules rules = SessionDefinition.GA4.rules().withBoundary(boundary);
        String name = "sessions_of_a_stream_" + boundary;
        List<Row> rows = random(false);
        List<Row> last = List.of(RowFactory.create(-1, 400L * 24 * 60 * MINUTE, "/late", false));
        String files = folder.resolve("events").toString();
        Dataset<Row> all = Rows.timed(COLUMNS, rows);
        all.coalesce(1).write().parquet(files);
        Rows.timed(COLUMNS, last).coalesce(1).write().mode("append").parquet(files);
        Dataset<Row> stream = io.cxmetrics.spark.Session.SPARK
                .readStream()
                .schema(all.schema())
                .parquet(files);
        StreamingQuery query = Sessions.of(stream.withWatermark("at", "1 day"), "visitor", "at", "page", "paid", rules)
                .writeStream()
                .outputMode("append")
                .format("memory")
                .queryName(name)
                .option("checkpointLocation", folder.resolve("state").toString())
                .trigger(Trigger.AvailableNow())
                .start();
        query.awaitTermination();
        List<String> batch = lines(Sessions.of(all, "visitor", "at", "page", "paid", rules));
        assertThat(lines(io.cxmetrics.spark.Session.SPARK.table(name))).containsExactlyInAnyOrderElementsOf(batch);
    }

    @Test
    void nullVisitorsAndTimesAreLeftOut() {
        Dataset<Row> rows = io.cxmetrics.spark.Session.sql("SELECT * FROM VALUES ('a', timestamp'2026-01-01', '/'),"
                + " (NULL, timestamp'2026-01-01', '/'), ('b', NULL, '/') AS t(visitor, at, page)");
        assertThat(Sessions.of(rows, "visitor", "at", "page", SessionDefinition.GA4.rules())
                        .select("visitor", "views")
                        .collectAsList())
                .containsExactly(RowFactory.create("a", 1L));
    }

    @Test
    void whatWindowsCannotDoIsRefused() {
        Dataset<Row> rows = Rows.timed(COLUMNS, random(false)).withColumn("day", functions.to_date(col("at")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sessions.of(
                        rows,
                        "visitor",
                        "at",
                        "page",
                        SessionDefinition.matomo(ZoneOffset.UTC).rules()))
                .withMessageStartingWith("rules must be of timeout and boundary alone, got SessionRules[");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sessions.of(rows, "visitor", "day", "page", SessionRules.of(Duration.ofHours(1))))
                .withMessage("time must be a TIMESTAMP, got day of DATE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sessions.of(rows, "visitor", "at", "page", "page", SessionDefinition.GA4.rules()))
                .withMessage("keyEvent must be a BOOLEAN, got page of STRING");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sessions.bounced(BounceRule.SNOWPLOW))
                .withMessage("rule must not need pings, got SNOWPLOW");
    }
}
