package io.cxmetrics.golden;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.cxmetrics.testkit.GoldenTest;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.page.PageStats;
import io.cxmetrics.web.page.PageTimeRule;
import io.cxmetrics.web.page.TimeOnPage;
import io.cxmetrics.web.session.BounceDuration;
import io.cxmetrics.web.session.BounceRule;
import io.cxmetrics.web.session.PageCounts;
import io.cxmetrics.web.session.Session;
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.SessionSummary;
import io.cxmetrics.web.session.Sessionizer;
import io.cxmetrics.web.session.Sessions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Events that the authors of a tracker made for the edge cases of their data model, and the sessions it makes of them.
 *
 * <p>The name of a page view is its session and its id, by which that model counts page views; one of which there are
 * pings only is taken to begin 5 seconds before them, as there. Events that were sent late or on no page are left out
 * before.
 */
@GoldenTest
class TrackerSessionsGoldenTest {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private final Golden golden = Golden.of("snowplow_web");
    private final List<NamedCsvRecord> rows = golden.rows("events_flat.csv");
    private final Map<String, String> paths = new HashMap<>();
    private int invented;
    private final List<WebEvent<String>> events = events();
    private final Sessions<String> sessions =
            Sessionizer.<String>of(SessionDefinition.SNOWPLOW.rules()).sessions(events);

    /** Those without a page view are none there. */
    private final List<Session<String>> seen =
            sessions.list().stream().filter(session -> session.pageViews() > 0).toList();

    private static LocalDateTime time(NamedCsvRecord row, String column) {
        return LocalDateTime.parse(row.getField(column).replace(' ', 'T'));
    }

    private static boolean isInTime(NamedCsvRecord row) {
        return !time(row, "dvce_sent_tstamp")
                .isAfter(time(row, "dvce_created_tstamp").plusDays(3));
    }

    private static EventKind kind(NamedCsvRecord row) {
        return switch (row.getField("event_name")) {
            case "page_view" -> EventKind.PAGE_VIEW;
            case "page_ping" -> EventKind.PING;
            case "link_click" -> EventKind.CLICK;
            default -> EventKind.CUSTOM;
        };
    }

    /** Two sessions may have events of one view. */
    private static String name(NamedCsvRecord row) {
        return row.getField("domain_sessionid") + " " + row.getField("page_view_id");
    }

    private static WebEvent<String> event(NamedCsvRecord row) {
        return WebEvent.of(
                        row.getField("domain_userid"),
                        time(row, "derived_tstamp").toInstant(ZoneOffset.UTC),
                        kind(row),
                        name(row))
                .withSession(row.getField("domain_sessionid"))
                .withId(row.getField("event_id"));
    }

    private List<WebEvent<String>> events() {
        List<WebEvent<String>> all = new ArrayList<>();
        Set<String> viewed = new HashSet<>();
        Map<String, WebEvent<String>> firstPings = new LinkedHashMap<>();
        // Upstream orders equal times by the ids of events.
        List<NamedCsvRecord> inOrder = rows.stream()
                .sorted(Comparator.comparing((NamedCsvRecord row) -> row.getField("derived_tstamp"))
                        .thenComparing(row -> row.getField("event_id")))
                .toList();
        for (NamedCsvRecord row : inOrder) {
            WebEvent<String> event = event(row);
            paths.put(event.name(), row.getField("page_urlpath"));
            if (!isInTime(row) || row.getField("page_view_id").equals("null")) {
                continue;
            }
            // A second event of one view is no second view; one that was sent twice still has its id.
            boolean again = event.kind() == EventKind.PAGE_VIEW
                    && !viewed.add(event.name())
                    && all.stream().noneMatch(before -> before.id().equals(event.id()));
            all.add(again ? renamed(event, EventKind.CUSTOM, event.name()) : event);
            if (event.kind() == EventKind.PING) {
                firstPings.merge(event.name(), event, (a, b) -> a.at().isAfter(b.at()) ? b : a);
            }
        }
        firstPings.keySet().removeAll(viewed);
        firstPings.values().forEach(ping -> {
            all.add(WebEvent.pageView(ping.visitor(), ping.at().minusSeconds(5), ping.name())
                    .withSession(ping.session()));
            invented++;
        });
        return all;
    }

    private static WebEvent<String> renamed(WebEvent<String> event, EventKind kind, String name) {
        return WebEvent.of(event.visitor(), event.at(), kind, name)
                .withSession(event.session())
                .withId(event.id());
    }

    @TestFactory
    Stream<DynamicTest> everyGolden() {
        return golden.check("sessions_expected", this::sessions)
                .check("bounce", this::bounce)
                .check("exit_pages", this::exitPages)
                .check("page_views_expected", this::pageViews)
                .check("dedupe", this::dedupe)
                .checkedElsewhere("users_expected", "scroll_depth")
                .tests();
    }

