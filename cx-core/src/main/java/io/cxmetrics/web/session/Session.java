package io.cxmetrics.web.session;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.web.EventKind;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One finished session of a visitor, as counts of its events.
 *
 * <p>An <i>action</i> is something that the visitor did: every kind of event but {@link EventKind#PING},
 * {@link EventKind#SCROLL}, {@link EventKind#IMPRESSION} and {@link EventKind#AUTOMATIC}. An <i>interaction</i> is an
 * action other than a page view. A <i>key event</i> is one that the {@link Sessionizer} names, an order unless it says
 * otherwise.
 *
 * <p>A {@link Sessionizer} makes sessions. Whoever has them from elsewhere begins with {@link #of} and adds what is
 * known.
 *
 * <p>Immutable and thread-safe; serializable if the key of the visitor is.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * Session<String> visit = Session.of("ann", noon, noon.plusSeconds(90), 3).withPages(2, "/", "/pricing")
 *         .withInteractions(1);
 * visit.duration(); // PT1M30S
 * visit.actions(); // 3
 * BounceRule.GA4.test(visit); // false
 * }</pre>
 *
 * @param <V> the type of the keys of visitors
 * @since 0.1
 */
public final class Session<V> implements Serializable {

    private static final long serialVersionUID = 1;

    private final V visitor;
    private final String id;
    private final Instant start;
    private final Instant end;
    private final long events;
    private final long pageViews;
    private final long actions;
    private final long interactions;
    private final long keyEvents;
    private final long heartbeats;
    private final long engagedMillis;
    private final String entryPage;
    private final String exitPage;

    Session(
            V visitor,
            String id,
            Instant start,
            Instant end,
            long events,
            long pageViews,
            long actions,
            long interactions,
            long keyEvents,
            long heartbeats,
            long engagedMillis,
            String entryPage,
            String exitPage) {
        this.visitor = requireNonNull(visitor, "visitor");
        this.id = requireNonNull(id, "id");
        this.start = requireNonNull(start, "start");
        this.end = requireNonNull(end, "end");
        this.events = Checks.notNegative("events", events);
        this.pageViews = Checks.notNegative("pageViews", pageViews);
        this.actions = Checks.notNegative("actions", actions);
        this.interactions = Checks.notNegative("interactions", interactions);
        this.keyEvents = Checks.notNegative("keyEvents", keyEvents);
        this.heartbeats = Checks.notNegative("heartbeats", heartbeats);
        this.engagedMillis = Checks.notNegative("engagedMillis", engagedMillis);
        this.entryPage = requireNonNull(entryPage, "entryPage");
        this.exitPage = requireNonNull(exitPage, "exitPage");
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("end must not be before start (" + start + "), got " + end);
        }
    }

    /**
     * Returns a session of which no more is known.
     *
     * @param visitor whose session it is
     * @param start when its first event was
     * @param end when its last event was, not before the start
     * @param events how many events it has
     * @param <V> the type of the keys of visitors
     * @return the session
     * @throws IllegalArgumentException if the end is before the start, or the count is negative
     */
    public static <V> Session<V> of(V visitor, Instant start, Instant end, long events) {
        return new Session<>(visitor, "", start, end, events, 0, 0, 0, 0, 0, 0, "", "");
    }

    /**
     * Returns this session with its given id.
     *
     * @param newId the id
     * @return the session
     */
    public Session<V> withId(String newId) {
        return new Session<>(
                visitor,
                newId,
                start,
                end,
                events,
                pageViews,
                actions,
                interactions,
                keyEvents,
                heartbeats,
                engagedMillis,
                entryPage,
                exitPage);
    }

    /**
     * Returns this session with its page views.
     *
     * @param views how many there are
     * @param entry the first page; empty without page views
     * @param exit the last page; empty without page views
     * @return the session, whose actions are these and its interactions
     * @throws IllegalArgumentException if the count is negative
     */
    public Session<V> withPages(long views, String entry, String exit) {
        return new Session<>(
                visitor,
                id,
                start,
                end,
                events,
                views,
                Math.addExact(Checks.notNegative("pageViews", views), interactions),
                interactions,
                keyEvents,
                heartbeats,
                engagedMillis,
                entry,
                exit);
    }

    /**
     * Returns this session with its interactions.
     *
     * @param count how many actions other than page views there are
     * @return the session, whose actions are these and its page views
     * @throws IllegalArgumentException if the count is negative
     */
    public Session<V> withInteractions(long count) {
        return new Session<>(
                visitor,
                id,
                start,
                end,
                events,
                pageViews,
                Math.addExact(pageViews, Checks.notNegative("interactions", count)),
                count,
                keyEvents,
                heartbeats,
                engagedMillis,
                entryPage,
                exitPage);
    }

    /**
     * Returns this session with its key events.
     *
     * @param count how many of its events are key events
     * @return the session
     * @throws IllegalArgumentException if the count is negative
     */
    public Session<V> withKeyEvents(long count) {
        return new Session<>(
                visitor,
                id,
                start,
                end,
                events,
                pageViews,
                actions,
                interactions,
                count,
                heartbeats,
                engagedMillis,
                entryPage,
                exitPage);
    }

    /**
     * Returns this session with what its pings say.
     *
     * @param spans in how many spans of 10 seconds, as cut by the clock, there was a ping
     * @param engaged the engaged time that the pings report together
     * @return the session
     * @throws IllegalArgumentException if the count or the time is negative
     */
    public Session<V> withPings(long spans, Duration engaged) {
        return new Session<>(
                visitor,
                id,
                start,
                end,
                events,
                pageViews,
                actions,
                interactions,
                keyEvents,
                spans,
                engaged.toMillis(),
                entryPage,
                exitPage);
    }

    /**
     * Returns whose session it is.
     *
     * @return the visitor; where ids of sessions are given, the visitor of its first event
     */
    public V visitor() {
        return visitor;
    }

    /**
     * Returns the given id.
     *
     * @return the id; empty if none is given
     */
    public String id() {
        return id;
    }

    /**
     * Returns when its first event was.
     *
     * @return the instant
     */
    public Instant start() {
        return start;
    }

    /**
     * Returns when its last event was.
     *
     * @return the instant, not before the start
     */
    public Instant end() {
        return end;
    }

    /**
     * Returns how many events it has.
     *
     * @return the count
     */
    public long events() {
        return events;
    }

    /**
     * Returns how many of its events are page views.
     *
     * @return the count
     */
    public long pageViews() {
        return pageViews;
    }

    /**
     * Returns how many of its events are actions.
     *
     * @return page views + interactions
     */
    public long actions() {
        return actions;
    }

    /**
     * Returns how many of its events are actions other than page views.
     *
     * @return the count
     */
    public long interactions() {
        return interactions;
    }

    /**
     * Returns how many of its events are key events.
     *
     * @return the count
     */
    public long keyEvents() {
        return keyEvents;
    }

    /**
     * Returns in how many spans of 10 seconds, as cut by the clock, there was a ping.
     *
     * @return the count
     */
    public long heartbeats() {
        return heartbeats;
    }

    /**
     * Returns the engaged time that its pings report together.
     *
     * @return the time in milliseconds
     */
    public long engagedMillis() {
        return engagedMillis;
    }

    /**
     * Returns the first page.
     *
     * @return the page; empty without page views
     */
    public String entryPage() {
        return entryPage;
    }

    /**
     * Returns the last page.
     *
     * @return the page; empty without page views
     */
    public String exitPage() {
        return exitPage;
    }

    /**
     * Returns the time from the first event to the last.
     *
     * @return the duration; zero for a single event
     */
    public Duration duration() {
        return Duration.between(start, end);
    }

    /** The duration in milliseconds. */
    long durationMillis() {
        return end.toEpochMilli() - start.toEpochMilli();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Session<?> that
                && visitor.equals(that.visitor)
                && id.equals(that.id)
                && start.equals(that.start)
                && end.equals(that.end)
                && events == that.events
                && pageViews == that.pageViews
                && actions == that.actions
                && interactions == that.interactions
                && keyEvents == that.keyEvents
                && heartbeats == that.heartbeats
                && engagedMillis == that.engagedMillis
                && entryPage.equals(that.entryPage)
                && exitPage.equals(that.exitPage);
    }

    @Override
    public int hashCode() {
        return Objects.hash(visitor, id, start, end, events, pageViews, actions, keyEvents, entryPage, exitPage);
    }

    /**
     * Returns all counts.
     *
     * @return such as
     *     {@code Session[visitor=ann, id=, start=2026-03-02T12:00:00Z, end=2026-03-02T12:01:30Z, events=3, ...]}
     */
    @Override
    public String toString() {
        return "Session[visitor=" + visitor + ", id=" + id + ", start=" + start + ", end=" + end + ", events=" + events
                + ", pageViews=" + pageViews + ", actions=" + actions + ", interactions=" + interactions
                + ", keyEvents=" + keyEvents + ", heartbeats=" + heartbeats + ", engagedMillis=" + engagedMillis
                + ", entryPage=" + entryPage + ", exitPage=" + exitPage + "]";
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    private Object writeReplace() {
        return new Written(
                visitor,
                id,
                start,
                end,
                events,
                pageViews,
                actions,
                interactions,
                keyEvents,
                heartbeats,
                engagedMillis,
                entryPage,
                exitPage);
    }

    /** What travels: it is read back through the checks. */
    private record Written(
            Object visitor,
            String id,
            Instant start,
            Instant end,
            long events,
            long pageViews,
            long actions,
            long interactions,
            long keyEvents,
            long heartbeats,
            long engagedMillis,
            String entryPage,
            String exitPage)
            implements Serializable {

        private Object readResolve() {
            return new Session<>(
                    visitor,
                    id,
                    start,
                    end,
                    events,
                    pageViews,
                    actions,
                    interactions,
                    keyEvents,
                    heartbeats,
                    engagedMillis,
                    entryPage,
                    exitPage);
        }
    }
}
