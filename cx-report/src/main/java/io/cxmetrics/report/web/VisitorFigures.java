package io.cxmetrics.report.web;

import io.cxmetrics.input.web.SiteVisitors;
import io.cxmetrics.report.Figures;
import io.cxmetrics.web.visitor.Logins;
import java.time.ZoneId;

/**
 * Who came: visitors of days and of the whole time, new and returning ones, logins.
 *
 * @since 0.1
 */
public final class VisitorFigures {

    /** What the figures are, in words. */
    public static final String DEFINITION =
            "visitors, each once, and once for each day; new ones had no session before in the files";

    private VisitorFigures() {}

    /**
     * Returns the figures.
     *
     * @param zone whose calendar counts
     * @return the figures
     */
    public static Figures<SiteVisitors> of(ZoneId zone) {
        return Figures.of(SiteVisitors.class)
                .count("visitors", "visitors", SiteVisitors::visitors)
                .count("visitor_days", "visitor days", SiteVisitors::visitorDays)
                .count("days", "days", who -> who.days().size())
                .count("new_visitors", "new", SiteVisitors::newVisitors)
                .count("returning_visitors", "returning", SiteVisitors::returningVisitors)
                .count("visitors_of_one_session", "", who -> who.bySessions().newOnes())
                .count("visitors_of_more_sessions", "", who -> who.bySessions().returning())
                .count("sessions", "sessions", who -> who.sessions().all())
                .count("new_sessions", "new sessions", who -> who.sessions().newOnes())
                .count(
                        "returning_sessions",
                        "returning sessions",
                        who -> who.sessions().returning())
                .number(
                        "new_session_rate",
                        "",
                        1,
                        who -> who.sessions().newAmongKnown().percent())
                .percent("stickiness", "DAU/MAU %", SiteVisitors::stickiness)
                .and(logins(zone).from(SiteVisitors::logins))
                .withColumns(
                        "visitors",
                        "visitor_days",
                        "new_visitors",
                        "returning_visitors",
                        "new_sessions",
                        "returning_sessions",
                        "stickiness",
                        "logins");
    }

    private static Figures<Logins<Object>> logins(ZoneId zone) {
        return Figures.<Logins<Object>>none()
                .count("logins", "logins", Logins::count)
                .count("login_users", "", Logins::users)
                .number("logins_per_user", "", 2, Logins::perUser)
                .number("logins_per_active_day", "", 2, logins -> logins.perActiveDay(zone))
                .number("logins_per_calendar_day", "", 2, logins -> logins.perCalendarDay(zone));
    }
}
