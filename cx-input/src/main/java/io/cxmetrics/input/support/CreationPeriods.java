package io.cxmetrics.input.support;

import io.cxmetrics.input.Reason;
import io.cxmetrics.input.reading.Grouping;
import io.cxmetrics.time.CalendarPeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The periods that tickets were created in. Each name is made once for a day. */
final class CreationPeriods {

    private final CalendarPeriod period;
    private final ZoneId zone;
    private final Map<LocalDate, String> names = new HashMap<>();

    CreationPeriods(CalendarPeriod period, ZoneId zone) {
        this.period = period;
        this.zone = zone;
    }

    String of(Instant created) {
        return names.computeIfAbsent(LocalDate.ofInstant(created, zone), period::label);
    }

    /** The period of a ticket that may have no creation, which its reason tells. */
    String of(@Nullable Instant created, Reason reason) {
        if (created != null) {
            return of(created);
        }
        return reason.equals(Reason.invalid(TicketRole.CREATED.role())) ? Grouping.INVALID_DATE : Grouping.NO_DATE;
    }
}
