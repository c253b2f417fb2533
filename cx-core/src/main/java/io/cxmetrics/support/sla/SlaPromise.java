package io.cxmetrics.support.sla;

import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaTarget;
import io.cxmetrics.support.StatusCategory;
import io.cxmetrics.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A promise while its ticket is replayed: what {@link SlaClock} counts into, and becomes a {@link SlaInstance}. */
final class SlaPromise {

    private final SlaMetric metric;
    private final int number;
    private final String policy;
    private final Instant started;
    private final Instant applied;
    private final List<SlaInstance.Pause> pauses = new ArrayList<>();
    private SlaTarget target;
    private Duration used;
    private @Nullable Instant due;
    private @Nullable Instant fulfilled;
    private @Nullable Instant breached;
    private @Nullable Instant ended;
    private SlaState endedAs = SlaState.CANCELLED;
    private @Nullable Instant halted;
    private StatusCategory haltedBy = StatusCategory.PENDING;

    SlaPromise(
            SlaMetric metric,
            int number,
            String policy,
            SlaTarget target,
            Instant started,
            Instant applied,
            Duration used) {
        this.metric = metric;
        this.number = number;
        this.policy = policy;
        this.target = target;
        this.started = started;
        this.applied = applied;
        this.used = used;
        breachIfOver(applied);
    }

    SlaTarget target() {
        return target;
    }

    Duration used() {
        return used;
    }

    boolean fulfilled() {
        return fulfilled != null;
    }

    @Nullable
    Instant breached() {
        return breached;
    }

    SlaEvent event(Instant at, SlaEvent.Kind kind) {
        return new SlaEvent(at, kind, metric, number, target, used);
    }

    /** Counts a stretch, and returns the breach if the target is exceeded in it. */
    @Nullable
    SlaEvent count(Instant from, Instant to, WorkingCalendar schedule) {
        Duration total = used.plus(measured(target, from, to, schedule));
        boolean over = breached == null && total.compareTo(target.target()) > 0;
        if (!over) {
            used = total;
            return null;
        }
        // More than what is left was open, so there is such an instant.
        Instant at = target.businessHours() ? schedule.deadline(from, left()) : from.plus(left());
        breached = at;
        used = total;
        return new SlaEvent(at, SlaEvent.Kind.BREACH, metric, number, target, target.target());
    }

    static Duration measured(SlaTarget target, Instant from, Instant to, WorkingCalendar schedule) {
        return target.businessHours() ? schedule.openTime(from, to) : Duration.between(from, to);
    }

    private Duration left() {
        return target.target().minus(used);
    }

    /** Notes when the target will be used up if the clock runs on from here. */
    void expect(Instant from, WorkingCalendar schedule) {
        if (breached == null) {
            due = deadline(from, schedule);
        }
    }

    private @Nullable Instant deadline(Instant from, WorkingCalendar schedule) {
        if (!target.businessHours()) {
            boolean reached = left().compareTo(Duration.between(from, Instant.MAX)) <= 0;
            return reached ? from.plus(left()) : null;
        }
        try {
            return schedule.deadline(from, left());
        } catch (IllegalArgumentException neverOpenForSoLong) {
            // A calendar says so in no other way, and it is no mistake here: nothing is due then.
            return null;
        }
    }

    void retarget(Instant at, SlaTarget to) {
        target = to;
        breachIfOver(at);
    }

    private void breachIfOver(Instant at) {
        if (breached == null && used.compareTo(target.target()) > 0) {
            breached = at;
        }
    }

    void halt(Instant at, StatusCategory status) {
        halted = at;
        haltedBy = status;
    }

    void release(Instant at) {
        if (halted != null && at.isAfter(halted)) {
            pauses.add(new SlaInstance.Pause(haltedBy, halted, at));
        }
        halted = null;
    }

    void fulfil(Instant at) {
        fulfilled = at;
    }

    void reopen() {
        fulfilled = null;
    }

    void end(Instant at, SlaState as) {
        release(at);
        ended = at;
        endedAs = as;
    }

    SlaInstance at(Instant now, double atRiskShare) {
        SlaState state = state(atRiskShare);
        boolean open = fulfilled == null && ended == null;
        boolean paused = open && halted != null;
        if (open) {
            release(now);
        }
        return new SlaInstance(new SlaInstance.Parts(
                metric,
                number,
                policy,
                target,
                started,
                applied,
                state,
                used,
                List.copyOf(pauses),
                paused,
                state.live() ? due : null,
                fulfilled,
                breached,
                ended));
    }

    private SlaState state(double atRiskShare) {
        if (breached != null) {
            return SlaState.BREACHED;
        }
        if (fulfilled != null) {
            return SlaState.MET;
        }
        if (ended != null) {
            return endedAs;
        }
        return SlaInstance.shareUsed(used, target.target()) >= atRiskShare ? SlaState.AT_RISK : SlaState.ACTIVE;
    }
}
