package io.cxmetrics.support.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.support.TicketEvent.StatusChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReopensTest {

    private static final Instant DAY_0 = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private static Instant day(int day) {
        return DAY_0.plus(Duration.ofDays(day));
    }

    private static StatusChange to(int day, Status status) {
        return new StatusChange(day(day), status);
    }

    private static Ticket ticket(TicketEvent... events) {
        return Ticket.of("1", DAY_0, Author.REQUESTER, events);
    }

    private static final Ticket TWICE = ticket(
            to(1, Status.SOLVED),
            to(2, Status.OPEN),
            to(3, Status.SOLVED),
            to(13, Status.OPEN),
            to(14, Status.SOLVED),
            to(15, Status.CLOSED));
    private static final Ticket ONCE = ticket(to(1, Status.SOLVED), to(5, Status.CLOSED));
    private static final Ticket NEVER = ticket(to(1, Status.OPEN));

    @Test
    void twoRatesGoByTheName() {
        Reopens reopens = Reopens.of(List.of(TWICE, ONCE, NEVER), day(99));
        assertThat(reopens).isEqualTo(Reopens.ofCounts(2, 1, 4, 2));
        assertThat(reopens.ticketRate().percent()).isEqualTo(50);
        assertThat(reopens.resolutionRate().percent()).isEqualTo(50);
        assertThat(Reopens.of(TWICE).resolutionRate().rate()).isEqualTo(2.0 / 3);
    }

    /** Within a week only the first of its resolutions was reopened; the third has had its week on day 21. */
    @Test
    void aWindowCountsWhatHasHadItsTime() {
        assertThat(Reopens.of(TWICE, WEEK, day(21))).isEqualTo(Reopens.ofCounts(1, 1, 3, 1));
        assertThat(Reopens.of(TWICE, WEEK, day(20)))
                .isEqualTo(Reopens.ofCounts(1, 1, 2, 1).withTooEarly(1));
        assertThat(Reopens.of(TWICE, WEEK, day(8)))
                .as("of the third resolution nothing is known yet")
                .isEqualTo(Reopens.ofCounts(1, 1, 1, 1).withTooEarly(1));
        assertThat(Reopens.of(TWICE, WEEK, day(7)))
                .isEqualTo(Reopens.ofCounts(0, 0, 0, 0).withTooEarly(2));
    }

    @Test
    void theWindowIsHalfOpen() {
        Ticket ticket = ticket(to(1, Status.SOLVED), to(8, Status.OPEN));
        assertThat(Reopens.of(ticket, WEEK, day(30)).reopens()).isZero();
        assertThat(Reopens.of(ticket, WEEK.plusNanos(1), day(30)).reopens()).isOne();
    }

    @Test
    void streamsGiveTheSame() {
        List<Ticket> tickets = List.of(TWICE, ONCE, NEVER);
        assertThat(tickets.stream().collect(Reopens.toReopens(day(99)))).isEqualTo(Reopens.of(tickets, day(99)));
        assertThat(tickets.stream().collect(Reopens.toReopens(WEEK, day(20))))
                .isEqualTo(Reopens.ofCounts(2, 1, 3, 1).withTooEarly(1));
    }

    @Test
    void withoutResolutionsTheRatesAreUndefined() {
        assertThat(Reopens.of(NEVER)).isEqualTo(Reopens.EMPTY);
        assertThat(Reopens.EMPTY.ticketRate().rate()).isNaN();
        assertThat(Reopens.EMPTY.resolutionRate().rate()).isNaN();
    }

    @Test
    void refusesCountsThatCannotBelongTogether() {
        refused("reopenedTickets must not be negative, got -1", 0, -1, 0, 0, 0);
        refused("tooEarly must not be negative, got -1", 0, 0, 0, 0, -1);
        refused("reopenedTickets must not exceed tickets (1), got 2", 1, 2, 2, 2, 0);
        refused("tickets must not exceed resolutions (1), got 2", 2, 0, 1, 0, 0);
        refused("reopenedTickets must not exceed reopens (0), got 1", 1, 1, 1, 0, 0);
        refused("reopens must not exceed resolutions (1), got 2", 1, 1, 1, 2, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reopens.aggregation(Duration.ZERO, DAY_0))
                .withMessage("window must be positive, got PT0S");
    }

    private static void refused(
            String message, long tickets, long reopened, long resolutions, long reopens, long early) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reopens.ofCounts(tickets, reopened, resolutions, reopens)
                        .withTooEarly(early))
                .withMessage(message);
    }
}
