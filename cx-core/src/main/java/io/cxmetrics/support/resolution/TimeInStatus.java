package io.cxmetrics.support.resolution;

import io.cxmetrics.Aggregation;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.support.TicketClock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;

/**
 * How long many tickets stayed in each status together.
 *
 * <p>The times add up exactly. A mean over tickets is over all of them, a ticket that never had the status included; a mean
 * over stays is in {@link StatusTotal#mean()}.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * Ticket one = Ticket.of("1", noon, Author.REQUESTER, new TicketEvent.StatusChange(noon.plusSeconds(600), Status.OPEN));
 * Ticket other = Ticket.of("2", noon, Author.REQUESTER);
 * TimeInStatus times = Stream.of(one, other)
 *         .map(ticket -> StatusTimes.of(ticket, noon.plusSeconds(3600)))
 *         .collect(TimeInStatus.toTimeInStatus(TicketClock.ELAPSED));
 * times.total("new"); // StatusTotal[stays=2, time=PT1H10M]
 * times.meanPerTicket("open"); // 1500.0
 * }</pre>
 *
 * @param tickets how many tickets, not negative
 * @param totals the totals by the names of the statuses
 */
public record TimeInStatus(long tickets, Map<String, StatusTotal> totals) implements Summary<TimeInStatus> {

    /** No tickets. */
    public static final TimeInStatus EMPTY = new TimeInStatus(0, Map.of());

    /**
     * Checks the count, and copies the totals in the order of their names.
     *
     * @throws IllegalArgumentException if the count is negative
     */
    public TimeInStatus {
        Checks.notNegative("tickets", tickets);
        totals = Collections.unmodifiableMap(new TreeMap<>(totals));
    }

    /**
     * Returns the totals of one ticket.
     *
     * @param times its times in status
     * @param clock how time is measured
     * @return the totals
     */
    public static TimeInStatus of(StatusTimes times, TicketClock clock) {
        Map<String, StatusTotal> totals = new TreeMap<>();
        times.byStatus(clock).forEach((name, time) -> totals.put(name, StatusTotal.of(0, time)));
        StatusTotal stay = StatusTotal.of(1, Duration.ZERO);
        times.stays().forEach(each -> totals.merge(each.status().name(), stay, StatusTotal::plus));
        return new TimeInStatus(1, totals);
    }

    /**
     * Returns the totals of many tickets.
     *
     * @param times their times in status
     * @param clock how time is measured
     * @return the totals
     */
    public static TimeInStatus of(Collection<StatusTimes> times, TicketClock clock) {
        return times.stream().collect(toTimeInStatus(clock));
    }

    /**
     * Returns how times in status become totals, for streams and engines.
     *
     * @param clock how time is measured
     * @return the aggregation
     */
    public static Aggregation<StatusTimes, ?, TimeInStatus> aggregation(TicketClock clock) {
        return Aggregation.summing(EMPTY).mapInput(times -> of(times, clock));
    }

    /**
     * Returns a collector of times in status.
     *
     * @param clock how time is measured
     * @return the collector
     */
    public static Collector<StatusTimes, ?, TimeInStatus> toTimeInStatus(TicketClock clock) {
        return aggregation(clock).toCollector();
    }

    /**
     * Returns the total of a status.
     *
     * @param status its name
     * @return the total; {@link StatusTotal#EMPTY} if no ticket ever had it
     */
    public StatusTotal total(String status) {
        return totals.getOrDefault(status, StatusTotal.EMPTY);
    }

    /**
     * Returns how long a ticket was in a status on average.
     *
     * @param status its name
     * @return the time in the status / all tickets, in seconds; NaN without tickets
     */
    public double meanPerTicket(String status) {
        return total(status).per(tickets);
    }

    @Override
    public TimeInStatus plus(TimeInStatus other) {
        Map<String, StatusTotal> sum = new TreeMap<>(totals);
        other.totals.forEach((name, total) -> sum.merge(name, total, StatusTotal::plus));
        return new TimeInStatus(Math.addExact(tickets, other.tickets), sum);
    }
}
