package io.cxmetrics.support.sla;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.StoredForm;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaTarget;
import io.cxmetrics.support.StatusCategory;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One promise to one ticket as it stands at the end of a {@link SlaReplay}: the target, what was used of it, and what
 * came of it. A ticket has one first reply but as many next replies and updates as there were waits, and one more of
 * each where a service level took the place of another.
 *
 * <p><b>Breach.</b> It is breached if and only if the {@linkplain #elapsed() elapsed} time that counts is more than the
 * target; exactly the target is in time. Open times of the schedule count where the target is in business hours, all
 * time else, and pauses in neither.
 *
 * <p>Immutable and thread-safe. Replays make them; {@link SlaAttainment} adds them up.
 *
 * <pre>{@code
 * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
 * SlaPolicy gold = new SlaPolicy(
 *         "Gold", List.of(new SlaTarget(SlaMetric.FIRST_REPLY, "normal", Duration.ofHours(4), false)));
 * Ticket ticket = Ticket.of("4711", monday, Author.REQUESTER, new TicketEvent.PolicyChange(monday, gold));
 * SlaDefinition definition = SlaDefinition.in(WorkingCalendar.always(ZoneOffset.UTC));
 * SlaInstance reply = SlaReplay.of(ticket, definition, monday.plusSeconds(3 * 3600)).instances().get(0);
 * reply.state(); // AT_RISK
 * reply.shareUsed(); // 0.75
 * reply.dueAt().orElseThrow(); // 2026-03-02T13:00:00Z
 * }</pre>
 *
 * @since 0.1
 */
public final class SlaInstance implements Serializable {

    private static final long serialVersionUID = 1;

    /** All that is known, so that equality and text are those of a record. */
    record Parts(
            SlaMetric metric,
            int number,
            String policy,
            SlaTarget target,
            Instant started,
            Instant applied,
            SlaState state,
            Duration elapsed,
            List<Pause> pauses,
            boolean paused,
            @Nullable Instant due,
            @Nullable Instant fulfilled,
            @Nullable Instant breached,
            @Nullable Instant ended)
            implements Serializable {

        Parts {
            requireNonNull(metric, "metric");
            requireNonNull(policy, "policy");
            requireNonNull(target, "target");
            requireNonNull(started, "started");
            requireNonNull(applied, "applied");
            requireNonNull(state, "state");
            if (number < 1 || elapsed.isNegative()) {
                throw new IllegalArgumentException(
                        "promise must have a number from 1 and a time that is not negative, got number " + number
                                + " and " + elapsed);
            }
            pauses = List.copyOf(pauses);
        }

        private Object readResolve() {
            return new SlaInstance(this);
        }
    }

    private final Parts parts;

    SlaInstance(Parts parts) {
        this.parts = parts;
    }

    private Object writeReplace() {
        return parts;
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /**
     * Returns what is promised.
     *
     * @return the metric
     */
    public SlaMetric metric() {
        return parts.metric;
    }

    /**
     * Returns which promise of this metric to this ticket it is, in the order in which they were made.
     *
     * @return the number, from 1
     */
    public int number() {
        return parts.number;
    }

    /**
     * Returns the service level that makes the promise.
     *
     * @return the name of the policy
     */
    public String policy() {
        return parts.policy;
    }

    /**
     * Returns the target in force: at the breach if it is breached, at the end if it has ended, else at the instant of
     * the replay.
     *
     * @return the target, with its priority and whether it is in business hours
     */
    public SlaTarget target() {
        return parts.target;
    }

    /**
     * Returns the priority in force, as {@link #target()} has it; the priority that stands in for none is named as
     * such.
     *
     * @return the priority
     */
    public String priority() {
        return parts.target.priority();
    }

    /**
     * Returns from when on time counts.
     *
     * @return the beginning of the wait, or of its part that counts by {@link SlaStartRule}
     */
    public Instant startedAt() {
        return parts.started;
    }

    /**
     * Returns when the promise was made; time from {@link #startedAt()} on counts even if that is before.
     *
     * @return the instant, not before the start
     */
    public Instant appliedAt() {
        return parts.applied;
    }

    /**
     * Returns how it stands.
     *
     * @return the state
     */
    public SlaState state() {
        return parts.state;
    }

    /**
     * Returns the time that counts, from the start to the end or the instant of the replay.
     *
     * @return open time of the schedule where the target is in business hours, else elapsed time; without pauses
     */
    public Duration elapsed() {
        return parts.elapsed;
    }

    /**
     * Returns what is left.
     *
     * @return the target less the elapsed time; negative if it is breached
     */
    public Duration remaining() {
        return parts.target.target().minus(parts.elapsed);
    }

    /**
     * Returns by how much it is breached.
     *
     * @return the elapsed time less the target; zero if it is not breached
     */
    public Duration overTarget() {
        return remaining().isNegative() ? remaining().negated() : Duration.ZERO;
    }

    /**
     * Returns the share of the target that was used.
     *
     * @return elapsed / target, zero or more; above 1 if and only if it is breached, up to rounding
     */
    public double shareUsed() {
        return shareUsed(parts.elapsed, parts.target.target());
    }

    static double shareUsed(Duration elapsed, Duration target) {
        return seconds(elapsed) / seconds(target);
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }

    /**
     * Returns when the clock stood still because of the status, in order. A pause that lasts is cut at the instant of
     * the replay; the time after the fulfilment is no pause, unless the ticket was reopened.
     *
     * @return an unmodifiable list
     */
    public List<Pause> pauses() {
        return parts.pauses;
    }

    /**
     * Tells whether the clock stands still because of the status.
     *
     * @return whether it is not fulfilled and in a pause
     */
    public boolean paused() {
        return parts.paused;
    }

    /**
     * Returns when the target will be used up, if nothing changes.
     *
     * @return the deadline; empty if it is not live, paused, or its calendar does not open for so long any more
     */
    public Optional<Instant> dueAt() {
        return Optional.ofNullable(parts.due);
    }

    /**
     * Returns when it was fulfilled, in time or late.
     *
     * @return the reply, or when the ticket was resolved; empty if not (any more, after a reopening)
     */
    public Optional<Instant> fulfilledAt() {
        return Optional.ofNullable(parts.fulfilled);
    }

    /**
     * Returns when it was breached: the deadline that was missed, or when a target was set that was used up already.
     *
     * @return the instant; empty if it is not breached
     */
    public Optional<Instant> breachedAt() {
        return Optional.ofNullable(parts.breached);
    }

    /**
     * Returns when it was replaced or cancelled.
     *
     * @return the instant; empty if it was not; there too for a breached one that ended so
     */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(parts.ended);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SlaInstance that && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    /**
     * Returns what is promised, the state and the time.
     *
     * @return such as {@code SlaInstance[FIRST_REPLY 1 of Gold, normal: AT_RISK, PT3H of PT4H]}
     */
    @Override
    public String toString() {
        return "SlaInstance[" + parts.metric + " " + parts.number + " of " + parts.policy + ", " + priority() + ": "
                + parts.state + ", " + parts.elapsed + " of " + parts.target.target() + "]";
    }

    /**
     * A stretch in which the clock of a promise stood still because of the status. Closed hours are no pause: they are
     * in the schedule.
     *
     * @param status what the status meant
     * @param startInclusive from when on
     * @param endExclusive until when, after the start
     */
    public record Pause(StatusCategory status, Instant startInclusive, Instant endExclusive) implements Serializable {

        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if the end is not after the start
         */
        public Pause {
            requireNonNull(status, "status");
            if (!endExclusive.isAfter(startInclusive)) {
                throw new IllegalArgumentException(
                        "endExclusive must be after startInclusive " + startInclusive + ", got " + endExclusive);
            }
        }

        /**
         * Returns how long it lasted, as elapsed time.
         *
         * @return the duration, above zero
         */
        public Duration duration() {
            return Duration.between(startInclusive, endExclusive);
        }
    }
}
