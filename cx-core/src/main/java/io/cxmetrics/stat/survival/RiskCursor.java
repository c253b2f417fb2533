package io.cxmetrics.stat.survival;

/** Walks forward through event times and knows how many are at risk: who entered before a time and did not leave before it. */
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
}
