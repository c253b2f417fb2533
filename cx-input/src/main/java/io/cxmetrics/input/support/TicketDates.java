package io.cxmetrics.input.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The dates that a row gives, in epoch milliseconds. */
record TicketDates(long created, long resolved, long firstReply, long due) {

    /** No date. */
    static final long NONE = Long.MIN_VALUE;

    /** A date that is there and cannot be read. */
    static final long UNREAD = Long.MIN_VALUE + 1;

    static long millis(@Nullable Instant instant) {
        return instant == null ? NONE : instant.toEpochMilli();
    }

    /** Returns the date if it is known by then; null if there is none. */
    static @Nullable Instant known(long date, long until) {
        return date <= UNREAD || date >= until ? null : Instant.ofEpochMilli(date);
    }
}
