package io.cxmetrics.web.session;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Critical;
import io.cxmetrics.stat.Interval;
import io.cxmetrics.stat.Proportion;
import java.util.Collection;
import java.util.stream.Collector;

/**
 * How many sessions there were, how many of them bounced, and how many pages and how much time they had.
 *
 * <p><b>Definition.</b> bounce rate = bounces / sessions; pages per session = page views / sessions, repeats included; duration = time
 * from the first event of a session to its last, of which the mean is taken with bounces as they are, as 0, or without them
 * ({@link BounceDuration}). What a session and a bounce are the caller chooses ({@link SessionRules}, {@link BounceRule}); summaries
 * of different definitions should not be added.
 *
 * <p><b>Edges.</b> Without sessions all rates and means are NaN.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * SessionSummary day = new SessionSummary(4, 3, 6, 12, 7, 100_000, 4_000);
 * day.bounceRate(); // 3 of 4 (0.75)
 * day.pagesPerSession(); // 1.5
 * day.meanDuration(BounceDuration.AS_ZERO); // 24.0
 * day.meanDuration(BounceDuration.LEFT_OUT); // 96.0
 * day.plus(day).bounceRate(); // 6 of 8 (0.75)
 * }</pre>
 *
 * @param sessions how many sessions
 * @param bounces how many of them are bounces
 * @param pageViews the page views of all
 * @param pageViewSquares the sum over sessions of their page views squared
 * @param actions the actions of all, page views included
 * @param durationMillis the durations of all, in milliseconds
 * @param bounceMillis the part of them that is of bounces
 */
public record SessionSummary(
        long sessions,
        long bounces,
        long pageViews,
        long pageViewSquares,
        long actions,
        long durationMillis,
        long bounceMillis)
        implements Summary<SessionSummary> {

    /** No sessions. */
    public static final SessionSummary EMPTY = new SessionSummary(0, 0, 0, 0, 0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if one is negative, or larger than what it is a part of, or of no session
     */
    public SessionSummary {
        Checks.notNegative("sessions", sessions);
        part("bounces", bounces, "sessions", sessions);
        part("pageViews", pageViews, "pageViewSquares", pageViewSquares);
        part("pageViews", pageViews, "actions", actions);
        Checks.notNegative("durationMillis", durationMillis);
        part("bounceMillis", bounceMillis, "durationMillis", durationMillis);
        nothingOfNobody("actions", actions, "sessions", sessions);
        nothingOfNobody("pageViewSquares", pageViewSquares, "sessions", sessions);
        nothingOfNobody("durationMillis", durationMillis, "sessions", sessions);
        nothingOfNobody("bounceMillis", bounceMillis, "bounces", bounces);
        if (bounces == sessions && bounceMillis != durationMillis) {
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

    private static void part(String name, long part, String wholeName, long whole) {
        if (Checks.notNegative(name, part) > whole) {
            throw new IllegalArgumentException(
                    name + " must not exceed " + wholeName + " (" + whole + "), got " + part);
        }
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
     * Returns how sessions become a summary, for streams and engines.
     *
     * @param rule which of them are bounces
     * @return the aggregation
     */
    public static Aggregation<Session<?>, ?, SessionSummary> aggregation(BounceRule rule) {
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
}
