package io.cxmetrics.input.support;

import io.cxmetrics.Aggregation;
import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaPolicy;
import io.cxmetrics.support.Ticket;
import io.cxmetrics.support.TicketClock;
import io.cxmetrics.support.TicketEvent;
import io.cxmetrics.support.contact.Reopens;
import io.cxmetrics.support.resolution.Backlog;
import io.cxmetrics.support.resolution.BacklogBuffer;
import io.cxmetrics.support.resolution.ReplyTimes;
import io.cxmetrics.support.resolution.ReplyTimesBuffer;
import io.cxmetrics.support.resolution.TimeInStatus;
import io.cxmetrics.support.resolution.TimeToResolution;
import io.cxmetrics.support.resolution.TimeToResolutionBuffer;
import io.cxmetrics.support.sla.SlaAttainment;
import io.cxmetrics.support.sla.SlaDefinition;
import io.cxmetrics.support.sla.SlaInstance;
import io.cxmetrics.support.sla.SlaReplay;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Folds tickets into a {@link SupportSummary}: each part by its own aggregation of cx-core. */
record SupportAggregation(Asked asked) implements Aggregation<TicketRecord, SupportAggregation.State, SupportSummary> {

    private static final Aggregation<SlaInstance, SlaAttainment, SlaAttainment> PROMISES = SlaAttainment.aggregation();

    /** Which parts are wanted. */
    record Wanted(boolean backlog, boolean replies, boolean due) implements Serializable {}

    /** The aggregations of the parts. */
    record Asked(
            Aggregation<TicketRecord, TimeToResolutionBuffer, TimeToResolution> resolution,
            Aggregation<TicketRecord, ReplyTimesBuffer, ReplyTimes> firstReply,
            Aggregation<Ticket, ReplyTimesBuffer, ReplyTimes> replies,
            TicketClock clock,
            SlaDefinition sla,
            @Nullable SlaPolicy policy,
            Wanted wanted,
            Instant observedUntil)
            implements Serializable {

        Aggregation<TicketRecord, BacklogBuffer, Backlog> backlog() {
            return Backlog.aggregation(TicketRecord::created, TicketRecord::resolved, observedUntil);
        }
    }

    /** The parts, while they grow. */
    static final class State implements Serializable {
        private static final long serialVersionUID = 1;
        private TimeToResolutionBuffer resolution;
        private ReplyTimesBuffer replies;
        private @Nullable BacklogBuffer backlog;
        private Reopens reopens = Reopens.EMPTY;
        private TimeInStatus inStatus = TimeInStatus.EMPTY;
        private final Map<SlaMetric, SlaAttainment> sla = new EnumMap<>(SlaMetric.class);
        private SlaAttainment due = SlaAttainment.EMPTY;
        private long repliesUnknown;

        State(Asked asked) {
            resolution = asked.resolution.zero();
            replies = asked.firstReply.zero();
            backlog = asked.wanted.backlog ? asked.backlog().zero() : null;
        }
    }

    @Override
    public State zero() {
        return new State(asked);
    }

    @Override
    public State add(State state, TicketRecord ticket) {
        state.resolution = asked.resolution.add(state.resolution, ticket);
        if (state.backlog != null) {
            state.backlog = ticket.hasHistory()
                    ? Backlog.aggregation(asked.observedUntil).add(state.backlog, ticket.ticket())
                    : asked.backlog().add(state.backlog, ticket);
        }
        if (ticket.hasHistory()) {
            state.reopens = Reopens.aggregation(asked.observedUntil).add(state.reopens, ticket.ticket());
            state.inStatus =
                    TimeInStatus.aggregation(asked.clock, asked.observedUntil).add(state.inStatus, ticket.ticket());
        }
        if (asked.wanted.due) {
            state.due = SlaAttainment.<TicketRecord>aggregation(
                            TicketRecord::created, TicketRecord::due, TicketRecord::resolved, asked.observedUntil)
                    .add(state.due, ticket);
        }
        if (!ticket.repliesKnown() && (asked.wanted.replies || asked.policy != null)) {
            state.repliesUnknown++;
            return state;
        }
        if (asked.wanted.replies) {
            state.replies = ticket.hasComments()
                    ? asked.replies.add(state.replies, ticket.ticket())
                    : asked.firstReply.add(state.replies, ticket);
        }
        if (asked.policy != null) {
            promises(state, ticket.ticket(), asked.policy);
        }
        return state;
    }

    private void promises(State state, Ticket ticket, SlaPolicy policy) {
        List<TicketEvent> events = new ArrayList<>(ticket.events());
        events.add(new TicketEvent.PolicyChange(ticket.created(), policy));
        Ticket promised = Ticket.of(ticket.id(), ticket.created(), ticket.creator(), events);
        for (SlaInstance promise :
                SlaReplay.of(promised, asked.sla, asked.observedUntil).instances()) {
            state.sla.merge(promise.metric(), PROMISES.add(SlaAttainment.EMPTY, promise), SlaAttainment::plus);
        }
    }

    @Override
    public State merge(State left, State right) {
        left.resolution = asked.resolution.merge(left.resolution, right.resolution);
        left.replies = asked.firstReply.merge(left.replies, right.replies);
        if (left.backlog != null && right.backlog != null) {
            left.backlog = asked.backlog().merge(left.backlog, right.backlog);
        }
        left.reopens = left.reopens.plus(right.reopens);
        left.inStatus = left.inStatus.plus(right.inStatus);
        right.sla.forEach((metric, attainment) -> left.sla.merge(metric, attainment, SlaAttainment::plus));
        left.due = left.due.plus(right.due);
        left.repliesUnknown = Math.addExact(left.repliesUnknown, right.repliesUnknown);
        return left;
    }

    @Override
    public SupportSummary finish(State state) {
        SupportSummary.Parts parts = new SupportSummary.Parts();
        parts.resolution = asked.resolution.finish(state.resolution);
        parts.replies = asked.firstReply.finish(state.replies);
        parts.backlog = state.backlog == null ? Backlog.EMPTY : asked.backlog().finish(state.backlog);
        parts.reopens = state.reopens;
        parts.inStatus = state.inStatus;
        parts.sla.putAll(state.sla);
        parts.due = state.due;
        parts.repliesUnknown = state.repliesUnknown;
        return new SupportSummary(parts);
    }
}
