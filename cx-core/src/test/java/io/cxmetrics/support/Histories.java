package io.cxmetrics.support;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;

import io.cxmetrics.support.TicketEvent.Assignment;
import io.cxmetrics.support.TicketEvent.Comment;
import io.cxmetrics.support.TicketEvent.SatisfactionRating;
import io.cxmetrics.support.TicketEvent.ScheduleChange;
import io.cxmetrics.support.TicketEvent.StatusChange;
import io.cxmetrics.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random tickets of two days with events to the minute, several of them at once, some before the creation. */
public final class Histories {

    public static final Instant CREATED = Instant.parse("2026-03-06T12:00:00Z");
    public static final int LAST_MINUTE = 2880;
    public static final WorkingCalendar OFFICE =
            WorkingCalendar.in(ZoneOffset.UTC).open(MONDAY, FRIDAY, "09:00", "17:00");
    private static final WorkingCalendar SHOP =
            WorkingCalendar.in(ZoneOffset.UTC).open(MONDAY, SUNDAY, "06:00", "22:00");

    private Histories() {}

    public static Instant minute(int minutes) {
        return CREATED.plus(Duration.ofMinutes(minutes));
    }

    public static Arbitrary<Ticket> tickets() {
        return Combinators.combine(Arbitraries.of(Author.class), events().list().ofMaxSize(20))
                .as((creator, events) -> Ticket.of("1", CREATED, creator, events));
    }

    private static Arbitrary<TicketEvent> events() {
        Arbitrary<Instant> times =
                Arbitraries.integers().between(-60, LAST_MINUTE).map(Histories::minute);
        Arbitrary<Status> statuses =
                Arbitraries.of(Status.NEW, Status.OPEN, Status.PENDING, Status.HOLD, Status.SOLVED, Status.CLOSED);
        Arbitrary<String> names = Arbitraries.of("ada", "bob", "");
        Arbitrary<TicketEvent> status = Combinators.combine(times, statuses).as(StatusChange::new);
        Arbitrary<TicketEvent> comment = Combinators.combine(
                        times, Arbitraries.of(Author.class), names, Arbitraries.of(true, true, false))
                .as(Comment::new);
        Arbitrary<TicketEvent> assignment =
                Combinators.combine(times, names, names).as(Assignment::new);
        Arbitrary<TicketEvent> schedule =
                Combinators.combine(times, Arbitraries.of(OFFICE, SHOP)).as(ScheduleChange::new);
        Arbitrary<TicketEvent> rating =
                Combinators.combine(times, Arbitraries.of(true, false)).as(SatisfactionRating::new);
        return Arbitraries.oneOf(status, status, comment, comment, assignment, schedule, rating);
    }
}
