package io.cxmetrics.support.sla;

import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaPolicy;
import io.cxmetrics.support.SlaTarget;
import io.cxmetrics.support.StatusCategory;
import io.cxmetrics.time.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one metric of one ticket, which is told what happens in the order of time.
 *
 * <p>A wait begins, and an answer ends it for good. In between the clock counts by the status; a resolved ticket ends
 * the wait until it is reopened. The promise may change while the wait goes on, and the time used goes from one to the
 * next.
 */
final class SlaClock {

    /** Time that went by before anything was promised, and is measured once it is known how. */
    private record Stretch(Instant from, Instant to, WorkingCalendar schedule) {}

    private final SlaMetric metric;
    private final SlaDefinition definition;
    private final List<SlaEvent> log;
    private final List<SlaPromise> drafts = new ArrayList<>();
    private final List<Stretch> unmeasured = new ArrayList<>();

    private WorkingCalendar schedule;
    private StatusCategory status = StatusCategory.NEW;
    private @Nullable SlaPolicy policy;
    private @Nullable SlaTarget target;

    private boolean waiting;
    private @Nullable SlaPromise draft;
    private Duration used = Duration.ZERO;
    private Instant accounted = Instant.MIN;
    private @Nullable Instant since;

    SlaClock(SlaMetric metric, SlaDefinition definition, List<SlaEvent> log) {
        this.metric = metric;
        this.definition = definition;
        this.log = log;
        this.schedule = definition.schedule();
    }

    /** A wait begins, unless one is under way. */
    void begin(Instant at) {
        if (waiting) {
            return;
        }
        waiting = true;
        accounted = at;
        used = Duration.ZERO;
        unmeasured.clear();
        since = definition.start().atCreation(metric) ? at : null;
        promise(at);
    }

    /** The wait is over for good. */
    void answer(Instant at) {
        if (!waiting) {
            return;
        }
        account(at);
        if (draft != null && !draft.fulfilled()) {
            draft.release(at);
            fulfil(draft, at);
        }
        draft = null;
        waiting = false;
    }

    void schedule(Instant at, WorkingCalendar newSchedule) {
        if (!schedule.equals(newSchedule)) {
            account(at);
            schedule = newSchedule;
        }
    }

    void terms(Instant at, @Nullable SlaPolicy newPolicy, @Nullable SlaTarget newTarget) {
        boolean replaced = !Objects.equals(policy, newPolicy);
        if (!replaced && Objects.equals(target, newTarget)) {
            return;
        }
        account(at);
        policy = newPolicy;
        target = newTarget;
        if (draft != null && replaced) {
            withdraw(draft, at, target == null ? SlaState.CANCELLED : SlaState.REPLACED);
        }
        if (!status.resolved()) {
            promise(at);
        }
    }

    void status(Instant at, StatusCategory newStatus) {
        StatusCategory was = status;
        boolean counted = counts(was);
        boolean counts = counts(newStatus);
        if (was == newStatus || (counted && counts) || (was.resolved() && newStatus.resolved())) {
            status = newStatus;
            return;
        }
        account(at);
        status = newStatus;
        if (draft != null) {
            change(draft, at, counted, counts, was.resolved());
        }
        if (was.resolved()) {
            promise(at);
        }
    }

    private void change(SlaPromise changed, Instant at, boolean counted, boolean counts, boolean reopened) {
        if (!counted) {
            changed.release(at);
        }
        if (!counts) {
            changed.halt(at, status);
        }
        if (status.resolved()) {
            fulfil(changed, at);
            return;
        }
        if (reopened) {
            changed.reopen();
        }
        if (counts) {
            log.add(changed.event(at, SlaEvent.Kind.RESUME));
        } else if (counted || reopened) {
            log.add(changed.event(at, SlaEvent.Kind.PAUSE));
        }
    }

    /** Brings the promise in line with what policy and priority say now, while the ticket is not resolved. */
    private void promise(Instant at) {
        if (!waiting) {
            return;
        }
        SlaPromise current = draft;
        if (current == null) {
            apply(at);
        } else if (current.breached() == null && !current.target().equals(target)) {
            if (target == null) {
                withdraw(current, at, SlaState.CANCELLED);
            } else {
                current.retarget(at, target);
                log.add(current.event(at, SlaEvent.Kind.RETARGET));
                logBreach(current, at);
            }
        }
    }

    private void apply(Instant at) {
        SlaPolicy by = policy;
        SlaTarget to = target;
        if (by == null || to == null) {
            return;
        }
        for (Stretch stretch : unmeasured) {
            used = used.plus(SlaPromise.measured(to, stretch.from, stretch.to, stretch.schedule));
        }
        unmeasured.clear();
        Instant start = since == null ? at : since;
        since = start;
        SlaPromise made = new SlaPromise(metric, drafts.size() + 1, by.name(), to, start, at, used);
        drafts.add(made);
        draft = made;
        log.add(made.event(at, SlaEvent.Kind.APPLY));
        logBreach(made, at);
        if (!counts(status)) {
            made.halt(at, status);
            log.add(made.event(at, SlaEvent.Kind.PAUSE));
        }
    }

    private void logBreach(SlaPromise of, Instant at) {
        if (of.breached() != null) {
            log.add(of.event(at, SlaEvent.Kind.BREACH));
        }
    }

    private void fulfil(SlaPromise kept, Instant at) {
        kept.fulfil(at);
        log.add(kept.event(at, SlaEvent.Kind.FULFIL));
    }

    private void withdraw(SlaPromise from, Instant at, SlaState as) {
        used = from.used();
        draft = null;
        // What the resolution fulfilled stays as it is: the next promise begins with the reopening.
        if (!from.fulfilled()) {
            from.end(at, as);
            log.add(from.event(at, as == SlaState.REPLACED ? SlaEvent.Kind.REPLACE : SlaEvent.Kind.CANCEL));
        }
    }

    private boolean counts(StatusCategory category) {
        return definition.counts(metric, category);
    }

    private void account(Instant at) {
        if (waiting && counts(status)) {
            if (draft != null) {
                SlaEvent breach = draft.count(accounted, at, schedule);
                if (breach != null) {
                    log.add(breach);
                }
            } else if (definition.start().atCreation(metric)) {
                unmeasured.add(new Stretch(accounted, at, schedule));
            }
        }
        accounted = at;
    }

    List<SlaInstance> finish(Instant observedUntil) {
        if (waiting && draft != null && counts(status)) {
            draft.expect(accounted, schedule);
        }
        account(observedUntil);
        return drafts.stream()
                .map(made -> made.at(observedUntil, definition.atRiskShare()))
                .toList();
    }
}
