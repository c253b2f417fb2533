package io.cxmetrics.time;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * How the time between two instants is measured: {@link #ELAPSED}, in {@linkplain #calendarDays calendar days}, or in
 * the hours of a {@link WorkingCalendar}, which is a measure itself.
 *
 * <p>Implementations are immutable, thread-safe and serializable.
 *
 * <pre>{@code
 * Instant monday = Instant.parse("2026-03-02T23:00:00Z");
 * Instant tuesday = Instant.parse("2026-03-03T01:00:00Z");
 * TimeMeasure.ELAPSED.between(monday, tuesday); // PT2H
 * TimeMeasure.calendarDays(ZoneOffset.UTC).between(monday, tuesday).toDays(); // 1
 * WorkingCalendar.parse("Mon-Fri 09:00-17:00 UTC").between(monday, tuesday); // PT0S
 * }</pre>
 *
 * @since 0.1
 */
@FunctionalInterface
public interface TimeMeasure extends Serializable {

    /** All time counts. */
    TimeMeasure ELAPSED = Elapsed.ALL;

    /**
     * Returns the time between two instants.
     *
     * @param from the start
     * @param to the end, not before the start
     * @return the time in [from, to) that counts, zero or more
     * @throws IllegalArgumentException if the measure does not reach that far
     */
    Duration between(Instant from, Instant to);

    /**
     * Returns a measure of calendar days: how many midnights lie between two instants. What begins and ends on one date
     * took no day, and what ends on the next date took one, be it after a minute.
     *
     * @param zone whose midnights count
     * @return the measure; its times are whole days of 24 hours, whatever the clocks did
     */
    static TimeMeasure calendarDays(ZoneId zone) {
        return new CalendarDays(zone);
    }
}
