package io.cxmetrics.web.session;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import io.cxmetrics.web.WebEvent;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collector;

/**
 * The sessions of a site: how many there were, how many of them bounced, and how many page views and how much time they
 * had.
 *
 * <p><b>Definition.</b> bounce rate = bounces / sessions; pages per session = page views / sessions, repeats included;
 * duration = time from the first event of a session to its last, of which the mean is taken with bounces as they are,
 * as 0, or without them ({@link BounceDuration}). What a session and a bounce are the caller chooses
 * ({@link SessionRules}, {@link BounceRule}); summaries of different definitions should not be added.
 *
 * <p><b>Edges.</b> Without sessions all rates and means are NaN.
 *
 * <p>Immutable and thread-safe.
 *
 * <p>Sources: Matomo, Google Analytics 4, Plausible, PostHog and Snowplow, documentation of their metrics; see
 * {@link SessionDefinition}.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * List<WebEvent<String>> events = List.of(
 *         WebEvent.pageView("ann", noon, "/"),
 *         WebEvent.pageView("ann", noon.plusSeconds(96), "/pricing"),
 *         WebEvent.pageView("bob", noon, "/"));
 * SessionSummary day = SessionSummary.of(events, SessionDefinition.GA4);
 * day.bounceRate(); // 1 of 2 (0.5)
 * day.pagesPerSession(); // 1.5
 * day.meanDuration(BounceDuration.AS_ZERO); // 48.0
 * day.meanDuration(BounceDuration.LEFT_OUT); // 96.0
 * events.stream().collect(SessionSummary.toSessionSummary(SessionDefinition.GA4)).plus(day)
 *         .bounceRate(); // 2 of 4 (0.5)
 * SessionSummary.ofCounts(3, 4).withPageViews(6, 12).withDurations(Duration.ofSeconds(100), Duration.ofSeconds(4));
 * }</pre>
 *
 * @since 0.1
 */
public final class SessionSummary implements Summary<SessionSummary> {

    private static final long serialVersionUID = 1;

    /** No sessions. */
    public static final SessionSummary EMPTY = new SessionSummary(0, 0, 0, 0, 0, 0, 0);

    private final long sessions;
    private final long bounces;
    private final long pageViews;
    private final long pageViewSquares;
    private final long actions;
    private final long durationMillis;
    private final long bounceMillis;

    SessionSummary(
            long sessions,
            long bounces,
            long pageViews,
            long pageViewSquares,
            long actions,
            long durationMillis,
            long bounceMillis) {
        this.sessions = Checks.notNegative("sessions", sessions);
        this.bounces = part("bounces", bounces, "sessions", sessions);
        this.pageViews = part("pageViews", pageViews, "pageViewSquares", pageViewSquares);
        this.pageViewSquares = pageViewSquares;
        this.actions = actions;
        part("pageViews", pageViews, "actions", actions);
        this.durationMillis = Checks.notNegative("durationMillis", durationMillis);
        this.bounceMillis = part("bounceMillis", bounceMillis, "durationMillis", durationMillis);
        nothingOfNobody("actions", actions, "sessions", sessions);
        nothingOfNobody("pageViewSquares", pageViewSquares, "sessions", sessions);
        nothingOfNobody("durationMillis", durationMillis, "sessions", sessions);
        nothingOfNobody("bounceMillis", bounceMillis, "bounces", bounces);
        if (sessions > 0 && bounces == sessions && bounceMillis != durationMillis) {
            throw new IllegalArgumentException("bounceMillis must be durationMillis (" + durationMillis
                    + ") where all sessions are bounces, got " + bounceMillis);
        }
    }

    /** Else a mean would be infinite. */
    private static void nothingOfNobody(String name, long value, String countName, long count) {
        if (count == 0 && value != 0) {
            throw new IllegalArgumentException(name + " must be 0 without " + countName + ", got " + value);
        }
    }

    @CanIgnoreReturnValue
    private static long part(String name, long part, String wholeName, long whole) {
        if (Checks.notNegative(name, part) > whole) {
            throw new IllegalArgumentException(
                    name + " must not exceed " + wholeName + " (" + whole + "), got " + part);
        }
        return part;
    }

    /**
     * Returns the summary of sessions that somebody else counted, as far as their number.
     *
     * @param bounces how many of them are bounces
     * @param sessions how many there are
     * @return the summary, which has neither page views nor durations yet
     * @throws IllegalArgumentException if a count is negative, or there are more bounces than sessions
     */
    public static SessionSummary ofCounts(long bounces, long sessions) {
        return new SessionSummary(sessions, bounces, 0, 0, 0, 0, 0);
    }

