package io.cxmetrics.support.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatContactTest {

    private static final Instant DAY_0 = Instant.parse("2026-03-01T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private static Instant day(int day) {
        return DAY_0.plus(Duration.ofDays(day));
    }

    private static Ticket ticket(String customerAndNumber, int day) {
        return Ticket.of(customerAndNumber, day(day), Author.REQUESTER);
    }

    /** Day 5 follows on day 0 within a week, day 20 does not follow on day 5; day 20 has until day 27. */
    @Test
    void aContactIsRepeatedByTheNextWithinTheWindow() {
        List<Instant> contacts = List.of(day(20), day(0), day(5));
        assertThat(RepeatContact.of(contacts, WEEK, day(27))).isEqualTo(new RepeatContact(3, 1, 0));
        assertThat(RepeatContact.of(contacts, WEEK, day(26))).isEqualTo(new RepeatContact(2, 1, 1));
        assertThat(RepeatContact.of(contacts, WEEK, day(27))
                        .firstContactResolution()
                        .percent())
                .isCloseTo(66.66666666666667, within(1e-12));
    }

    @Test
    void theWindowIsHalfOpen() {
        assertThat(RepeatContact.of(List.of(day(0), day(7)), WEEK, day(30)).repeated())
                .isZero();
        assertThat(RepeatContact.of(List.of(day(0), day(7).minusNanos(1)), WEEK, day(30))
                        .repeated())
                .isOne();
    }

    @Test
    void ofTwoContactsAtOnceOneRepeatsTheOther() {
        assertThat(RepeatContact.of(List.of(day(0), day(0)), WEEK, day(30))).isEqualTo(new RepeatContact(2, 1, 0));
    }

    @Test
    void customersDoNotRepeatEachOther() {
        List<Ticket> tickets = List.of(ticket("kim 1", 0), ticket("lee 1", 1), ticket("kim 2", 3), ticket("lee 2", 20));
        RepeatContact counts = RepeatContact.of(tickets, ticket -> ticket.id().substring(0, 3), WEEK, day(25));
        assertThat(counts).isEqualTo(new RepeatContact(3, 1, 1));
        assertThat(counts.repeatRate().events()).isOne();
        assertThat(counts.firstContactResolution().events()).isEqualTo(2);
    }

    @Test
    void withoutMatureContactsTheRateIsUndefined() {
        assertThat(RepeatContact.of(List.of(day(0)), WEEK, day(1)).repeatRate().rate())
                .isNaN();
        assertThat(RepeatContact.EMPTY.firstContactResolution().rate()).isNaN();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RepeatContact.of(List.of(), Duration.ZERO, day(1)))
                .withMessage("window must be positive, got PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RepeatContact.of(List.of(), Duration.ofDays(-1), day(1)))
                .withMessage("window must be positive, got PT-24H");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepeatContact(1, 2, 0))
                .withMessage("repeated must not exceed contacts (1), got 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepeatContact(-1, 0, 0))
                .withMessage("contacts must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepeatContact(0, -1, 0))
                .withMessage("repeated must not be negative, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RepeatContact(0, 0, -1))
                .withMessage("tooEarly must not be negative, got -1");
    }
}
