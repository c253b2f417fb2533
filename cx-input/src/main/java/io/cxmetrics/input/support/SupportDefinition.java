package io.cxmetrics.input.support;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Aggregation;
import io.cxmetrics.support.ReplyDefinition;
import io.cxmetrics.support.ScheduleRule;
import io.cxmetrics.support.SlaPolicy;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.support.resolution.ReplyTimes;
import io.cxmetrics.support.resolution.TimeToResolution;
import io.cxmetrics.support.sla.SlaDefinition;
import io.cxmetrics.time.PreparedCalendar;
import io.cxmetrics.time.TimeMeasure;
import io.cxmetrics.time.WorkingCalendar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of tickets: times to resolution always, reopens and times in status of tickets with a history; the
 * backlog, reply times, the attainment of targets and of due dates if asked for.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * String csv = "created,resolved,first_reply,priority\n"
 *         + "2026-03-02T09:00Z,2026-03-02T12:00Z,2026-03-02T09:30Z,high\n"
 *         + "2026-03-02T10:00Z,,,low\n";
 * Table table = Table.of(Source.of("tickets.csv", new java.io.ByteArrayInputStream(csv.getBytes())));
 * Tickets tickets = TicketReading.of(TicketRole.RESOLVED, TicketRole.FIRST_REPLY, TicketRole.PRIORITY)
 *         .read(table)
 *         .result();
 * Instant until = Instant.parse("2026-03-03T00:00:00Z");
 * SupportSummary summary = tickets.fold(
 *                 until,
 *                 SupportDefinition.STANDARD
 *                         .withReplies()
 *                         .withSla(SlaTargets.parse("resolution:high=2h", "resolution=12h"))
 *                         .aggregation(tickets, until))
 *         .all().total().summary();
 * summary.resolution().mean(java.time.temporal.ChronoUnit.HOURS); // 3.0
 * summary.replies().firstReply().mean(java.time.temporal.ChronoUnit.MINUTES); // 30.0
 * summary.sla(SlaMetric.RESOLUTION).breached(); // 2
 * }</pre>
 *
 * @since 0.1
 */
public final class SupportDefinition {

    /** Elapsed times to resolution, reopens and times in status. */
    public static final SupportDefinition STANDARD = new SupportDefinition(null, null, false, false, false);

    private final @Nullable WorkingCalendar calendar;
    private final @Nullable SlaTargets sla;
    private final boolean backlog;
    private final boolean replies;
    private final boolean due;

    private SupportDefinition(
            @Nullable WorkingCalendar calendar,
            @Nullable SlaTargets sla,
            boolean backlog,
            boolean replies,
            boolean due) {
        this.calendar = calendar;
        this.sla = sla;
        this.backlog = backlog;
        this.replies = replies;
        this.due = due;
    }

    /**
     * Returns this definition in business hours: times to resolution and reply, times in status and the clocks of
     * targets. Due dates stay points in time.
     *
     * @param newCalendar the hours that count
     * @return the definition
     */
    public SupportDefinition withHours(WorkingCalendar newCalendar) {
        return new SupportDefinition(requireNonNull(newCalendar, "calendar"), sla, backlog, replies, due);
    }

    /**
     * Returns this definition with the attainment of targets, replayed from the history of each ticket. A target
     * without a reply column or comments knows of no reply, so that a resolution ends the wait for one.
     *
     * @param targets what is promised
     * @return the definition
     */
    public SupportDefinition withSla(SlaTargets targets) {
        return new SupportDefinition(calendar, requireNonNull(targets, "targets"), backlog, replies, due);
    }

    /**
     * Returns this definition with the backlog.
     *
     * @return the definition
     */
    public SupportDefinition withBacklog() {
        return new SupportDefinition(calendar, sla, true, replies, due);
    }

    /**
     * Returns this definition with reply times: from comments if the file has them, from the column of the first reply
     * otherwise.
     *
     * @return the definition
     */
    public SupportDefinition withReplies() {
        return new SupportDefinition(calendar, sla, backlog, true, due);
    }

    /**
     * Returns this definition with the attainment of the due dates that tickets have of their own.
     *
     * @return the definition
     */
    public SupportDefinition withDue() {
        return new SupportDefinition(calendar, sla, backlog, replies, true);
    }

    /**
     * Returns how tickets become a summary.
     *
     * @param tickets the tickets, for the span of their dates and for their priorities
     * @param observedUntil until when they are known, excluded
     * @return the aggregation
     * @throws IllegalArgumentException if the end of observation is beyond what calendars answer for
     */
    public Aggregation<TicketRecord, ?, SupportSummary> aggregation(Tickets tickets, Instant observedUntil) {
        SlaTargets targets = sla;
        return new SupportAggregation(parts(tickets, observedUntil, targets));
    }

    private SupportAggregation.Asked parts(Tickets tickets, Instant observedUntil, @Nullable SlaTargets targets) {
        Span span = new Span(observedUntil);
        if (calendar != null || targets != null) {
            tickets.forEach(observedUntil, span::add);
        }
        TimeMeasure measure = measure(span.first, observedUntil);
        TicketClock clock = calendar == null ? TicketClock.ELAPSED : TicketClock.of(ScheduleRule.AT_END, calendar);
        SlaDefinition definition =
                SlaDefinition.in(calendar == null ? WorkingCalendar.always(ZoneOffset.UTC) : calendar);
        span.priorities.add(definition.blankPriority());
        SlaPolicy policy = targets == null ? null : targets.policy(span.priorities, calendar != null);
        return new SupportAggregation.Asked(
                TimeToResolution.aggregation(TicketRecord::created, TicketRecord::resolved, measure, observedUntil),
                ReplyTimes.aggregation(TicketRecord::created, TicketRecord::firstReply, measure, observedUntil),
                ReplyTimes.aggregation(ReplyDefinition.STANDARD, clock, observedUntil),
                clock,
                definition,
                policy,
                new SupportAggregation.Wanted(backlog, replies, due),
                observedUntil);
    }

    /** When the first ticket was created, and which priorities there are. */
    private static final class Span {
        private Instant first;
        private final Set<String> priorities = new TreeSet<>();

        Span(Instant observedUntil) {
            first = observedUntil;
        }

        void add(TicketRecord ticket) {
            first = ticket.created().isBefore(first) ? ticket.created() : first;
            priorities.addAll(ticket.priorities());
        }
    }

    private TimeMeasure measure(Instant first, Instant observedUntil) {
        if (calendar == null || !first.isBefore(observedUntil)) {
            return calendar == null ? TimeMeasure.ELAPSED : calendar;
        }
        PreparedCalendar prepared = calendar.prepared(first, observedUntil.plusMillis(1));
        return prepared::openTime;
    }
}
