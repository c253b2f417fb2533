package io.cxmetrics.support.contact;

import static io.cxmetrics.support.contact.FirstContact.EXACTLY_ONE_REPLY;
import static io.cxmetrics.support.contact.FirstContact.MESSAGING;
import static io.cxmetrics.support.contact.FirstContact.NO_FURTHER_CUSTOMER_CONTACT;
import static io.cxmetrics.support.contact.FirstContact.NO_REASSIGNMENT_NO_REOPEN;
import static io.cxmetrics.support.contact.FirstContact.ONE_TOUCH_UP_TO_ONE_REPLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.stat.Proportion;
import io.cxmetrics.support.Author;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.support.TicketEvent.Assignment;
import io.cxmetrics.support.TicketEvent.Comment;
import io.cxmetrics.support.TicketEvent.StatusChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FirstContactTest {

    private static final Instant LATE = Instant.MAX;

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /**
     * Letters in the order of time: r and a the requester's and an agent's comments, o p h s c statuses, g the next
     * group.
     */
    private static Ticket ticket(String history) {
        List<TicketEvent> events = new ArrayList<>();
        for (int i = 0; i < history.length(); i++) {
            Instant at = NOON.plusSeconds(60L * i);
            events.add(
                    switch (history.charAt(i)) {
                        case 'r' -> new Comment(at, Author.REQUESTER, "kim", true);
                        case 'a' -> new Comment(at, Author.AGENT, "ada", true);
                        case 'o' -> new StatusChange(at, Status.OPEN);
                        case 'p' -> new StatusChange(at, Status.PENDING);
                        case 'h' -> new StatusChange(at, Status.HOLD);
                        case 's' -> new StatusChange(at, Status.SOLVED);
                        case 'c' -> new StatusChange(at, Status.CLOSED);
                        default -> new Assignment(at, "", "group " + i);
                    });
        }
        return Ticket.of(history, NOON, Author.REQUESTER, events);
    }

    /** Every rule says yes or no to each history, in the order of the constants. */
    @Test
    void theRulesDisagree() {
        assertThat(judged("rs")).isEqualTo("yes no no yes yes");
        assertThat(judged("ras")).isEqualTo("yes yes yes yes yes");
        assertThat(judged("raas")).isEqualTo("no no yes yes yes");
        assertThat(judged("raras")).isEqualTo("no no yes no yes");
        assertThat(judged("raps")).isEqualTo("yes yes no yes yes");
        assertThat(judged("rahs")).isEqualTo("yes yes no yes yes");
        assertThat(judged("rasoc")).isEqualTo("yes yes no yes no");
        assertThat(judged("rgagc")).isEqualTo("yes yes yes yes no");
        assertThat(judged("rars")).isEqualTo("yes yes yes no yes");
    }

    private static String judged(String history) {
        return String.join(
                " ",
                Stream.of(FirstContact.values())
                        .map(rule -> rule.test(ticket(history)) ? "yes" : "no")
                        .toList());
    }

    @Test
    void whatIsNotResolvedIsNotResolvedAtTheFirstContact() {
        for (FirstContact rule : FirstContact.values()) {
            assertThat(rule.test(ticket("ra"))).as(rule.name()).isFalse();
            assertThat(rule.test(ticket("raso"))).as(rule.name()).isFalse();
            assertThat(rule.of(List.of(ticket("ra"), ticket("ras")), LATE)).isEqualTo(Proportion.of(1, 1));
            assertThat(rule.gross(List.of(ticket("ra"), ticket("ras")), LATE)).isEqualTo(Proportion.of(1, 2));
        }
    }

    /** Ten contacts, four resolved at the first, two that the first level cannot resolve: gross 40 %, net 50 %. */
    @Test
    void grossAndNetDifferByWhatTheFirstLevelCannotResolve() {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            tickets.add(ticket("ras"));
            tickets.add(ticket("raaas"));
        }
        tickets.add(ticket("rga"));
        tickets.add(ticket("rga"));
        assertThat(EXACTLY_ONE_REPLY.gross(tickets, LATE).percent()).isEqualTo(40);
        assertThat(EXACTLY_ONE_REPLY.net(tickets, ticket -> Handoffs.of(ticket).groups() == 0, LATE))
                .isEqualTo(Proportion.of(4, 8));
        assertThat(EXACTLY_ONE_REPLY.of(tickets, LATE)).isEqualTo(Proportion.of(4, 8));
    }

    @Test
    void aTicketOutsideTheFirstLevelCountsNeitherWay() {
        assertThat(ONE_TOUCH_UP_TO_ONE_REPLY.net(
                        List.of(ticket("ras"), ticket("rs")),
                        ticket -> ticket.id().equals("rs"),
                        LATE))
                .isEqualTo(Proportion.of(1, 1));
    }

    @Test
    void withoutTicketsTheRateIsUndefined() {
        assertThat(MESSAGING.of(List.of(), LATE).rate()).isNaN();
        assertThat(NO_FURTHER_CUSTOMER_CONTACT.of(List.of(ticket("ra")), LATE).rate())
                .isNaN();
        assertThat(FirstContact.surveyed(0, 0).rate()).isNaN();
    }

    @Test
    void streamsGiveTheSame() {
        List<Ticket> tickets = List.of(ticket("rs"), ticket("rgags"), ticket("ra"));
        assertThat(tickets.stream().collect(NO_REASSIGNMENT_NO_REOPEN.toProportion(LATE)))
                .isEqualTo(NO_REASSIGNMENT_NO_REOPEN.of(tickets, LATE))
                .isEqualTo(Proportion.of(1, 2));
    }

    @Test
    void askingCustomersGivesYesOutOfAnswers() {
        assertThat(FirstContact.surveyed(30, 10)).isEqualTo(Proportion.of(30, 40));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FirstContact.surveyed(-1, 10))
                .withMessage("yes must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FirstContact.surveyed(1, -10))
                .withMessage("no must not be negative, got -10");
    }
}
