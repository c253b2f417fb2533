package io.cxmetrics.cli.web;

import io.cxmetrics.report.Column;
import io.cxmetrics.report.Names;
import io.cxmetrics.report.Values;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.web.session.BounceDuration;
import io.cxmetrics.web.session.SessionSummary;
import java.util.List;

/**
 * Sessions, bounces, pages and time.
 *
 * @param confidence the level of intervals
 */
record Overview(double confidence) implements View {

    @Override
    public String definition() {
        return "sessions, and bounces out of them; page views and seconds of a session";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.count("visitors", "visitors"),
                Column.count("sessions", "sessions"),
                Column.count("page_views", "page views"),
                Column.headline("bounce_rate", "bounce %", 0, 100),
                Column.interval("low", "high", Names.percent(confidence) + " interval"),
                Column.number("pages_per_session", "pages/session", 2),
                Column.number("mean_duration", "mean s", 1));
    }

    @Override
    public Values of(Visits visits) {
        SessionSummary sum = visits.sessions().summary(visits.definition().bounce());
        Interval bounce = sum.bounceRate().interval(confidence);
        Interval pages = sum.pagesPerSessionInterval(confidence);
        return new Values()
                .put("events", (long) visits.events().size())
                .put("visitors", visits.sessions().visitors())
                .put("sessions", sum.sessions())
                .put("page_views", sum.pageViews())
                .put("bounces", sum.bounces())
                .put("bounce_rate", sum.bounceRate().percent())
                .put("low", 100 * bounce.low())
                .put("high", 100 * bounce.high())
                .put("pages_per_session", sum.pagesPerSession())
                .put("pages_per_session_low", pages.low())
                .put("pages_per_session_high", pages.high())
                .put("actions_per_session", sum.actionsPerSession())
                .put("mean_duration", sum.meanDuration(visits.definition().bounceDuration()))
                .put("mean_duration_as_measured", sum.meanDuration(BounceDuration.AS_MEASURED))
                .put("mean_duration_bounces_as_zero", sum.meanDuration(BounceDuration.AS_ZERO))
                .put("mean_duration_without_bounces", sum.meanDuration(BounceDuration.LEFT_OUT));
    }
}
