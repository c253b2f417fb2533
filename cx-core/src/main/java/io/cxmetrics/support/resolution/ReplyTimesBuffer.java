package io.cxmetrics.support.resolution;

import io.cxmetrics.stat.survival.EventTimesBuffer;
import io.cxmetrics.support.ReplyDefinition;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.time.TimeMeasure;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Growing {@link ReplyTimes}: the state of their aggregations. Each ticket costs the same, however many there are. Not
 * thread-safe.
 *
 * @since 0.1
 */
public final class ReplyTimesBuffer implements Serializable {

    private static final long serialVersionUID = 1;

    private final EventTimesBuffer first = new EventTimesBuffer();
    private final EventTimesBuffer next = new EventTimesBuffer();
    private final EventTimesBuffer every = new EventTimesBuffer();
    private long conversations;
    private long replies;
    private long negative;
    private long createdLater;

    ReplyTimesBuffer() {}

    /** The history of a ticket, with all its replies. */
    void add(Ticket whole, ReplyDefinition definition, TicketClock clock, Instant observedUntil) {
        Ticket ticket = whole.until(observedUntil).orElse(null);
        if (ticket == null) {
            createdLater++;
            return;
        }
        Replies given = Replies.of(ticket, definition);
        Resolution resolution = Resolution.of(ticket);
        Instant end = resolution.resolved() ? resolution.lastAt().orElse(observedUntil) : observedUntil;
        conversations++;
        replies += given.count();
        addFirst(ticket, given, clock, end);
        addAll(given.nextTimes(clock), next);
        addAll(given.times(clock), every);
        given.waitingSince().filter(end::isAfter).ifPresent(since -> {
            long waited = clock.between(ticket, since, end).toMillis();
            every.add(0, waited, false);
            if (!given.unanswered()) {
                next.add(0, waited, false);
            }
        });
    }

    private void addFirst(Ticket ticket, Replies given, TicketClock clock, Instant end) {
        Optional<Duration> time = given.firstTime(clock);
        if (time.isPresent()) {
            first.add(0, time.get().toMillis(), true);
        } else if (given.unanswered()) {
            Instant until = end.isBefore(ticket.created()) ? ticket.created() : end;
            first.add(0, clock.between(ticket, ticket.created(), until).toMillis(), false);
        } else {
            negative++;
        }
    }

    private static void addAll(List<Duration> times, EventTimesBuffer to) {
        times.forEach(time -> to.add(0, time.toMillis(), true));
    }

    /** A record that knows of the first reply alone. */
    void add(Instant created, @Nullable Instant firstReply, TimeMeasure measure, Instant observedUntil) {
        if (!created.isBefore(observedUntil)) {
            createdLater++;
        } else if (firstReply == null || !firstReply.isBefore(observedUntil)) {
            first.add(0, measure.between(created, observedUntil).toMillis(), false);
        } else if (firstReply.isBefore(created)) {
            negative++;
        } else {
            first.add(0, measure.between(created, firstReply).toMillis(), true);
        }
    }

    /** A first reply time that was measured already; null for a ticket that waits nobody knows how long. */
    void add(@Nullable Duration time) {
        if (time != null && time.isNegative()) {
            negative++;
        } else {
            first.add(0, time == null ? 0 : time.toMillis(), time != null);
        }
    }

    ReplyTimesBuffer join(ReplyTimesBuffer other) {
        first.join(other.first);
        next.join(other.next);
        every.join(other.every);
        conversations = Math.addExact(conversations, other.conversations);
        replies = Math.addExact(replies, other.replies);
        negative = Math.addExact(negative, other.negative);
        createdLater = Math.addExact(createdLater, other.createdLater);
        return this;
    }

    ReplyTimes sum() {
        return new ReplyTimes(
                List.of(first.sum(), next.sum(), every.sum()), conversations, replies, negative, createdLater);
    }
}
