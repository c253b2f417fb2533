package io.cxmetrics.cli.web;

import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.session.SessionRules;
import io.cxmetrics.web.session.Sessionizer;
import io.cxmetrics.web.session.Sessions;
import java.util.List;

/**
 * The events of a group, which name the session that they were put into.
 *
 * @param events the events
 * @param sessions the sessions they name
 * @param definition what is a bounce among them
 */
record Visits(List<WebEvent<String>> events, Sessions<String> sessions, Definition definition) {

    static Visits of(List<WebEvent<String>> events, Definition definition, NamedEvents goal) {
        Sessions<String> sessions =
                Sessionizer.<String>of(SessionRules.given()).withKeyEvents(goal).sessions(events);
        return new Visits(events, sessions, definition);
    }
}
