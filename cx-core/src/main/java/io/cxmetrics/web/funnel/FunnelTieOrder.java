package io.cxmetrics.web.funnel;

/**
 * Puts events at the same time into the order in which a funnel of steps in any order comes furthest: the start before
 * the others, and events on both sides of an exclusion. An attempt never crosses an exclusion, so that an event that
 * stands twice counts once.
 */
final class FunnelTieOrder {

    /** The event that is the first start ever, -1 where each event may start. */
    private final int starter;

    private final boolean exclusions;
    private final long[] times;
    private final int[] matches;
    private int count;

    /** Makes room for events, each of which may stand twice. */
    FunnelTieOrder(int room, int starter, boolean exclusions) {
        this.starter = starter;
        this.exclusions = exclusions;
        times = new long[room];
        matches = new int[room];
    }

    void arrange(long[] unitTimes, int[] unitMatches, int from, int to) {
        int start = from;
        while (start < to) {
            int end = start + 1;
            while (end < to && unitTimes[end] == unitTimes[start]) {
                end++;
            }
            boolean excluded = false;
            for (int i = start; i < end; i++) {
                excluded |= isExcluded(unitMatches[i]);
            }
            boolean startsHere = starter >= start && starter < end;
            if (!(excluded && startsHere)) {
                steps(unitTimes[start], unitMatches, start, end);
            }
            if (excluded) {
                add(unitTimes[start], FunnelMatcher.EXCLUDED);
                if (starter < 0 || startsHere) {
                    steps(unitTimes[start], unitMatches, start, end);
                }
            }
            start = end;
        }
    }

    private boolean isExcluded(int match) {
        return exclusions && match == FunnelMatcher.EXCLUDED;
    }

    /** The events of a tie that end no attempt, the starter before the others. */
    private void steps(long time, int[] unitMatches, int from, int to) {
        if (starter >= from && starter < to) {
            add(time, unitMatches[starter]);
        }
        for (int i = from; i < to; i++) {
            if (i != starter && !isExcluded(unitMatches[i])) {
                add(time, unitMatches[i]);
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
