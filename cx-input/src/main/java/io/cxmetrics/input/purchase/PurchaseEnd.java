package io.cxmetrics.input.purchase;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.input.field.Moment;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Until when purchases are known.
 *
 * @param day the last day, null if none was named
 * @param instant the first instant that is not known, null if none was named
 * @param clock tells which dates of a file lie in the future, where neither was named
 */
record PurchaseEnd(@Nullable LocalDate day, @Nullable Instant instant, Clock clock) {

    static PurchaseEnd of(Clock clock) {
        return new PurchaseEnd(null, null, clock);
    }

    PurchaseEnd through(LocalDate last) {
        return new PurchaseEnd(requireNonNull(last, "day"), null, clock);
    }

    PurchaseEnd until(Instant first) {
        return new PurchaseEnd(null, requireNonNull(first, "instant"), clock);
    }

    PurchaseEnd withClock(Clock other) {
        return new PurchaseEnd(day, instant, requireNonNull(other, "clock"));
    }

    boolean isNamed() {
        return day != null || instant != null;
    }

    /** Whether something happened after the end. */
    boolean isBefore(Moment moment, @Nullable ZoneId zone) {
        if (day != null) {
            return date(moment, zone).isAfter(day);
        }
        return instant != null && !at(moment, zone).isBefore(instant);
    }

    /** When it was; without a zone, as if all that was written was in UTC. */
    static Instant at(Moment moment, @Nullable ZoneId zone) {
        return zone == null ? moment.written().toInstant(ZoneOffset.UTC) : moment.instant(zone);
    }

    private static LocalDate date(Moment moment, @Nullable ZoneId zone) {
        return zone == null ? moment.writtenDate() : moment.date(zone);
    }
}
