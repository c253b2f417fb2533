package io.cxmetrics.web.usage;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * Click-through: clicks on items that were shown, as a share of pairs of visitor and item, and as a ratio of all.
 *
 * <p><b>Definition.</b> {@link #unique()} = pairs of visitor and item that were clicked / pairs that were shown, a
 * share in [0, 1]. {@link #total()} = all clicks / all impressions, a ratio, which exceeds 1 where one impression is
 * clicked more than once or clicks come without their impression; {@link #overclicked()} tells. Matomo divides all
 * interactions by all impressions; senders of mail report both.
 *
 * <p>A click on what was never shown to its visitor counts in the clicks and among the {@link #unseenClicks()}, but not
 * among the pairs clicked: the impression is missing, as where a blocker or a lost event took it.
 *
 * <p><b>Adding up.</b> Those of different visitors add up, and of different times where each time is meant to count its
 * own pairs. By item or day: {@code aggregation().groupedBy(WebEvent::name)}.
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
 *     .collect(ClickThrough.toClickThrough());
 * banner.unique(); // 1 of 2 (0.5)
 * banner.total(); // 1.5
 * banner.overclicked(); // true
 * banner.unseenClicks(); // 1
 * }</pre>
 *
 * @since 0.1
 */
public final class ClickThrough implements Summary<ClickThrough> {

    private static final long serialVersionUID = 1;

    /** Nothing shown, nothing clicked. */
    public static final ClickThrough EMPTY = new ClickThrough(0, 0, 0, 0, 0);

    private final long impressions;
    private final long clicks;
    private final long pairsShown;
    private final long pairsClicked;
    private final long unseenClicks;

    ClickThrough(long impressions, long clicks, long pairsShown, long pairsClicked, long unseenClicks) {
        this.impressions = Checks.notNegative("impressions", impressions);
        this.clicks = Checks.notNegative("clicks", clicks);
        this.pairsShown = Checks.notNegative("pairsShown", pairsShown);
        this.pairsClicked = Checks.notNegative("pairsClicked", pairsClicked);
        this.unseenClicks = Checks.notNegative("unseenClicks", unseenClicks);
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
     * Returns the counts where every impression is a pair of its own, clicked or not, as in a table with a row for
     * each.
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
     * Returns these counts with totals, where an item may be shown to a visitor, or clicked, more than once.
     *
     * @param allClicks how often something was clicked
     * @param allImpressions how often something was shown, at least the pairs shown
     * @param unseen how many of the clicks were on what had not been shown
     * @return the counts
     * @throws IllegalArgumentException if a count is negative, or a part exceeds its whole
     */
    public ClickThrough withTotals(long allClicks, long allImpressions, long unseen) {
        return new ClickThrough(allImpressions, allClicks, pairsShown, pairsClicked, unseen);
    }

    /**
     * Returns the counts of events.
     *
     * @param events impressions and clicks in any order; events of other kinds change nothing
     * @param <V> the type of the keys of visitors
     * @return the counts
     */
    public static <V> ClickThrough of(Collection<WebEvent<V>> events) {
        return events.stream().collect(toClickThrough());
    }

    /**
     * Returns a collector of events; see {@link #aggregation()}.
     *
     * @param <V> the type of the keys of visitors
     * @return the collector
     */
    public static <V> Collector<WebEvent<V>, ?, ClickThrough> toClickThrough() {
        return ClickThrough.<V>aggregation().toCollector();
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
     * Folds {@linkplain EventKind#IMPRESSION impressions} and {@linkplain EventKind#CLICK clicks} into click-through,
     * in any order; events of other kinds change nothing. The name of an event is the item.
     *
     * @param <V> the type of the keys of visitors
     * @return the aggregation, which takes about 100 bytes a pair, beside visitors and names, until it is finished
     */
    public static <V> Aggregation<WebEvent<V>, ?, ClickThrough> aggregation() {
        return new Pairs<>();
    }

    /**
     * Returns how many pairs of visitor and item were shown.
     *
     * @return the pairs, on which the unique rate rests
     */
    public long count() {
        return pairsShown;
    }

    /**
     * Returns how many clicks were left out of the pairs clicked because their impression is missing.
     *
     * @return the unseen clicks
     */
    public long leftOut() {
        return unseenClicks;
    }

    /**
     * Returns how often something was shown.
     *
     * @return the count
     */
    public long impressions() {
        return impressions;
    }

    /**
     * Returns how often something was clicked.
     *
     * @return the count
     */
    public long clicks() {
        return clicks;
    }

    /**
     * Returns how many pairs of visitor and item were shown.
     *
     * @return the count, at most the impressions
     */
    public long pairsShown() {
        return pairsShown;
    }

    /**
     * Returns how many of the pairs shown were clicked.
     *
     * @return the count, at most the pairs shown
     */
    public long pairsClicked() {
        return pairsClicked;
    }

    /**
     * Returns how many clicks were on what had not been shown.
     *
     * @return the count, at most the clicks
     */
    public long unseenClicks() {
        return unseenClicks;
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
    public StoredForm storedForm() {
        return StoredForm.of("ClickThrough", 1)
                .with("impressions", impressions)
                .with("clicks", clicks)
                .with("pairsShown", pairsShown)
                .with("pairsClicked", pairsClicked)
                .with("unseenClicks", unseenClicks);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static ClickThrough ofStored(StoredForm form) {
        StoredFields fields =
                form.expect("ClickThrough", 1, "impressions", "clicks", "pairsShown", "pairsClicked", "unseenClicks");
        return new ClickThrough(
                fields.whole("impressions"),
                fields.whole("clicks"),
                fields.whole("pairsShown"),
                fields.whole("pairsClicked"),
                fields.whole("unseenClicks"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
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

    @Override
    public boolean equals(Object other) {
        return other instanceof ClickThrough that
                && impressions == that.impressions
                && clicks == that.clicks
                && pairsShown == that.pairsShown
                && pairsClicked == that.pairsClicked
                && unseenClicks == that.unseenClicks;
    }

    @Override
    public int hashCode() {
        return Objects.hash(impressions, clicks, pairsShown, pairsClicked, unseenClicks);
    }

    /**
     * Returns all counts.
     *
     * @return such as {@code ClickThrough[impressions=2, clicks=3, pairsShown=2, pairsClicked=1, unseenClicks=1]}
     */
    @Override
    public String toString() {
        return "ClickThrough[impressions=" + impressions + ", clicks=" + clicks + ", pairsShown=" + pairsShown
                + ", pairsClicked=" + pairsClicked + ", unseenClicks=" + unseenClicks + "]";
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
