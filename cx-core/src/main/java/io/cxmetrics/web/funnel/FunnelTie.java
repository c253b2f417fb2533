package io.cxmetrics.web.funnel;

import java.util.Arrays;

/**
 * Events of a unit that are at the same time, taken in whatever order brings an attempt furthest: what
 * {@link FunnelWalk} does with one event, done with several at once.
 *
 * <p>An attempt goes on through the tie from a step that it had reached before, or starts in it. It comes to a later
 * step if the steps between find an event each, which is a matching: it grows step by step, and an event that is taken
 * gives way if its step finds another.
 */
final class FunnelTie {

    private final int steps;
    private final boolean strict;
    private final boolean firstEver;
    private final long window;

    /** The attempts after the tie: the latest start of one that has come to each step. */
    private final long[] nextStarts;

    private final boolean[] nextOpen;

    /** The events of the tie that may be steps, those that may be the first before all others. */
    private int[] events = new int[4];

    private int count;

    /** The event of each step, -1 if it has none. */
    private final int[] taken;

    private boolean[] seen = new boolean[4];
    /** How many events of the tie meet the first step. */
    private int startable;

    FunnelTie(int steps, boolean strict, boolean firstEver, long window) {
        this.steps = steps;
        this.strict = strict;
        this.firstEver = firstEver;
        this.window = window;
        nextStarts = new long[steps];
        nextOpen = new boolean[steps];
        taken = new int[steps];
    }

    /** Whether an event of the tie meets the first step. */
    boolean hasStart() {
        return startable > 0;
    }

    /**
     * Takes a tie and returns how many steps an attempt has reached in it.
     *
     * @param exclusions whether excluded events end an attempt
     * @param mayStart whether an attempt may start in it
     * @param starts the latest start of an attempt that has come to each step, brought up to date
     * @param open whether there is one, brought up to date
     */
    int take(
            int[] matches,
            int from,
            int to,
            boolean exclusions,
            boolean mayStart,
            long time,
            long[] starts,
            boolean[] open) {
        boolean excluded = read(matches, from, to, exclusions);
        boolean keeps = !excluded && !strict;
        for (int step = 0; step < steps; step++) {
            nextOpen[step] = keeps && open[step];
            nextStarts[step] = starts[step];
        }
        long first = Long.MIN_VALUE;
        int furthest = 0;
        for (int source = -1; source < steps - 1; source++) {
            boolean starting = source < 0;
            if (starting ? !mayStart : !open[source] || Math.subtractExact(time, starts[source]) > window) {
                continue;
            }
            long start = starting ? time : starts[source];
            Arrays.fill(taken, -1);
            int step = source + 1;
            while (step < steps && finds(step, matches, source)) {
                furthest = Math.max(furthest, step + 1);
                first = step == steps - 1 ? Math.max(first, start) : first;
                boolean goesOn = starting ? mayComeLast(step) : strict ? step - source == to - from : !excluded;
                if (goesOn && (!nextOpen[step] || start > nextStarts[step])) {
                    nextOpen[step] = true;
                    nextStarts[step] = start;
                }
                step++;
            }
        }
        System.arraycopy(nextStarts, 0, starts, 0, steps);
        System.arraycopy(nextOpen, 0, open, 0, steps);
        if (furthest == steps) {
            starts[steps - 1] = first;
        }
        return furthest;
    }

    /** Notes the events that may be steps; tells whether one ends attempts. */
    private boolean read(int[] matches, int from, int to, boolean exclusions) {
        boolean excluded = false;
        startable = 0;
        count = 0;
        if (events.length < to - from) {
            events = new int[to - from];
            seen = new boolean[to - from];
        }
        for (int i = from; i < to; i++) {
            excluded |= exclusions && matches[i] == FunnelMatcher.EXCLUDED;
            if (matches[i] > 0) {
                events[count++] = i;
                if ((matches[i] & 1) != 0) {
                    events[count - 1] = events[startable];
                    events[startable++] = i;
                }
            }
        }
        return excluded;
    }

    /**
     * Whether an attempt that started in the tie may be the last of it. Where it has to be the first ever and nothing
     * may come between, no other event that meets the first step may be left before it.
     */
    private boolean mayComeLast(int reached) {
        if (!strict || !firstEver) {
            return true;
        }
        int used = 0;
        for (int step = 0; step <= reached; step++) {
            used += taken[step] < startable ? 1 : 0;
        }
        return used == startable;
    }

    private boolean finds(int step, int[] matches, int source) {
        Arrays.fill(seen, 0, count, false);
        return augment(step, matches, source);
    }

    private boolean augment(int step, int[] matches, int source) {
        for (int event = 0; event < count; event++) {
            if (!seen[event] && (matches[events[event]] >> step & 1) != 0) {
                seen[event] = true;
                int other = stepOf(event, source, step);
                if (other < 0 || augment(other, matches, source)) {
                    taken[step] = event;
                    return true;
                }
            }
        }
        return false;
    }

    /** The step that an event stands for, -1 if for none. */
    private int stepOf(int event, int source, int except) {
        for (int step = source + 1; step < steps; step++) {
            if (step != except && taken[step] == event) {
                return step;
            }
        }
        return -1;
    }
}
