package io.cxmetrics.support.resolution;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.support.ReplyDefinition;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Adds up the replies of tickets, as they were known at an instant. */
final class ReplyTimesBuffer {

    /** Times under way to a summary. */
    private static final class Times {
        final LongStream.Builder events = LongStream.builder();
        final LongStream.Builder censored = LongStream.builder();

        EventTimes finish() {
            return EventTimes.ofEvents(events.build().toArray())
                    .plus(EventTimes.ofCensored(censored.build().toArray()));
        }
    }

    private final Instant asOf;
    private final TicketClock clock;
    private final ReplyDefinition rules;
    private final Times first = new Times();
    private final Times next = new Times();
    private final Times every = new Times();
    private long replies;
    private long negative;
    private long createdLater;

    ReplyTimesBuffer(Instant asOf, TicketClock clock, ReplyDefinition rules) {
        this.asOf = asOf;
        this.clock = requireNonNull(clock, "clock");
        this.rules = requireNonNull(rules, "rules");
    }

    void add(Ticket whole) {
        if (whole.created().isAfter(asOf)) {
            createdLater++;
            return;
        }
        Ticket ticket = whole.asOf(asOf);
        Replies given = Replies.of(ticket, rules);
        Resolution resolution = Resolution.of(ticket);
        Instant end = resolution.resolved() ? resolution.lastAt().orElse(asOf) : asOf;
        replies += given.count();
        addFirst(ticket, given, end);
        addAll(given.nextTimes(clock), next);
        addAll(given.times(clock), every);
        given.waitingSince().filter(end::isAfter).ifPresent(since -> {
            long waited = clock.between(ticket, since, end).toMillis();
            every.censored.add(waited);
            if (!given.unanswered()) {
                next.censored.add(waited);
            }
        });
    }

    private void addFirst(Ticket ticket, Replies given, Instant end) {
        Optional<Duration> time = given.firstTime(clock);
        if (time.isPresent()) {
            first.events.add(time.get().toMillis());
        } else if (given.unanswered()) {
            Instant until = end.isBefore(ticket.created()) ? ticket.created() : end;
            first.censored.add(clock.between(ticket, ticket.created(), until).toMillis());
        } else {
            negative++;
        }
    }

    private static void addAll(List<Duration> times, Times to) {
        times.forEach(time -> to.events.add(time.toMillis()));
    }

    ReplyTimes finish() {
        return new ReplyTimes(first.finish(), next.finish(), every.finish(), replies, negative, createdLater);
    }
}
