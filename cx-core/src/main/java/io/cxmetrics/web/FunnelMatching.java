package io.cxmetrics.web;

import java.util.Arrays;

/**
 * How far one unit comes in a funnel of the order {@link FunnelOrder#ANY}: whether there is an event of its own for each of the
 * first k steps within the window. Events that meet several steps make this a matching, found by augmenting paths.
 */
final class FunnelMatching implements FunnelSearch {

    private static final int NOBODY = -1;

    private final int steps;
    private final boolean firstEver;
    private final long window;
    private long[] times = {};
    private int[] matches = {};
    private int[] step = {};
    private long[] seen = {};
    private long round;
    private int base;
    private long millis;

    FunnelMatching(Funnel funnel) {
        steps = funnel.steps().size();
        firstEver = funnel.start() == FunnelStart.FIRST_EVER;
        window = funnel.windowMillis();
    }

    @Override
    public int reached(long[] unitTimes, int[] unitMatches, int from, int to, boolean exclusions) {
        times = unitTimes;
        matches = unitMatches;
        int reached = 0;
        int start = from;
        for (int end = from; end <= to && reached < steps; end++) {
            if (end == to || (exclusions && matches[end] == FunnelMatcher.EXCLUDED)) {
                if (firstEver) {
                    reached = fromFirst(start, end);
                    if (reached > 0) {
                        break;
                    }
                } else {
                    reached = Math.max(reached, fromEach(start, end));
                }
                start = end + 1;
            }
        }
        return reached;
    }

    /** The first event that meets the first step takes it; the others are looked for after it. */
    private int fromFirst(int from, int to) {
        int first = from;
        while (first < to && (matches[first] & 1) == 0) {
            first++;
        }
        if (first >= to) {
            return 0;
        }
        int end = first + 1;
        while (end < to && within(first, end)) {
            end++;
        }
        int reached = assigned(first + 1, end, 1);
        if (reached == steps) {
            millis = times[earliestEnd(first + 1, end, 1) - 1] - times[first];
        }
        return reached;
    }

    /** Of the windows none of which lies in another, from the earliest on. */
    private int fromEach(int from, int to) {
        int reached = 0;
        int start = from;
        for (int end = from + 1; end <= to && reached < steps; end++) {
            if (end < to && within(start, end)) {
                continue;
            }
            reached = Math.max(reached, assigned(start, end, 0));
            if (reached == steps) {
                int last = earliestEnd(start, end, 0);
                millis = times[last - 1] - times[latestStart(start, last)];
            }
            while (end < to && !within(start, end)) {
                start++;
            }
        }
        return reached;
    }

    private boolean within(int first, int last) {
        return Math.subtractExact(times[last], times[first]) <= window;
    }

    /** The lowest end at which the events from a start on still meet all steps, as they do at the given end. */
    private int earliestEnd(int from, int to, int firstStep) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (assigned(from, middle, firstStep) == steps) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return high;
    }

    private int latestStart(int from, int to) {
        int low = from;
        int high = to - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (assigned(middle, to, 0) == steps) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** How many steps have an event of their own each, given that those before the first step to look for have. */
    private int assigned(int from, int to, int firstStep) {
        int count = Math.max(to - from, 0);
        if (step.length < count) {
            step = new int[Math.max(count, 2 * step.length)];
            seen = new long[step.length];
        }
        Arrays.fill(step, 0, count, NOBODY);
        base = from;
        for (int wanted = firstStep; wanted < steps; wanted++) {
            round++;
            if (!assign(wanted, from, to)) {
                return wanted;
            }
        }
        return steps;
    }

    /** Gives a step an event, if need be one of another step that finds itself another. */
    private boolean assign(int wanted, int from, int to) {
        for (int event = from; event < to; event++) {
            int at = event - base;
            if ((matches[event] >> wanted & 1) != 0 && seen[at] != round) {
                seen[at] = round;
                if (step[at] == NOBODY || assign(step[at], from, to)) {
                    step[at] = wanted;
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public long millis() {
        return millis;
    }
}
