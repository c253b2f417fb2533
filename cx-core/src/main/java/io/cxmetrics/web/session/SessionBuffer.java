package io.cxmetrics.web.session;

import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.io.Serializable;
import java.time.Instant;

/** The counts of a session while it grows, event by event in order of time. */
final class SessionBuffer<V> implements Serializable {

    private static final long serialVersionUID = 1;

    private static final long HEARTBEAT_MILLIS = 10_000;

    private final V visitor;
    private final String id;
    private final long start;
    private long last;
    private long events;
    private long pageViews;
    private long actions;
    private long interactions;
    private long keyEvents;
    private long heartbeats;
    private long lastHeartbeat;
    private long engagedMillis;
    private String campaign = "";
    private String entryPage = "";
    private String exitPage = "";

    SessionBuffer(WebEvent<V> first, boolean given, boolean key) {
        visitor = first.visitor();
        id = given ? first.session() : "";
        start = first.at().toEpochMilli();
        add(first, key);
    }

    /** Whether an event, which is not before the last, still belongs to it. */
    boolean fits(WebEvent<V> event, SessionRules rules) {
        long at = event.at().toEpochMilli();
        if (Math.subtractExact(at, start) > rules.maxLengthMillis()) {
            return false;
        }
        return rules.givenIds()
                || !(isIdle(at, rules)
                        || rules.midnightBetween(last, at)
                        || (rules.campaignChange() && isOtherCampaign(event.campaign()))
                        || (actions >= rules.maxActions() && isAction(event.kind())));
    }

    /** Whether an event of a time, which is not before the last, would come after the timeout. */
    boolean isIdle(long at, SessionRules rules) {
        long gap = at - last;
        // A gap beyond the range of a long comes out negative.
        return rules.boundary().ends(gap < 0 ? Long.MAX_VALUE : gap, rules.timeoutMillis());
    }

    private boolean isOtherCampaign(String named) {
        return !named.isEmpty() && !campaign.isEmpty() && !named.equals(campaign);
    }

    static boolean isAction(EventKind kind) {
        return kind != EventKind.PING
                && kind != EventKind.SCROLL
                && kind != EventKind.IMPRESSION
                && kind != EventKind.AUTOMATIC;
    }

    /** Takes an event, or refuses it and stays what it was. */
    void add(WebEvent<V> event, boolean key) {
        if (event.kind() == EventKind.PING) {
            ping(event);
        }
        last = event.at().toEpochMilli();
        events++;
        keyEvents += key ? 1 : 0;
        if (!event.campaign().isEmpty()) {
            campaign = event.campaign();
        }
        if (event.kind() == EventKind.PAGE_VIEW) {
            entryPage = pageViews == 0 ? event.name() : entryPage;
            exitPage = event.name();
            pageViews++;
            actions++;
        } else if (isAction(event.kind())) {
            actions++;
            interactions++;
        }
    }

    private void ping(WebEvent<V> event) {
        if (event.value() < 0) {
            throw new IllegalArgumentException("value of a ping must not be negative, got " + event.value());
        }
        engagedMillis = Math.addExact(engagedMillis, event.value());
        long heartbeat = Math.floorDiv(event.at().toEpochMilli(), HEARTBEAT_MILLIS);
        heartbeats += heartbeats == 0 || heartbeat != lastHeartbeat ? 1 : 0;
        lastHeartbeat = heartbeat;
    }

    long last() {
        return last;
    }

    Session<V> close() {
        return new Session<>(
                visitor,
                id,
                Instant.ofEpochMilli(start),
                Instant.ofEpochMilli(last),
                events,
                pageViews,
                actions,
                interactions,
                keyEvents,
                heartbeats,
                engagedMillis,
                entryPage,
                exitPage);
    }
}
