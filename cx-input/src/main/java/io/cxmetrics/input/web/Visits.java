package io.cxmetrics.input.web;

import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.session.Session;
import io.cxmetrics.web.session.Sessions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of some visitors in one group and one period, and what is known of these visitors beyond. All sessions
 * that a visitor has in the group and the period are here together, so that summaries of visits add up.
 *
 * <p>Immutable.
 *
 * @since 0.1
 */
public final class Visits {

    private final Sessions<String> sessions;
    private final Firsts firsts;
    private final LocalDate observedFrom;
    private final LocalDate observedThrough;

    Visits(Sessions<String> sessions, Firsts firsts, LocalDate observedFrom, LocalDate observedThrough) {
        this.sessions = sessions;
        this.firsts = firsts;
        this.observedFrom = observedFrom;
        this.observedThrough = observedThrough;
    }

    /** The first session of each visitor, found when somebody asks for it. */
    static final class Firsts {
        private final Sessions<String> all;
        private @Nullable Set<Session<String>> found;

        Firsts(Sessions<String> all) {
            this.all = all;
        }

        boolean contains(Session<String> session) {
            if (found == null) {
                Map<String, Session<String>> earliest = new HashMap<>();
                all.list()
                        .forEach(each -> earliest.merge(
                                each.visitor(), each, (one, two) -> two.start().isBefore(one.start()) ? two : one));
                found = Collections.newSetFromMap(new IdentityHashMap<>());
                found.addAll(earliest.values());
            }
            return found.contains(session);
        }
    }

    /**
     * Returns the sessions.
     *
     * @return the sessions
     */
    public Sessions<String> sessions() {
        return sessions;
    }

    /**
     * Returns the events of the sessions, each naming the session that it is in.
     *
     * @return an unmodifiable list
     */
    public List<WebEvent<String>> events() {
        return sessions.events();
    }

    /** The events without the names of their sessions, which cost time. */
    List<WebEvent<String>> plainEvents() {
        List<WebEvent<String>> events = new ArrayList<>();
        sessions.forEach((session, own) -> events.addAll(own));
        return events;
    }

    /**
     * Tells whether a session is the first of its visitor in all files, whatever its group.
     *
     * @param session one of these sessions
     * @return true if it is
     */
    public boolean isFirst(Session<String> session) {
        return firsts.contains(session);
    }

    /**
     * Returns the first day that the files know of.
     *
     * @return the day
     */
    public LocalDate observedFrom() {
        return observedFrom;
    }

    /**
     * Returns the last day that counts: that of the period, and at most the last that the files know of.
     *
     * @return the day, inclusive
     */
    public LocalDate observedThrough() {
        return observedThrough;
    }
}
