package io.cxmetrics.support.resolution;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.StoredFields;
import io.cxmetrics.StoredForm;
import io.cxmetrics.Summary;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.internal.Units;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collector;

/**
 * How long many tickets stayed in each status together; answers come in the unit that is asked for.
 *
 * <p>The times add up exactly. A mean over tickets is over all of them, a ticket that never had the status included; a
 * mean over stays is in {@link Total#mean(ChronoUnit)}.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * Ticket one = Ticket.of("1", noon, Author.REQUESTER, new TicketEvent.StatusChange(noon.plusSeconds(600),
 *         Status.OPEN));
 * Ticket other = Ticket.of("2", noon, Author.REQUESTER);
 * TimeInStatus times = Stream.of(one, other)
 *         .map(ticket -> StatusTimes.of(ticket, noon.plusSeconds(3600)))
 *         .collect(TimeInStatus.toTimeInStatus(TicketClock.ELAPSED));
 * times.total("new"); // Total[stays=2, time=PT1H10M]
 * times.total("new").time(java.time.temporal.ChronoUnit.MINUTES); // 70.0
 * times.meanPerTicket("open", java.time.temporal.ChronoUnit.MINUTES); // 25.0
 * }</pre>
 *
 * @param tickets how many tickets, not negative
 * @param totals the totals by the names of the statuses
 * @since 0.1
 */
public record TimeInStatus(long tickets, Map<String, Total> totals) implements Summary<TimeInStatus> {

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
        Map<String, Total> totals = new TreeMap<>();
        times.byStatus(clock).forEach((name, time) -> totals.put(name, Total.of(0, time)));
        Total stay = Total.of(1, Duration.ZERO);
        times.stays().forEach(each -> totals.merge(each.status().name(), stay, Total::plus));
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
     * Returns the aggregation of times in status.
     *
     * @param clock how time is measured
     * @return the aggregation
     */
    public static Aggregation<StatusTimes, TimeInStatus, TimeInStatus> aggregation(TicketClock clock) {
        requireNonNull(clock, "clock");
        return Aggregation.summing(EMPTY).mapInput(times -> of(times, clock));
    }

    /**
     * Returns the aggregation of tickets as they were known at an instant.
     *
     * @param clock how time is measured
     * @param observedUntil until when events are known, excluded; tickets created later do not count
     * @return the aggregation
     */
    public static Aggregation<Ticket, TimeInStatus, TimeInStatus> aggregation(
            TicketClock clock, Instant observedUntil) {
        requireNonNull(clock, "clock");
        requireNonNull(observedUntil, "observedUntil");
        return Aggregation.summing(EMPTY)
                .mapInput(ticket -> ticket.until(observedUntil)
                        .map(known -> of(StatusTimes.of(known, observedUntil), clock))
                        .orElse(EMPTY));
    }

