package io.cxmetrics.input.web;

import io.cxmetrics.time.CalendarPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The periods that results are split by. Belongs to one thread. */
final class Periods {

    final ZoneId zone;
    private final @Nullable CalendarPeriod length;

    /** The label of a period is made once for each day. */
    private final Map<LocalDate, String> labels = new HashMap<>();

    Periods(ZoneId zone, @Nullable CalendarPeriod length) {
        this.zone = zone;
        this.length = length;
    }

    boolean isSplit() {
        return length != null;
    }

    LocalDate day(long millis) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(millis), zone);
    }

    /** The label of the period of a time, empty if there are no periods. */
    String label(long millis) {
        return length == null ? "" : labels.computeIfAbsent(day(millis), length::label);
    }

    /** The last day of the period of a time, or of the whole if there are no periods; at most the last of all. */
    LocalDate last(long millis, LocalDate last) {
        if (length == null) {
            return last;
        }
        LocalDate end = length.next(day(millis)).minusDays(1);
        return end.isBefore(last) ? end : last;
    }
}
