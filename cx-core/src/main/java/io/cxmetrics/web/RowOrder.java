package io.cxmetrics.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order rows were written. It decides which of two events at the same time was first, where a file has whole
 * seconds: most exports write the newest row first.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * RowOrder.of(List.of(WebEvent.pageView("ann", noon.plusSeconds(1), "/"), WebEvent.pageView("bob", noon,
 *         "/"))); // NEWEST_FIRST
 * RowOrder.of(List.of(WebEvent.pageView("ann", noon, "/"), WebEvent.pageView("bob", noon, "/"))); // OLDEST_FIRST
 * }</pre>
 *
 * @since 0.1
 */
public enum RowOrder {

    /** Of two events at the same time the one that came first was first. */
    OLDEST_FIRST,

    /** Of two events at the same time the one that came last was first. */
    NEWEST_FIRST;

    /**
     * Tells how rows were written, as far as their times say so. Files are written newest first as a whole, or visitor
     * by visitor.
     *
     * @param events all rows of a file, in the order of the file
     * @return what {@link RowOrderBuffer#order()} says of them
     */
    public static RowOrder of(Collection<? extends WebEvent<?>> events) {
        RowOrderBuffer rows = new RowOrderBuffer();
        Map<Object, Long> last = new HashMap<>();
        for (WebEvent<?> event : events) {
            long at = event.at().toEpochMilli();
            Long before = last.put(event.visitor(), at);
            rows.add(at, before == null ? RowOrderBuffer.NONE : before);
        }
        return rows.order();
    }

    /**
     * Returns events in the order in which those at the same time happened.
     *
     * @param events the events in the order of their rows
     * @param <E> the type of the events
     * @return the same list, or a reversed copy
     */
    public <E> List<E> arrange(List<E> events) {
        if (this == OLDEST_FIRST) {
            return events;
        }
        List<E> reversed = new ArrayList<>(events);
        Collections.reverse(reversed);
        return reversed;
    }
}
