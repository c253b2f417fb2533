package io.cxmetrics.web.page;

import io.cxmetrics.web.EventKind;
import io.cxmetrics.web.WebEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One view of a page in a session, with the pings that belong to it. */
final class PageVisit {

    private final String page;
    private final long at;
    private boolean hasNext;
    private long next;
    private long engaged;
    private long[] pings = {};
    private int count;

    private PageVisit(String page, long at) {
        this.page = page;
        this.at = at;
    }

    /** The page views of a session, whose events are in order of time. */
    static List<PageVisit> of(List<? extends WebEvent<?>> events) {
        List<PageVisit> visits = new ArrayList<>();
        Map<String, PageVisit> latest = new HashMap<>();
        for (WebEvent<?> event : events) {
            long at = event.at().toEpochMilli();
            if (event.kind() == EventKind.PAGE_VIEW) {
                PageVisit visit = new PageVisit(event.name(), at);
                if (!visits.isEmpty()) {
                    visits.get(visits.size() - 1).endsWith(visit);
                }
                visits.add(visit);
                latest.put(event.name(), visit);
            } else if (event.kind() == EventKind.PING) {
                PageVisit visit = latest.get(event.name());
                if (visit != null) {
                    visit.ping(at, event.value());
                }
            }
        }
        return visits;
    }

    private void endsWith(PageVisit following) {
        hasNext = true;
        next = following.at;
    }

    private void ping(long time, long value) {
        if (count == pings.length) {
            pings = Arrays.copyOf(pings, 2 * count + 1);
        }
        pings[count++] = time;
        engaged = Math.addExact(engaged, value);
    }

    String page() {
        return page;
    }

    long at() {
        return at;
    }

    boolean hasNext() {
        return hasNext;
    }

    long next() {
        return next;
    }

    long engaged() {
        return engaged;
    }

    long heartbeats(long millis) {
        return Arrays.stream(pings, 0, count)
                .map(ping -> Math.floorDiv(ping, millis))
                .distinct()
                .count();
    }
}
