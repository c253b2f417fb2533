package io.cxmetrics.cli.web;

import io.cxmetrics.web.session.SessionRules;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of events.
 *
 * @param show what a line says
 * @param definitions what is a session and a bounce, in the order of the answers
 * @param zone whose calendar counts
 * @param timeout the inactivity that ends sessions, null for that of the definition
 * @param given whether the events name their sessions
 * @param goal the events that make a session engaged, and are conversions
 * @param estimate how the time on a page is estimated
 * @param top how many single things have a line
 * @param decimals how many decimals the minor unit of amounts has
 * @param confidence the level of intervals
 */
public record WebQuestion(
        Show show,
        List<Definition> definitions,
        ZoneId zone,
        @Nullable Duration timeout,
        boolean given,
        NamedEvents goal,
        Pages.Estimate estimate,
        int top,
        int decimals,
        double confidence) {

    /** What a line says. */
    public enum Show {
        OVERVIEW,
        VISITORS,
        CONVERSION,
        PAGES,
        SCROLL,
        FEATURES,
        CLICKS,
        SOCIAL;

        /** Whether the lines are single things, such as pages, and no groups of rows. */
        public boolean lists() {
            return compareTo(PAGES) >= 0;
        }
    }

    SessionRules rules(Definition definition) {
        return definition.rules(zone, timeout, given);
    }

    /** What is asked of the events, whose sessions are known. */
    View view(EventTable sessions) {
        return switch (show) {
            case OVERVIEW -> new Overview(confidence);
            case VISITORS -> new People(zone, sessions.firstSessions());
            case CONVERSION -> new Conversions(goal, decimals, confidence);
            case PAGES -> new Pages(estimate, confidence);
            case SCROLL -> new Scrolling();
            case FEATURES -> new Features(zone, confidence);
            case CLICKS -> new Clicks(confidence);
            case SOCIAL -> new Social();
        };
    }
}
