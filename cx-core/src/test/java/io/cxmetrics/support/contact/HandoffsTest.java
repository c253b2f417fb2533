package io.cxmetrics.support.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.StatusCategory;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.support.TicketEvent.Assignment;
import io.cxmetrics.support.TicketEvent.Comment;
import io.cxmetrics.support.TicketEvent.StatusChange;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HandoffsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Instant at(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static Assignment to(int minutes, String assignee, String group) {
        return new Assignment(at(minutes), assignee, group);
    }

    private static Handoffs of(TicketEvent... events) {
        return Handoffs.of(Ticket.of("1", NOON, Author.REQUESTER, events));
    }

    @Test
    void touchesAreCommentsOfAgentsSeenOrNot() {
        Handoffs handling = of(
                new Comment(at(0), Author.REQUESTER, "kim", true),
                new Comment(at(1), Author.AGENT, "ada", true),
                new Comment(at(2), Author.AGENT, "bob", false),
                new Comment(at(3), Author.SYSTEM, "bot", true),
                new Comment(at(4), Author.AGENT, "ada", true));
        assertThat(handling.touches()).isEqualTo(3);
        assertThat(handling.commentingAgents()).isEqualTo(2);
    }

    @Test
    void comingBackIsAnotherStationAndTheFirstIsNoHandoff() {
        Handoffs handling = of(
                to(0, "", "first"),
                to(1, "ada", "first"),
                to(2, "ada", "first"),
                to(3, "bob", "second"),
                to(4, "ada", "second"));
        assertThat(handling.assigneeStations()).isEqualTo(3);
        assertThat(handling.assignees()).isEqualTo(2);
        assertThat(handling.groupStations()).isEqualTo(2);
        assertThat(handling.groups()).isEqualTo(2);
        assertThat(handling.handoffs()).isEqualTo(2);
        assertThat(handling.reassignments()).isEqualTo(2);
        assertThat(handling).hasToString("Handling[touches=0, commenting agents=0, handoffs=2, reassignments=2]");
    }

    @Test
    void beingNobodysForAWhileIsNoStation() {
        Handoffs handling = of(to(0, "ada", "first"), to(1, "", ""), to(2, "ada", "first"), to(3, "", "second"));
        assertThat(handling.assigneeStations()).isOne();
        assertThat(handling.handoffs()).isZero();
        assertThat(handling.groupStations()).isEqualTo(2);
        assertThat(handling.reassignments()).isOne();
    }

    @Test
    void aTicketNobodyTouchedHasNothing() {
        Handoffs handling = of();
        assertThat(handling.touches()).isZero();
        assertThat(handling.handoffs()).isZero();
        assertThat(handling.assigneeStations()).isZero();
        assertThat(handling.takenUpAt()).isEmpty();
        assertThat(handling.takeUpTime(TicketClock.ELAPSED)).isEmpty();
        assertThat(handling.skew()).isZero();
    }

    @Test
    void takenUpIsLeavingNew() {
        Handoffs handling = of(
                new StatusChange(at(1), new Status("queued", StatusCategory.NEW)),
                new StatusChange(at(9), Status.PENDING),
                new StatusChange(at(12), Status.OPEN));
        assertThat(handling.takenUpAt()).contains(at(9));
        assertThat(handling.takeUpTime(TicketClock.ELAPSED)).contains(Duration.ofMinutes(9));
    }

    @Test
    void takenUpBeforeTheCreationIsReportedAndGivesNoTime() {
        Handoffs handling = of(new StatusChange(at(-3), Status.OPEN));
        assertThat(handling.takenUpAt()).contains(at(-3));
        assertThat(handling.takeUpTime(TicketClock.ELAPSED)).isEmpty();
        assertThat(handling.skew()).isEqualTo(Duration.ofMinutes(3));
    }
}