    /**
     * Returns this summary with its page views.
     *
     * @param views the page views of all sessions
     * @param squares the sum over sessions of their page views squared, which intervals need
     * @return the summary, whose actions are at least these
     * @throws IllegalArgumentException if a number is negative, there are more views than squares, or there are no
     *     sessions
     */
    public SessionSummary withPageViews(long views, long squares) {
        return new SessionSummary(
                sessions, bounces, views, squares, Math.max(views, actions), durationMillis, bounceMillis);
    }

    /**
     * Returns this summary with its actions.
     *
     * @param all the actions of all sessions, page views included
     * @return the summary
     * @throws IllegalArgumentException if there are fewer than page views
     */
    public SessionSummary withActions(long all) {
        return new SessionSummary(sessions, bounces, pageViews, pageViewSquares, all, durationMillis, bounceMillis);
    }

    /**
     * Returns this summary with its durations.
     *
     * @param all the durations of all sessions together
     * @param ofBounces the part of them that is of bounces
     * @return the summary
     * @throws IllegalArgumentException if a duration is negative, the part exceeds the whole, or there are no such
     *     sessions
     */
    public SessionSummary withDurations(Duration all, Duration ofBounces) {
        return new SessionSummary(
                sessions, bounces, pageViews, pageViewSquares, actions, all.toMillis(), ofBounces.toMillis());
    }

    /**
     * Returns the summary of events as a system would have it: they are cut into sessions, which are not kept.
     *
     * @param events the events in any order, those of a visitor all together
     * @param definition what a session and a bounce is
     * @param <V> the type of the keys of visitors
     * @return the summary, in which orders are the key events; a {@link Sessionizer} can name others
     * @throws IllegalArgumentException if the value of a ping is negative
     */
    public static <V> SessionSummary of(Collection<WebEvent<V>> events, SessionDefinition definition) {
        return Sessionizer.<V>of(definition).summary(events, definition.bounce());
    }

    /**
     * Folds events into a summary as a system would have it.
     *
     * @param definition what a session and a bounce is
     * @param <V> the type of the keys of visitors
     * @return the aggregation, which keeps all events until it is finished
     */
    public static <V> Aggregation<WebEvent<V>, ?, SessionSummary> aggregation(SessionDefinition definition) {
        BounceRule bounce = definition.bounce();
        return Sessionizer.<V>of(definition).aggregation().andThen(sessions -> sessions.summary(bounce));
    }

    /**
     * Returns a collector of events.
     *
     * @param definition what a session and a bounce is
     * @param <V> the type of the keys of visitors
     * @return the collector, which keeps all events until it is finished
     */
    public static <V> Collector<WebEvent<V>, ?, SessionSummary> toSessionSummary(SessionDefinition definition) {
        return SessionSummary.<V>aggregation(definition).toCollector();
    }

    /**
     * Returns the summary of sessions.
     *
     * @param sessions the sessions
     * @param rule which of them are bounces
     * @return the summary
     */
    public static SessionSummary of(Collection<? extends Session<?>> sessions, BounceRule rule) {
        SessionSummaryBuffer sum = new SessionSummaryBuffer(rule);
        sessions.forEach(sum::add);
        return sum.finish();
    }

    /**
     * Folds sessions into a summary.
     *
     * @param rule which of them are bounces
     * @return the aggregation
     */
    public static Aggregation<Session<?>, SessionSummary, SessionSummary> aggregation(BounceRule rule) {
        requireNonNull(rule, "rule");
        return Aggregation.summing(EMPTY).mapInput(session -> SessionSummaryBuffer.one(session, rule));
    }

    /**
     * Returns a collector of sessions.
     *
     * @param rule which of them are bounces
     * @return the collector
     */
    public static Collector<Session<?>, ?, SessionSummary> toSessionSummary(BounceRule rule) {
        return aggregation(rule).toCollector();
    }

    /**
     * Returns how many sessions there are.
     *
     * @return the count
     */
    public long count() {
        return sessions;
    }

    /**
     * Returns how many sessions there are.
     *
     * @return the count
     */
    public long sessions() {
        return sessions;
    }

    /**
     * Returns how many sessions are bounces.
     *
     * @return the count
     */
    public long bounces() {
        return bounces;
    }

    /**
     * Returns the page views of all sessions.
     *
     * @return the count, repeats included
     */
    public long pageViews() {
        return pageViews;
    }

    /**
     * Returns the sum over sessions of their page views squared.
     *
     * @return the sum
     */
    public long pageViewSquares() {
        return pageViewSquares;
    }

    /**
     * Returns the actions of all sessions.
     *
     * @return the count, page views included
     */
    public long actions() {
        return actions;
    }

