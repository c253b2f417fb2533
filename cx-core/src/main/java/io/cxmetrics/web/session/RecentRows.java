package io.cxmetrics.web.session;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is known of the sessions of the latest rows, in an array that comes round: those of all rows would push out of
 * the cache what is needed next. Its plain twin is {@code PlainSessions} in the tests.
 *
 * <p>Two words stand for a row:
 *
 * <pre>
 *  bit   63    62       61 .. 32                     31 .. 0
 *      +------+--------+----------------------------+------------------------------------------+
 *  2i  | long | repeat | views of the session       | a bit for each of its pages, shared by   |
 *      |      |        | up to this row             | pages whose hashes are the same          |
 *      +------+--------+----------------------------+------------------------------------------+
 * 2i+1 | row in which the session began             | row of the view before in the session    |
 *      +--------------------------------------------+------------------------------------------+
 * </pre>
 *
 * <p>{@code long} is set for good once a session is long. {@code repeat} is told of a row and never kept. The row
 * before means nothing where the row begins a session.
 */
final class RecentRows {

    /** To look back over more views of a session than that would take too long. */
    private static final int LONG_SESSION = 64;

    private static final int MULTIPLIER = 0x9E3779B9;

    private static final long ONE_VIEW = 1L << 32;

    /** Set for good once a session is long: in views, or in rows, of which the earliest may be gone. */
    private static final long LONG = Long.MIN_VALUE;

    /** Whether a row may repeat a page: told of it, but not kept. */
    private static final long REPEAT = 1L << 62;

    /** Above the row before, the row in which the session began. */
    private static final long START = -1L << 32;

    /** A power of two, less one. */
    private int mask;

    /** Two words a row, so that they are near each other. */
    private long[] words;

    /** The pages of long sessions, by the row of their last view. */
    private final Map<Integer, Set<Integer>> longSessions = new HashMap<>();

    /** Makes room for some rows, a power of two. */
    RecentRows(int room) {
        mask = room - 1;
        words = new long[2 * room];
    }

    /**
     * Makes room for twice the rows that a view can follow on, so that a session that was not yet long has all of its
     * rows: it spans half of the room at most, and its next view comes within the other half.
     */
    void reach(int row, int rows, int most) {
        while (mask < 2L * rows && mask < most) {
            RecentRows wider = new RecentRows(2 * (mask + 1));
            for (int kept = Math.max(0, row - mask - 1); kept < row; kept++) {
                System.arraycopy(words, at(kept), wider.words, wider.at(kept), 2);
            }
            mask = wider.mask;
            words = wider.words;
        }
    }

    private int at(int row) {
        return 2 * (row & mask);
    }

    /**
     * Notes a row.
     *
     * @param previous the row before in the same session, or any earlier one that is kept if the row begins a session
     * @param goesOn -1 if the row goes on with a session, and 0 if it begins one: what is taken over of the row before
     * @return what {@link #views(long)} and {@link #mayRepeat(long)} tell of
     */
    long add(int row, int previous, long goesOn, int page) {
        int from = at(previous);
        int to = at(row);
        long known = words[from] & goesOn;
        long start = ((words[from + 1] & goesOn) | (((long) row << 32) & ~goesOn)) & START;
        int bit = (page * MULTIPLIER) >>> 27;
        long next = (known | (1L << bit)) + ONE_VIEW;
        long repeat = (known << (62 - bit)) & REPEAT;
        if (next >>> 32 > LONG_SESSION || row - (int) (start >>> 32) > (mask >>> 1)) {
            next |= LONG;
            repeat = REPEAT;
        }
        words[to] = next;
        words[to + 1] = start | previous;
        return next | repeat;
    }

    static long views(long added) {
        return (added & ~LONG & ~REPEAT) >>> 32;
    }

    /** Whether a row may not be the first of its session with its page: 1 or 0. */
    static int mayRepeat(long added) {
        return (int) (added >>> 62) & 1;
    }

    /** How many views the session of a row has up to it. */
    long views(int row) {
        return views(words[at(row)]);
    }

    /** The row in which the session of a row began. */
    int start(int row) {
        return (int) (words[at(row) + 1] >>> 32);
    }

    private int before(int row) {
        return (int) words[at(row) + 1];
    }

    /** Whether a row repeats a page of its session, in which it is not the first. */
    boolean repeats(int row, int[] pages) {
        if (words[at(row)] < 0) {
            Set<Integer> seen = longSessions.remove(before(row));
            if (seen == null) {
                seen = pagesBefore(row, pages);
            }
            longSessions.put(row, seen);
            return !seen.add(pages[row]);
        }
        int start = start(row);
        int earlier = before(row);
        while (earlier > start && pages[earlier] != pages[row]) {
            earlier = before(earlier);
        }
        return pages[earlier] == pages[row];
    }

    private Set<Integer> pagesBefore(int row, int[] pages) {
        Set<Integer> seen = new HashSet<>();
        int start = start(row);
        seen.add(pages[start]);
        for (int earlier = before(row); earlier > start; earlier = before(earlier)) {
            seen.add(pages[earlier]);
        }
        return seen;
    }
}
