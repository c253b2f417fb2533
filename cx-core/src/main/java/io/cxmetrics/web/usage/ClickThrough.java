package io.cxmetrics.web.usage;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Click-through: clicks on what was shown, unique and total.
 *
 * <p><b>Definition.</b> {@link #unique()} = pairs of visitor and item that were clicked / pairs that were shown, a share in [0, 1].
 * {@link #total()} = all clicks / all impressions, a ratio, which exceeds 1 where one impression is clicked more than once or
 * clicks come without their impression; {@link #overclicked()} tells. Matomo divides all interactions by all impressions;
 * senders of mail report both.
 *
 * <p>A click on what was never shown to its visitor counts in the clicks and among the {@link #unseenClicks()}, but not among
 * the pairs clicked: the impression is missing, as where a blocker or a lost event took it.
 *
 * <p><b>Adding up.</b> Those of different visitors add up, and of different times where each time is meant to count its own
 * pairs. By item or day: {@code aggregation().groupedBy(WebEvent::name)}.
 *
 * <p><b>Edges.</b> Without impressions rates are undefined, also where there are clicks.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * ClickThrough banner = Stream.of(
 *         WebEvent.of("ann", noon, EventKind.IMPRESSION, "banner"),
 *         WebEvent.of("ann", noon, EventKind.CLICK, "banner"),
 *         WebEvent.of("ann", noon, EventKind.CLICK, "banner"),
 *         WebEvent.of("bob", noon, EventKind.IMPRESSION, "banner"),
 *         WebEvent.of("cid", noon, EventKind.CLICK, "banner"))
 *     .collect(ClickThrough.<String>aggregation().toCollector());
 * banner.unique(); // 1 of 2 (0.5)
 * banner.total(); // 1.5
 * banner.overclicked(); // true
 * banner.unseenClicks(); // 1
 * }</pre>
 *
 * @param impressions how often something was shown, not negative
 * @param clicks how often something was clicked, not negative
 * @param pairsShown how many pairs of visitor and item were shown, at most the impressions
 * @param pairsClicked how many of these pairs were clicked, at most the pairs shown
 * @param unseenClicks how many of the clicks were on what had not been shown
 */
public record ClickThrough(long impressions, long clicks, long pairsShown, long pairsClicked, long unseenClicks)
        implements Summary<ClickThrough> {

    /** Nothing shown, nothing clicked. */
    public static final ClickThrough EMPTY = new ClickThrough(0, 0, 0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative, or a part exceeds its whole
     */
    public ClickThrough {
        Checks.notNegative("impressions", impressions);
        Checks.notNegative("clicks", clicks);
        Checks.notNegative("pairsShown", pairsShown);
        Checks.notNegative("pairsClicked", pairsClicked);
        Checks.notNegative("unseenClicks", unseenClicks);
        atMost("pairsShown", pairsShown, "impressions", impressions);
        atMost("pairsClicked", pairsClicked, "pairsShown", pairsShown);
        atMost("unseenClicks", unseenClicks, "clicks", clicks);
        atMost("pairsClicked", pairsClicked, "clicks that were shown", clicks - unseenClicks);
    }

    private static void atMost(String name, long part, String wholeName, long whole) {
        if (part > whole) {
            throw new IllegalArgumentException(
                    name + " must not exceed " + wholeName + " (" + whole + "), got " + part);
        }
    }

    /**
     * Returns the counts where every impression is a pair of its own, clicked or not, as in a table with a row for each.
     *
     * @param clicked how many impressions were clicked
     * @param impressions how many impressions there were
     * @return the counts
     * @throws IllegalArgumentException if a count is negative, or more were clicked than shown
     */
    public static ClickThrough of(long clicked, long impressions) {
        return new ClickThrough(impressions, clicked, impressions, clicked, 0);
    }

    /**
     * Returns a collector of impressions, each a pair of its own.
     *
     * @param clicked tells whether an impression was clicked
     * @param <T> the type of the impressions
     * @return the collector
     */
    public static <T> Collector<T, ?, ClickThrough> toClickThrough(Predicate<? super T> clicked) {
        return Collectors.collectingAndThen(
                Proportion.toProportion(requireNonNull(clicked, "clicked")),
                proportion -> of(proportion.events(), proportion.trials()));
    }

    /**
     * Returns how {@linkplain EventKind#IMPRESSION impressions} and {@linkplain EventKind#CLICK clicks} become click-through, in
     * any order; events of other kinds change nothing. The name of an event is the item.
     *
     * @param <V> the type of the keys of visitors
     * @return the aggregation, which takes about 100 bytes a pair, beside visitors and names, until it is finished
     */
    public static <V> Aggregation<WebEvent<V>, ?, ClickThrough> aggregation() {
        return new Pairs<>();
    }

    /**
     * Returns the unique click-through rate.
     *
     * @return pairs of visitor and item clicked out of those shown; undefined if nothing was shown
     */
    public Proportion unique() {
        return Proportion.of(pairsClicked, pairsShown);
    }

    /**
     * Returns the total click-through rate, which is a ratio and no share.
     *
     * @return clicks / impressions, 0 or more; NaN if nothing was shown
     */
    public double total() {
        return impressions == 0 ? Double.NaN : (double) clicks / impressions;
    }

    /**
     * Tells whether there are more clicks than impressions, so that the total rate exceeds 1.
     *
     * @return true if there are
     */
    public boolean overclicked() {
        return clicks > impressions;
    }

    @Override
    public ClickThrough plus(ClickThrough other) {
        return new ClickThrough(
                Math.addExact(impressions, other.impressions),
                Math.addExact(clicks, other.clicks),
                Math.addExact(pairsShown, other.pairsShown),
                Math.addExact(pairsClicked, other.pairsClicked),
                Math.addExact(unseenClicks, other.unseenClicks));
    }

    /** What was done to an item by a visitor: how often it was shown, and clicked. */
    private record Pairs<V>() implements Aggregation<WebEvent<V>, Map<Pairs.Key<V>, long[]>, ClickThrough> {

        private record Key<V>(V visitor, String item) implements Serializable {}

        @Override
        public Map<Key<V>, long[]> zero() {
            return new HashMap<>();
        }

        @Override
        public Map<Key<V>, long[]> add(Map<Key<V>, long[]> state, WebEvent<V> event) {
            boolean click = event.kind() == EventKind.CLICK;
            if (click || event.kind() == EventKind.IMPRESSION) {
                long[] counts = state.computeIfAbsent(new Key<>(event.visitor(), event.name()), key -> new long[2]);
                counts[click ? 1 : 0]++;
            }
            return state;
        }

        @Override
        public Map<Key<V>, long[]> merge(Map<Key<V>, long[]> left, Map<Key<V>, long[]> right) {
            right.forEach((key, added) -> {
                long[] counts = left.computeIfAbsent(key, any -> new long[2]);
                counts[0] += added[0];
                counts[1] += added[1];
            });
            return left;
        }

        @Override
        public ClickThrough finish(Map<Key<V>, long[]> state) {
            long impressions = 0;
            long clicks = 0;
            long shown = 0;
            long clicked = 0;
            long unseen = 0;
            for (long[] counts : state.values()) {
                boolean seen = counts[0] > 0;
                impressions += counts[0];
                clicks += counts[1];
                shown += seen ? 1 : 0;
                clicked += seen && counts[1] > 0 ? 1 : 0;
                unseen += seen ? 0 : counts[1];
            }
            return new ClickThrough(impressions, clicks, shown, clicked, unseen);
        }
    }
}
