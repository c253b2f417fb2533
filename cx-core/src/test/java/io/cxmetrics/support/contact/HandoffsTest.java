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
        Handoffs handoffs = of(
                new Comment(at(0), Author.REQUESTER, "kim", true),
                new Comment(at(1), Author.AGENT, "ada", true),
                new Comment(at(2), Author.AGENT, "bob", false),
                new Comment(at(3), Author.SYSTEM, "bot", true),
                new Comment(at(4), Author.AGENT, "ada", true));
        assertThat(handoffs.touches()).isEqualTo(3);
        assertThat(handoffs.commentingAgents()).isEqualTo(2);
    }

    @Test
    void comingBackIsAnotherStationAndTheFirstIsNoHandoff() {
        Handoffs handoffs = of(
                to(0, "", "first"),
                to(1, "ada", "first"),
                to(2, "ada", "first"),
                to(3, "bob", "second"),
                to(4, "ada", "second"));
        assertThat(handoffs.assigneeStations()).isEqualTo(3);
        assertThat(handoffs.assignees()).isEqualTo(2);
        assertThat(handoffs.groupStations()).isEqualTo(2);
        assertThat(handoffs.groups()).isEqualTo(2);
        assertThat(handoffs.handoffs()).isEqualTo(2);
        assertThat(handoffs.reassignments()).isEqualTo(2);
        assertThat(handoffs).hasToString("Handoffs[touches=0, commenting agents=0, handoffs=2, reassignments=2]");
    }

    @Test
    void beingNobodysForAWhileIsNoStation() {
        Handoffs handoffs = of(to(0, "ada", "first"), to(1, "", ""), to(2, "ada", "first"), to(3, "", "second"));
        assertThat(handoffs.assigneeStations()).isOne();
        assertThat(handoffs.handoffs()).isZero();
        assertThat(handoffs.groupStations()).isEqualTo(2);
        assertThat(handoffs.reassignments()).isOne();
    }

    @Test
    void aTicketNobodyTouchedHasNothing() {
        Handoffs handoffs = of();
        assertThat(handoffs.touches()).isZero();
        assertThat(handoffs.handoffs()).isZero();
        assertThat(handoffs.assigneeStations()).isZero();
        assertThat(handoffs.takenUpAt()).isEmpty();
        assertThat(handoffs.takeUpTime(TicketClock.ELAPSED)).isEmpty();
        assertThat(handoffs.skew()).isZero();
    }

    @Test
    void takenUpIsLeavingNew() {
        Handoffs handoffs = of(
                new StatusChange(at(1), new Status("queued", StatusCategory.NEW)),
                new StatusChange(at(9), Status.PENDING),
                new StatusChange(at(12), Status.OPEN));
        assertThat(handoffs.takenUpAt()).contains(at(9));
        assertThat(handoffs.takeUpTime(TicketClock.ELAPSED)).contains(Duration.ofMinutes(9));
    }

    @Test
    void takenUpBeforeTheCreationIsReportedAndGivesNoTime() {
        Handoffs handoffs = of(new StatusChange(at(-3), Status.OPEN));
        assertThat(handoffs.takenUpAt()).contains(at(-3));
        assertThat(handoffs.takeUpTime(TicketClock.ELAPSED)).isEmpty();
        assertThat(handoffs.skew()).isEqualTo(Duration.ofMinutes(3));
    }
}
