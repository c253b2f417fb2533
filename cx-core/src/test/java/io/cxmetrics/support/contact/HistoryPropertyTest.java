package io.cxmetrics.support.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.Histories;
import io.cxmetrics.support.ReplyDefinition;
import io.cxmetrics.support.ScheduleRule;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.support.TicketEvent.Comment;
import io.cxmetrics.support.TicketEvent.StatusChange;
import io.cxmetrics.support.resolution.Replies;
import io.cxmetrics.support.resolution.Resolution;
import io.cxmetrics.support.resolution.ResolutionRule;
import io.cxmetrics.support.resolution.StatusTimes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class HistoryPropertyTest {

    private static final Instant END = Histories.minute(Histories.LAST_MINUTE);

    @Provide
    Arbitrary<Ticket> tickets() {
        return Histories.tickets();
    }

    private static Duration sum(Collection<Duration> times) {
        return times.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Property
    void theTimesInStatusAddUpToTheLifetimeByAnyClock(
            @ForAll("tickets") Ticket ticket, @ForAll ScheduleRule policy, @ForAll @IntRange(max = 2880) int end) {
        StatusTimes times = StatusTimes.of(ticket, Histories.minute(end));
        TicketClock clock = TicketClock.of(policy, Histories.OFFICE);
        Duration lifetime = times.lifetime(clock);
        assertThat(sum(times.byStatus(clock).values())).isEqualTo(lifetime);
        assertThat(sum(times.byCategory(clock).values())).isEqualTo(lifetime);
        assertThat(times.requesterWait(clock).plus(times.agentWait(clock))).isEqualTo(times.unresolved(clock));
        assertThat(times.agentWork(clock).plus(times.onHold(clock))).isEqualTo(times.requesterWait(clock));
        assertThat(times.stays().get(times.stays().size() - 1).status())
                .isEqualTo(ticket.statusAt(Histories.minute(end).minusNanos(1)));
    }

    /** Events are to the minute, so asking for the status of every minute is another way to the same times. */
    @Property(tries = 50)
    void theTimesInStatusAreTheMinutesWithThatStatus(@ForAll("tickets") Ticket ticket) {
        StatusTimes times = StatusTimes.of(ticket, END);
        Map<String, Duration> minutes = new HashMap<>();
        for (Instant at = times.start(); at.isBefore(END); at = at.plusSeconds(60)) {
            minutes.merge(ticket.statusAt(at).name(), Duration.ofMinutes(1), Duration::plus);
        }
        Map<String, Duration> positive = new HashMap<>(times.byStatus(TicketClock.ELAPSED));
        positive.values().removeIf(Duration::isZero);
        assertThat(positive).isEqualTo(minutes);
    }

    @Property
    void timePerSegmentAddsUpAndElapsedTimeBoundsIt(
            @ForAll("tickets") Ticket ticket,
            @ForAll @IntRange(min = -60, max = 2880) int one,
            @ForAll @IntRange(min = -60, max = 2880) int two,
            @ForAll @IntRange(min = -60, max = 2880) int three) {
        TicketClock clock = TicketClock.of(ScheduleRule.PER_SEGMENT, Histories.OFFICE);
        Instant a = Histories.minute(one);
        Instant b = Histories.minute(two);
        Instant c = Histories.minute(three);
        assertThat(clock.between(ticket, a, b).plus(clock.between(ticket, b, c)))
                .isEqualTo(clock.between(ticket, a, c));
        assertThat(clock.between(ticket, a, b).abs())
                .isLessThanOrEqualTo(Duration.between(a, b).abs());
    }

    @Property
    void everyReopenFollowsAResolution(@ForAll("tickets") Ticket ticket) {
        Resolution resolution = Resolution.of(ticket);
        assertThat(resolution.resolutions() - resolution.reopens()).isEqualTo(resolution.resolved() ? 1 : 0);
        assertThat(resolution.firstAt().isPresent()).isEqualTo(resolution.resolutions() > 0);
        assertThat(resolution.lastAt().isPresent()).isEqualTo(resolution.resolutions() > 0);
        if (resolution.resolutions() > 0) {
            assertThat(resolution.firstAt().orElseThrow())
                    .isBeforeOrEqualTo(resolution.lastAt().orElseThrow());
        }
        assertThat(resolution.firstAt()).isEqualTo(ResolutionRule.FIRST.of(ticket, Instant.MAX));
        assertThat(resolution.resolved() ? resolution.lastAt() : Optional.<Instant>empty())
                .isEqualTo(ResolutionRule.LAST.of(ticket, Instant.MAX));
        Reopens reopens = Reopens.of(ticket);
        assertThat(reopens.reopens()).isEqualTo(resolution.reopens());
        assertThat(reopens.resolutions()).isEqualTo(resolution.resolutions());
    }

    @Property
    void aWiderWindowFindsNoFewerReopensOfTheSameResolutions(
            @ForAll("tickets") Ticket ticket, @ForAll @IntRange(min = 1, max = 3000) int minutes) {
        Instant late = END.plus(Duration.ofDays(30));
        Reopens narrow = Reopens.of(ticket, Duration.ofMinutes(minutes), late);
        Reopens wide = Reopens.of(ticket, Duration.ofMinutes(2L * minutes), late);
        assertThat(narrow.resolutions()).isEqualTo(wide.resolutions());
        assertThat(narrow.reopens()).isLessThanOrEqualTo(wide.reopens());
        assertThat(Reopens.of(ticket, Duration.ofDays(10), late)).isEqualTo(Reopens.of(ticket));
    }

    /** The definition read literally: for each reply, the oldest question since the reply before. */
    @Property
    void everyReplyAnswersTheOldestQuestionSinceTheOneBefore(@ForAll("tickets") Ticket ticket) {
        List<Replies.Turn> expected = new ArrayList<>();
        List<Comment> visible =
                ticket.events(Comment.class).stream().filter(Comment::visible).toList();
        boolean askedByCreating = ticket.creator() == Author.REQUESTER;
        int since = 0;
        for (int i = 0; i < visible.size(); i++) {
            Comment reply = visible.get(i);
            if (reply.author() != Author.AGENT || (i == 0 && isCreating(ticket, reply))) {
                continue;
            }
            Instant oldest = askedByCreating ? ticket.created() : null;
            for (int j = i - 1; j >= since && !askedByCreating; j--) {
                oldest = visible.get(j).author() == Author.REQUESTER
                        ? visible.get(j).at()
                        : oldest;
            }
            if (oldest != null && !reply.at().isBefore(oldest)) {
                expected.add(new Replies.Turn(oldest, reply.at(), reply.name()));
            }
            askedByCreating = false;
            since = i + 1;
        }
        Replies replies = Replies.of(ticket);
        assertThat(replies.turns()).isEqualTo(expected);
        assertThat(replies.count()).isGreaterThanOrEqualTo(expected.size());
        assertThat(replies.firstTime(TicketClock.ELAPSED).isPresent()
                        || replies.unanswered()
                        || !replies.skew().isZero())
                .isTrue();
    }

    private static boolean isCreating(Ticket ticket, Comment comment) {
        return ticket.creator() == Author.AGENT
                && !comment.at().isAfter(ticket.created())
                && ticket.events(Comment.class).get(0).equals(comment);
    }

    @Property
    void burstsAreNeverMoreThanComments(@ForAll("tickets") Ticket ticket) {
        Replies all = Replies.of(ticket);
        Replies bursts = Replies.of(ticket, ReplyDefinition.STANDARD.withBursts());
        assertThat(bursts.count()).isLessThanOrEqualTo(all.count());
        assertThat(bursts.unanswered()).isEqualTo(all.unanswered());
        assertThat(bursts.firstAt()).isEqualTo(all.firstAt());
        assertThat(bursts.turns()).isEqualTo(all.turns());
    }

    @Property
    void stationsHoldTheirOwnOrder(@ForAll("tickets") Ticket ticket) {
        Handoffs handoffs = Handoffs.of(ticket);
        assertThat(handoffs.assignees())
                .isBetween(Math.min(handoffs.assigneeStations(), 1), handoffs.assigneeStations());
        assertThat(handoffs.groups()).isBetween(Math.min(handoffs.groupStations(), 1), handoffs.groupStations());
        assertThat(handoffs.reassignments())
                .isBetween(
                        Math.max(handoffs.handoffs(), handoffs.groupStations() - 1),
                        handoffs.handoffs() + Math.max(handoffs.groupStations() - 1, 0));
        assertThat(handoffs.commentingAgents()).isLessThanOrEqualTo(handoffs.touches());
    }

    @Property
    void exactlyOneReplyIsNoLooserThanUpToOne(@ForAll("tickets") Ticket ticket) {
        if (FirstContact.EXACTLY_ONE_REPLY.test(ticket)) {
            assertThat(FirstContact.ONE_TOUCH_UP_TO_ONE_REPLY.test(ticket)).isTrue();
        }
        Touches touches = Touches.of(ticket);
        assertThat(FirstContact.ONE_TOUCH_UP_TO_ONE_REPLY.of(List.of(ticket), Instant.MAX))
                .isEqualTo(touches.oneTouch());
        assertThat(FirstContact.EXACTLY_ONE_REPLY.of(List.of(ticket), Instant.MAX))
                .isEqualTo(touches.exactlyOne());
    }

    @Property
    void statusesOfATicketAreItsLastOnesWhateverTheOrderOfInput(@ForAll("tickets") Ticket ticket) {
        List<TicketEvent> backwards = new ArrayList<>(ticket.events());
        backwards.sort((one, other) -> other.at().compareTo(one.at()));
        Ticket again = Ticket.of(ticket.id(), ticket.created(), ticket.creator(), backwards);
        assertThat(again.events(StatusChange.class)).isEqualTo(ticket.events(StatusChange.class));
        assertThat(again).isEqualTo(ticket);
    }
}
