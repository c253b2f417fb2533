package io.cxmetrics.stat.survival;

import io.cxmetrics.internal.Checks;
import io.cxmetrics.stat.EventRate;

/**
 * Walks forward through event times and knows how many are at risk: who entered before a time and did not leave before
 * it.
 */
final class RiskCursor {

    private final EventTimes of;
    private final LateEntries late;
    private long atRisk;
    private int exit;
    private int entry;

    RiskCursor(EventTimes of) {
        this.of = of;
        late = of.late();
        atRisk = of.count() - of.lateEntries();
    }

    /** Goes to a time that is not before the last one. */
    void to(long time) {
        while (entry < late.size() && late.time(entry) < time) {
            atRisk += late.entered(entry++);
        }
        while (exit < of.size() && of.time(exit) < time) {
            atRisk -= of.exits(exit++);
        }
    }

    long atRisk() {
        return atRisk;
    }

    /** How many events there are at the time the cursor went to. */
    long events(long time) {
        return exit < of.size() && of.time(exit) == time ? of.eventsAt(exit) : 0;
    }

    /** The events in a window, and the part of each observation that lies in it. */
    static EventRate rate(EventTimes times, long start, long end) {
        Checks.notNegative("startInclusive", start);
        if (end <= start) {
            throw new IllegalArgumentException("endExclusive must be after startInclusive " + start + ", got " + end);
        }
        long events = 0;
        for (int i = 0; i < times.size(); i++) {
            events += times.time(i) >= start && times.time(i) < end ? times.eventsAt(i) : 0;
        }
        // Stretch by stretch between changes of those at risk, so that nothing is subtracted and only the result can
        // overflow.
        long exposure = 0;
        long since = start;
        RiskCursor risk = new RiskCursor(times);
        for (long change : SortedTimes.union(times.times(), times.late().times())) {
            long until = Math.min(change, end);
            if (until > since) {
                risk.to(change);
                exposure = Math.addExact(exposure, Math.multiplyExact(risk.atRisk(), until - since));
                since = until;
            }
        }
        return EventRate.of(events, exposure);
    }
}
