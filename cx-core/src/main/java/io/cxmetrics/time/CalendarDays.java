package io.cxmetrics.time;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Dates of a zone: what ends on the date on which it began took no day. */
record CalendarDays(ZoneId zone) implements TimeMeasure {

    CalendarDays {
        requireNonNull(zone, "zone");
    }

    @Override
    public Duration between(Instant from, Instant to) {
        return Duration.ofDays(ChronoUnit.DAYS.between(
                from.atZone(zone).toLocalDate(), to.atZone(zone).toLocalDate()));
    }
}
