package io.cxmetrics.input.web;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Summary;
import io.cxmetrics.web.session.BounceRule;
import io.cxmetrics.web.session.SessionSummary;

/**
 * What came to a site: events, visitors and sessions. Those of different visitors add up.
 *
 * @param events how many events are in sessions
 * @param visitors how many visitors had a session
 * @param sessions their sessions: bounces, pages, durations
 * @since 0.1
 */
public record SiteTraffic(long events, long visitors, SessionSummary sessions) implements Summary<SiteTraffic> {

    /** Nobody came. */
    public static final SiteTraffic EMPTY = new SiteTraffic(0, 0, SessionSummary.EMPTY);

    /** Checks that the parts are there. */
    public SiteTraffic {
        requireNonNull(sessions, "sessions");
    }

    /**
     * Folds visits into traffic.
     *
     * @param bounce which sessions are bounces
     * @return the aggregation
     */
    public static Aggregation<Visits, ?, SiteTraffic> aggregation(BounceRule bounce) {
        return Aggregation.summing(EMPTY)
                .mapInput(visits -> new SiteTraffic(
                        visits.sessions().intake().count(),
                        visits.sessions().visitors(),
                        visits.sessions().summary(bounce)));
    }

    @Override
    public SiteTraffic plus(SiteTraffic other) {
        return new SiteTraffic(
                Math.addExact(events, other.events),
                Math.addExact(visitors, other.visitors),
                sessions.plus(other.sessions));
    }
}
