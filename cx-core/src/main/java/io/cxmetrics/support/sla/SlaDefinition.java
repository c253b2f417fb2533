package io.cxmetrics.support.sla;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.StoredForm;
import io.cxmetrics.internal.Checks;
import io.cxmetrics.support.ReplyDefinition;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.StatusCategory;
import io.cxmetrics.time.WorkingCalendar;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How service levels are counted: what a {@link SlaReplay} needs beside the ticket.
 *
 * <p><b>Defaults.</b> A promise is at risk from three quarters of its target on; a late service level counts from the
 * creation ({@link SlaStartRule#AT_CREATION}); no priority is read as {@code normal}; and the clocks run in these
 * statuses:
 *
 * <ul>
 *   <li>first reply, next reply, periodic update and resolution: new, open, pending, hold;
 *   <li>requester wait: new, open, hold;
 *   <li>agent work: new, open.
 * </ul>
 *
 * <p>The statuses are those that Zendesk documents. {@link #withCounted} has others: a <i>pausable update</i> is a
 * periodic update counted in new, open and hold.
 *
 * <p>Immutable and thread-safe.
 *
 * <pre>{@code
 * WorkingCalendar office = WorkingCalendar.in(ZoneId.of("Europe/Paris"))
 *         .open(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00", "17:00");
 * SlaDefinition definition = SlaDefinition.in(office)
 *         .withAtRiskShare(0.9)
 *         .withStart(SlaStartRule.AT_APPLICATION)
 *         .withCounted(
 *                 SlaMetric.PERIODIC_UPDATE,
 *                 Set.of(StatusCategory.NEW, StatusCategory.OPEN, StatusCategory.HOLD));
 * definition.counted(SlaMetric.AGENT_WORK); // [NEW, OPEN]
 * definition.counted(SlaMetric.PERIODIC_UPDATE); // [NEW, OPEN, HOLD]
 * }</pre>
 *
 * @since 0.1
 */
public final class SlaDefinition implements Serializable {

    private static final long serialVersionUID = 1;
    private static final double AT_RISK_SHARE = 0.75;
    private static final Map<SlaMetric, Set<StatusCategory>> COUNTED = defaults();

    /** The priority that a ticket without any is read as, unless said otherwise. */
    static final String BLANK_PRIORITY = "normal";

    private final WorkingCalendar schedule;
    private final double atRiskShare;
    private final SlaStartRule start;
    private final String blankPriority;
    private final ReplyDefinition replies;
    private final Map<SlaMetric, Set<StatusCategory>> counted;

    private SlaDefinition(
            WorkingCalendar schedule,
            double atRiskShare,
            SlaStartRule start,
            String blankPriority,
            ReplyDefinition replies,
            Map<SlaMetric, Set<StatusCategory>> counted) {
        this.schedule = requireNonNull(schedule, "schedule");
        this.atRiskShare = Checks.fraction("atRiskShare", atRiskShare);
        this.start = requireNonNull(start, "start");
        this.blankPriority = requireNotBlank(blankPriority);
        this.replies = replies;
        this.counted = counted;
    }

    private static Map<SlaMetric, Set<StatusCategory>> defaults() {
        Map<SlaMetric, Set<StatusCategory>> defaults = new EnumMap<>(SlaMetric.class);
        for (SlaMetric metric : SlaMetric.values()) {
            defaults.put(
                    metric,
                    switch (metric) {
                        case AGENT_WORK -> EnumSet.of(StatusCategory.NEW, StatusCategory.OPEN);
                        case REQUESTER_WAIT -> EnumSet.of(StatusCategory.NEW, StatusCategory.OPEN, StatusCategory.HOLD);
                        case FIRST_REPLY, NEXT_REPLY, PERIODIC_UPDATE, RESOLUTION ->
                            EnumSet.of(
                                    StatusCategory.NEW,
                                    StatusCategory.OPEN,
                                    StatusCategory.PENDING,
                                    StatusCategory.HOLD);
                    });
        }
        return defaults;
    }

    /**
     * Returns the default definition.
     *
     * @param schedule the hours that count for targets in business hours until a ticket gets a schedule of its own. A
     *     calendar that never opens lets no time count: nothing in business hours is ever breached or due then
     * @return the definition
     */
    public static SlaDefinition in(WorkingCalendar schedule) {
        return new SlaDefinition(
                schedule, AT_RISK_SHARE, SlaStartRule.AT_CREATION, BLANK_PRIORITY, ReplyDefinition.STANDARD, COUNTED);
    }

    /**
     * Returns this definition with another share of the target from which on a promise is at risk.
     *
     * @param share the share, in [0, 1]; with 0 every live promise is at risk, with 1 only one whose target is used up
     * @return the definition
     * @throws IllegalArgumentException if the share is out of range
     */
    public SlaDefinition withAtRiskShare(double share) {
        return new SlaDefinition(schedule, share, start, blankPriority, replies, counted);
    }

    /**
     * Returns this definition with another way to count service levels that were applied late.
     *
     * @param newStart from when on they count
     * @return the definition
     */
    public SlaDefinition withStart(SlaStartRule newStart) {
        return new SlaDefinition(schedule, atRiskShare, newStart, blankPriority, replies, counted);
    }

    /**
     * Returns this definition with another priority in place of none.
     *
     * @param priority the priority that a ticket without any is read as, not blank
     * @return the definition
     * @throws IllegalArgumentException if it is blank
     */
    public SlaDefinition withBlankPriority(String priority) {
        return new SlaDefinition(schedule, atRiskShare, start, priority, replies, counted);
    }

    /**
     * Returns this definition with a span for the comment that an agent created a ticket with, which is no reply; see
     * {@link ReplyDefinition#creationWithin()}.
     *
     * @param span how long after the creation it may be dated, not negative
     * @return the definition
     * @throws IllegalArgumentException if the span is negative
     */
    public SlaDefinition withCreationWithin(Duration span) {
        return new SlaDefinition(
                schedule, atRiskShare, start, blankPriority, replies.withCreationWithin(span), counted);
    }

    /**
     * Returns this definition with other statuses in which the clock of a metric runs; it is paused in the others.
     *
     * @param metric the metric
     * @param statuses the statuses, none of them {@linkplain StatusCategory#resolved() resolved}
     * @return the definition
     * @throws IllegalArgumentException if there is none, or one is resolved: a resolved ticket waits for no reply
     */
    public SlaDefinition withCounted(SlaMetric metric, Set<StatusCategory> statuses) {
        if (statuses.isEmpty() || statuses.stream().anyMatch(StatusCategory::resolved)) {
            throw new IllegalArgumentException("statuses must be some that are not resolved, got "
                    + statuses.stream().sorted().toList());
        }
        Map<SlaMetric, Set<StatusCategory>> changed = new EnumMap<>(counted);
        changed.put(metric, EnumSet.copyOf(statuses));
        return new SlaDefinition(schedule, atRiskShare, start, blankPriority, replies, changed);
    }

    /**
     * Returns the hours that count until a ticket gets a schedule of its own.
     *
     * @return the calendar
     */
    public WorkingCalendar schedule() {
        return schedule;
    }

    /**
     * Returns the share of the target from which on a promise is at risk.
     *
     * @return the share, in [0, 1]
     */
    public double atRiskShare() {
        return atRiskShare;
    }

    /**
     * Returns from when on late service levels count.
     *
     * @return the start
     */
    public SlaStartRule start() {
        return start;
    }

    /**
     * Returns the priority that a ticket without any is read as.
     *
     * @return the priority
     */
    public String blankPriority() {
        return blankPriority;
    }

    /**
     * Returns how long after the creation the comment may be dated that an agent created a ticket with.
     *
     * @return the span, zero unless said otherwise
     */
    public Duration creationWithin() {
        return replies.creationWithin();
    }

    ReplyDefinition replies() {
        return replies;
    }

    /**
     * Returns the statuses in which the clock of a metric runs.
     *
     * @param metric the metric
     * @return a copy of the statuses, in the order of a ticket's life
     */
    public Set<StatusCategory> counted(SlaMetric metric) {
        return EnumSet.copyOf(requireNonNull(counted.get(metric)));
    }

    boolean counts(SlaMetric metric, StatusCategory status) {
        return requireNonNull(counted.get(metric)).contains(status);
    }

    static String orDefault(String priority, String blank) {
        return priority.isBlank() ? blank : priority;
    }

    static String requireNotBlank(String blankPriority) {
        if (blankPriority.isBlank()) {
            throw new IllegalArgumentException("priority must not be blank, got \"" + blankPriority + "\"");
        }
        return blankPriority;
    }

    private Object writeReplace() {
        return new Written(
                schedule,
                atRiskShare,
                start,
                blankPriority,
                replies,
                List.copyOf(counted.keySet()),
                counted.values().stream().map(List::copyOf).toList());
    }

    private void readObject(ObjectInputStream in) throws InvalidObjectException {
        throw StoredForm.unreplaced(this);
    }

    /** What travels: it is read back through the checks. */
    private record Written(
            WorkingCalendar schedule,
            double atRiskShare,
            SlaStartRule start,
            String blankPriority,
            ReplyDefinition replies,
            List<SlaMetric> metrics,
            List<List<StatusCategory>> counted)
            implements Serializable {

        private Object readResolve() {
            if (metrics.size() != counted.size()) {
                throw new IllegalArgumentException(
                        "counted must have as many entries as metrics (" + metrics.size() + "), got " + counted.size());
            }
            SlaDefinition definition =
                    new SlaDefinition(schedule, atRiskShare, start, blankPriority, requireNonNull(replies), COUNTED);
            for (int i = 0; i < metrics.size(); i++) {
                definition = definition.withCounted(metrics.get(i), Set.copyOf(counted.get(i)));
            }
            return definition;
        }
    }
}
