package io.cxmetrics.report.web;

import io.cxmetrics.input.web.ByItem;
import io.cxmetrics.input.web.PageTraffic;
import io.cxmetrics.report.Figures;
import io.cxmetrics.web.page.TimeOnPage;
import io.cxmetrics.web.session.PageCounts;
import io.cxmetrics.web.usage.ScrollDepth;

/**
 * Pages: their views, entrances, exits, bounces and time, and how far they were scrolled.
 *
 * @since 0.1
 */
public final class PageFigures {

    private PageFigures() {}

    /**
     * Returns the figures of views and visits.
     *
     * @param confidence the level of intervals
     * @return the figures, a line for each page
     */
    public static ItemFigures<ByItem<PageTraffic>, PageTraffic> traffic(double confidence) {
        Figures<PageTraffic> page = counts(confidence)
                .<PageTraffic>from(PageTraffic::counts)
                .and(time().from(PageTraffic::time))
                .withColumns(
                        "page_views",
                        "visits",
                        "entrances",
                        "exits",
                        "exit_rate_of_visits",
                        "exit_rate_of_views",
                        "bounce_rate",
                        "mean_time");
        return new ItemFigures<>(
                "page",
                "views, and the sessions that saw a page, began or ended with it; exits out of these visits and of"
                        + " views",
                page.<ByItem<PageTraffic>>from(ByItem::all)
                        .count("pages", "pages", pages -> pages.items().size()),
                page,
                ByItem::items,
                traffic -> traffic.counts().views());
    }

    private static Figures<PageCounts> counts(double confidence) {
        return Figures.of(PageCounts.class)
                .count("page_views", "views", PageCounts::views)
                .count("visits", "visits", PageCounts::visits)
                .count("entrances", "entrances", PageCounts::entrances)
                .count("exits", "exits", PageCounts::exits)
                .number(
                        "exit_rate_of_visits",
                        "exit/visit %",
                        1,
                        counts -> counts.exitRatePerVisit().percent())
                .number(
                        "exit_rate_of_views",
                        "exit/view %",
                        1,
                        counts -> counts.exitRatePerView().percent())
                .count("bounces", "bounces", PageCounts::bounces)
                .and(Shares.of("bounce_rate", "bounce %", "low", "high", confidence, PageCounts::bounceRate));
    }

    private static Figures<TimeOnPage> time() {
        return Figures.of(TimeOnPage.class)
                .number("mean_time", "mean s", 1, TimeOnPage::mean)
                .count("time_known", "", TimeOnPage::known)
                .count("time_unknown", "", TimeOnPage::unknown);
    }

    /**
     * Returns the figures of how far pages were scrolled.
     *
     * @return the figures, a line for each page
     */
    public static ItemFigures<ByItem<ScrollDepth>, ScrollDepth> scrolls() {
        Figures<ScrollDepth> page = Figures.of(ScrollDepth.class)
                .count("measured", "measured", ScrollDepth::count)
                .count("unmeasured", "not measured", ScrollDepth::unmeasured)
                .percent("mean_depth", "mean depth %", ScrollDepth::mean)
                .headline(0, 100)
                .percent("median_depth", "median %", ScrollDepth::median)
                .and(reached("reached_25", "to 25 %", 0.25))
                .and(reached("reached_50", "to 50 %", 0.5))
                .and(reached("reached_75", "to 75 %", 0.75))
                .and(reached("reached_100", "to the end %", 1))
                .withColumns(
                        "measured",
                        "unmeasured",
                        "mean_depth",
                        "median_depth",
                        "reached_50",
                        "reached_75",
                        "reached_100");
        return new ItemFigures<>(
                "page",
                "the deepest that a visitor came on a page; those of which nothing was measured are apart",
                page.from(ByItem::all),
                page,
                ByItem::items,
                ScrollDepth::views);
    }

    private static Figures<ScrollDepth> reached(String name, String title, double mark) {
        return Figures.of(ScrollDepth.class)
                .number(name, title, 1, depth -> depth.reach(mark).percent());
    }
}
