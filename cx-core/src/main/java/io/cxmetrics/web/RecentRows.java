package io.cxmetrics.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is known of the sessions of the latest rows, in arrays that come round: those of all rows would push out of the cache what
 * is needed next.
 */
final class RecentRows {

    /** To look back over more views of a session than that would take too long. */
    private static final int LONG_SESSION = 64;

    private static final int MULTIPLIER = 0x9E3779B9;

    private static final long ONE_VIEW = 1L << 32;

    /** Set for good once a session is long: in views, or in rows, of which the earliest may be gone. */
    private static final long LONG = Long.MIN_VALUE;

    /** A power of two, less one. */
    private int mask;

    /** The row of the view before in the same session, -1 if there is none. */
    private int[] before;

    /** The row in which the session began. */
    private int[] start;

    /** How many views the session has by then, above a bit for each of their pages; pages may share one. */
    private long[] soFar;

    /** The pages of long sessions, by the row of their last view. */
    private final Map<Integer, Set<Integer>> longSessions = new HashMap<>();

    /** Makes room for some rows, a power of two. */
    RecentRows(int room) {
        mask = room - 1;
        before = new int[room];
        start = new int[room];
        soFar = new long[room];
    }

    /**
     * Makes room for twice the rows that a view can follow on, so that a session that was not yet long has all of its rows: it spans
     * half of the room at most, and its next view comes within the other half.
     */
    void reach(int row, int rows, int most) {
        while (mask < 2L * rows && mask < most) {
            RecentRows wider = new RecentRows(2 * (mask + 1));
            for (int kept = Math.max(0, row - mask - 1); kept < row; kept++) {
                wider.before[kept & wider.mask] = before[kept & mask];
                wider.start[kept & wider.mask] = start[kept & mask];
                wider.soFar[kept & wider.mask] = soFar[kept & mask];
            }
            mask = wider.mask;
            before = wider.before;
            start = wider.start;
            soFar = wider.soFar;
        }
    }

    /** Notes that a row begins a session. */
    void begin(int row, int page) {
        before[row & mask] = -1;
        start[row & mask] = row;
        soFar[row & mask] = ONE_VIEW | bit(page);
    }

    /** Notes that a row goes on with the session of another, and returns 1 if it may repeat a page of it and 0 if not. */
    int goOn(int previous, int row, int page) {
        long known = soFar[previous & mask];
        long bit = bit(page);
        long next = (known | bit) + ONE_VIEW;
        int first = start[previous & mask];
        if (next >>> 32 > LONG_SESSION || row - first > mask >>> 1) {
            next |= LONG;
        }
        before[row & mask] = previous;
        start[row & mask] = first;
        soFar[row & mask] = next;
        return (known & bit) != 0 || next < 0 ? 1 : 0;
    }

    private static long bit(int page) {
        return 1L << ((page * MULTIPLIER) >>> 27);
    }

    /** How many views the session of a row has up to it. */
    long views(int row) {
        return (soFar[row & mask] & ~LONG) >>> 32;
    }

    /** The row in which the session of a row began. */
    int start(int row) {
        return start[row & mask];
    }

    /** Whether a row is the first of its session with its page. */
    boolean isNew(int row, int[] pages) {
        int earlier = before[row & mask];
        if (soFar[row & mask] < 0) {
            Set<Integer> seen = longSessions.remove(earlier);
            if (seen == null) {
                seen = pagesUpTo(earlier, pages);
            }
            longSessions.put(row, seen);
            return seen.add(pages[row]);
        }
        while (earlier >= 0 && pages[earlier] != pages[row]) {
            earlier = before[earlier & mask];
        }
        return earlier < 0;
    }

    private Set<Integer> pagesUpTo(int row, int[] pages) {
        Set<Integer> seen = new HashSet<>();
        for (int earlier = row; earlier >= 0; earlier = before[earlier & mask]) {
            seen.add(pages[earlier]);
        }
        return seen;
    }
}
