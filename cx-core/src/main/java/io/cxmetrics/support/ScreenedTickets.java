package io.cxmetrics.support;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Tickets that can be measured, and how many cannot, by reason: what a {@link TicketScreening} finds.
 *
 * @param tickets the tickets that can be measured, in the order in which they were given
 * @param leftOut how many cannot, by reason; a reason that never came is absent
 * @param <T> the type of the tickets
 * @since 0.1
 */
public record ScreenedTickets<T>(List<T> tickets, Map<TicketFlaw, Long> leftOut) implements Serializable {

    /** Copies both. */
    public ScreenedTickets {
        tickets = List.copyOf(tickets);
        Map<TicketFlaw, Long> copy = new EnumMap<>(TicketFlaw.class);
        copy.putAll(leftOut);
        leftOut = Collections.unmodifiableMap(copy);
    }

    /**
     * Returns how many tickets are left out for a reason.
     *
     * @param flaw the reason
     * @return the count
     */
    public long leftOut(TicketFlaw flaw) {
        return leftOut.getOrDefault(flaw, 0L);
    }

    /**
     * Returns how many tickets were given.
     *
     * @return those that can be measured and those left out
     */
    public long total() {
        return tickets.size()
                + leftOut.values().stream().mapToLong(Long::longValue).sum();
    }
}
