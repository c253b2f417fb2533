package io.cxmetrics.web.session;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/** The summary of sessions while it grows. */
final class SessionSummaryBuffer implements Serializable {

    private static final long serialVersionUID = 1;

    private final BounceRule rule;
    private long sessions;
    private long bounces;
    private long pageViews;
    private long pageViewSquares;
    private long actions;
    private long durationMillis;
    private long bounceMillis;

    SessionSummaryBuffer(BounceRule rule) {
        this.rule = requireNonNull(rule, "rule");
    }

    void add(Session<?> session) {
        add(rule.test(session), session.pageViews(), session.actions(), session.durationMillis());
    }

    void add(boolean bounce, long views, long acts, long millis) {
        sessions++;
        pageViews = Math.addExact(pageViews, views);
        pageViewSquares = Math.addExact(pageViewSquares, Math.multiplyExact(views, views));
        actions = Math.addExact(actions, acts);
        durationMillis = Math.addExact(durationMillis, millis);
        if (bounce) {
            bounces++;
            bounceMillis = Math.addExact(bounceMillis, millis);
        }
    }

    static SessionSummary one(Session<?> session, BounceRule rule) {
        SessionSummaryBuffer sum = new SessionSummaryBuffer(rule);
        sum.add(session);
        return sum.finish();
    }

    SessionSummary finish() {
        return new SessionSummary(sessions, bounces, pageViews, pageViewSquares, actions, durationMillis, bounceMillis);
    }
}
