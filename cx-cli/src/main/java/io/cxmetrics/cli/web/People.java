package io.cxmetrics.cli.web;

import io.cxmetrics.report.Column;
import io.cxmetrics.report.Values;
import io.cxmetrics.retention.activity.ActiveUsers;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.Stickiness;
import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import io.cxmetrics.web.session.Session;
import io.cxmetrics.web.visitor.Arrival;
import io.cxmetrics.web.visitor.Arrivals;
import io.cxmetrics.web.visitor.DailyVisitors;
import io.cxmetrics.web.visitor.Logins;
import io.cxmetrics.web.visitor.NewRule;
import io.cxmetrics.web.visitor.NewVersusReturning;
import io.cxmetrics.web.visitor.Uniqueness;
import io.cxmetrics.web.visitor.VisitorKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who came: visitors of days and of the whole time, new and returning ones, logins, and how often they come back.
 *
 * @param zone whose calendar counts
 * @param firsts the first session of each visitor in all files
 */
record People(ZoneId zone, Map<String, String> firsts) implements View {

    /** The days of the month of DAU/MAU. */
    private static final int MONTH = 30;

    @Override
    public String definition() {
        return "visitors, each once, and once for each day; new ones had no session before in the files";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.count("visitors", "visitors"),
                Column.count("visitor_days", "visitor days"),
                Column.count("new_visitors", "new"),
                Column.count("returning_visitors", "returning"),
                Column.count("new_sessions", "new sessions"),
                Column.count("returning_sessions", "returning sessions"),
                Column.number("stickiness", "DAU/MAU %", 1),
                Column.count("logins", "logins"));
    }

    @Override
    public Values of(Visits visits) {
        DailyVisitors<String> days = visits.events().stream()
                .collect(DailyVisitors.<WebEvent<String>, String>aggregation(zone, WebEvent::visitor, WebEvent::at)
                        .toCollector());
        List<Session<String>> sessions = visits.sessions().list();
        NewVersusReturning bySession = sessions.stream().collect(NewVersusReturning.toNewVersusReturning(this::kind));
        Set<String> comers = new HashSet<>();
        sessions.stream()
                .filter(session -> kind(session) == VisitorKind.NEW)
                .forEach(session -> comers.add(session.visitor()));
        NewVersusReturning inWindow = sessions.stream()
                .map(session -> Arrival.of(session.visitor(), session.start()))
                .collect(Arrivals.<String>toArrivals())
                .visitors(Instant.MIN, Instant.MAX, NewRule.FIRST_IN_WINDOW);
        long visitors = days.count(Uniqueness.PER_PERIOD);
        Values values = new Values()
                .put("visitors", visitors)
                .put("visitor_days", days.count(Uniqueness.PER_DAY))
                .put("days", (long) days.days().size())
                .put("new_visitors", (long) comers.size())
                .put("returning_visitors", inWindow.all() - comers.size())
                .put("visitors_of_one_session", inWindow.newOnes())
                .put("visitors_of_more_sessions", inWindow.returning())
                .put("sessions", bySession.all())
                .put("new_sessions", bySession.newOnes())
                .put("returning_sessions", bySession.returning())
                .put("new_session_rate", bySession.newAmongKnown().percent())
                .put("stickiness", 100 * stickiness(visits, days));
        return logins(values, visits);
    }

    private VisitorKind kind(Session<String> session) {
        return session.id().equals(firsts.get(session.visitor())) ? VisitorKind.NEW : VisitorKind.RETURNING;
    }

    /** The mean share of the visitors of 30 days that come on one of them, up to the last day. */
    private double stickiness(Visits visits, DailyVisitors<String> days) {
        if (days.days().isEmpty()) {
            return Double.NaN;
        }
        LocalDate last = days.days().lastKey();
        if (days.days().firstKey().isAfter(last.minusDays(MONTH - 1))) {
            return Double.NaN; // days before the first are not known to be without visitors
        }
        ActivityLog<String> log = visits.events().stream()
                .map(event -> Activity.of(event.visitor(), event.at(), 0))
                .collect(ActivityLog.toActivityLog());
        return ActiveUsers.of(log, zone).stickiness(last, Stickiness.MEAN);
    }

    private Values logins(Values values, Visits visits) {
        Logins<String> logins = visits.events().stream()
                .filter(event -> event.kind() == EventKind.LOGIN)
                .collect(Logins.<WebEvent<String>, String>aggregation(People::user, WebEvent::at, event -> true)
                        .toCollector());
        return values.put("logins", logins.count())
                .put("login_users", logins.users())
                .put("logins_per_user", logins.perUser())
                .put("logins_per_active_day", logins.perActiveDay(zone))
                .put("logins_per_calendar_day", logins.perCalendarDay(zone));
    }

    /** Whose name nobody gave is told apart as a visitor. */
    private static String user(WebEvent<String> event) {
        return event.user().isEmpty() ? event.visitor() : event.user();
    }
}
