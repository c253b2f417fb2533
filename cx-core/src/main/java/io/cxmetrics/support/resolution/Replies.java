package io.cxmetrics.support.resolution;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.ReplyDefinition;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.support.TicketEvent.Comment;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The replies of one ticket: how many, how soon the first, how soon each.
 *
 * <p><b>Definition.</b> A reply is a public comment by an agent, except the comment that an agent created the ticket
 * with: the first comment of all, dated at the creation or before (or shortly after, by the {@link ReplyDefinition}).
 * Private notes and whatever bots and triggers write never count.
 *
 * <ul>
 *   <li>First reply time: from the creation to the first reply. For a ticket that an agent created with a public
 *       comment it is the next public comment by an agent; for a call that was solved without a comment, reopened and
 *       then answered, it is that late answer.
 *   <li>Every reply's time: from the oldest comment of the requester that nobody had replied to, to the next reply. A
 *       requester who writes three times before somebody replies waits once, since the first of the three. A ticket
 *       that the requester created waits from its creation on.
 *   <li>Next reply time: the same without the first reply.
 *   <li>Total reply time: the sum of every reply's time.
 * </ul>
 *
 * <p><b>Edges.</b> A ticket without a reply has no first reply time, rather than one of zero, and none of its waiting
 * counts until somebody replies; {@link #waitingSince()} tells since when. Solving a ticket is no reply. A reply dated
 * before the creation is counted as a reply, but gives no time: {@link #skew()} says how far off the clocks are.
 *
 * <p><b>Sources.</b> Zendesk, "About native Support time duration metrics" and "Understanding first reply time"; the
 * counts are those of its ticket metrics. Its live chats count a burst of comments as one reply:
 * {@link ReplyDefinition#withBursts()}.
 *
 * <p>Immutable and thread-safe. One pass over the events.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * Ticket ticket = Ticket.of(
 *         "4711",
 *         noon,
 *         Author.REQUESTER,
 *         new TicketEvent.Comment(noon.plusSeconds(60), Author.SYSTEM, "welcome", true),
 *         new TicketEvent.Comment(noon.plusSeconds(1800), Author.AGENT, "ada", true),
 *         new TicketEvent.Comment(noon.plusSeconds(3600), Author.REQUESTER, "kim", true),
 *         new TicketEvent.Comment(noon.plusSeconds(4200), Author.REQUESTER, "kim", true),
 *         new TicketEvent.Comment(noon.plusSeconds(7200), Author.AGENT, "bob", true));
 * Replies replies = Replies.of(ticket);
 * replies.count(); // 2
 * replies.firstTime(TicketClock.ELAPSED); // Optional[PT30M]
 * replies.nextTimes(TicketClock.ELAPSED); // [PT1H]
 * replies.totalTime(TicketClock.ELAPSED); // Optional[PT1H30M]
 * Stream.of(ticket).collect(Moments.toMoments(each -> Replies.of(each).count())).mean(); // 2.0
 * }</pre>
 *
 * @since 0.1
 */
public final class Replies {

    private final Ticket ticket;
    private final List<Comment> all;
    private final List<Turn> turns;
    private final boolean firstInTurn;
    private final @Nullable Instant waitingSince;

    private Replies(
            Ticket ticket, List<Comment> all, List<Turn> turns, boolean firstInTurn, @Nullable Instant waitingSince) {
        this.ticket = ticket;
        this.all = List.copyOf(all);
        this.turns = List.copyOf(turns);
        this.firstInTurn = firstInTurn;
        this.waitingSince = waitingSince;
    }

    /**
     * Returns the replies of a ticket by the standard rules.
     *
     * @param ticket the ticket
     * @return its replies
     */
    public static Replies of(Ticket ticket) {
        return of(ticket, ReplyDefinition.STANDARD);
    }

    /**
     * Returns the replies of a ticket.
     *
     * @param ticket the ticket
     * @param rules what counts as a reply
     * @return its replies
     */
    public static Replies of(Ticket ticket, ReplyDefinition rules) {
        List<Comment> all = new ArrayList<>();
        List<Turn> turns = new ArrayList<>();
        Instant asked = ticket.creator() == Author.REQUESTER ? ticket.created() : null;
        boolean firstInTurn = false;
        Comment before = null;
        List<Comment> comments = ticket.events(Comment.class);
        for (int i = 0; i < comments.size(); i++) {
            Comment comment = comments.get(i);
            boolean creating = i == 0 && rules.isCreation(ticket, comment);
            if (!comment.visible() || comment.author() == Author.SYSTEM || creating) {
                continue;
            }
            if (comment.author() == Author.REQUESTER) {
                asked = asked == null ? comment.at() : asked;
            } else {
                if (!rules.bursts() || !sameSpeaker(before, comment)) {
                    all.add(comment);
                }
                if (asked != null && !comment.at().isBefore(asked)) {
                    firstInTurn |= all.size() == 1;
                    turns.add(new Turn(asked, comment.at(), comment.name()));
                }
                asked = null;
            }
            before = comment;
        }
        return new Replies(ticket, all, turns, firstInTurn, asked);
    }

    private static boolean sameSpeaker(@Nullable Comment before, Comment comment) {
        return before != null
                && before.author() == comment.author()
                && before.name().equals(comment.name());
    }

    /**
     * Returns the comments that count as replies.
     *
     * @return the replies in the order of time
     */
    public List<Comment> all() {
        return all;
    }

    /**
     * Returns how many replies there are.
     *
     * @return the number of public comments by agents, without the one that created the ticket
     */
    public int count() {
        return all.size();
    }

    /**
     * Tells whether no agent ever replied.
     *
     * @return true without replies
     */
    public boolean unanswered() {
        return all.isEmpty();
    }

    /**
     * Returns since when the requester waits for a reply.
     *
     * @return when they asked; empty if the last word was an agent's, or the requester never asked anything
     */
    public Optional<Instant> waitingSince() {
        return Optional.ofNullable(waitingSince);
    }

    /**
     * Returns when the first reply came.
     *
     * @return when; empty without replies
     */
    public Optional<Instant> firstAt() {
        return all.stream().findFirst().map(Comment::at);
    }

    /**
     * Returns the first reply time: from the creation to the first reply.
     *
     * @param clock how time is measured
     * @return the time, zero or more; empty without replies, or if the first reply is dated before the creation
     */
    public Optional<Duration> firstTime(TicketClock clock) {
        return clock.sinceCreation(ticket, firstAt());
    }

    /**
     * Returns the turns of the conversation, each with its question and its reply.
     *
     * @return the turns in the order of time; replies that nobody had asked for are in none
     */
    public List<Turn> turns() {
        return turns;
    }

    /**
     * Returns every reply's time: how long the requester waited in each turn.
     *
     * @param clock how time is measured
     * @return the times in the order of the turns, each zero or more
     */
    public List<Duration> times(TicketClock clock) {
        return turns.stream()
                .map(turn -> clock.between(ticket, turn.askedAt(), turn.repliedAt()))
                .toList();
    }

    /**
     * Returns the next reply times: every reply's time but that of the first reply.
     *
     * @param clock how time is measured
     * @return the times in the order of the turns, each zero or more
     */
    public List<Duration> nextTimes(TicketClock clock) {
        List<Duration> times = times(clock);
        return firstInTurn ? times.subList(1, times.size()) : times;
    }

    /**
     * Returns the total reply time: the sum of every reply's time.
     *
     * @param clock how time is measured
     * @return the sum, zero or more; empty without a turn
     */
    public Optional<Duration> totalTime(TicketClock clock) {
        return times(clock).stream().reduce(Duration::plus);
    }

    /**
     * Returns how far the first reply is dated before the creation.
     *
     * @return the elapsed time by which the clocks of two systems differ at least; zero if there is nothing odd
     */
    public Duration skew() {
        return ticket.skew(firstAt());
    }

    /**
     * Returns the number of replies and whether the requester waits.
     *
     * @return such as {@code Replies[count=2, waiting since 2026-03-02T13:00:00Z]} or {@code Replies[count=2]}
     */
    @Override
    public String toString() {
        return "Replies[count=" + count() + (waitingSince == null ? "]" : ", waiting since " + waitingSince + "]");
    }

    /**
     * One turn of a conversation: the requester asked, and an agent replied.
     *
     * @param askedAt since when the requester waited: the oldest comment that nobody had replied to, or the creation
     * @param repliedAt when the agent replied, not before
     * @param agent who replied
     */
    public record Turn(Instant askedAt, Instant repliedAt, String agent) implements Serializable {

        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if the reply is before the question
         */
        public Turn {
            requireNonNull(agent, "agent");
            if (repliedAt.isBefore(askedAt)) {
                throw new IllegalArgumentException(
                        "repliedAt must not be before askedAt " + askedAt + ", got " + repliedAt);
            }
        }
    }
}
