package io.cxmetrics.web.funnel;

/**
 * Puts events at the same time into the order in which a funnel of steps in any order comes furthest: the start before the others, and
 * events on both sides of an exclusion. An attempt never crosses an exclusion, so that an event that stands twice counts once.
 */
final class FunnelTieOrder {

    private final boolean firstEver;
    private final boolean exclusions;
    private final long[] times;
    private final int[] matches;
    private int count;

    /** Makes room for events, each of which may stand twice. */
    FunnelTieOrder(int room, boolean firstEver, boolean exclusions) {
        this.firstEver = firstEver;
        this.exclusions = exclusions;
        times = new long[room];
        matches = new int[room];
    }

    void arrange(long[] unitTimes, int[] unitMatches, int from, int to) {
        boolean started = false;
        int start = from;
        while (start < to) {
            int end = start + 1;
            while (end < to && unitTimes[end] == unitTimes[start]) {
                end++;
            }
            boolean excluded = false;
            boolean starts = false;
            for (int i = start; i < end; i++) {
                excluded |= isExcluded(unitMatches[i]);
                starts |= unitMatches[i] > 0 && (unitMatches[i] & 1) != 0;
            }
            boolean startsHere = firstEver && !started && starts;
            started |= startsHere;
            if (!(excluded && startsHere)) {
                steps(unitTimes[start], unitMatches, start, end);
            }
            if (excluded) {
                add(unitTimes[start], FunnelMatcher.EXCLUDED);
                if (!firstEver || startsHere) {
                    steps(unitTimes[start], unitMatches, start, end);
                }
            }
            start = end;
        }
    }

    private boolean isExcluded(int match) {
        return exclusions && match == FunnelMatcher.EXCLUDED;
    }

    /** The events of a tie that end no attempt, those that may start one before the others. */
    private void steps(long time, int[] unitMatches, int from, int to) {
        for (int starting = 1; starting >= 0; starting--) {
            for (int i = from; i < to; i++) {
                if (!isExcluded(unitMatches[i]) && (unitMatches[i] & 1) == starting) {
                    add(time, unitMatches[i]);
                }
            }
        }
    }

    private void add(long time, int match) {
        times[count] = time;
        matches[count] = match;
        count++;
    }

    long[] times() {
        return times;
    }

    int[] matches() {
        return matches;
    }

    int count() {
        return count;
    }
}
