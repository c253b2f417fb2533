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
import io.cxmetrics.web.session.SessionDefinition;
import io.cxmetrics.web.session.Sessionizer;
import io.cxmetrics.web.session.Sessions;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collector;
import java.util.stream.Stream;

/**
 * The ways that sessions take from page to page, in page views that follow one another.
 *
 * <p><b>Definition.</b> A transition is a page view and the next page view of the same session. A page that follows
 * itself, as by a reload, is a transition too. {@link #share} = transitions from a page to another / transitions from
 * it, in [0, 1].
 *
 * <p><b>Adding up.</b> Transitions of different sessions add up. The last page view of a session has no next one and is
 * in no count.
 *
 * <p><b>Edges.</b> Without a transition from the page a share is undefined. Beyond 2<sup>63</sup> - 1 adding is an
 * {@link ArithmeticException}.
 *
 * <p>Immutable and thread-safe. The cost is that of the distinct transitions.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * PageTransitions ways = Stream.of(
 *         WebEvent.pageView("ann", noon, "/"),
 *         WebEvent.pageView("ann", noon.plusSeconds(5), "/pricing"),
 *         WebEvent.pageView("ann", noon.plusSeconds(9), "/"),
 *         WebEvent.pageView("ann", noon.plusSeconds(20), "/help"),
 *         WebEvent.pageView("bob", noon, "/"),
 *         WebEvent.pageView("bob", noon.plusSeconds(5), "/pricing"))
 *     .collect(PageTransitions.toPageTransitions(SessionDefinition.GA4));
 * ways.count("/", "/pricing"); // 2
 * ways.share("/", "/pricing"); // 2 of 3 (0.6666666666666666)
 * ways.top(2); // [/ > /pricing=2, / > /help=1]
 * }</pre>
 *
 * @since 0.1
 */
public final class PageTransitions implements Summary<PageTransitions> {

    private static final long serialVersionUID = 1;

    /** No page views. */
    public static final PageTransitions EMPTY = new PageTransitions(new TreeMap<>());

    /**
     * From one page to the next.
     *
     * @param from the page that was seen first
     * @param to the page that was seen next
     */
    public record Transition(String from, String to) implements Comparable<Transition>, Serializable {

        /** Checks that both are given. */
        public Transition {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }

        @Override
        public int compareTo(Transition other) {
            int first = from.compareTo(other.from);
            return first == 0 ? to.compareTo(other.to) : first;
        }

        /**
         * Returns both pages.
         *
         * @return such as {@code / > /pricing}
         */
        @Override
        public String toString() {
            return from + " > " + to;
        }
    }

    private final SortedMap<Transition, Long> counts;

    /** The map is kept, and nobody else may change it. */
    private PageTransitions(SortedMap<Transition, Long> counts) {
        this.counts = counts;
    }

    /**
     * Returns transitions that somebody else counted.
     *
     * @param counts how often each occurred, 1 or more
     * @return the transitions
     * @throws IllegalArgumentException if a count is below 1
     */
    public static PageTransitions ofCounts(Map<Transition, Long> counts) {
        counts.forEach((transition, count) -> {
            if (count < 1) {
                throw new IllegalArgumentException("count must be at least 1, got " + count + " for " + transition);
            }
        });
        return new PageTransitions(new TreeMap<>(counts));
    }

    /**
     * Returns the transitions of sessions.
     *
     * @param sessions the sessions
     * @return the transitions
     */
    public static PageTransitions of(Sessions<?> sessions) {
        TreeMap<Transition, Long> counts = new TreeMap<>();
        sessions.forEach((session, events) -> {
            String from = null;
            for (WebEvent<?> event : events) {
                if (event.kind() == EventKind.PAGE_VIEW) {
                    if (from != null) {
                        counts.merge(new Transition(from, event.name()), 1L, Long::sum);
                    }
                    from = event.name();
                }
            }
        });
        return new PageTransitions(counts);
    }

