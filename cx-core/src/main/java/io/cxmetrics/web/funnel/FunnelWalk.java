package io.cxmetrics.web.funnel;

import java.util.Arrays;

/**
 * How far one unit comes in a funnel of the orders {@link FunnelOrder#STRICT} and {@link FunnelOrder#SEQUENTIAL}: one
 * pass, in which each step remembers the latest start of an attempt that has come to it. A later start always does as
 * well within the window as an earlier one, so that the latest is enough.
 */
final class FunnelWalk implements FunnelSearch {

    private final int steps;
    private final boolean strict;
    private final boolean firstEver;
    private final boolean inOrder;
    private final long window;
    private final FunnelTie tie;
    private final long[] starts;
    private final boolean[] open;
    private long millis;

    FunnelWalk(Funnel funnel) {
        steps = funnel.steps().size();
        strict = funnel.order() == FunnelOrder.STRICT;
        firstEver = funnel.start() == FunnelStart.FIRST_EVER;
        inOrder = funnel.ties() == TieRule.IN_ORDER;
        window = funnel.windowMillis();
        tie = new FunnelTie(steps, strict, firstEver, window);
        starts = new long[steps];
        open = new boolean[steps];
    }

    @Override
    public int reached(long[] times, int[] matches, int from, int to, boolean exclusions) {
        Arrays.fill(open, false);
        boolean mayStart = true;
        int reached = 0;
        for (int i = from; i < to && reached < steps; i++) {
            int match = matches[i];
            if (inOrder && i + 1 < to && times[i + 1] == times[i]) {
                int end = i + 2;
                while (end < to && times[end] == times[i]) {
                    end++;
                }
                reached = Math.max(reached, tie.take(matches, i, end, exclusions, mayStart, times[i], starts, open));
                millis = times[i] - starts[steps - 1];
                mayStart &= !firstEver || !tie.hasStart();
                i = end - 1;
            } else if (match == FunnelMatcher.EXCLUDED && exclusions) {
                Arrays.fill(open, false);
            } else if (match > 0 || strict) {
                int furthest = step(times[i], match, mayStart);
                reached = Math.max(reached, furthest);
                mayStart &= !firstEver || (match & 1) == 0;
            }
        }
        return reached;
    }

    /** From the last step down, so that no event stands for two steps of an attempt. */
    private int step(long time, int match, boolean mayStart) {
        int furthest = 0;
        for (int step = steps - 1; step > 0; step--) {
            boolean meets =
                    (match >> step & 1) != 0 && open[step - 1] && Math.subtractExact(time, starts[step - 1]) <= window;
            if (meets) {
                starts[step] = starts[step - 1];
                furthest = Math.max(furthest, step + 1);
            }
            open[step] = meets || (open[step] && !strict);
        }
        boolean starting = (match & 1) != 0 && mayStart;
        if (starting) {
            starts[0] = time;
            furthest = Math.max(furthest, 1);
        }
        open[0] = starting || (open[0] && !strict);
        millis = time - starts[steps - 1];
        return furthest;
    }

    @Override
    public long millis() {
        return millis;
    }
}
