package io.cxmetrics.web.session;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.Aggregation;
import io.cxmetrics.SerializablePredicate;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.RowOrder;
import io.cxmetrics.web.WebEvent;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collector;

/**
 * Cuts events into sessions, by rules where a session ends and by tests for bots and for key events.
 *
 * <p>{@link #sessions} takes events in any order, all at once; {@link #stream()} takes them in order of time, one by
 * one; {@link #compare} answers under several definitions side by side. For columns of page views without an object for
 * each there is {@link SessionColumns}.
 *
 * <p>An event with an id counts once for each visitor (or given session) and kind; the earliest stays. Events at the
 * same time keep the order of their rows; where a file lies newest first, {@link #withRowOrder} reads it from the end.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * List<WebEvent<String>> events = List.of(
 *         WebEvent.pageView("ann", noon.plusSeconds(1800), "/pricing"),
 *         WebEvent.pageView("ann", noon, "/"),
 *         WebEvent.pageView("bob", noon, "/"));
 * Sessions<String> sessions = Sessionizer.<String>of(SessionDefinition.GA4).sessions(events);
 * sessions.summary(BounceRule.GA4).bounceRate(); // 1 of 2 (0.5)
 * SessionSummary.of(events, SessionDefinition.matomo(ZoneOffset.UTC)).bounceRate(); // 3 of 3 (1.0)
 * }</pre>
 *
 * @param <V> the type of the keys of visitors
 * @since 0.1
 */
public final class Sessionizer<V> implements Serializable {

    private static final long serialVersionUID = 1;

    private final SessionRules rules;
    private final SerializablePredicate<? super WebEvent<V>> bots;
    private final SerializablePredicate<? super WebEvent<V>> keyEvents;
    private final RowOrder rows;

    private Sessionizer(
            SessionRules rules,
            SerializablePredicate<? super WebEvent<V>> bots,
            SerializablePredicate<? super WebEvent<V>> keyEvents,
            RowOrder rows) {
        this.rules = requireNonNull(rules, "rules");
        this.bots = requireNonNull(bots, "bots");
        this.keyEvents = requireNonNull(keyEvents, "keyEvents");
        this.rows = requireNonNull(rows, "rows");
    }

    /**
     * Returns the sessionizer of a system, which knows no bots and takes orders for key events.
     *
     * @param definition what a session is
     * @param <V> the type of the keys
     * @return the sessionizer
     */
    public static <V> Sessionizer<V> of(SessionDefinition definition) {
        return of(definition.rules());
    }

    /**
     * Returns one that knows no bots, and takes orders for key events.
     *
     * @param rules where sessions end
     * @param <V> the type of the keys
     * @return the sessionizer
     */
    public static <V> Sessionizer<V> of(SessionRules rules) {
        return new Sessionizer<>(
                rules, event -> false, event -> event.kind() == EventKind.ORDER, RowOrder.OLDEST_FIRST);
    }

    /**
     * Returns this one with a test for bots, whose events are left out and counted.
     *
     * @param test tells whether an event is that of a bot
     * @return the sessionizer
     */
    public Sessionizer<V> withBots(SerializablePredicate<? super WebEvent<V>> test) {
        return new Sessionizer<>(rules, test, keyEvents, rows);
    }

    /**
     * Returns this one with other key events: those that make a session engaged or converted.
     *
     * @param test tells whether an event is a key event
     * @return the sessionizer
     */
    public Sessionizer<V> withKeyEvents(SerializablePredicate<? super WebEvent<V>> test) {
        return new Sessionizer<>(rules, bots, test, rows);
    }

    /**
     * Returns this one with another order of rows, which decides between events at the same time.
     *
     * @param order in which order the rows were written; {@link RowOrder#of} finds it in a whole file
     * @return the sessionizer
     */
    public Sessionizer<V> withRowOrder(RowOrder order) {
        return new Sessionizer<>(rules, bots, keyEvents, order);
    }

    /**
     * Returns the rules.
     *
     * @return where sessions end
     */
    public SessionRules rules() {
        return rules;
    }

    boolean isBot(WebEvent<V> event) {
        return bots.test(event);
    }

    boolean isKey(WebEvent<V> event) {
        return keyEvents.test(event);
    }

    /**
     * Returns the sessions of events in any order.
     *
     * @param events the events; those of a visitor all together
     * @return the sessions, visitor by visitor
     * @throws IllegalArgumentException if the value of a ping is negative
     */
    public Sessions<V> sessions(Collection<WebEvent<V>> events) {
        EventGroups<V> groups = groups(events, rules);
        List<Session<V>> sessions = new ArrayList<>();
        List<List<WebEvent<V>>> parts = new ArrayList<>();
        long overlong = cut(groups, rules, (session, part) -> {
            sessions.add(session);
            parts.add(List.copyOf(part));
        });
        return new Sessions<>(sessions, parts, groups.intake().withOverlong(overlong));
    }

