package io.cxmetrics.support.resolution;

import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static java.time.temporal.ChronoUnit.YEARS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.cxmetrics.stat.Proportion;
import io.cxmetrics.stat.survival.EventTimes;
import io.cxmetrics.support.Author;
import io.cxmetrics.support.Histories;
import io.cxmetrics.support.ReplyDefinition;
import io.cxmetrics.support.ScheduleRule;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.support.TicketEvent.Comment;
import io.cxmetrics.support.TicketEvent.StatusChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplyTimesTest {

    /** A Friday at noon. */
    private static final Instant NOON = Instant.parse("2026-03-06T12:00:00Z");

    private static final long MINUTE = 60_000;

    private static Instant minute(long minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static Comment ask(long minutes) {
        return new Comment(minute(minutes), Author.REQUESTER, "kim", true);
    }

    private static Comment reply(long minutes) {
        return new Comment(minute(minutes), Author.AGENT, "ada", true);
    }

    private static StatusChange status(long minutes, Status status) {
        return new StatusChange(minute(minutes), status);
    }

    private static Ticket ticket(TicketEvent... events) {
        return Ticket.of("4711", NOON, Author.REQUESTER, events);
    }

    /** Replies after 10 minutes, after 20 and unasked; then the requester waits from minute 100 on. */
    private static final Ticket TALK = ticket(reply(10), ask(30), ask(40), reply(50), reply(55), ask(100));

    /** Nobody ever replies; solved after two hours. */
    private static final Ticket SILENT = ticket(status(120, Status.SOLVED));

    private static final Ticket NEW = ticket();

    @Test
    void eachKindOfReplyHasItsTimes() {
        ReplyTimes times = ReplyTimes.of(List.of(TALK, SILENT, NEW), TicketClock.ELAPSED, minute(180));
        assertThat(times.firstReply().times())
                .isEqualTo(EventTimes.ofEvents(10 * MINUTE).plus(EventTimes.ofCensored(120 * MINUTE, 180 * MINUTE)));
        assertThat(times.nextReply().times())
                .isEqualTo(EventTimes.ofEvents(20 * MINUTE).plus(EventTimes.ofCensored(80 * MINUTE)));
        assertThat(times.everyReply().times())
                .isEqualTo(EventTimes.ofEvents(10 * MINUTE, 20 * MINUTE)
                        .plus(EventTimes.ofCensored(80 * MINUTE, 120 * MINUTE, 180 * MINUTE)));
        assertThat(times.replies()).isEqualTo(3);
        assertThat(times.firstReply().median(MINUTES)).isEqualTo(10);
        assertThat(times.nextReply().median(MINUTES)).isEqualTo(20);
        assertThat(times.everyReply().mean(HOURS)).isCloseTo(0.25, within(1e-12));
        assertThat(times.firstReply().within(Duration.ofMinutes(10))).isEqualTo(Proportion.of(1, 1));
        assertThat(times.firstReply().within(Duration.ofMinutes(9))).isEqualTo(Proportion.of(0, 1));
        assertThat(times.unanswered()).isEqualTo(Proportion.of(2, 3));
        assertThat(times.repliesPerTicket()).isEqualTo(1);
        assertThat(times).hasToString("ReplyTimes[tickets=3, replies=3, unanswered=2, left out=0]");
    }

    @Test
    void thePastIsSeenAsItWas() {
        ReplyTimes early = ReplyTimes.of(List.of(TALK, SILENT), TicketClock.ELAPSED, minute(45));
        assertThat(early.replies()).isEqualTo(1);
        assertThat(early.firstReply().times())
                .isEqualTo(EventTimes.ofEvents(10 * MINUTE).plus(EventTimes.ofCensored(45 * MINUTE)));
        assertThat(early.nextReply().times()).isEqualTo(EventTimes.ofCensored(15 * MINUTE));
    }

    @Test
    void whatIsWrittenToAResolvedTicketWaitsForNobodyUntilItIsReopened() {
        TicketEvent[] thanked = {reply(10), status(20, Status.SOLVED), ask(30)};
        assertThat(ReplyTimes.of(List.of(ticket(thanked)), TicketClock.ELAPSED, minute(60))
                        .nextReply()
                        .times())
                .isEqualTo(EventTimes.EMPTY);
        Ticket reopened = ticket(reply(10), status(20, Status.SOLVED), ask(30), status(31, Status.OPEN));
        assertThat(ReplyTimes.of(List.of(reopened), TicketClock.ELAPSED, minute(60))
                        .nextReply()
                        .times())
                .isEqualTo(EventTimes.ofCensored(30 * MINUTE));
    }

    @Test
    void whatHasNoTimeIsCounted() {
        Ticket skewed = ticket(reply(-5), ask(30), reply(50));
        Ticket later = Ticket.of("4712", minute(500), Author.REQUESTER, reply(501));
        Ticket solvedEarly = ticket(status(-5, Status.SOLVED));
        ReplyTimes times = ReplyTimes.of(List.of(skewed, later, solvedEarly), TicketClock.ELAPSED, minute(180));
        assertThat(times.firstReply().times()).isEqualTo(EventTimes.ofCensored(0));
        assertThat(times.nextReply().times()).isEqualTo(EventTimes.ofEvents(20 * MINUTE));
        assertThat(times.negative()).isEqualTo(1);
        assertThat(times.createdLater()).isEqualTo(1);
        assertThat(times.count()).isEqualTo(2);
        assertThat(times.replies()).isEqualTo(2);
        assertThat(times.unanswered()).isEqualTo(Proportion.of(1, 2));
        assertThat(times).hasToString("ReplyTimes[tickets=2, replies=2, unanswered=1, left out=2]");
    }

    @Test
    void agentsMayCreateTicketsAndSchedulesMayCount() {
        Ticket outbound = Ticket.of("1", NOON, Author.AGENT, reply(0), ask(240), reply(4320));
        // The office closes at 17:00 on Friday; Monday noon is three hours after it opens.
        ReplyTimes times = Stream.of(outbound)
                .collect(ReplyTimes.toReplyTimes(TicketClock.of(ScheduleRule.AT_END, Histories.OFFICE), minute(5000)));
        assertThat(times.firstReply().sample(HOURS).values()).containsExactly(8);
        assertThat(times.everyReply().sample(HOURS).values()).containsExactly(4);
        assertThat(times.nextReply().sample(HOURS).count()).isZero();
    }

    @Test
    void rulesSayWhatIsAReply() {
        ReplyDefinition chat = ReplyDefinition.STANDARD.withBursts();
        assertThat(Stream.of(TALK)
                        .collect(ReplyTimes.toReplyTimes(chat, TicketClock.ELAPSED, minute(180)))
                        .replies())
                .isEqualTo(2);
    }

    @Test
    void withoutTicketsNothingIsDefined() {
        assertThat(ReplyTimes.EMPTY.repliesPerTicket()).isNaN();
        assertThat(ReplyTimes.EMPTY.unanswered().rate()).isNaN();
        assertThat(ReplyTimes.EMPTY.firstReply().median(MINUTES)).isNaN();
        assertThat(ReplyTimes.EMPTY.firstReply().within(Duration.ZERO).rate()).isNaN();
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReplyTimes.EMPTY.firstReply().within(Duration.ofSeconds(-1)))
                .withMessage("target must not be negative, got PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReplyTimes.EMPTY.everyReply().mean(YEARS))
                .withMessage("unit must be at most weeks, got Years");
    }

    @Test
    void timesThatWereMeasuredAlready() {
        record Row(@Nullable Duration minutes) {}
        ReplyTimes times = ReplyTimes.<Row>aggregation(Row::minutes)
                .fold(List.of(
                        new Row(Duration.ofMinutes(15)),
                        new Row(Duration.ofMinutes(30)),
                        new Row(null),
                        new Row(Duration.ofMinutes(-1))));
        assertThat(times).hasToString("ReplyTimes[tickets=4, replies=0, unanswered=1, left out=1]");
        assertThat(times.firstReply().mean(MINUTES)).isEqualTo(22.5);
    }
}
