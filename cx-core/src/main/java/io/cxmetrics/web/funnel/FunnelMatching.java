package io.cxmetrics.web.funnel;

import java.util.Arrays;

/**
 * How far one unit comes in a funnel of the order {@link FunnelOrder#ANY}: whether there is an event of its own for
 * each of the first k steps within the window. Events that meet several steps make this a matching.
 *
 * <p>One pass for each k, in which the events that stand for steps are as late as they can be: a new event takes the
 * place of the earliest that can give way to it. What is then lost to the window on the left could not have been kept
 * by any other choice, so that no window is searched anew, and the first conversion has the latest start there is.
 * (Sets of events that can stand for steps at the same time are a matroid, for which the greedy choice is best.)
 */
final class FunnelMatching implements FunnelSearch {

    private static final int NOBODY = -1;

    private final int steps;
    private final boolean firstEver;
    private final boolean inOrder;
    private final long window;
    private final int[] taken;
    private final int[] via;
    private long[] times = {};
    private int[] matches = {};
    private long millis;

    FunnelMatching(Funnel funnel) {
        steps = funnel.steps().size();
        firstEver = funnel.start() == FunnelStart.FIRST_EVER;
        inOrder = funnel.ties() == TieRule.IN_ORDER;
        window = funnel.windowMillis();
        taken = new int[steps];
        via = new int[steps];
    }

    @Override
    public int reached(long[] unitTimes, int[] unitMatches, int from, int to, boolean exclusions) {
        if (inOrder && tiesMatter(unitTimes, unitMatches, from, to, exclusions)) {
            return firstEver
                    ? fromEachStarter(unitTimes, unitMatches, from, to, exclusions)
                    : searchTies(unitTimes, unitMatches, from, to, NOBODY, exclusions);
        }
        return search(unitTimes, unitMatches, from, to, exclusions);
    }

    /**
     * Where steps come in any order, it only matters which side of an exclusion or of the first start an event is on.
     */
    private boolean tiesMatter(long[] unitTimes, int[] unitMatches, int from, int to, boolean exclusions) {
        boolean ties = false;
        boolean excluded = false;
        for (int i = from; i < to; i++) {
            ties |= i > from && unitTimes[i] == unitTimes[i - 1];
            excluded |= exclusions && unitMatches[i] == FunnelMatcher.EXCLUDED;
        }
        return ties && (firstEver || excluded);
    }

    /** Whichever of several first starts at the same time brings the unit furthest, and then soonest, is the first. */
    private int fromEachStarter(long[] unitTimes, int[] unitMatches, int from, int to, boolean exclusions) {
        times = unitTimes;
        matches = unitMatches;
        int first = firstStart(from, to);
        int furthest = 0;
        long soonest = Long.MAX_VALUE;
        for (int i = first; i < to && unitTimes[i] == unitTimes[first]; i++) {
            if ((unitMatches[i] & 1) != 0) {
                int reached = searchTies(unitTimes, unitMatches, from, to, i, exclusions);
                if (reached > furthest || (reached == furthest && millis < soonest)) {
                    furthest = reached;
                    soonest = millis;
                }
            }
        }
        millis = soonest;
        return furthest;
    }

    private int searchTies(long[] unitTimes, int[] unitMatches, int from, int to, int starter, boolean exclusions) {
        FunnelTieOrder order = new FunnelTieOrder(2 * (to - from), starter, exclusions);
        order.arrange(unitTimes, unitMatches, from, to);
        return search(order.times(), order.matches(), 0, order.count(), exclusions);
    }

    private int search(long[] unitTimes, int[] unitMatches, int from, int to, boolean exclusions) {
        times = unitTimes;
        matches = unitMatches;
        int first = firstEver ? firstStart(from, to) : NOBODY;
        if (firstEver && first == to) {
            return 0;
        }
        int reached = 0;
        while (reached < steps && reaches(reached + 1, firstEver ? first : from, to, first, exclusions)) {
            reached++;
        }
        return reached;
    }

    private int firstStart(int from, int to) {
        int first = from;
        while (first < to && (matches[first] & 1) == 0) {
            first++;
        }
        return first;
    }

    /**
     * Whether each of the first steps finds an event; the first start ever, if it has to be that, stands for the first.
     */
    private boolean reaches(int wanted, int from, int to, int first, boolean exclusions) {
        int asked = -1 >>> (32 - wanted);
        boolean placed = false;
        Arrays.fill(taken, NOBODY);
        for (int event = from; event < to; event++) {
            if (exclusions && matches[event] == FunnelMatcher.EXCLUDED) {
                if (firstEver) {
                    return false;
                }
                Arrays.fill(taken, NOBODY);
            } else if ((matches[event] & asked) != 0) {
                if (event == first) {
                    taken[0] = first;
                } else {
                    leaveBehind(event, wanted);
                    if (firstEver && taken[0] == NOBODY) {
                        return false;
                    }
                    place(event, firstEver ? asked & ~1 : asked);
                }
                placed = true;
            }
            if (placed && !goesOn(event, to, exclusions)) {
                placed = false;
                int start = earliest(wanted);
                if (start != NOBODY) {
                    millis = times[event] - times[start];
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the next event is at the same time and may give a conversion a later start. */
    private boolean goesOn(int event, int to, boolean exclusions) {
        return inOrder
                && event + 1 < to
                && times[event + 1] == times[event]
                && !(exclusions && matches[event + 1] == FunnelMatcher.EXCLUDED);
    }

    /** Drops what is too long before an event. */
    private void leaveBehind(int event, int wanted) {
        for (int step = 0; step < wanted; step++) {
            if (taken[step] != NOBODY && Math.subtractExact(times[event], times[taken[step]]) > window) {
                taken[step] = NOBODY;
            }
        }
    }

    /**
     * Gives an event a step: one that has none, else that of the earliest event that can give way, if need be through
     * others.
     */
    private void place(int event, int asked) {
        int todo = matches[event] & asked;
        int known = todo;
        int end = NOBODY;
        Arrays.fill(via, NOBODY);
        while (todo != 0) {
            int step = Integer.numberOfTrailingZeros(todo);
            todo &= todo - 1;
            if (end == NOBODY || taken[step] < taken[end]) {
                end = step;
            }
            int others = taken[step] == NOBODY ? 0 : matches[taken[step]] & asked & ~known;
            known |= others;
            todo |= others;
            for (int left = others; left != 0; left &= left - 1) {
                via[Integer.numberOfTrailingZeros(left)] = step;
            }
        }
        while (end != NOBODY) {
            int before = via[end];
            taken[end] = before == NOBODY ? event : taken[before];
            end = before;
        }
    }

    /** The earliest of the events that stand for the steps, or nobody where one is missing. */
    private int earliest(int wanted) {
        int earliest = taken[0];
        for (int step = 1; step < wanted; step++) {
            earliest = Math.min(earliest, taken[step]);
        }
        return earliest;
    }

    @Override
    public long millis() {
        return millis;
    }
}
