package io.cxmetrics.input.web;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Summary;
import io.cxmetrics.web.page.PageStats;
import io.cxmetrics.web.page.PageTimeRule;
import io.cxmetrics.web.page.TimeOnPage;
import io.cxmetrics.web.session.BounceRule;
import io.cxmetrics.web.session.PageCounts;
import java.util.Map;
import java.util.TreeMap;

/**
 * Views, visits, entrances, exits and bounces of a page, and the time on it. Those of different visitors add up.
 *
 * @param counts the counts
 * @param time the time
 * @since 0.1
 */
public record PageTraffic(PageCounts counts, TimeOnPage time) implements Summary<PageTraffic> {

    /** A page that nobody saw. */
    public static final PageTraffic EMPTY = new PageTraffic(PageCounts.EMPTY, TimeOnPage.EMPTY);

    /** Checks that the parts are there. */
    public PageTraffic {
        requireNonNull(counts, "counts");
        requireNonNull(time, "time");
    }

    /**
     * Folds visits into the traffic of each page.
     *
     * @param bounce which sessions are bounces
     * @param rule how the time on a page is estimated
     * @return the aggregation
     */
    public static Aggregation<Visits, ?, ByItem<PageTraffic>> byPage(BounceRule bounce, PageTimeRule rule) {
        return ByItem.aggregation(EMPTY, visits -> of(visits, bounce, rule));
    }

    private static ByItem<PageTraffic> of(Visits visits, BounceRule bounce, PageTimeRule rule) {
        PageStats stats = PageStats.of(visits.sessions(), bounce);
        Map<String, TimeOnPage> times = TimeOnPage.byPage(visits.sessions(), rule);
        TreeMap<String, PageTraffic> pages = new TreeMap<>();
        stats.pages()
                .forEach((page, counts) ->
                        pages.put(page, new PageTraffic(counts, times.getOrDefault(page, TimeOnPage.EMPTY))));
        return new ByItem<>(new PageTraffic(stats.total(), TimeOnPage.of(visits.sessions(), rule)), pages);
    }

    @Override
    public PageTraffic plus(PageTraffic other) {
        return new PageTraffic(counts.plus(other.counts), time.plus(other.time));
    }
}
