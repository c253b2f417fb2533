package io.cxmetrics.support.contact;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.StatusCategory;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.support.TicketEvent.Assignment;
import io.cxmetrics.support.TicketEvent.Comment;
import io.cxmetrics.support.TicketEvent.StatusChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Through how many hands one ticket went.
 *
 * <ul>
 *   <li>Touches: comments by agents, public or private, the one that created the ticket included.
 *   <li>Commenting agents: how many different agents commented, which some reports call handoffs.
 *   <li>Stations: how often the ticket came to an assignee, or to a group. Coming back is another station; being set
 *       again, or being nobody's for a while, is none.
 *   <li>Handoffs: from one assignee to another, which are the assignee stations less one.
 *   <li>Reassignments: assignments that hand the ticket from one assignee to another, or from one group to another, or
 *       both at once. The first assignee and the first group are none.
 *   <li>Take-up: when the ticket left new for the first time, whoever saw to that. It stands in for the first reply
 *       where comments are not recorded.
 * </ul>
 *
 * <p><b>Sources.</b> Zendesk's ticket metrics for stations; the dbt package for Zendesk data for commenting agents.
 *
 * <p>Immutable and thread-safe. One pass over the events.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * Ticket ticket = Ticket.of(
 *         "4711",
 *         noon,
 *         Author.REQUESTER,
 *         new TicketEvent.Assignment(noon, "", "first level"),
 *         new TicketEvent.Assignment(noon.plusSeconds(60), "ada", "first level"),
 *         new TicketEvent.Assignment(noon.plusSeconds(3600), "bob", "second level"));
 * Handoffs handoffs = Handoffs.of(ticket);
 * handoffs.groupStations(); // 2
 * handoffs.handoffs(); // 1
 * handoffs.reassignments(); // 1
 * }</pre>
 *
 * @since 0.1
 */
public final class Handoffs {

    private final Ticket ticket;
    private final List<String> commenting;
    private final List<String> assignees;
    private final List<String> groups;
    private final int reassignments;

    private Handoffs(
            Ticket ticket, List<String> commenting, List<String> assignees, List<String> groups, int reassignments) {
        this.ticket = ticket;
        this.commenting = List.copyOf(commenting);
        this.assignees = List.copyOf(assignees);
        this.groups = List.copyOf(groups);
        this.reassignments = reassignments;
    }

    /**
     * Returns how a ticket was handled.
     *
     * @param ticket the ticket
     * @return its handoffs
     */
    public static Handoffs of(Ticket ticket) {
        List<String> assignees = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        int reassignments = 0;
        for (Assignment assignment : ticket.events(Assignment.class)) {
            boolean otherAssignee = arrives(assignees, assignment.assignee());
            boolean otherGroup = arrives(groups, assignment.group());
            reassignments += otherAssignee || otherGroup ? 1 : 0;
        }
        List<String> commenting = ticket.events(Comment.class).stream()
                .filter(comment -> comment.author() == Author.AGENT)
                .map(Comment::name)
                .toList();
        return new Handoffs(ticket, commenting, assignees, groups, reassignments);
    }

    /** Notes a station, and tells whether it is another one than before. */
    private static boolean arrives(List<String> stations, String station) {
        boolean first = stations.isEmpty();
        boolean another = !station.isEmpty()
                && (first || !stations.get(stations.size() - 1).equals(station));
        if (another) {
            stations.add(station);
        }
        return another && !first;
    }

    /**
     * Returns how often agents commented.
     *
     * @return the number of their comments, public or private
     */
    public int touches() {
        return commenting.size();
    }

    /**
     * Returns how many different agents commented.
     *
     * @return the number of agents
     */
    public int commentingAgents() {
        return new HashSet<>(commenting).size();
    }

    /**
     * Returns how often the ticket went from one assignee to another.
     *
     * @return the assignee stations less one, zero or more
     */
    public int handoffs() {
        return Math.max(assignees.size() - 1, 0);
    }

    /**
     * Returns how many assignments handed the ticket on.
     *
     * @return the number of assignments with another assignee or another group than before
     */
    public int reassignments() {
        return reassignments;
    }

    /**
     * Returns how often the ticket came to an assignee.
     *
     * @return the number of stations
     */
    public int assigneeStations() {
        return assignees.size();
    }

    /**
     * Returns how often the ticket came to a group.
     *
     * @return the number of stations
     */
    public int groupStations() {
        return groups.size();
    }

    /**
     * Returns how many different assignees the ticket had.
     *
     * @return the number of assignees
     */
    public int assignees() {
        return new HashSet<>(assignees).size();
    }

    /**
     * Returns how many different groups the ticket was with.
     *
     * @return the number of groups
     */
    public int groups() {
        return new HashSet<>(groups).size();
    }

    /**
     * Returns when the ticket was taken up: when it left new.
     *
     * @return when it got the first status that is not new; empty if it never did
     */
    public Optional<Instant> takenUpAt() {
        return ticket.events(StatusChange.class).stream()
                .filter(change -> change.status().category() != StatusCategory.NEW)
                .findFirst()
                .map(StatusChange::at);
    }

    /**
     * Returns how long it took until the ticket was taken up.
     *
     * @param clock how time is measured
     * @return the time, zero or more; empty if it is new still, or was taken up before its creation
     */
    public Optional<Duration> takeUpTime(TicketClock clock) {
        return clock.sinceCreation(ticket, takenUpAt());
    }

    /**
     * Returns how far the take-up is dated before the creation.
     *
     * @return the elapsed time by which the clocks of two systems differ at least; zero if there is nothing odd
     */
    public Duration skew() {
        return ticket.skew(takenUpAt());
    }

    /**
     * Returns the counts.
     *
     * @return such as {@code Handoffs[touches=3, commenting agents=2, handoffs=1, reassignments=1]}
     */
    @Override
    public String toString() {
        return "Handoffs[touches=" + touches() + ", commenting agents=" + commentingAgents() + ", handoffs="
                + handoffs() + ", reassignments=" + reassignments + "]";
    }
}
