package io.cxmetrics.web.page;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.session.BounceRule;
import io.cxmetrics.web.session.PageCounts;
import io.cxmetrics.web.session.Session;
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.Sessionizer;
import io.cxmetrics.web.session.Sessions;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collector;

/**
 * The pages of a site, in page views: views, entrances, exits and bounces of each.
 *
 * <p>Of a session the first page view is the entrance and the last the exit, whatever other events are around them.
 * Stats of the same definition of sessions and bounces add up; the visits of a page do too, for each is of one session.
 *
 * <p>Immutable and thread-safe. The cost is that of the distinct pages.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * Sessions<String> sessions = Sessionizer.<String>of(SessionDefinition.GA4).sessions(List.of(
 *         WebEvent.pageView("ann", noon, "/"),
 *         WebEvent.pageView("ann", noon.plusSeconds(5), "/pricing"),
 *         WebEvent.pageView("bob", noon, "/")));
 * PageStats stats = PageStats.of(sessions, BounceRule.SINGLE_PAGE_VIEW);
 * stats.page("/"); // PageCounts[views=2, visits=2, entrances=2, exits=1, bounces=1]
 * stats.topExits(1); // [/=PageCounts[views=2, visits=2, entrances=2, exits=1, bounces=1]]
 * stats.exitShare("/pricing"); // 1 of 2 (0.5)
 * }</pre>
 *
 * @param pages the counts by page
 * @since 0.1
 */
public record PageStats(Map<String, PageCounts> pages) implements Summary<PageStats> {

    /** No pages. */
    public static final PageStats EMPTY = new PageStats(Map.of());

    /** Copies the counts in the order of the names of pages. */
    public PageStats {
        pages = Collections.unmodifiableMap(new TreeMap<>(pages));
    }

    /**
     * Returns the stats of sessions.
     *
     * @param sessions the sessions
     * @param rule which of them are bounces
     * @return the stats
     */
    public static PageStats of(Sessions<?> sessions, BounceRule rule) {
        requireNonNull(rule, "rule");
        Map<String, PageCounts> pages = new TreeMap<>();
        sessions.forEach((session, events) ->
                count(session, events, rule).forEach((page, counts) -> pages.merge(page, counts, PageCounts::plus)));
        return new PageStats(pages);
    }

    /** The counts of one session. */
    private static Map<String, PageCounts> count(
            Session<?> session, List<? extends WebEvent<?>> events, BounceRule rule) {
        Map<String, Long> views = new HashMap<>();
        for (WebEvent<?> event : events) {
            if (event.kind() == EventKind.PAGE_VIEW) {
                views.merge(event.name(), 1L, Long::sum);
            }
        }
        boolean bounce = rule.test(session);
        Map<String, PageCounts> pages = new HashMap<>();
        views.forEach((page, count) -> {
            boolean entry = page.equals(session.entryPage());
            boolean exit = page.equals(session.exitPage());
            pages.put(
                    page,
                    PageCounts.ofViews(count, 1).withSessions(entry ? 1 : 0, exit ? 1 : 0, entry && bounce ? 1 : 0));
        });
        return pages;
    }

    /**
     * Returns the stats of events as a system would have them.
     *
     * @param events the events, in any order
     * @param definition what a session and a bounce is
     * @param <V> the type of the keys of visitors
     * @return the stats
     */
    public static <V> PageStats of(Collection<WebEvent<V>> events, SessionDefinition definition) {
        return events.stream().collect(toPageStats(definition));
    }

    /**
     * Folds events into the stats that a system would have.
     *
     * @param definition what a session and a bounce is
     * @param <V> the type of the keys of visitors
     * @return the aggregation, which keeps all events until it is finished
     */
    public static <V> Aggregation<WebEvent<V>, ?, PageStats> aggregation(SessionDefinition definition) {
        BounceRule bounce = definition.bounce();
        return Sessionizer.<V>of(definition).aggregation().andThen(sessions -> of(sessions, bounce));
    }

    /**
     * Returns a collector of events.
     *
     * @param definition what a session and a bounce is
     * @param <V> the type of the keys of visitors
     * @return the collector, which keeps all events until it is finished
     */
    public static <V> Collector<WebEvent<V>, ?, PageStats> toPageStats(SessionDefinition definition) {
        return PageStats.<V>aggregation(definition).toCollector();
    }

    /**
     * Returns how many page views there were.
     *
     * @return the views of all pages
     */
    public long count() {
        return total().views();
    }

    /**
     * Returns the counts of a page.
     *
     * @param page the page
     * @return the counts; {@link PageCounts#EMPTY} if nobody saw it
     */
    public PageCounts page(String page) {
        return pages.getOrDefault(page, PageCounts.EMPTY);
    }

    /**
     * Returns the counts of all pages together. Its visits are not those of the site: a session counts for each page
     * that it saw.
     *
     * @return the sum
     */
    public PageCounts total() {
        return pages.values().stream().reduce(PageCounts.EMPTY, PageCounts::plus);
    }

    /**
     * Returns the share of all exits that are from a page.
     *
     * @param page the page
     * @return its exits out of all
     */
    public Proportion exitShare(String page) {
        return Proportion.of(page(page).exits(), total().exits());
    }

    /**
     * Returns the pages with the most page views.
     *
     * @param limit how many at most, not negative
     * @return the pages, the most first, equal ones by name
     */
    public List<Map.Entry<String, PageCounts>> topPages(int limit) {
        return top(limit, PageCounts::views);
    }

    /**
     * Returns the pages that most sessions began with.
     *
     * @param limit how many at most, not negative
     * @return the pages that have entrances, the most first, equal ones by name
     */
    public List<Map.Entry<String, PageCounts>> topEntries(int limit) {
        return top(limit, PageCounts::entrances);
    }

    /**
     * Returns the pages that most sessions ended with.
     *
     * @param limit how many at most, not negative
     * @return the pages that have exits, the most first, equal ones by name
     */
    public List<Map.Entry<String, PageCounts>> topExits(int limit) {
        return top(limit, PageCounts::exits);
    }

    private List<Map.Entry<String, PageCounts>> top(int limit, ToLongFunction<PageCounts> count) {
        Checks.notNegative("limit", (long) limit);
        // The sort is stable, and the pages are in the order of their names.
        return pages.entrySet().stream()
                .filter(page -> count.applyAsLong(page.getValue()) > 0)
                .sorted(Comparator.comparingLong(page -> -count.applyAsLong(page.getValue())))
                .limit(limit)
                .<Map.Entry<String, PageCounts>>map(page -> Map.entry(page.getKey(), page.getValue()))
                .toList();
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("PageStats", 1).withTexts("pages", pages.keySet()).withParts("counts", pages.values());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static PageStats ofStored(StoredForm form) {
        StoredFields fields = form.expect("PageStats", 1, "pages", "counts");
        List<String> names = fields.sameLength("pages", "counts").distinctTexts("pages");
        List<StoredForm> counts = fields.parts("counts");
        Map<String, PageCounts> pages = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            pages.put(names.get(i), PageCounts.ofStored(counts.get(i)));
        }
        return new PageStats(pages);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    @Override
    public PageStats plus(PageStats other) {
        Map<String, PageCounts> sum = new TreeMap<>(pages);
        other.pages.forEach((page, counts) -> sum.merge(page, counts, PageCounts::plus));
        return new PageStats(sum);
    }
}
