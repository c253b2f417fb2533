package io.cxmetrics.web.session;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.web.WebEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Sessions, and the events of each.
 *
 * <p>It answers by summaries, which add up: {@link #summary}, {@code PageStats}, {@code TimeOnPage}. Sessions
 * themselves do not, for the events of a visitor have to be together before they are cut into sessions.
 *
 * <p>Immutable and thread-safe. It stays where it was cut; its sessions and events may travel.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * Sessions<String> sessions = Sessionizer.<String>of(SessionDefinition.GA4).sessions(List.of(
 *         WebEvent.pageView("ann", noon, "/").withCampaign("spring"),
 *         WebEvent.pageView("ann", noon.plusSeconds(5), "/pricing"),
 *         WebEvent.pageView("bob", noon, "/")));
 * sessions.events().get(1).session(); // ann@2026-03-02T12:00:00Z
 * sessions.groupedBy(WebEvent::campaign); // {spring=Sessions[1 of 2 events], =Sessions[1 of 1 events]}
 * }</pre>
 *
 * @param <V> the type of the keys of visitors
 * @since 0.1
 */
public final class Sessions<V> {

    private final List<Session<V>> all;
    private final List<List<WebEvent<V>>> events;
    private final SessionIntake intake;

    Sessions(List<Session<V>> all, List<List<WebEvent<V>>> events, SessionIntake intake) {
        this.all = List.copyOf(all);
        this.events = List.copyOf(events);
        this.intake = intake;
    }

    /**
     * Returns the sessions.
     *
     * @return an unmodifiable list, those of a visitor together and in order of time; with given ids in the order in
     *     which the ids first came
     */
    public List<Session<V>> list() {
        return all;
    }

    /**
     * Hands out each session with its events.
     *
     * @param action takes a session, and an unmodifiable list of its events in order of time
     */
    public void forEach(BiConsumer<? super Session<V>, ? super List<WebEvent<V>>> action) {
        for (int i = 0; i < all.size(); i++) {
            action.accept(all.get(i), events.get(i));
        }
    }

    /**
     * Returns the events of all sessions, each naming the session that it is in. Aggregations that ask an event for its
     * session, such as those of features and carts, take them as they are.
     *
     * @return an unmodifiable list in the order of the sessions. A computed session is named after its visitor and its
     *     start; a given one keeps its id
     */
    public List<WebEvent<V>> events() {
        List<WebEvent<V>> named = new ArrayList<>();
        Map<String, Integer> starts = new HashMap<>();
        forEach((session, own) -> {
            String name = session.id().isEmpty() ? session.visitor() + "@" + session.start() : session.id();
            int earlier = session.id().isEmpty() ? starts.merge(name, 1, Integer::sum) - 1 : 0;
            String unique = earlier == 0 ? name : name + "+" + earlier;
            own.forEach(event -> named.add(event.withSession(unique)));
        });
        return Collections.unmodifiableList(named);
    }

    /**
     * Divides the sessions by the segment of their first event, without cutting them again: sessions by entry page, by
     * campaign, by the month in which they began.
     *
     * @param segment gives the segment of the first event of a session
     * @param <K> the type of the segments
     * @return the sessions of each segment, in the order in which the segments first came. Their intakes count the
     *     events in them; what was left out stands in the intake of the whole alone
     */
    public <K> Map<K, Sessions<V>> groupedBy(Function<? super WebEvent<V>, ? extends K> segment) {
        Map<K, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            groups.computeIfAbsent(
                            requireNonNull(segment.apply(events.get(i).get(0)), "segment"), key -> new ArrayList<>())
                    .add(i);
        }
        Map<K, Sessions<V>> parts = new LinkedHashMap<>();
        groups.forEach((key, own) -> {
            List<List<WebEvent<V>>> ownEvents = own.stream().map(events::get).toList();
            long kept = ownEvents.stream().mapToLong(List::size).sum();
            parts.put(key, new Sessions<>(own.stream().map(all::get).toList(), ownEvents, SessionIntake.kept(kept)));
        });
        return Collections.unmodifiableMap(parts);
    }

    /**
     * Returns what became of the events that came in.
     *
     * @return the counts
     */
    public SessionIntake intake() {
        return intake;
    }

    /**
     * Returns how many sessions there are.
     *
     * @return the count
     */
    public long count() {
        return all.size();
    }

    /**
     * Returns how many visitors had a session. With given ids a session has the visitor of its first event, and others
     * are not seen.
     *
     * @return the count of distinct visitors of sessions
     */
    public long visitors() {
        return all.stream().map(Session::visitor).distinct().count();
    }

    /**
     * Returns bounces, pages per session and durations.
     *
     * @param rule which sessions are bounces
     * @return the summary
     */
    public SessionSummary summary(BounceRule rule) {
        return SessionSummary.of(all, rule);
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code Sessions[12 of 40 events]}
     */
    @Override
    public String toString() {
        return "Sessions[" + all.size() + " of " + intake.count() + " events]";
    }
}
