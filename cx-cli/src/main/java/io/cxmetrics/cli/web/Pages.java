package io.cxmetrics.cli.web;

import io.cxmetrics.report.Column;
import io.cxmetrics.report.Values;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.web.page.PageStats;
import io.cxmetrics.web.page.PageTimeRule;
import io.cxmetrics.web.page.TimeOnPage;
import io.cxmetrics.web.session.PageCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Views, entrances, exits, bounces and time of each page.
 *
 * @param estimate how the time is estimated
 * @param confidence the level of intervals
 */
public record Pages(Estimate estimate, double confidence) implements ListView {

    /** How the time on a page is estimated. */
    public enum Estimate {
        GAP,
        GAP_LAST_ZERO,
        HEARTBEAT,
        ENGAGED;

        private PageTimeRule rule() {
            return switch (this) {
                case GAP -> PageTimeRule.GAP;
                case GAP_LAST_ZERO -> PageTimeRule.GAP_LAST_ZERO;
                case HEARTBEAT -> PageTimeRule.SNOWPLOW;
                case ENGAGED -> PageTimeRule.ENGAGED;
            };
        }
    }

    @Override
    public String definition() {
        return "views, and the sessions that saw a page, began or ended with it; "
                + "exits out of these visits and of views";
    }

    @Override
    public String thing() {
        return "page";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.count("page_views", "views"),
                Column.count("visits", "visits"),
                Column.count("entrances", "entrances"),
                Column.count("exits", "exits"),
                Column.number("exit_rate_of_visits", "exit/visit %", 1),
                Column.number("exit_rate_of_views", "exit/view %", 1),
                Column.number("bounce_rate", "bounce %", 1),
                Column.number("mean_time", "mean s", 1));
    }

    @Override
    public Values of(Visits visits) {
        PageStats stats = PageStats.of(visits.sessions(), visits.definition().bounce());
        return values(stats.total(), TimeOnPage.of(visits.sessions(), estimate.rule()))
                .put("pages", (long) stats.pages().size());
    }

    @Override
    public List<Thing> things(Visits visits) {
        PageStats stats = PageStats.of(visits.sessions(), visits.definition().bounce());
        Map<String, TimeOnPage> times = TimeOnPage.byPage(visits.sessions(), estimate.rule());
        List<Thing> pages = new ArrayList<>();
        stats.pages()
                .forEach((page, counts) -> pages.add(
                        new Thing(page, counts.views(), values(counts, times.getOrDefault(page, TimeOnPage.EMPTY)))));
        return pages;
    }

    private Values values(PageCounts counts, TimeOnPage time) {
        Interval bounce = counts.bounceRate().interval(confidence);
        return new Values()
                .put("page_views", counts.views())
                .put("visits", counts.visits())
                .put("entrances", counts.entrances())
                .put("exits", counts.exits())
                .put("exit_rate_of_visits", counts.exitRatePerVisit().percent())
                .put("exit_rate_of_views", counts.exitRatePerView().percent())
                .put("bounces", counts.bounces())
                .put("bounce_rate", counts.bounceRate().percent())
                .put("low", 100 * bounce.low())
                .put("high", 100 * bounce.high())
                .put("mean_time", time.mean())
                .put("time_known", time.known())
                .put("time_unknown", time.unknown());
    }
}
