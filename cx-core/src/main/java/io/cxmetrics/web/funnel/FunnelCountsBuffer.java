package io.cxmetrics.web.funnel;

import io.cxmetrics.stat.survival.EventTimes;
import java.util.Arrays;

/** The counts of a funnel while they grow, a unit at a time. */
final class FunnelCountsBuffer {

    private final Funnel funnel;
    private final FunnelSearch search;
    private final boolean drops;
    private final int allowed;
    private final long[] reached;
    private long units;
    private long dropped;
    private long[] millis = new long[16];
    private int converted;
    private int met;

    FunnelCountsBuffer(Funnel funnel) {
        this.funnel = funnel;
        search = FunnelSearch.of(funnel);
        drops = funnel.exclusion() == FunnelExclusion.DROPS_UNIT;
        allowed = -1 >>> (32 - funnel.steps().size());
        reached = new long[funnel.steps().size()];
    }

    /** Takes the events of one unit. */
    void add(long[] times, int[] matches, int from, int to) {
        boolean excluded = false;
        int seen = 0;
        for (int i = from; i < to; i++) {
            if (i > from && times[i] < times[i - 1]) {
                throw new IllegalArgumentException("times must ascend within a unit, got " + times[i] + " after "
                        + times[i - 1] + " at index " + i);
            }
            if (matches[i] == FunnelMatcher.EXCLUDED && !funnel.exclusions().isEmpty()) {
                excluded = true;
            } else if ((matches[i] & ~allowed) != 0) {
                throw new IllegalArgumentException("matches must be bits of the " + reached.length
                        + " steps or of an exclusion, got " + matches[i] + " at index " + i);
            } else {
                seen |= matches[i];
            }
        }
        met |= seen;
        int steps = search.reached(times, matches, from, to, true);
        long took = search.millis();
        if (excluded && drops && search.reached(times, matches, from, to, false) > steps) {
            dropped++;
            return;
        }
        units++;
        for (int step = 0; step < steps; step++) {
            reached[step]++;
        }
        if (steps == reached.length) {
            if (converted == millis.length) {
                millis = Arrays.copyOf(millis, Math.multiplyExact(converted, 2));
            }
            millis[converted++] = took;
        }
    }

    FunnelCounts finish() {
        return new FunnelCounts(
                funnel, units, dropped, reached, EventTimes.ofEvents(Arrays.copyOf(millis, converted)), met);
    }
}