    /**
     * Returns the durations of all sessions together.
     *
     * @return the sum in milliseconds
     */
    public long durationMillis() {
        return durationMillis;
    }

    /**
     * Returns the part of the durations that is of bounces.
     *
     * @return the sum in milliseconds
     */
    public long bounceMillis() {
        return bounceMillis;
    }

    /**
     * Returns the bounce rate. Where bounces are sessions that are not engaged, its complement is the engagement rate.
     *
     * @return bounces out of sessions
     */
    public Proportion bounceRate() {
        return Proportion.of(bounces, sessions);
    }

    /**
     * Returns the mean number of page views of a session, repeats included.
     *
     * @return page views / sessions, NaN without sessions
     */
    public double pagesPerSession() {
        return (double) pageViews / sessions;
    }

    /**
     * Returns Student's interval of {@link #pagesPerSession()}.
     *
     * @param confidence the level in (0, 1), such as 0.95
     * @return the interval; undefined for fewer than two sessions
     * @throws IllegalArgumentException if the confidence is out of range
     */
    public Interval pagesPerSessionInterval(double confidence) {
        Checks.confidence(confidence);
        if (sessions < 2) {
            return Interval.UNDEFINED;
        }
        double squares = Math.max(pageViewSquares - pagesPerSession() * pageViews, 0);
        double error = Math.sqrt(squares / (sessions - 1.0) / sessions);
        return Interval.around(pagesPerSession(), Critical.t(confidence, sessions - 1.0) * error);
    }

    /**
     * Returns the mean number of actions of a session: what Matomo calls actions per visit.
     *
     * @return actions / sessions, NaN without sessions
     */
    public double actionsPerSession() {
        return (double) actions / sessions;
    }

    /**
     * Returns the mean duration of a session.
     *
     * @param ofBounces what a bounce counts for
     * @return the mean in seconds; NaN if no session counts
     */
    public double meanDuration(BounceDuration ofBounces) {
        long millis = requireNonNull(ofBounces, "ofBounces") == BounceDuration.AS_MEASURED
                ? durationMillis
                : durationMillis - bounceMillis;
        return millis / 1000.0 / (ofBounces == BounceDuration.LEFT_OUT ? sessions - bounces : sessions);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("SessionSummary", 1)
                .with("sessions", sessions)
                .with("bounces", bounces)
                .with("pageViews", pageViews)
                .with("pageViewSquares", pageViewSquares)
                .with("actions", actions)
                .with("durationMillis", durationMillis)
                .with("bounceMillis", bounceMillis);
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the summary
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static SessionSummary ofStored(StoredForm form) {
        StoredFields fields = form.expect(
                "SessionSummary",
                1,
                "sessions",
                "bounces",
                "pageViews",
                "pageViewSquares",
                "actions",
                "durationMillis",
                "bounceMillis");
        return new SessionSummary(
                fields.whole("sessions"),
                fields.whole("bounces"),
                fields.whole("pageViews"),
                fields.whole("pageViewSquares"),
                fields.whole("actions"),
                fields.whole("durationMillis"),
                fields.whole("bounceMillis"));
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    @Override
    public SessionSummary plus(SessionSummary other) {
        return new SessionSummary(
                Math.addExact(sessions, other.sessions),
                Math.addExact(bounces, other.bounces),
                Math.addExact(pageViews, other.pageViews),
                Math.addExact(pageViewSquares, other.pageViewSquares),
                Math.addExact(actions, other.actions),
                Math.addExact(durationMillis, other.durationMillis),
                Math.addExact(bounceMillis, other.bounceMillis));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionSummary that
                && sessions == that.sessions
                && bounces == that.bounces
                && pageViews == that.pageViews
                && pageViewSquares == that.pageViewSquares
                && actions == that.actions
                && durationMillis == that.durationMillis
                && bounceMillis == that.bounceMillis;
    }

    @Override
    public int hashCode() {
        return Objects.hash(sessions, bounces, pageViews, pageViewSquares, actions, durationMillis, bounceMillis);
    }

    /**
     * Returns all counts.
     *
     * @return such as
     *     {@code SessionSummary[sessions=2, bounces=1, pageViews=3, pageViewSquares=5, actions=3, durationMillis=96000,
     *     bounceMillis=0]}
     */
    @Override
    public String toString() {
        return "SessionSummary[sessions=" + sessions + ", bounces=" + bounces + ", pageViews=" + pageViews
                + ", pageViewSquares=" + pageViewSquares + ", actions=" + actions + ", durationMillis=" + durationMillis
                + ", bounceMillis=" + bounceMillis + "]";
    }
}
