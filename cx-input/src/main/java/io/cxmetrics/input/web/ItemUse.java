package io.cxmetrics.input.web;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Summary;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.usage.ClickThrough;
import io.cxmetrics.web.usage.FeatureUsage;
import io.cxmetrics.web.usage.ScrollDepth;
import io.cxmetrics.web.usage.SocialEngagement;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is done with single things: how each is clicked, scrolled, shared or used.
 *
 * @since 0.1
 */
public final class ItemUse {

    private static final Set<EventKind> CLICKS = EnumSet.of(EventKind.IMPRESSION, EventKind.CLICK);
    private static final Set<EventKind> SCROLLS = EnumSet.of(EventKind.PAGE_VIEW, EventKind.SCROLL);
    private static final Set<EventKind> SOCIAL =
            EnumSet.of(EventKind.IMPRESSION, EventKind.SHARE, EventKind.LIKE, EventKind.MENTION);

    private ItemUse() {}

    /**
     * Folds visits into what was shown and clicked.
     *
     * @return the aggregation
     */
    public static Aggregation<Visits, ?, ByItem<ClickThrough>> clicks() {
        return ByItem.aggregation(
                ClickThrough.EMPTY, visits -> of(clicked(visits.plainEvents()), CLICKS, ClickThrough::of));
    }

    /** What was shown with a flag that says that it was clicked is both. */
    private static List<WebEvent<String>> clicked(List<WebEvent<String>> events) {
        List<WebEvent<String>> both = new ArrayList<>(events.size());
        for (WebEvent<String> event : events) {
            both.add(event);
            if (event.kind() == EventKind.IMPRESSION && event.value() > 0) {
                both.add(WebEvent.of(event.visitor(), event.at(), EventKind.CLICK, event.name()));
            }
        }
        return both;
    }

    /**
     * Folds visits into how far pages were scrolled: the deepest point at which a visitor was on a page.
     *
     * @return the aggregation
     */
    public static Aggregation<Visits, ?, ByItem<ScrollDepth>> scrolls() {
        return ByItem.aggregation(
                ScrollDepth.EMPTY,
                visits -> of(
                        visits.plainEvents(),
                        SCROLLS,
                        events -> ScrollDepth.<String>aggregation(Seen::of).fold(events)));
    }

    /** A visitor on a page. They order themselves, so that a map of them stays fast whatever their hash codes. */
    private record Seen(String visitor, String page) implements Comparable<Seen> {

        private static final Comparator<Seen> ORDER =
                Comparator.comparing(Seen::visitor).thenComparing(Seen::page);

        static Seen of(WebEvent<String> event) {
            return new Seen(event.visitor(), event.name());
        }

        @Override
        public int compareTo(Seen other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * What was done socially with a thing, and to how many visitors it was shown.
     *
     * @param engagement shares, likes and mentions
     * @param reach how many visitors saw it
     */
    public record Social(SocialEngagement engagement, long reach) implements Summary<Social> {

        /** Nothing was shown. */
        public static final Social EMPTY = new Social(SocialEngagement.EMPTY, 0);

        @Override
        public Social plus(Social other) {
            return new Social(engagement.plus(other.engagement), Math.addExact(reach, other.reach));
        }
    }

    /**
     * Folds visits into what was shared, liked and mentioned.
     *
     * @return the aggregation
     */
    public static Aggregation<Visits, ?, ByItem<Social>> social() {
        return ByItem.aggregation(Social.EMPTY, visits -> of(visits.plainEvents(), SOCIAL, ItemUse::social));
    }

    private static Social social(List<WebEvent<String>> events) {
        long reach = events.stream()
                .filter(event -> event.kind() == EventKind.IMPRESSION)
                .map(WebEvent::visitor)
                .distinct()
                .count();
        return new Social(SocialEngagement.of(events), reach);
    }

    /**
     * Folds visits into the use of features.
     *
     * @param zone whose calendar counts
     * @return the aggregation
     */
    public static Aggregation<Visits, ?, FeatureUsage> features(ZoneId zone) {
        return Aggregation.summing(FeatureUsage.EMPTY).mapInput(visits -> FeatureUsage.of(visits.events(), zone));
    }

    private static <R extends Summary<R>> ByItem<R> of(
            List<WebEvent<String>> events, Set<EventKind> kinds, Function<List<WebEvent<String>>, R> summary) {
        List<WebEvent<String>> own =
                events.stream().filter(event -> kinds.contains(event.kind())).toList();
        Map<String, List<WebEvent<String>>> byName =
                own.stream().collect(Collectors.groupingBy(WebEvent::name, TreeMap::new, Collectors.toList()));
        TreeMap<String, R> items = new TreeMap<>();
        byName.forEach((name, some) -> items.put(name, summary.apply(some)));
        return new ByItem<>(summary.apply(own), items);
    }
}