    /**
     * Returns the transitions of events.
     *
     * @param events the events, in any order
     * @param definition what a session is
     * @param <V> the type of the keys of visitors
     * @return the transitions
     */
    public static <V> PageTransitions of(Collection<WebEvent<V>> events, SessionDefinition definition) {
        return events.stream().collect(toPageTransitions(definition));
    }

    /**
     * Folds events into transitions.
     *
     * @param definition what a session is
     * @param <V> the type of the keys of visitors
     * @return the aggregation, which keeps all events until it is finished
     */
    public static <V> Aggregation<WebEvent<V>, ?, PageTransitions> aggregation(SessionDefinition definition) {
        return Sessionizer.<V>of(definition).aggregation().andThen(PageTransitions::of);
    }

    /**
     * Returns a collector of events.
     *
     * @param definition what a session is
     * @param <V> the type of the keys of visitors
     * @return the collector, which keeps all events until it is finished
     */
    public static <V> Collector<WebEvent<V>, ?, PageTransitions> toPageTransitions(SessionDefinition definition) {
        return PageTransitions.<V>aggregation(definition).toCollector();
    }

    /**
     * Returns how many transitions there were.
     *
     * @return the count
     */
    public long count() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Returns how often sessions went from one page to another.
     *
     * @param from the page
     * @param to the next page
     * @return the count; 0 if none did
     */
    public long count(String from, String to) {
        return counts.getOrDefault(new Transition(from, to), 0L);
    }

    /**
     * Returns the share of the transitions from a page that go to another.
     *
     * @param from the page
     * @param to the next page
     * @return those to the next page out of all from the page; undefined if there are none
     */
    public Proportion share(String from, String to) {
        long all = counts.tailMap(new Transition(from, "")).entrySet().stream()
                .takeWhile(entry -> entry.getKey().from().equals(from))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return Proportion.of(count(from, to), all);
    }

    /**
     * Returns how often each transition occurred.
     *
     * @return an unmodifiable map in the order of the pages
     */
    public Map<Transition, Long> counts() {
        return Collections.unmodifiableMap(counts);
    }

    /**
     * Returns the transitions that occurred most.
     *
     * @param limit how many at most, not negative
     * @return the transitions, the most first, equal ones in the order of the pages
     * @throws IllegalArgumentException if the limit is negative
     */
    public List<Map.Entry<Transition, Long>> top(int limit) {
        Checks.notNegative("limit", (long) limit);
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(limit)
                .<Map.Entry<Transition, Long>>map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("PageTransitions", 1)
                .withTexts(
                        "from", counts.keySet().stream().map(Transition::from).toList())
                .withTexts("to", counts.keySet().stream().map(Transition::to).toList())
                .with(
                        "counts",
                        counts.values().stream().mapToLong(Long::longValue).toArray());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static PageTransitions ofStored(StoredForm form) {
        StoredFields fields = form.expect("PageTransitions", 1, "from", "to", "counts");
        List<String> from = fields.sameLength("counts", "from", "to").texts("from");
        List<String> to = fields.texts("to");
        long[] read = fields.wholes("counts");
        Map<Transition, Long> counts = new TreeMap<>();
        for (int i = 0; i < read.length; i++) {
            Transition transition = new Transition(from.get(i), to.get(i));
            if (counts.put(transition, read[i]) != null) {
                throw new IllegalArgumentException(
                        "transitions of stored PageTransitions must be distinct, got " + transition + " twice");
            }
        }
        return ofCounts(counts);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public PageTransitions plus(PageTransitions other) {
        TreeMap<Transition, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((transition, count) -> sum.merge(transition, count, Math::addExact));
        return new PageTransitions(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PageTransitions that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code PageTransitions[4 between 3 pages]}
     */
    @Override
    public String toString() {
        long pages = counts.keySet().stream()
                .flatMap(transition -> Stream.of(transition.from(), transition.to()))
                .distinct()
                .count();
        return "PageTransitions[" + count() + " between " + pages + " pages]";
    }
}
