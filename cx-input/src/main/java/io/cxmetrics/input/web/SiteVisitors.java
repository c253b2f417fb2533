package io.cxmetrics.input.web;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Summary;
import io.cxmetrics.retention.activity.ActiveUsers;
import io.cxmetrics.retention.activity.Activity;
import io.cxmetrics.retention.activity.ActivityLog;
import io.cxmetrics.retention.activity.Stickiness;
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
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who came: visitors of days and of the whole time, new and returning ones, logins, and how often they come back. Those
 * of different visitors add up.
 *
 * <p>A session is new if its visitor had none before in the files. Stickiness is of the 30 days up to the last day that
 * counts, which comes from the files or the period and never from the rows of a group; it is NaN if the files begin
 * later.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SiteVisitors implements Summary<SiteVisitors> {

    private static final long serialVersionUID = 1;

    private static final int MONTH = 30;

    private final ZoneId zone;
    private final long visitors;
    private final long visitorDays;
    private final TreeSet<LocalDate> days;
    private final NewVersusReturning sessions;
    private final NewVersusReturning bySessions;
    private final ActiveUsers active;
    private final Logins<Object> logins;
    private final LocalDate observedFrom;
    private final LocalDate observedThrough;

    private SiteVisitors(
            ZoneId zone,
            long visitors,
            long visitorDays,
            Set<LocalDate> days,
            NewVersusReturning sessions,
            NewVersusReturning bySessions,
            ActiveUsers active,
            Logins<Object> logins,
            LocalDate observedFrom,
            LocalDate observedThrough) {
        this.zone = zone;
        this.visitors = visitors;
        this.visitorDays = visitorDays;
        this.days = new TreeSet<>(days);
        this.sessions = sessions;
        this.bySessions = bySessions;
        this.active = active;
        this.logins = logins;
        this.observedFrom = observedFrom;
        this.observedThrough = observedThrough;
    }

    /**
     * Returns nobody.
     *
     * @param zone whose calendar counts
     * @return the empty summary
     */
    public static SiteVisitors empty(ZoneId zone) {
        return new SiteVisitors(
                requireNonNull(zone, "zone"),
                0,
                0,
                Set.of(),
                NewVersusReturning.EMPTY,
                NewVersusReturning.EMPTY,
                ActiveUsers.empty(zone, 1, MONTH),
                Logins.empty(),
                LocalDate.MAX,
                LocalDate.MIN);
    }

    /**
     * Folds visits into visitors.
     *
     * @param zone whose calendar counts
     * @return the aggregation
     */
    public static Aggregation<Visits, ?, SiteVisitors> aggregation(ZoneId zone) {
        return Aggregation.summing(empty(zone)).mapInput(visits -> of(visits, zone));
    }

    private static SiteVisitors of(Visits visits, ZoneId zone) {
        List<WebEvent<String>> events = visits.plainEvents();
        List<Session<String>> all = visits.sessions().list();
        DailyVisitors<String> daily = DailyVisitors.of(events, zone);
        LocalDate through = visits.observedThrough();
        ActivityLog<String> log = events.stream()
                .filter(event -> isInMonth(LocalDate.ofInstant(event.at(), zone), through))
                .map(event -> Activity.of(event.visitor(), event.at(), 0))
                .collect(ActivityLog.toActivityLog());
        return new SiteVisitors(
                zone,
                daily.count(Uniqueness.PER_PERIOD),
                daily.count(Uniqueness.PER_DAY),
                daily.days().keySet(),
                all.stream()
                        .collect(NewVersusReturning.toNewVersusReturning(
                                session -> visits.isFirst(session) ? VisitorKind.NEW : VisitorKind.RETURNING)),
                all.stream()
                        .map(session -> Arrival.of(session.visitor(), session.start()))
                        .collect(Arrivals.<String>toArrivals())
                        .visitors(Instant.MIN, Instant.MAX, NewRule.FIRST_IN_WINDOW),
                ActiveUsers.of(log, zone, 1, MONTH),
                Logins.of(events, Instant.MAX),
                visits.observedFrom(),
                visits.observedThrough());
    }

    /** Whether a day is one of the 30 that end with the last; no other is asked for. */
    private static boolean isInMonth(LocalDate day, LocalDate through) {
        return !day.isAfter(through) && day.isAfter(through.minusDays(MONTH));
    }

    /** The days of both, or of the later one where the other is out of its month. */
    private ActiveUsers active(SiteVisitors other) {
        if (observedThrough.isBefore(other.observedThrough)) {
            return other.active(this);
        }
        boolean near =
                !other.observedThrough.equals(LocalDate.MIN) && isInMonth(other.observedThrough, observedThrough);
        return near ? active.plus(other.active) : active;
    }

    /**
     * Returns how many visitors came.
     *
     * @return the count, each once
     */
    public long visitors() {
        return visitors;
    }

    /**
     * Returns how many visitors came, each once for each day.
     *
     * @return the count
     */
    public long visitorDays() {
        return visitorDays;
    }

    /**
     * Returns the days on which anybody came.
     *
     * @return the days, unmodifiable
     */
    public SortedSet<LocalDate> days() {
        return Collections.unmodifiableSortedSet(days);
    }

    /**
     * Returns new and returning sessions.
     *
     * @return the counts of sessions
     */
    public NewVersusReturning sessions() {
        return sessions;
    }

    /**
     * Returns visitors of one session and of more, within the group and the period.
     *
     * @return the counts of visitors; those of one session are the new ones
     */
    public NewVersusReturning bySessions() {
        return bySessions;
    }

    /**
     * Returns how many visitors had their first session of all files here.
     *
     * @return the count
     */
    public long newVisitors() {
        return sessions.newOnes();
    }

    /**
     * Returns how many visitors had their first session of all files elsewhere.
     *
     * @return the count
     */
    public long returningVisitors() {
        return bySessions.all() - sessions.newOnes();
    }

    /**
     * Returns the mean share of the visitors of 30 days that come on one of them.
     *
     * @return DAU / MAU in [0, 1]; NaN without visitors or if the files begin later
     */
    public double stickiness() {
        return observedThrough.isBefore(observedFrom)
                ? Double.NaN
                : active.stickiness(observedThrough, Stickiness.MEAN, observedFrom);
    }

    /**
     * Returns the logins.
     *
     * @return the logins; one that names no user is that of its visitor
     */
    public Logins<Object> logins() {
        return logins;
    }

    @Override
    public SiteVisitors plus(SiteVisitors other) {
        TreeSet<LocalDate> both = new TreeSet<>(days);
        both.addAll(other.days);
        return new SiteVisitors(
                zone,
                Math.addExact(visitors, other.visitors),
                Math.addExact(visitorDays, other.visitorDays),
                both,
                sessions.plus(other.sessions),
                bySessions.plus(other.bySessions),
                active(other),
                logins.plus(other.logins),
                observedFrom.isBefore(other.observedFrom) ? observedFrom : other.observedFrom,
                observedThrough.isAfter(other.observedThrough) ? observedThrough : other.observedThrough);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SiteVisitors that
                && zone.equals(that.zone)
                && visitors == that.visitors
                && visitorDays == that.visitorDays
                && days.equals(that.days)
                && sessions.equals(that.sessions)
                && bySessions.equals(that.bySessions)
                && active.equals(that.active)
                && logins.equals(that.logins)
                && observedFrom.equals(that.observedFrom)
                && observedThrough.equals(that.observedThrough);
    }

    @Override
    public int hashCode() {
        return Objects.hash(zone, visitors, visitorDays, days, sessions, bySessions, observedFrom, observedThrough);
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code SiteVisitors[2 visitors on 3 days]}
     */
    @Override
    public String toString() {
        return "SiteVisitors[" + visitors + " visitors on " + days.size() + " days]";
    }
}
