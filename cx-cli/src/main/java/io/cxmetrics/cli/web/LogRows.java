package io.cxmetrics.cli.web;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.cli.input.AccessLog;
import io.cxmetrics.cli.input.AccessLog.Request;
import io.cxmetrics.cli.input.Problems;
import io.cxmetrics.cli.report.CalendarLabels;
import io.cxmetrics.web.WebEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the page views of a log, and counts how all its requests were answered. */
public final class LogRows {

    private final EventTable table;
    private final PageRequests pages;
    private final boolean byAddress;
    private final Map<String, Long> statuses = new TreeMap<>();

    /**
     * Starts without any.
     *
     * @param table where the page views go
     * @param pages which requests they are
     * @param byAddress whether a visitor is an address, instead of an address and a user agent
     */
    public LogRows(EventTable table, PageRequests pages, boolean byAddress) {
        this.table = table;
        this.pages = pages;
        this.byAddress = byAddress;
    }

    /** Reads all lines of a log. */
    public void read(AccessLog log, Problems problems, List<Integer> by) {
        while (log.next()) {
            Request request = log.request();
            statuses.merge(String.valueOf(request.status()), 1L, Math::addExact);
            List<String> labels = request.labels(by);
            if (request.at() == null) {
                problems.invalidValue(
                        log.line(), "time must be like 02/Jan/2026:03:04:05 +0000, got " + request.time());
            }
            String reason = pages.reason(request);
            if (reason == null) {
                table.add(view(request), labels);
            } else {
                table.leaveOut(labels, request.at(), CalendarLabels.INVALID, reason);
            }
        }
    }

    private WebEvent<String> view(Request request) {
        String visitor = byAddress ? request.ip() : request.ip() + " " + request.agent();
        return WebEvent.pageView(table.once(visitor), requireNonNull(request.at()), table.once(pages.page(request)))
                .withUser(table.once(request.user()));
    }

    /** Returns how many requests were answered by each status. */
    public Map<String, Long> statuses() {
        return statuses;
    }

    /** Returns how many requests there are whose status is an error of the client or the server. */
    public long errors() {
        return statuses.entrySet().stream()
                .filter(status -> status.getKey().compareTo("400") >= 0)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
