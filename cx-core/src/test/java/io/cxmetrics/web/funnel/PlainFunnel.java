package io.cxmetrics.web.funnel;

import java.time.Duration;

/** A funnel by its definition: tries every event for every step. For a handful of events only. */
final class PlainFunnel {

    private final Funnel funnel;
    private final long[] times;
    private final int[] matches;
    private final boolean exclusions;
    private final int[] chosen;
    private int reached;
    private int bestEnd = Integer.MAX_VALUE;
    private int bestStart = -1;

    PlainFunnel(Funnel funnel, long[] times, int[] matches, boolean exclusions) {
        this.funnel = funnel;
        this.times = times;
        this.matches = matches;
        this.exclusions = exclusions;
        chosen = new int[funnel.steps().size()];
        choose(0);
    }

    int reached() {
        return reached;
    }

    /** When the first conversion ends; infinite without one. */
    double end() {
        return bestStart < 0 ? Double.POSITIVE_INFINITY : times[bestEnd];
    }

    /** How long the first conversion takes from the latest start that leads to it; NaN without one. */
    double took() {
        return bestStart < 0 ? Double.NaN : times[bestEnd] - times[bestStart];
    }

    /** The steps reached, or -1 for a unit that is dropped. */
    static int reached(Funnel funnel, long[] times, int[] matches) {
        int reached = new PlainFunnel(funnel, times, matches, true).reached;
        boolean dropped = funnel.exclusion() == FunnelExclusion.DROPS_UNIT
                && new PlainFunnel(funnel, times, matches, false).reached > reached;
        return dropped ? -1 : reached;
    }

    /** How long the first conversion takes from the latest start that leads to it; NaN without one. */
    static double millis(Funnel funnel, long[] times, int[] matches) {
        PlainFunnel plain = new PlainFunnel(funnel, times, matches, true);
        return plain.bestStart < 0 ? Double.NaN : times[plain.bestEnd] - times[plain.bestStart];
    }

    private void choose(int step) {
        if (step > 0 && !holds(step)) {
            return;
        }
        reached = Math.max(reached, step);
        if (step == chosen.length) {
            int start = low(step);
            int end = high(step);
            if (bestStart < 0 || isEarlier(end, start)) {
                bestEnd = end;
                bestStart = start;
            }
            return;
        }
        for (int event = 0; event < times.length; event++) {
            if (matches[event] != FunnelMatcher.EXCLUDED && (matches[event] & 1 << step) != 0) {
                chosen[step] = event;
                choose(step + 1);
            }
        }
    }

    /** Where ties are in order, an end at the same time is no later one. */
    private boolean isEarlier(int end, int start) {
        if (funnel.ties() == TieRule.AS_GIVEN) {
            return end < bestEnd || (end == bestEnd && start > bestStart);
        }
        return times[end] < times[bestEnd] || (times[end] == times[bestEnd] && times[start] > times[bestStart]);
    }

    private int low(int count) {
        int low = chosen[0];
        for (int i = 1; i < count; i++) {
            low = Math.min(low, chosen[i]);
        }
        return low;
    }

    private int high(int count) {
        int high = chosen[0];
        for (int i = 1; i < count; i++) {
            high = Math.max(high, chosen[i]);
        }
        return high;
    }

    private boolean holds(int count) {
        for (int i = 0; i < count; i++) {
            for (int j = i + 1; j < count; j++) {
                boolean ordered = switch (funnel.order()) {
                    case STRICT -> chosen[j] - chosen[i] == j - i;
                    case SEQUENTIAL -> chosen[j] > chosen[i];
                    case ANY -> chosen[j] != chosen[i];
                };
                if (!ordered) {
                    return false;
                }
            }
        }
        int low = low(count);
        int high = high(count);
        Duration window = funnel.window();
        if (window != null && times[high] - times[low] > window.toMillis()) {
            return false;
        }
        for (int i = low; i <= high; i++) {
            if (exclusions && matches[i] == FunnelMatcher.EXCLUDED) {
                return false;
            }
        }
        return funnel.start() == FunnelStart.EACH || (chosen[0] == first() && low == chosen[0]);
    }

    private int first() {
        int first = 0;
        while ((matches[first] & 1) == 0) {
            first++;
        }
        return first;
    }
}