    private void sessions(Expected expected) {
        Map<String, Session<String>> byId = new HashMap<>();
        seen.forEach(session -> byId.put(session.id(), session));
        Map<String, Long> engaged = new HashMap<>();
        Map<String, Long> made = new HashMap<>();
        Map<String, TimeOnPage> times = TimeOnPage.byPage(sessions, PageTimeRule.SNOWPLOW);
        sessions.forEach((session, part) -> part.forEach(event -> {
            if (event.kind() == EventKind.PAGE_VIEW) {
                engaged.merge(session.id(), millis(times, event.name()), Long::sum);
                made.merge(session.id(), event.id().isEmpty() ? 1L : 0L, Long::sum);
            }
        }));
        List<NamedCsvRecord> rows = golden.rows("snowplow_web_sessions_expected.csv");
        assertThat(rows).hasSize(expected.size()).hasSameSizeAs(seen);
        for (int i = 0; i < rows.size(); i++) {
            String id = rows.get(i).getField("domain_sessionid");
            Session<String> session = requireNonNull(byId.get(id));
            expected.in("" + i)
                    .text("session", id)
                    .text("stitched_user_id", rows.get(i).getField("stitched_user_id"))
                    .text("start", MILLIS.format(session.start().atOffset(ZoneOffset.UTC)))
                    .text("end", MILLIS.format(session.end().atOffset(ZoneOffset.UTC)))
                    .number("page_views", session.pageViews())
                    .number("engaged_time_in_s", engaged.getOrDefault(id, 0L) / 1000.0)
                    .number("absolute_time_in_s", wholeSeconds(session.start(), session.end()))
                    .number("total_events", session.events() - made.getOrDefault(id, 0L))
                    .text("first_page_path", paths.getOrDefault(session.entryPage(), ""))
                    .text("last_page_path", paths.getOrDefault(session.exitPage(), ""));
        }
    }

    private static long millis(Map<String, TimeOnPage> times, String view) {
        return times.getOrDefault(view, TimeOnPage.EMPTY).millis();
    }

    /** As upstream subtracts: seconds of the clock. */
    private static long wholeSeconds(Instant start, Instant end) {
        return end.getEpochSecond() - start.getEpochSecond();
    }

    private void bounce(Expected expected) {
        SessionSummary summary = SessionSummary.of(seen, BounceRule.SINGLE_PAGE_VIEW);
        expected.number("sessions", summary.sessions())
                .number("bounces", summary.bounces())
                .number("bounce_rate_pct", summary.bounceRate().percent())
                .number("page_views", summary.pageViews())
                .number("pages_per_session", summary.pagesPerSession())
                .number(
                        "absolute_time_mean_s",
                        seen.stream()
                                .mapToLong(session -> wholeSeconds(session.start(), session.end()))
                                .average()
                                .orElseThrow())
                .number(
                        "engaged_time_total_s",
                        TimeOnPage.of(sessions, PageTimeRule.SNOWPLOW).millis() / 1000.0);
        assertThat(summary.meanDuration(BounceDuration.AS_MEASURED)).isBetween(19_595.0, 19_596.0);
    }

    private void exitPages(Expected expected) {
        Sessions<String> byPath = Sessionizer.<String>of(SessionDefinition.SNOWPLOW.rules())
                .sessions(events.stream()
                        .map(event -> renamed(event, event.kind(), paths.getOrDefault(event.name(), "")))
                        .toList());
        List<Map.Entry<String, PageCounts>> exits =
                PageStats.of(byPath, BounceRule.SNOWPLOW).topExits(100);
        assertThat(exits).hasSize(expected.size());
        for (int i = 0; i < exits.size(); i++) {
            expected.in("" + i)
                    .text("0", exits.get(i).getKey())
                    .number("1", exits.get(i).getValue().exits());
        }
    }

    private void pageViews(Expected expected) {
        Map<String, Integer> indices = new HashMap<>();
        Map<String, Instant> starts = new HashMap<>();
        Map<String, Instant> ends = new HashMap<>();
        sessions.forEach((session, part) -> {
            int index = 0;
            for (WebEvent<String> event : part) {
                if (event.kind() == EventKind.PAGE_VIEW) {
                    indices.put(event.name(), ++index);
                    starts.put(event.name(), event.at());
                }
                if (event.kind() == EventKind.PAGE_VIEW || event.kind() == EventKind.PING) {
                    ends.put(event.name(), event.at());
                }
            }
        });
        Map<String, TimeOnPage> times = TimeOnPage.byPage(sessions, PageTimeRule.SNOWPLOW);
        List<NamedCsvRecord> rows = golden.rows("snowplow_web_page_views_expected.csv");
        assertThat(rows).hasSize(expected.size());
        for (int i = 0; i < rows.size(); i++) {
            String id = name(rows.get(i));
            Expected one = expected.in("" + i)
                    .text("page_view_id", rows.get(i).getField("page_view_id"))
                    .text("session", rows.get(i).getField("domain_sessionid"))
                    .number("index", requireNonNull(indices.get(id)))
                    .number("engaged_time_in_s", millis(times, id) / 1000.0)
                    .number(
                            "absolute_time_in_s",
                            wholeSeconds(requireNonNull(starts.get(id)), requireNonNull(ends.get(id))))
                    .text("path", paths.getOrDefault(id, ""));
            // How far it was scrolled is no question of sessions.
            one.longAt("vertical_pct");
        }
    }

    private void dedupe(Expected expected) {
        expected.number("rows", rows.size())
                .number("repeated_event_ids", sessions.intake().duplicates())
                .number("kept", seen.stream().mapToLong(Session::events).sum() - invented)
                .number("empty_domain_sessionid", sessions.intake().withoutSession());
    }
}
