package io.cxmetrics.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.stat.Sample;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.page.PageStats;
import io.cxmetrics.web.session.BounceDuration;
import io.cxmetrics.web.session.BounceRule;
import io.cxmetrics.web.session.PageCounts;
import io.cxmetrics.web.session.Session;
import io.cxmetrics.web.session.SessionBoundary;
import io.cxmetrics.web.session.SessionColumns;
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.SessionRules;
import io.cxmetrics.web.session.SessionSummary;
import io.cxmetrics.web.session.Sessionizer;
import io.cxmetrics.web.session.Sessions;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What the goldens of two logs of page views have in common. */
record SessionChecks(List<WebEvent<String>> views) {

    private static final int TOP = 10;

    private Sessions<String> sessions(SessionRules rules) {
        return Sessionizer.<String>of(rules).sessions(views);
    }

    /** A few numbers of each of several timeouts. */
    void brief(Expected expected, SessionRules rules) {
        SessionSummary summary = sessions(rules).summary(BounceRule.SINGLE_PAGE_VIEW);
        expected.number("sessions", summary.sessions())
                .number("bounces", summary.bounces())
                .number("bounce_rate_pct", summary.bounceRate().percent())
                .number("pages_per_session_mean", summary.pagesPerSession());
    }

    void all(Expected expected) {
        Sessions<String> sessions = sessions(SessionDefinition.GA4.rules());
        SessionSummary summary = sessions.summary(BounceRule.SINGLE_PAGE_VIEW);
        brief(expected, SessionDefinition.GA4.rules());
        Sample pages = sessions.list().stream().collect(Sample.toSample(Session::pageViews));
        Sample seconds = sessions.list().stream()
                .collect(Sample.toSample(session -> session.duration().toMillis() / 1000.0));
        Map<String, Long> visits =
                sessions.list().stream().collect(Collectors.groupingBy(Session::visitor, Collectors.counting()));
        expected.number("page_views", summary.pageViews())
                .number("unique_visitors", sessions.visitors())
                .number(
                        "sessions_if_gap_equal_to_timeout_also_splits",
                        count(SessionDefinition.GA4.rules().withBoundary(SessionBoundary.AT)))
                .number(
                        "sessions_if_also_split_at_midnight",
                        count(SessionDefinition.GA4.rules().withMidnight(ZoneOffset.UTC)))
                .number("pages_per_session_median", pages.median())
                .number("pages_per_session_max", pages.moments().max())
                .number("duration_s_mean_all", summary.meanDuration(BounceDuration.AS_MEASURED))
                .number("duration_s_mean_multi_page", summary.meanDuration(BounceDuration.LEFT_OUT))
                .number("duration_s_median_all", seconds.median())
                .number("first_sessions (new)", visits.size())
                .number("later_sessions (returning)", summary.sessions() - visits.size())
                .number(
                        "returning_visitors",
                        visits.values().stream().filter(n -> n > 1).count())
                .number("sessions_per_visitor", (double) summary.sessions() / sessions.visitors());
        PageStats stats = PageStats.of(sessions, BounceRule.SINGLE_PAGE_VIEW);
        pages(expected, stats);
        columns(summary, stats, sessions.visitors());
    }

    private long count(SessionRules rules) {
        return sessions(rules).list().size();
    }

    private static void pages(Expected expected, PageStats stats) {
        top(expected.in("top_pages"), stats.topPages(TOP), PageCounts::views);
        top(expected.in("top_entry_pages"), stats.topEntries(TOP), PageCounts::entrances);
        List<Map.Entry<String, PageCounts>> exits = stats.topExits(TOP);
        Expected exitsExpected = expected.in("top_exit_pages [page, exits, page_views, exit_rate_pct]");
        Expected entriesExpected = expected.in("top_entry_bounce [page, entries, bounces, bounce_rate_pct]");
        for (int i = 0; i < TOP; i++) {
            PageCounts exit = exits.get(i).getValue();
            exitsExpected
                    .in("" + i)
                    .text("0", exits.get(i).getKey())
                    .number("1", exit.exits())
                    .number("2", exit.views())
                    .number("3", exit.exitRatePerView().percent());
            Map.Entry<String, PageCounts> entry = stats.topEntries(TOP).get(i);
            entriesExpected
                    .in("" + i)
                    .text("0", entry.getKey())
                    .number("1", entry.getValue().entrances())
                    .number("2", entry.getValue().bounces())
                    .number("3", entry.getValue().bounceRate().percent());
        }
    }

    private static void top(
            Expected expected, List<Map.Entry<String, PageCounts>> pages, ToLongFunction<PageCounts> count) {
        assertThat(pages).hasSize(expected.size());
        for (int i = 0; i < pages.size(); i++) {
            expected.in("" + i)
                    .text("0", pages.get(i).getKey())
                    .number("1", count.applyAsLong(pages.get(i).getValue()));
        }
    }

    /** The same from columns. */
    private void columns(SessionSummary summary, PageStats stats, long visitors) {
        Map<String, Integer> visitorCodes = new HashMap<>();
        Map<String, Integer> pageCodes = new HashMap<>();
        int[] who = new int[views.size()];
        long[] millis = new long[who.length];
        int[] pages = new int[who.length];
        for (int i = 0; i < who.length; i++) {
            WebEvent<String> view = views.get(i);
            who[i] = visitorCodes.computeIfAbsent(view.visitor(), key -> visitorCodes.size());
            millis[i] = view.at().toEpochMilli();
            pages[i] = pageCodes.computeIfAbsent(view.name(), key -> pageCodes.size());
        }
        SessionColumns columns = SessionColumns.of(who, millis, pages, SessionDefinition.GA4.rules());
        assertThat(columns.sessions()).isEqualTo(summary);
        assertThat(columns.visitors()).isEqualTo(visitors);
        pageCodes.forEach((page, code) -> assertThat(columns.page(code)).isEqualTo(stats.page(page)));
    }

    void byDay(Expected expected) {
        Map<String, List<WebEvent<String>>> days = views.stream()
                .collect(Collectors.groupingBy(
                        view -> view.at().atZone(ZoneOffset.UTC).toLocalDate().toString()));
        expected.in("per_day")
                .groups(
                        days,
                        (golden, day) -> golden.number("page_views", day.size())
                                .number(
                                        "visitors",
                                        day.stream()
                                                .map(WebEvent::visitor)
                                                .distinct()
                                                .count()));
    }
}
