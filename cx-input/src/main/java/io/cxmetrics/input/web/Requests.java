package io.cxmetrics.input.web;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.stat.Proportion;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The requests of a log: those that are page views as events, and how all of them were answered.
 *
 * @param events the page views
 * @param statuses how many requests were answered by each status; an empty text stands for none
 * @since 0.1
 */
public record Requests(WebEvents events, SortedMap<String, Long> statuses) {

    private static final int FIRST_ERROR = 400;

    /** Copies the counts. */
    public Requests {
        requireNonNull(events, "events");
        statuses = Collections.unmodifiableSortedMap(new TreeMap<>(statuses));
    }

    /**
     * Returns how many requests were answered by an error of the client or the server, out of all that were answered.
     *
     * @return the share of statuses from 400 on
     */
    public Proportion errors() {
        long errors = 0;
        long all = 0;
        for (Map.Entry<String, Long> status : statuses.entrySet()) {
            if (!status.getKey().isEmpty()) {
                all = Math.addExact(all, status.getValue());
                errors += Integer.parseInt(status.getKey()) >= FIRST_ERROR ? status.getValue() : 0;
            }
        }
        return Proportion.of(errors, all);
    }
}
