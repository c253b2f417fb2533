package io.cxmetrics.web;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.web.EventScreening.Reason;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Rows after {@link EventScreening}: the events, and how many rows were left out for which reason.
 *
 * <p>Immutable and thread-safe; serializable if the keys of visitors are.
 *
 * @param events the events in the order of their rows
 * @param leftOut the rows left out by reason, without reasons that did not occur
 * @param <V> the type of the keys of visitors
 * @since 0.1
 */
public record ScreenedEvents<V>(List<WebEvent<V>> events, Map<Reason, Long> leftOut) implements Serializable {

    /**
     * Copies both parts.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public ScreenedEvents {
        events = List.copyOf(events);
        Map<Reason, Long> counts = new EnumMap<>(Reason.class);
        leftOut.forEach((reason, count) -> {
            if (Checks.notNegative("leftOut", count) > 0) {
                counts.put(reason, count);
            }
        });
        leftOut = Collections.unmodifiableMap(counts);
    }

    /**
     * Returns how many rows there were.
     *
     * @return events and rows left out
     */
    public long total() {
        return events.size()
                + leftOut.values().stream().mapToLong(Long::longValue).sum();
    }
}