    /**
     * Returns a collector of tickets as they were known at an instant.
     *
     * @param clock how time is measured
     * @param observedUntil until when events are known, excluded; tickets created later do not count
     * @return the collector
     */
    public static Collector<Ticket, ?, TimeInStatus> toTimeInStatus(TicketClock clock, Instant observedUntil) {
        return aggregation(clock, observedUntil).toCollector();
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
     * Returns how many tickets count.
     *
     * @return the count
     */
    public long count() {
        return tickets;
    }

    /**
     * Returns the total of a status.
     *
     * @param status its name
     * @return the total; {@link Total#EMPTY} if no ticket ever had it
     */
    public Total total(String status) {
        return totals.getOrDefault(status, Total.EMPTY);
    }

    /**
     * Returns how long a ticket was in a status on average.
     *
     * @param status its name
     * @param unit the unit, such as {@code HOURS}; at most weeks
     * @return the time in the status / all tickets; NaN without tickets
     * @throws IllegalArgumentException if the unit has no fixed length
     */
    public double meanPerTicket(String status, ChronoUnit unit) {
        return total(status).per(tickets, unit);
    }

    @Override
    public StoredForm storedForm() {
        return StoredForm.of("TimeInStatus", 1)
                .with("tickets", tickets)
                .withTexts("statuses", totals.keySet())
                .with("stays", totals.values().stream().mapToLong(Total::stays).toArray())
                .with(
                        "seconds",
                        totals.values().stream().mapToLong(Total::seconds).toArray())
                .with("nanos", totals.values().stream().mapToInt(Total::nanos).toArray());
    }

    /**
     * Rebuilds what {@link #storedForm()} wrote.
     *
     * @param form the form
     * @return the totals
     * @throws IllegalArgumentException if the form is not one of them
     */
    public static TimeInStatus ofStored(StoredForm form) {
        StoredFields fields = form.expect("TimeInStatus", 1, "tickets", "statuses", "stays", "seconds", "nanos");
        List<String> statuses = fields.distinctTexts("statuses");
        long[] stays = fields.wholes("stays");
        long[] seconds = fields.wholes("seconds");
        int[] nanos = fields.integers("nanos");
        fields.sameLength("statuses", "stays", "seconds", "nanos");
        Map<String, Total> totals = new TreeMap<>();
        for (int i = 0; i < stays.length; i++) {
            totals.put(statuses.get(i), new Total(stays[i], seconds[i], nanos[i]));
        }
        return new TimeInStatus(fields.whole("tickets"), totals);
    }

    private Object writeReplace() {
        return StoredForm.replacing(this);
    }

    @Override
    public TimeInStatus plus(TimeInStatus other) {
        Map<String, Total> sum = new TreeMap<>(totals);
        other.totals.forEach((name, total) -> sum.merge(name, total, Total::plus));
        return new TimeInStatus(Math.addExact(tickets, other.tickets), sum);
    }

    /**
     * How often and how long tickets stayed in a status. The time is kept as seconds and nanoseconds, which any format
     * can write, and adds up exactly.
     *
     * <pre>{@code
     * TimeInStatus.Total total = TimeInStatus.Total.of(2, Duration.ofMinutes(90)).plus(TimeInStatus.Total.of(1,
     *         Duration.ofMinutes(30)));
     * total; // Total[stays=3, time=PT2H]
     * total.mean(java.time.temporal.ChronoUnit.MINUTES); // 40.0
     * TimeInStatus.Total.EMPTY.mean(java.time.temporal.ChronoUnit.MINUTES); // NaN
     * }</pre>
     *
     * @param stays how many stays, not negative
     * @param seconds how many whole seconds together, not negative
     * @param nanos how many nanoseconds beyond them, in [0, 999,999,999]
     */
    public record Total(long stays, long seconds, int nanos) implements Summary<Total> {

        /** No stays. */
        public static final Total EMPTY = new Total(0, 0, 0);

        private static final int MAX_NANOS = 999_999_999;
        private static final double NANOS_PER_SECOND = 1e9;
        private static final double MILLIS_PER_SECOND = 1e3;

        /**
         * Checks the parts.
         *
         * @throws IllegalArgumentException if a part is out of range
         */
        public Total {
            Checks.notNegative("stays", stays);
            Checks.notNegative("seconds", seconds);
            Checks.inRange("nanos", nanos, 0, MAX_NANOS);
        }

        /**
         * Returns a total.
         *
         * @param stays how many stays, not negative
         * @param time how long together, not negative
         * @return the total
         * @throws IllegalArgumentException if a part is negative
         */
        public static Total of(long stays, Duration time) {
            return new Total(stays, time.getSeconds(), time.getNano());
        }

        /**
         * Returns the aggregation of stays of one status.
         *
         * @return the aggregation
         */
        public static Aggregation<StatusTimes.Stay, Total, Total> aggregation() {
            return Aggregation.summing(EMPTY).mapInput(stay -> of(1, stay.duration()));
        }

        /**
         * Returns how long together.
         *
         * @return the time, zero or more
         */
        public Duration time() {
            return Duration.ofSeconds(seconds, nanos);
        }

        /**
         * Returns how long together, in a unit.
         *
         * @param unit the unit, such as {@code HOURS}; at most weeks
         * @return the time, zero or more
         * @throws IllegalArgumentException if the unit has no fixed length
         */
        public double time(ChronoUnit unit) {
            return per(1, unit);
        }

        /**
         * Returns how long a stay was on average.
         *
         * @param unit the unit, such as {@code HOURS}; at most weeks
         * @return time / stays; NaN without stays
         * @throws IllegalArgumentException if the unit has no fixed length
         */
        public double mean(ChronoUnit unit) {
            return per(stays, unit);
        }

        /** The time over a count; NaN over none. */
        double per(long count, ChronoUnit unit) {
            double secondsPerUnit = Units.millis(unit) / MILLIS_PER_SECOND;
            return count == 0 ? Double.NaN : (seconds + nanos / NANOS_PER_SECOND) / secondsPerUnit / count;
        }

        /**
         * Returns how many stays there are.
         *
         * @return the count
         */
        public long count() {
            return stays;
        }

        @Override
        public StoredForm storedForm() {
            return StoredForm.of("TimeInStatusTotal", 1)
                    .with("stays", stays)
                    .with("seconds", seconds)
                    .with("nanos", nanos);
        }

        /**
         * Rebuilds what {@link #storedForm()} wrote.
         *
         * @param form the form
         * @return the total
         * @throws IllegalArgumentException if the form is not one of them
         */
        public static Total ofStored(StoredForm form) {
            StoredFields fields = form.expect("TimeInStatusTotal", 1, "stays", "seconds", "nanos");
            return new Total(fields.whole("stays"), fields.whole("seconds"), fields.integer("nanos"));
        }

        private Object writeReplace() {
            return StoredForm.replacing(this);
        }

        @Override
        public Total plus(Total other) {
            return of(Math.addExact(stays, other.stays), time().plus(other.time()));
        }

        /**
         * Returns the stays and the time.
         *
         * @return such as {@code Total[stays=3, time=PT2H]}
         */
        @Override
        public String toString() {
            return "Total[stays=" + stays + ", time=" + time() + "]";
        }
    }
}
