package io.cxmetrics.web.session;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.web.EventKind;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * One finished session of a visitor, by what metrics ask of it.
 *
 * <p>What counts: an <i>action</i> is something that the visitor did, which is every kind but {@link EventKind#PING},
 * {@link EventKind#SCROLL} and {@link EventKind#IMPRESSION}; an <i>interaction</i> is an action other than a page view; a
 * <i>key event</i> is one that the {@link Sessionizer} lists, an order unless it says otherwise.
 *
 * <p>Immutable and thread-safe; serializable if the key of the visitor is.
 *
 * @param visitor whose session it is; if the ids of sessions are given, the visitor of its first event
 * @param id the given id, empty if there is none
 * @param start when its first event was
 * @param end when its last event was, not before the start
 * @param events how many events it has
 * @param pageViews how many of them are page views
 * @param actions how many of them are actions
 * @param interactions how many of them are actions other than page views
 * @param keyEvents how many of them are key events
 * @param heartbeats in how many spans of 10 seconds, as cut by the clock, there was a ping
 * @param engagedMillis the values of its pings together
 * @param entryPage the first page, empty without page views
 * @param exitPage the last page, empty without page views
 * @param <V> the type of the keys of visitors
 */
public record Session<V>(
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
        String exitPage)
        implements Serializable {

    /**
     * Checks that nothing is missing.
     *
     * @throws IllegalArgumentException if a count is negative, or the end is before the start
     */
    public Session {
        requireNonNull(visitor, "visitor");
        requireNonNull(id, "id");
        requireNonNull(entryPage, "entryPage");
        requireNonNull(exitPage, "exitPage");
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("end must not be before start (" + start + "), got " + end);
        }
        Checks.notNegative("events", events);
        Checks.notNegative("pageViews", pageViews);
        Checks.notNegative("actions", actions);
        Checks.notNegative("interactions", interactions);
        Checks.notNegative("keyEvents", keyEvents);
        Checks.notNegative("heartbeats", heartbeats);
        Checks.notNegative("engagedMillis", engagedMillis);
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
}
