package io.cxmetrics.report.web;

import io.cxmetrics.input.web.SiteTraffic;
import io.cxmetrics.report.Figures;
import io.cxmetrics.web.session.BounceDuration;
import io.cxmetrics.web.session.SessionSummary;

/**
 * Sessions, bounces, pages and time.
 *
 * @since 0.1
 */
public final class TrafficFigures {

    /** What the figures are, in words. */
    public static final String DEFINITION = "sessions, and bounces out of them; page views and seconds of a session";

    private TrafficFigures() {}

    /**
     * Returns the figures.
     *
     * @param bounces what a bounce counts for in the mean duration
     * @param confidence the level of intervals
     * @return the figures
     */
    public static Figures<SiteTraffic> of(BounceDuration bounces, double confidence) {
        return Figures.of(SiteTraffic.class)
                .count("events", "events", SiteTraffic::events)
                .count("visitors", "visitors", SiteTraffic::visitors)
                .and(sessions(bounces, confidence).from(SiteTraffic::sessions))
                .withColumns(
                        "visitors",
                        "sessions",
                        "page_views",
                        "bounce_rate",
                        "low",
                        "pages_per_session",
                        "mean_duration");
    }

    private static Figures<SessionSummary> sessions(BounceDuration bounces, double confidence) {
        return Figures.of(SessionSummary.class)
                .count("sessions", "sessions", SessionSummary::sessions)
                .count("page_views", "page views", SessionSummary::pageViews)
                .count("bounces", "bounces", SessionSummary::bounces)
                .number("bounce_rate", "bounce %", 1, sum -> sum.bounceRate().percent())
                .headline(0, 100)
                .and(Shares.interval("low", "high", confidence, SessionSummary::bounceRate))
                .number("pages_per_session", "pages/session", 2, SessionSummary::pagesPerSession)
                .interval(
                        "pages_per_session_low",
                        "pages_per_session_high",
                        "",
                        sum -> sum.pagesPerSessionInterval(confidence))
                .number("actions_per_session", "actions/session", 2, SessionSummary::actionsPerSession)
                .number("mean_duration", "mean s", 1, sum -> sum.meanDuration(bounces))
                .number("mean_duration_as_measured", "", 1, sum -> sum.meanDuration(BounceDuration.AS_MEASURED))
                .number("mean_duration_bounces_as_zero", "", 1, sum -> sum.meanDuration(BounceDuration.AS_ZERO))
                .number("mean_duration_without_bounces", "", 1, sum -> sum.meanDuration(BounceDuration.LEFT_OUT));
    }
}
