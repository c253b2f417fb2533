package io.cxmetrics.input.support;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.Summary;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.contact.Reopens;
import io.cxmetrics.support.resolution.Backlog;
import io.cxmetrics.support.resolution.ReplyTimes;
import io.cxmetrics.support.resolution.TimeInStatus;
import io.cxmetrics.support.resolution.TimeToResolution;
import io.cxmetrics.support.sla.SlaAttainment;
import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a {@link SupportDefinition} asks of tickets, in the summaries of cx-core: each part is empty where it was not
 * asked for, or where the file does not tell. The parts add up one by one.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SupportSummary implements Summary<SupportSummary> {

    private static final long serialVersionUID = 1;

    /** No tickets. */
    public static final SupportSummary EMPTY = new SupportSummary(new Parts());

    private final Parts parts;

    SupportSummary(Parts parts) {
        this.parts = parts;
    }

    /** The parts, set before anybody sees them. */
    static final class Parts implements Serializable {
        private static final long serialVersionUID = 1;
        TimeToResolution resolution = TimeToResolution.EMPTY;
        Backlog backlog = Backlog.EMPTY;
        Reopens reopens = Reopens.EMPTY;
        TimeInStatus inStatus = TimeInStatus.EMPTY;
        ReplyTimes replies = ReplyTimes.EMPTY;
        long repliesUnknown;
        Map<SlaMetric, SlaAttainment> sla = new EnumMap<>(SlaMetric.class);
        SlaAttainment due = SlaAttainment.EMPTY;
    }

    /**
     * Returns how many tickets count.
     *
     * @return resolved and open ones
     */
    public long count() {
        return parts.resolution.count();
    }

    /**
     * Returns the times to resolution.
     *
     * @return the times, with the open tickets
     */
    public TimeToResolution resolution() {
        return parts.resolution;
    }

    /**
     * Returns the backlog.
     *
     * @return the backlog, empty unless asked for
     */
    public Backlog backlog() {
        return parts.backlog;
    }

    /**
     * Returns the reopens of tickets with a history.
     *
     * @return the reopens
     */
    public Reopens reopens() {
        return parts.reopens;
    }

    /**
     * Returns the times in status of tickets with a history.
     *
     * @return the times
     */
    public TimeInStatus inStatus() {
        return parts.inStatus;
    }

    /**
     * Returns the reply times.
     *
     * @return the times, empty unless asked for
     */
    public ReplyTimes replies() {
        return parts.replies;
    }

    /**
     * Returns how many tickets are in no answer about replies, and no attainment, since a comment of theirs could not
     * be read.
     *
     * @return the count
     */
    public long repliesUnknown() {
        return parts.repliesUnknown;
    }

    /**
     * Returns the attainment of the targets, by metric.
     *
     * @return the attainments, unmodifiable; empty unless asked for
     */
    public Map<SlaMetric, SlaAttainment> sla() {
        return Collections.unmodifiableMap(parts.sla);
    }

    /**
     * Returns the attainment of a target.
     *
     * @param metric the metric
     * @return the attainment; empty if nothing was promised
     */
    public SlaAttainment sla(SlaMetric metric) {
        return parts.sla.getOrDefault(requireNonNull(metric, "metric"), SlaAttainment.EMPTY);
    }

    /**
     * Returns the attainment of the due dates that tickets have of their own.
     *
     * @return the attainment, empty unless asked for
     */
    public SlaAttainment due() {
        return parts.due;
    }

    @Override
    public SupportSummary plus(SupportSummary other) {
        Parts sum = new Parts();
        sum.resolution = parts.resolution.plus(other.parts.resolution);
        sum.backlog = parts.backlog.plus(other.parts.backlog);
        sum.reopens = parts.reopens.plus(other.parts.reopens);
        sum.inStatus = parts.inStatus.plus(other.parts.inStatus);
        sum.replies = parts.replies.plus(other.parts.replies);
        sum.repliesUnknown = Math.addExact(parts.repliesUnknown, other.parts.repliesUnknown);
        sum.sla.putAll(parts.sla);
        other.parts.sla.forEach((metric, attainment) -> sum.sla.merge(metric, attainment, SlaAttainment::plus));
        sum.due = parts.due.plus(other.parts.due);
        return new SupportSummary(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SupportSummary that
                && parts.resolution.equals(that.parts.resolution)
                && parts.backlog.equals(that.parts.backlog)
                && parts.reopens.equals(that.parts.reopens)
                && parts.inStatus.equals(that.parts.inStatus)
                && parts.replies.equals(that.parts.replies)
                && parts.repliesUnknown == that.parts.repliesUnknown
                && parts.sla.equals(that.parts.sla)
                && parts.due.equals(that.parts.due);
    }

    @Override
    public int hashCode() {
        return Objects.hash(parts.resolution, parts.reopens, parts.replies, parts.sla, parts.due);
    }

    @Override
    public String toString() {
        return "SupportSummary[" + parts.resolution + ", " + parts.reopens + ", " + parts.replies + ", sla=" + parts.sla
                + ", due=" + parts.due + "]";
    }
}
