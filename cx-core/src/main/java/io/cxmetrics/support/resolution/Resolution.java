package io.cxmetrics.support.resolution;

import io.cxmetrics.support.StatusCategory;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.support.TicketEvent.StatusChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When one ticket was resolved, and whether it stayed so.
 *
 * <p><b>Definition.</b> A resolution is a change from any other status to solved or closed, and a reopen one from
 * solved or closed to any other: closing what was solved is neither, and a ticket that is closed without being solved
 * is resolved by that. First resolution time: from the creation to the first solved status, or to the first closing of
 * a ticket that was never solved. Full resolution time: from the creation to the last resolution, if the ticket is
 * resolved still; solving what was closed counts as the later of the two. {@link ResolutionRule} names the two times
 * for aggregates.
 *
 * <p><b>Edges.</b> What did not happen yet is empty, never zero. A ticket that was reopened and is open still has a
 * first resolution time but no full one; {@link #lastAt()} has the instant nevertheless. A resolution dated before the
 * creation gives no time: {@link #skew()} says how far off the clocks are, so that averages can leave it out and count
 * it. A status that is set again, or one solved status followed by another, changes nothing.
 *
 * <p><b>Sources.</b> Zendesk, "About native Support time duration metrics". Some reports count reopens as solved
 * statuses less one, which misses a ticket that was reopened and is open still; here it counts.
 *
 * <p>Immutable and thread-safe. One pass over the events.
 *
 * <pre>{@code
 * Instant noon = Instant.parse("2026-03-02T12:00:00Z");
 * Ticket ticket = Ticket.of(
 *         "4711",
 *         noon,
 *         Author.REQUESTER,
 *         new TicketEvent.StatusChange(noon.plusSeconds(3600), Status.SOLVED),
 *         new TicketEvent.StatusChange(noon.plusSeconds(7200), Status.OPEN),
 *         new TicketEvent.StatusChange(noon.plusSeconds(9000), Status.SOLVED),
 *         new TicketEvent.StatusChange(noon.plusSeconds(86400), Status.CLOSED));
 * Resolution resolution = Resolution.of(ticket);
 * resolution.firstTime(TicketClock.ELAPSED); // Optional[PT1H]
 * resolution.fullTime(TicketClock.ELAPSED); // Optional[PT2H30M]
 * resolution.reopens(); // 1
 * }</pre>
 *
 * @since 0.1
 */
public final class Resolution {

    private final Ticket ticket;
    private final boolean resolved;
    private final int resolutions;
    private final int reopens;
    private final @Nullable Instant first;
    private final @Nullable Instant last;

    private Resolution(
            Ticket ticket,
            boolean resolved,
            int resolutions,
            int reopens,
            @Nullable Instant first,
            @Nullable Instant last) {
        this.ticket = ticket;
        this.resolved = resolved;
        this.resolutions = resolutions;
        this.reopens = reopens;
        this.first = first;
        this.last = last;
    }

    /**
     * Returns how a ticket was resolved.
     *
     * @param ticket the ticket
     * @return its resolution
     */
    public static Resolution of(Ticket ticket) {
        StatusCategory now = StatusCategory.NEW;
        int resolutions = 0;
        int reopens = 0;
        Instant solved = null;
        Instant closed = null;
        Instant last = null;
        for (StatusChange change : ticket.events(StatusChange.class)) {
            StatusCategory next = change.status().category();
            if (next.resolved() && !now.resolved()) {
                resolutions++;
                last = change.at();
            } else if (next == StatusCategory.SOLVED && now == StatusCategory.CLOSED) {
                last = change.at(); // solved after all, without being reopened
            } else if (!next.resolved() && now.resolved()) {
                reopens++;
            }
            solved = solved == null && next == StatusCategory.SOLVED ? change.at() : solved;
            closed = closed == null && next == StatusCategory.CLOSED ? change.at() : closed;
            now = next;
        }
        return new Resolution(ticket, now.resolved(), resolutions, reopens, solved == null ? closed : solved, last);
    }

    /**
     * Tells whether the ticket is resolved after all its events.
     *
     * @return whether its last status is solved or closed
     */
    public boolean resolved() {
        return resolved;
    }

    /**
     * Returns how often it was resolved.
     *
     * @return the number of changes from another status to solved or closed
     */
    public int resolutions() {
        return resolutions;
    }

    /**
     * Returns how often it was reopened.
     *
     * @return the number of changes from solved or closed to another status, at most {@link #resolutions()}
     */
    public int reopens() {
        return reopens;
    }

    /**
     * Returns when it was first solved, or closed without being solved.
     *
     * @return when; empty if it never was resolved
     */
    public Optional<Instant> firstAt() {
        return Optional.ofNullable(first);
    }

    /**
     * Returns when it was last solved, or closed without being solved, be it reopened since or not.
     *
     * @return when; empty if it never was resolved
     */
    public Optional<Instant> lastAt() {
        return Optional.ofNullable(last);
    }

    /**
     * Returns the first resolution time.
     *
     * @param clock how time is measured
     * @return the time, zero or more; empty if the ticket never was resolved, or before its creation
     */
    public Optional<Duration> firstTime(TicketClock clock) {
        return clock.sinceCreation(ticket, firstAt());
    }

    /**
     * Returns the full resolution time.
     *
     * @param clock how time is measured
     * @return the time, zero or more; empty if the ticket is not resolved, or was so last before its creation
     */
    public Optional<Duration> fullTime(TicketClock clock) {
        return resolved ? clock.sinceCreation(ticket, lastAt()) : Optional.empty();
    }

    /**
     * Returns how far the first resolution is dated before the creation.
     *
     * @return the elapsed time by which the clocks of two systems differ at least; zero if there is nothing odd
     */
    public Duration skew() {
        return ticket.skew(firstAt());
    }

    /**
     * Returns the counts in words.
     *
     * @return such as {@code Resolution[resolved, resolutions=2, reopens=1]}
     */
    @Override
    public String toString() {
        return "Resolution[" + (resolved ? "resolved" : "not resolved") + ", resolutions=" + resolutions + ", reopens="
                + reopens + "]";
    }
}
