package io.cxmetrics.support.sla;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.support.Author;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The service levels of one ticket, replayed from its history up to an instant.
 *
 * <p><b>Waits.</b> Each promise is about a wait:
 *
 * <ul>
 *   <li>first reply: from the creation to the first visible comment of an agent, other than the one an agent creates a
 *       ticket with;
 *   <li>next reply: from the oldest unanswered visible comment of the requester after that to the next one of an agent,
 *       one clock however many comments are unanswered; before the first reply, that clock runs;
 *   <li>periodic update: from such a reply to the next;
 *   <li>requester wait, agent work, resolution: from the creation until the ticket is resolved.
 * </ul>
 *
 * <p>Private notes and {@link Author#SYSTEM} never count as replies.
 *
 * <p><b>Pauses.</b> A clock runs in the statuses that {@link SlaDefinition} says, by the schedule in force in each
 * stretch where the target is in business hours.
 *
 * <p><b>Resolved.</b> The resolution of a ticket fulfils every promise, replies too: an agent who resolves without a
 * reply keeps the promise of one. The time to first reply as such does not stop there. If the ticket is reopened before
 * the reply, or the clock is one that only a resolution ends, the same promise is open again; its clock goes on from
 * where it was, and the time in between does not count. A comment on a resolved ticket waits for a reply from the
 * reopening on.
 *
 * <p><b>Priority and policy.</b> Targets are those of the priority in force at the time, never today's. When the
 * priority changes the promise gets its new target, and when another policy is applied it is
 * {@linkplain SlaState#REPLACED replaced} by a new one; in both cases the time already used counts on, measured as it
 * was. A policy that is applied again changes nothing. A breached promise stays breached, by the target it had then.
 *
 * <p><b>Time.</b> Events at {@code observedUntil} or later are not known, so that the past can be seen as it was.
 * Events before the creation, which {@link Ticket#beforeCreation()} counts, take effect at the creation. What happens
 * at one instant is one update: policy, priority and schedule first, then the last status, then comments.
 *
 * <p><b>Sources.</b> Zendesk, "Ticket metric event types reference" and "Defining SLA policies", for the kinds of
 * events, the waits and the pauses; the dbt package for Zendesk for late policies, for policies that replace others and
 * for resolutions in place of replies. That time stays as it was measured when the unit of a target changes, and that a
 * longer target forgives no breach, are rules of this library.
 *
 * <p>Immutable and thread-safe. Takes time in proportion to the events.
 *
 * <pre>{@code
 * Instant monday = Instant.parse("2026-03-02T09:00:00Z");
 * SlaPolicy gold = new SlaPolicy(
 *         "Gold",
 *         List.of(
 *                 new SlaTarget(SlaMetric.FIRST_REPLY, "normal", Duration.ofHours(1), false),
 *                 new SlaTarget(SlaMetric.RESOLUTION, "normal", Duration.ofHours(8), false)));
 * Ticket ticket = Ticket.of(
 *         "4711",
 *         monday,
 *         Author.REQUESTER,
 *         new TicketEvent.PolicyChange(monday, gold),
 *         new TicketEvent.Comment(monday.plusSeconds(5400), Author.AGENT, "ada", true));
 * SlaDefinition definition = SlaDefinition.in(WorkingCalendar.always(ZoneOffset.UTC));
 * SlaReplay replay = SlaReplay.of(ticket, definition, monday.plusSeconds(7200));
 * replay.instances(SlaMetric.FIRST_REPLY); // [SlaInstance[FIRST_REPLY 1 of Gold, normal: BREACHED, PT1H30M of PT1H]]
 * replay.instances(SlaMetric.RESOLUTION); // [SlaInstance[RESOLUTION 1 of Gold, normal: ACTIVE, PT2H of PT8H]]
 * replay.instances(SlaMetric.FIRST_REPLY).get(0).breachedAt().orElseThrow(); // 2026-03-02T10:00:00Z
 * replay.events().stream().map(SlaEvent::kind).toList(); // [APPLY, APPLY, BREACH, FULFIL]
 * }</pre>
 *
 * @since 0.1
 */
public final class SlaReplay {

    private final Ticket ticket;
    private final Instant observedUntil;
    private final List<SlaInstance> instances;
    private final List<SlaEvent> events;

    private SlaReplay(Ticket ticket, Instant observedUntil, List<SlaInstance> instances, List<SlaEvent> events) {
        this.ticket = ticket;
        this.observedUntil = observedUntil;
        this.instances = instances;
        this.events = events;
    }

    /**
     * Replays a ticket.
     *
     * @param ticket the ticket
     * @param definition how to count
     * @param observedUntil until when events are known, excluded; a ticket created later has no promises
     * @return the promises as they stand then
     * @throws IllegalArgumentException if a target in business hours meets times that are out of range for calendars
     */
    public static SlaReplay of(Ticket ticket, SlaDefinition definition, Instant observedUntil) {
        requireNonNull(definition, "definition");
        if (!ticket.created().isBefore(observedUntil)) {
            return new SlaReplay(ticket, observedUntil, List.of(), List.of());
        }
        List<SlaEvent> log = new ArrayList<>();
        Map<SlaMetric, SlaClock> clocks = new EnumMap<>(SlaMetric.class);
        for (SlaMetric metric : SlaMetric.values()) {
            clocks.put(metric, new SlaClock(metric, definition, log));
        }
        new SlaTimeline(ticket, definition, clocks).runUntil(observedUntil);
        List<SlaInstance> instances = clocks.values().stream()
                .flatMap(clock -> clock.finish(observedUntil).stream())
                .toList();
        log.sort(Comparator.comparing(SlaEvent::at)); // stable
        return new SlaReplay(ticket, observedUntil, instances, List.copyOf(log));
    }

    /**
     * Returns the ticket.
     *
     * @return the ticket that was replayed
     */
    public Ticket ticket() {
        return ticket;
    }

    /**
     * Returns until when it was replayed.
     *
     * @return the instant, excluded
     */
    public Instant observedUntil() {
        return observedUntil;
    }

    /**
     * Returns every promise, in the order of the metrics, and of one metric in the order in which they were made.
     *
     * @return an unmodifiable list
     */
    public List<SlaInstance> instances() {
        return instances;
    }

    /**
     * Returns the promises of one metric, in the order in which they were made.
     *
     * @param metric the metric
     * @return an unmodifiable list; empty if nothing was promised
     */
    public List<SlaInstance> instances(SlaMetric metric) {
        return instances.stream()
                .filter(instance -> instance.metric() == metric)
                .toList();
    }

    /**
     * Returns what happened to the promises, in the order of time. A breach stands at the deadline that was missed.
     *
     * @return an unmodifiable list
     */
    public List<SlaEvent> events() {
        return events;
    }

    /**
     * Returns the ticket's id, the instant and the promises.
     *
     * @return such as {@code SlaReplay[4711 until 2026-03-02T11:00:00Z, [...]]}
     */
    @Override
    public String toString() {
        return "SlaReplay[" + ticket.id() + " until " + observedUntil + ", " + instances + "]";
    }
}