    /**
     * Folds events into sessions.
     *
     * @return the aggregation, which keeps all events until it is finished
     */
    public Aggregation<WebEvent<V>, ?, Sessions<V>> aggregation() {
        return new SessionsAggregation<>(this);
    }

    /**
     * Returns a collector of events.
     *
     * @return the collector, which keeps all events until it is finished
     */
    public Collector<WebEvent<V>, ?, Sessions<V>> toSessions() {
        return aggregation().toCollector();
    }

    /**
     * Returns the summary of the sessions of events, none of which is kept.
     *
     * @param events the events; those of a visitor all together
     * @param bounce which sessions are bounces
     * @return the summary
     * @throws IllegalArgumentException if the value of a ping is negative
     */
    public SessionSummary summary(Collection<WebEvent<V>> events, BounceRule bounce) {
        return summary(groups(events, rules), rules, bounce);
    }

    private SessionSummary summary(EventGroups<V> groups, SessionRules by, BounceRule bounce) {
        SessionSummaryBuffer sum = new SessionSummaryBuffer(bounce);
        cut(groups, by, (session, part) -> sum.add(session));
        return sum.finish();
    }

    private EventGroups<V> groups(Collection<WebEvent<V>> events, SessionRules by) {
        return EventGroups.of(events, by.givenIds(), bots, rows);
    }

    /**
     * Returns the summary of the same events under several definitions: why two systems do not agree.
     *
     * <p>Events are sorted once. The rules of this sessionizer do not matter; its bots and key events do.
     *
     * @param events the events; those of a visitor all together
     * @param definitions the definitions, such as {@link SessionDefinition#all}, each of another name
     * @return a summary by the name of the definition, in the order of the definitions
     * @throws IllegalArgumentException if the value of a ping is negative
     */
    public Map<String, SessionSummary> compare(
            Collection<WebEvent<V>> events, Collection<SessionDefinition> definitions) {
        Map<Boolean, EventGroups<V>> sorted = new LinkedHashMap<>();
        Map<String, SessionSummary> summaries = new LinkedHashMap<>();
        for (SessionDefinition definition : definitions) {
            EventGroups<V> groups =
                    sorted.computeIfAbsent(definition.rules().givenIds(), given -> groups(events, definition.rules()));
            summaries.put(definition.name(), summary(groups, definition.rules(), definition.bounce()));
        }
        return summaries;
    }

    /**
     * Returns a stream of sessions for events in order of time.
     *
     * @return the stream, which has seen nothing
     * @throws IllegalArgumentException if the ids of sessions are given, for nobody knows when such a one ends
     */
    public SessionStream<V> stream() {
        return new SessionStream<>(this);
    }

    /** Hands out each session and its events; returns how many events were left out as beyond the greatest length. */
    @CanIgnoreReturnValue
    private long cut(EventGroups<V> groups, SessionRules by, BiConsumer<Session<V>, List<WebEvent<V>>> out) {
        long overlong = 0;
        for (List<WebEvent<V>> group : groups.groups()) {
            int from = 0;
            while (from < group.size()) {
                SessionBuffer<V> open = new SessionBuffer<>(group.get(from), by.givenIds(), isKey(group.get(from)));
                int to = from + 1;
                while (to < group.size() && open.fits(group.get(to), by)) {
                    open.add(group.get(to), isKey(group.get(to)));
                    to++;
                }
                out.accept(open.close(), group.subList(from, to));
                overlong += by.givenIds() ? group.size() - to : 0;
                from = by.givenIds() ? group.size() : to;
            }
        }
        return overlong;
    }

    private record SessionsAggregation<V>(Sessionizer<V> by)
            implements Aggregation<WebEvent<V>, ArrayList<WebEvent<V>>, Sessions<V>> {

        @Override
        public ArrayList<WebEvent<V>> zero() {
            return new ArrayList<>();
        }

        @Override
        public ArrayList<WebEvent<V>> add(ArrayList<WebEvent<V>> state, WebEvent<V> event) {
            state.add(event);
            return state;
        }

        @Override
        public ArrayList<WebEvent<V>> merge(ArrayList<WebEvent<V>> left, ArrayList<WebEvent<V>> right) {
            left.addAll(right);
            return left;
        }

        @Override
        public Sessions<V> finish(ArrayList<WebEvent<V>> state) {
            return by.sessions(state);
        }
    }
}
