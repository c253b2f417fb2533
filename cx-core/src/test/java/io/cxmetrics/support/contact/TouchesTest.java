package io.cxmetrics.support.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.support.TicketEvent.Comment;
import io.cxmetrics.support.TicketEvent.StatusChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TouchesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Ticket ticket(int replies, Status status) {
        List<TicketEvent> events = new ArrayList<>();
        for (int i = 0; i < replies; i++) {
            events.add(new Comment(NOON.plusSeconds(i), Author.AGENT, "ada", true));
        }
        events.add(new StatusChange(NOON.plusSeconds(replies), status));
        return Ticket.of("1", NOON, Author.REQUESTER, events);
    }

    @Test
    void resolvedTicketsCountByTheirReplies() {
        Touches touches = Touches.of(
                List.of(
                        ticket(0, Status.SOLVED),
                        ticket(1, Status.SOLVED),
                        ticket(1, Status.CLOSED),
                        ticket(2, Status.SOLVED),
                        ticket(3, Status.SOLVED),
                        ticket(9, Status.CLOSED),
                        ticket(1, Status.OPEN)),
                Instant.MAX);
        assertThat(touches).isEqualTo(new Touches(1, 2, 1, 2));
        assertThat(touches.count()).isEqualTo(6);
        assertThat(touches.oneTouch()).hasToString("3 of 6 (0.5)");
        assertThat(touches.exactlyOne().events()).isEqualTo(2);
        assertThat(touches.twoTouch().events()).isOne();
        assertThat(touches.multiTouch().events()).isEqualTo(2);
    }

    @Test
    void withoutResolvedTicketsTheSharesAreUndefined() {
        Touches none = Touches.of(ticket(1, Status.PENDING));
        assertThat(none).isEqualTo(Touches.EMPTY);
        assertThat(none.oneTouch().rate()).isNaN();
        assertThat(none.multiTouch().rate()).isNaN();
    }

    @Test
    void refusesWhatCannotBe() {
        refused("none", -1, 0, 0, 0);
        refused("one", 0, -1, 0, 0);
        refused("two", 0, 0, -1, 0);
        refused("more", 0, 0, 0, -1);
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> new Touches(Long.MAX_VALUE, 0, 0, 0).plus(new Touches(0, 1, 0, 0)));
    }

    private static void refused(String name, long... counts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Touches(counts[0], counts[1], counts[2], counts[3]))
                .withMessage(name + " must not be negative, got -1");
    }
}
