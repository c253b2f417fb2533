package io.cxmetrics.support.sla;

import static java.util.Objects.requireNonNull;

import io.cxmetrics.support.SlaMetric;
import io.cxmetrics.support.SlaTarget;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * Something that happened to a promise: the evidence behind a {@link SlaReplay}.
 *
 * @param at when
 * @param kind what
 * @param metric what is promised
 * @param number which promise of this metric, from 1; the number of its {@link SlaInstance}
 * @param target the promise from then on
 * @param elapsed the time that counted by then
 * @since 0.1
 */
public record SlaEvent(Instant at, Kind kind, SlaMetric metric, int number, SlaTarget target, Duration elapsed)
        implements Serializable {

    /** What may happen to a promise. */
    public enum Kind {
        /** It was made, and its clock runs unless a pause follows at once. */
        APPLY,
        /** The clock stopped, because of the status. */
        PAUSE,
        /** The clock runs again; after a {@link #FULFIL} because the ticket was reopened. */
        RESUME,
        /** The priority changed, and the target with it. */
        RETARGET,
        /** It was kept or ended late: a reply, or the ticket was resolved. */
        FULFIL,
        /** The target was used up and more counted afterwards, or a shorter target was used up already. */
        BREACH,
        /** Another service level took its place. */
        REPLACE,
        /** Nothing is promised any more. */
        CANCEL
    }

    /** Checks that all parts are there. */
    public SlaEvent {
        requireNonNull(at, "at");
        requireNonNull(kind, "kind");
        requireNonNull(metric, "metric");
        requireNonNull(target, "target");
        requireNonNull(elapsed, "elapsed");
    }
}
