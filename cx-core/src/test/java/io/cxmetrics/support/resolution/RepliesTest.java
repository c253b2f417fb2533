package io.cxmetrics.support.resolution;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.ReplyDefinition;
import io.cxmetrics.support.ScheduleRule;
import io.cxmetrics.support.Status;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.support.TicketEvent.Comment;
import io.cxmetrics.support.TicketEvent.StatusChange;
import io.cxmetrics.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepliesTest {

    private static final TicketClock ELAPSED = TicketClock.ELAPSED;
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static Instant at(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static Comment asks(int minutes) {
        return new Comment(at(minutes), Author.REQUESTER, "kim", true);
    }

    private static Comment replies(int minutes) {
        return replies(minutes, "ada");
    }

    private static Comment replies(int minutes, String agent) {
        return new Comment(at(minutes), Author.AGENT, agent, true);
    }

    private static Comment notes(int minutes) {
        return new Comment(at(minutes), Author.AGENT, "ada", false);
    }

    private static Replies of(TicketEvent... events) {
        return Replies.of(Ticket.of("1", NOON, Author.REQUESTER, events));
    }

    private static Replies created(Author creator, TicketEvent... events) {
        return Replies.of(Ticket.of("1", NOON, creator, events));
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    @Test
    void theFirstReplyIsTheFirstPublicCommentOfAnAgent() {
        Replies replies =
                of(asks(0), new Comment(at(1), Author.SYSTEM, "welcome", true), notes(5), replies(30), replies(45));
        assertThat(replies.firstAt()).contains(at(30));
        assertThat(replies.firstTime(ELAPSED)).contains(minutes(30));
        assertThat(replies.count()).isEqualTo(2);
        assertThat(replies.all()).containsExactly(replies(30), replies(45));
    }

    @Test
    void aTicketWithoutReplyHasNoTimesRatherThanZero() {
        Replies replies = of(asks(0), notes(5), new Comment(at(6), Author.SYSTEM, "bot", true));
        assertThat(replies.unanswered()).isTrue();
        assertThat(replies.firstAt()).isEmpty();
        assertThat(replies.firstTime(ELAPSED)).isEmpty();
        assertThat(replies.totalTime(ELAPSED)).isEmpty();
        assertThat(replies.times(ELAPSED)).isEmpty();
        assertThat(replies.nextTimes(ELAPSED)).isEmpty();
        assertThat(replies.waitingSince()).contains(NOON);
        assertThat(replies).hasToString("Replies[count=0, waiting since 2026-03-02T12:00:00Z]");
    }

    @Test
    void thePublicCommentThatAnAgentCreatedTheTicketWithIsNoReply() {
        Replies replies = created(Author.AGENT, replies(0), replies(50));
        assertThat(replies.count()).isOne();
        assertThat(replies.firstTime(ELAPSED)).contains(minutes(50));
        assertThat(replies.turns()).isEmpty();
        assertThat(replies.waitingSince()).isEmpty();
    }

    @Test
    void anAgentsTicketThatBeginsWithANoteIsAnsweredByTheFirstPublicComment() {
        assertThat(created(Author.AGENT, notes(0), replies(20)).firstTime(ELAPSED))
                .contains(minutes(20));
        assertThat(created(Author.AGENT, replies(0)).unanswered()).isTrue();
    }

    /** The call is logged and solved at once without a word, and answered when the customer comes back. */
    @Test
    void aCallSolvedWithoutACommentIsAnsweredLate() {
        Replies replies = created(
                Author.AGENT,
                new StatusChange(NOON, Status.SOLVED),
                new StatusChange(at(1440), Status.OPEN),
                replies(1500));
        assertThat(replies.firstTime(ELAPSED)).contains(Duration.ofHours(25));
        assertThat(replies.count()).isOne();
    }

    @Test
    void theCreatingCommentMayBeSavedShortlyAfterTheCreation() {
        Ticket ticket = Ticket.of(
                "1", NOON, Author.AGENT, new Comment(NOON.plusSeconds(2), Author.AGENT, "ada", true), replies(10));
        assertThat(Replies.of(ticket).firstTime(ELAPSED)).contains(Duration.ofSeconds(2));
        ReplyDefinition slow = ReplyDefinition.STANDARD.withCreationWithin(Duration.ofSeconds(2));
        assertThat(Replies.of(ticket, slow).firstTime(ELAPSED)).contains(minutes(10));
        assertThat(Replies.of(ticket, slow).count()).isOne();
    }

    /**
     * Asked at 0, 10 and 20, answered at 60: one wait of 60. Asked at 90 and 100, answered at 120 and 130: one of 30.
     */
    @Test
    void aRunOfQuestionsWaitsOnceSinceTheOldest() {
        Replies replies = of(asks(0), asks(10), asks(20), replies(60), asks(90), asks(100), replies(120), replies(130));
        assertThat(replies.turns())
                .containsExactly(new Replies.Turn(at(0), at(60), "ada"), new Replies.Turn(at(90), at(120), "ada"));
        assertThat(replies.times(ELAPSED)).containsExactly(minutes(60), minutes(30));
        assertThat(replies.nextTimes(ELAPSED)).containsExactly(minutes(30));
        assertThat(replies.totalTime(ELAPSED)).contains(minutes(90));
        assertThat(replies.waitingSince()).isEmpty();
        assertThat(replies).hasToString("Replies[count=3]");
    }

    @Test
    void nextRepliesOfAnAgentsTicketAreThoseAfterTheFirst() {
        Replies replies = created(Author.AGENT, replies(0), asks(10), replies(30), asks(60), replies(100));
        assertThat(replies.firstTime(ELAPSED)).contains(minutes(30));
        assertThat(replies.times(ELAPSED)).containsExactly(minutes(20), minutes(40));
        assertThat(replies.nextTimes(ELAPSED)).containsExactly(minutes(40));
        Replies unasked = created(Author.AGENT, replies(0), replies(30), asks(60), replies(100));
        assertThat(unasked.nextTimes(ELAPSED)).containsExactly(minutes(40));
        Replies atOnce = created(Author.AGENT, replies(30), asks(30), replies(30, "bob"));
        assertThat(atOnce.nextTimes(ELAPSED)).containsExactly(minutes(0));
    }

    @Test
    void aRequesterWhoAsksAgainWaitsStill() {
        Replies replies = of(asks(0), replies(30), asks(90), asks(95), notes(100));
        assertThat(replies.waitingSince()).contains(at(90));
        assertThat(replies.unanswered()).isFalse();
        assertThat(replies.times(ELAPSED)).containsExactly(minutes(30));
    }

    @Test
    void whatTheRequesterCannotHaveWrittenPubliclyAsksNothing() {
        Replies replies = created(Author.SYSTEM, new Comment(at(5), Author.REQUESTER, "kim", false), replies(30));
        assertThat(replies.turns()).isEmpty();
        assertThat(replies.firstTime(ELAPSED)).contains(minutes(30));
    }

    @Test
    void aBurstOfOneAgentIsOneReplyByChoice() {
        Ticket chat = Ticket.of(
                "1",
                NOON,
                Author.REQUESTER,
                replies(1),
                replies(2),
                notes(3),
                new Comment(at(4), Author.SYSTEM, "bot", true),
                replies(5),
                replies(6, "bob"),
                replies(7),
                asks(8),
                replies(9));
        assertThat(Replies.of(chat).count()).isEqualTo(6);
        Replies bursts = Replies.of(chat, ReplyDefinition.STANDARD.withBursts());
        assertThat(bursts.all()).containsExactly(replies(1), replies(6, "bob"), replies(7), replies(9));
        assertThat(bursts.times(ELAPSED)).containsExactly(minutes(1), minutes(1));
    }

    @Test
    void aReplyDatedBeforeTheCreationIsReportedAndGivesNoTime() {
        Replies replies = of(replies(-7), asks(10), replies(25));
        assertThat(replies.count()).isEqualTo(2);
        assertThat(replies.unanswered()).isFalse();
        assertThat(replies.firstAt()).contains(at(-7));
        assertThat(replies.firstTime(ELAPSED)).isEmpty();
        assertThat(replies.skew()).isEqualTo(minutes(7));
        assertThat(replies.times(ELAPSED)).containsExactly(minutes(15));
        assertThat(replies.nextTimes(ELAPSED)).containsExactly(minutes(15));
        assertThat(of(replies(5)).skew()).isZero();
    }

    /**
     * Asked on Friday at 16:00 and answered on Monday at 10:00, then asked at 18:00 and answered on Tuesday at 09:30.
     */
    @Test
    void businessHoursCountByTheClock() {
        WorkingCalendar office = WorkingCalendar.in(ZoneOffset.UTC).open(MONDAY, FRIDAY, "09:00", "17:00");
        Instant friday = Instant.parse("2026-03-06T16:00:00Z");
        Ticket ticket = Ticket.of(
                "1",
                friday,
                Author.REQUESTER,
                new Comment(Instant.parse("2026-03-09T10:00:00Z"), Author.AGENT, "ada", true),
                new Comment(Instant.parse("2026-03-09T18:00:00Z"), Author.REQUESTER, "kim", true),
                new Comment(Instant.parse("2026-03-10T09:30:00Z"), Author.AGENT, "ada", true));
        TicketClock clock = TicketClock.of(ScheduleRule.AT_END, office);
        assertThat(Replies.of(ticket).firstTime(clock)).contains(Duration.ofHours(2));
        assertThat(Replies.of(ticket).times(clock)).isEqualTo(List.of(Duration.ofHours(2), minutes(30)));
        assertThat(Replies.of(ticket).totalTime(clock)).contains(minutes(150));
    }

    @Test
    void refusesTimesThatRunBackwards() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Replies.Turn(at(1), at(0), "ada"))
                .withMessage("repliedAt must not be before askedAt 2026-03-02T12:01:00Z, got 2026-03-02T12:00:00Z");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReplyDefinition.STANDARD.withCreationWithin(Duration.ofSeconds(-1)))
                .withMessage("creationWithin must not be negative, got PT-1S");
    }
}
