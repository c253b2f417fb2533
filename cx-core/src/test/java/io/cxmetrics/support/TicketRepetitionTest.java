package io.cxmetrics.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.support.TicketEvent.Comment;
import io.cxmetrics.support.TicketEvent.StatusChange;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TicketRepetitionTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void whatRepeatsTheLastEventOfItsKindIsDroppedAndCounted() {
        StatusChange open = new StatusChange(NOON, Status.OPEN);
        Comment comment = new Comment(NOON, Author.AGENT, "ada", true);
        Ticket ticket = Ticket.of("1", NOON, Author.REQUESTER, open, comment, open, comment, open);
        assertThat(ticket.events()).containsExactly(open, comment);
        assertThat(ticket.duplicates()).isEqualTo(3);
    }

    /**
     * An incident of the log in the golden tests was put on hold and taken back within one minute, by clocks of
     * minutes.
     */
    @Test
    void aStatusLeftAndEnteredAgainWithinOneTickStays() {
        StatusChange open = new StatusChange(NOON, Status.OPEN);
        StatusChange hold = new StatusChange(NOON, Status.HOLD);
        Ticket ticket = Ticket.of("1", NOON, Author.REQUESTER, open, hold, open);
        assertThat(ticket.events()).containsExactly(open, hold, open);
        assertThat(ticket.duplicates()).isZero();
        assertThat(ticket.statusAt(NOON)).isEqualTo(Status.OPEN);
    }

    @Test
    void thePastOfATicketIsWhatWasKnownThen() {
        StatusChange open = new StatusChange(NOON, Status.OPEN);
        StatusChange solved = new StatusChange(NOON.plusSeconds(60), Status.SOLVED);
        Ticket ticket = Ticket.of("1", NOON, Author.REQUESTER, open, open, solved);
        assertThat(ticket.until(NOON.plusSeconds(60).plusNanos(1)).orElseThrow())
                .isSameAs(ticket);
        assertThat(ticket.until(NOON.plusSeconds(60)).orElseThrow().events())
                .as("what happens then is not known yet")
                .containsExactly(open);
        assertThat(ticket.until(NOON.plusSeconds(1)).orElseThrow().duplicates()).isEqualTo(1);
        assertThat(ticket.until(NOON)).as("nor is the ticket").isEmpty();
        assertThat(ticket.until(Instant.MAX).orElseThrow()).isSameAs(ticket);
    }

    @Test
    void repetitionsAreFoundInAnyOrderOfInput() {
        StatusChange open = new StatusChange(NOON, Status.OPEN);
        StatusChange solved = new StatusChange(NOON.plusSeconds(60), Status.SOLVED);
        Ticket ticket = Ticket.of("1", NOON, Author.REQUESTER, solved, open, solved, open);
        assertThat(ticket.events()).containsExactly(open, solved);
        assertThat(ticket.duplicates()).isEqualTo(2);
    }
}
