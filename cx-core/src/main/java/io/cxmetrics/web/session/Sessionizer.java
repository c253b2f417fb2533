package io.cxmetrics.web.session;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.SerializablePredicate;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Turns events into sessions: by what rules, which events are bots, and which are key events.
 *
 * <p>{@link #sessions} takes events in any order, all at once; {@link #stream()} takes them in order of time, one by one;
 * {@link #compare} answers under several definitions side by side. For columns of page views without an object for each there
 * is {@link SessionColumns}.
 *
 * <p>An event with an id counts once for each visitor (or given session) and kind; the earliest stays.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * List<WebEvent<String>> events = List.of(
 *         WebEvent.pageView("ann", noon.plusSeconds(1800), "/pricing"),
 *         WebEvent.pageView("ann", noon, "/"),
 *         WebEvent.pageView("bob", noon, "/"));
 * Sessionizer.<String>of(SessionRules.GA4).sessions(events).summary(BounceRule.GA4).bounceRate(); // 1 of 2 (0.5)
 * Sessionizer.<String>of(SessionRules.matomo(ZoneOffset.UTC)).sessions(events).summary(BounceRule.MATOMO).bounceRate(); // 3 of 3 (1.0)
 * }</pre>
 *
 * @param <V> the type of the keys of visitors
 */
public final class Sessionizer<V> implements Serializable {

    private static final long serialVersionUID = 1;

    private final SessionRules rules;
    private final SerializablePredicate<? super WebEvent<V>> bots;
    private final SerializablePredicate<? super WebEvent<V>> keyEvents;

    private Sessionizer(
            SessionRules rules,
            SerializablePredicate<? super WebEvent<V>> bots,
            SerializablePredicate<? super WebEvent<V>> keyEvents) {
        this.rules = requireNonNull(rules, "rules");
        this.bots = requireNonNull(bots, "bots");
        this.keyEvents = requireNonNull(keyEvents, "keyEvents");
    }

    /**
     * Returns one that knows no bots, and takes orders for key events.
     *
     * @param rules where sessions end
     * @param <V> the type of the keys
     * @return the sessionizer
     */
    public static <V> Sessionizer<V> of(SessionRules rules) {
        return new Sessionizer<>(rules, event -> false, event -> event.kind() == EventKind.ORDER);
    }

    /**
     * Returns this one with a test for bots, whose events are left out and counted.
     *
     * @param test tells whether an event is that of a bot
     * @return the sessionizer
     */
    public Sessionizer<V> withBots(SerializablePredicate<? super WebEvent<V>> test) {
        return new Sessionizer<>(rules, test, keyEvents);
    }

    /**
     * Returns this one with other key events: those that make a session engaged or converted.
     *
     * @param test tells whether an event is a key event
     * @return the sessionizer
     */
    public Sessionizer<V> withKeyEvents(SerializablePredicate<? super WebEvent<V>> test) {
        return new Sessionizer<>(rules, bots, test);
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
        EventGroups<V> groups = EventGroups.of(events, rules.givenIds(), bots);
        List<Session<V>> sessions = new ArrayList<>();
        List<List<WebEvent<V>>> parts = new ArrayList<>();
        long overlong = cut(groups, rules, (session, part) -> {
            sessions.add(session);
            parts.add(List.copyOf(part));
        });
        return new Sessions<>(sessions, parts, groups.intake().withOverlong(overlong));
    }

    /**
     * Returns the summary of the same events under several definitions: why two systems do not agree.
     *
     * <p>Events are sorted once. The rules of this sessionizer do not matter; its bots and key events do.
     *
     * @param events the events; those of a visitor all together
     * @param definitions the definitions by name, such as {@link SessionDefinition#standard}
     * @return a summary by name, in the order of the definitions
     * @throws IllegalArgumentException if the value of a ping is negative
     */
    public Map<String, SessionSummary> compare(
            Collection<WebEvent<V>> events, Map<String, SessionDefinition> definitions) {
        Map<Boolean, EventGroups<V>> sorted = new LinkedHashMap<>();
        Map<String, SessionSummary> summaries = new LinkedHashMap<>();
        definitions.forEach((name, definition) -> {
            EventGroups<V> groups =
                    sorted.computeIfAbsent(definition.rules().givenIds(), given -> EventGroups.of(events, given, bots));
            SessionSummaryBuffer sum = new SessionSummaryBuffer(definition.bounce());
            cut(groups, definition.rules(), (session, part) -> sum.add(session));
            summaries.put(name, sum.finish());
        });
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
}
