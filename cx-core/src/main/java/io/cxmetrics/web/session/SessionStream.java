package io.cxmetrics.web.session;

import io.cxmetrics.web.WebEvent;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sessions of events that come in order of time, in memory that is bounded by the visitors of a moment.
 *
 * <p>Of each visitor with an open session the counts of that session are kept, and no event. A session is handed out
 * when an event begins the next, when {@link #closeBefore} says that time has gone on, or at the end of all by
 * {@link #finish()}.
 *
 * <p><b>Order.</b> The events of each visitor have to come in order of time, and none before the time that was named by
 * {@link #closeBefore}; one that does is left out and counted in {@link SessionIntake#tooLate()}. Events that are sent
 * twice are not recognised: a bounded memory cannot hold their ids. On events in order with ids of their own the
 * sessions are those of {@link Sessionizer#sessions}.
 *
 * <p><b>Cost.</b> About 160 bytes for each open session, beside the key of its visitor and the names of its pages. Not
 * thread-safe. Serializable between events if the keys of visitors are.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * SessionStream<String> stream = Sessionizer.<String>of(SessionDefinition.GA4.rules()).stream();
 * stream.add(WebEvent.pageView("ann", noon, "/")).isPresent(); // false
 * stream.add(WebEvent.pageView("bob", noon.plusSeconds(1200), "/pricing")).isPresent(); // false
 * stream.closeBefore(noon.plusSeconds(2400)).get(0).visitor(); // ann
 * stream.open(); // 1
 * stream.finish().size(); // 1
 * }</pre>
 *
 * @param <V> the type of the keys of visitors
 * @since 0.1
 */
public final class SessionStream<V> implements Serializable {

    private static final long serialVersionUID = 1;

    private final Sessionizer<V> by;

    /** Those least lately seen come first: a visitor who is seen is taken out and put in anew. */
    private final LinkedHashMap<V, SessionBuffer<V>> open = new LinkedHashMap<>();

    private long watermark = Long.MIN_VALUE;
    private long read;
    private long bots;
    private long tooLate;

    SessionStream(Sessionizer<V> by) {
        if (by.rules().givenIds()) {
            throw new IllegalArgumentException("rules must not be those of given ids, got " + by.rules());
        }
        this.by = by;
    }

    /**
     * Takes an event. One that is refused changes nothing, and is not counted.
     *
     * @param event the event, not before the last of its visitor
     * @return the session of the visitor that it ends, if it ends one
     * @throws IllegalArgumentException if it is a ping of a negative value
     */
    public Optional<Session<V>> add(WebEvent<V> event) {
        if (by.isBot(event)) {
            read++;
            bots++;
            return Optional.empty();
        }
        long at = event.at().toEpochMilli();
        SessionBuffer<V> session = open.get(event.visitor());
        if (at < watermark || (session != null && at < session.last())) {
            read++;
            tooLate++;
            return Optional.empty();
        }
        boolean fits = session != null && session.fits(event, by.rules());
        SessionBuffer<V> now;
        if (session != null && fits) {
            session.add(event, by.isKey(event));
            now = session;
        } else {
            now = new SessionBuffer<>(event, false, by.isKey(event));
        }
        read++;
        open.remove(event.visitor());
        open.put(event.visitor(), now);
        return session == null || fits ? Optional.empty() : Optional.of(session.close());
    }

    /**
     * Closes the sessions whose timeout is over, given that no event comes before a time. Where a midnight or the
     * greatest length is what ends a session, it is handed out when its visitor is seen again or its timeout is over as
     * well.
     *
     * <p>The cost is that of the sessions which are closed. Where visitors are not in order of time among each other,
     * one that could be closed may stay open until those seen before it are closed.
     *
     * @param time before which no event will come, {@link Instant#MAX} if none will at all; to go back changes nothing
     * @return the sessions, those least lately seen first
     */
    public List<Session<V>> closeBefore(Instant time) {
        watermark = Math.max(watermark, millis(time));
        List<Session<V>> closed = new ArrayList<>();
        Iterator<Map.Entry<V, SessionBuffer<V>>> eldest = open.entrySet().iterator();
        while (eldest.hasNext()) {
            SessionBuffer<V> session = eldest.next().getValue();
            if (!session.isIdle(Math.max(watermark, session.last()), by.rules())) {
                break;
            }
            closed.add(session.close());
            eldest.remove();
        }
        return closed;
    }

    /** Times that are too far for milliseconds are the farthest. */
    private static long millis(Instant time) {
        if (time.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))) {
            return Long.MIN_VALUE;
        }
        return time.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE)) ? Long.MAX_VALUE : time.toEpochMilli();
    }

    /**
     * Closes all sessions.
     *
     * @return the sessions, those least lately seen first
     */
    public List<Session<V>> finish() {
        Collection<SessionBuffer<V>> left = open.values();
        List<Session<V>> closed = new ArrayList<>(left.size());
        left.forEach(session -> closed.add(session.close()));
        open.clear();
        return closed;
    }

    /**
     * Returns how many sessions are open.
     *
     * @return the count
     */
    public int open() {
        return open.size();
    }

    /**
     * Returns what became of the events so far.
     *
     * @return the counts
     */
    public SessionIntake intake() {
        return new SessionIntake(read, bots, 0, 0, 0, tooLate, 0);
    }
}
