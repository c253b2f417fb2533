package io.cxmetrics.web;

import io.cxmetrics.internal.DenseCodes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Cuts page views that come in order of time into sessions, all visitors at once, in one pass.
 *
 * <p>Where rows are in order, those within the timeout of a row are those from some row on. So all that is kept of a visitor is
 * the row of the last view, and what is known of a session stands beside its rows, which are near. Nothing waits for the end of a
 * session, which is known late: each view is counted as the last one, and the one before it as that no longer.
 *
 * <p>Nobody can guess which rows begin a session. So a block of rows is sorted into those that do and those that do not, without a
 * branch, before either are counted: in small loops, for one that reads, decides and writes would wait for memory row by row.
 */
final class OrderedPass {

    private static final int BLOCK = 1024;

    /** To look back over more views of a session than that would take too long. */
    private static final int LONG_SESSION = 64;

    private static final int MULTIPLIER = 0x9E3779B9;

    private static final long ONE_VIEW = 1L << 32;

    private final SessionRules rules;

    /** The longest gap within a session. */
    private final long longestGap;

    /** Whether sessions may end before their timeout. */
    private final boolean splits;

    private final long maxLength;
    private final long maxActions;

    private final int[] codes;
    private final long[] millis;
    private final int[] views;
    private final PageTable pages;

    /** The row of each visitor's last view, and 1; 0 before there is one. */
    private final int[] last;

    /** The row of the view before in the same session, -1 if there is none. */
    private final int[] before;

    /** How many views the session of a row has by then, above a bit for each of their pages; pages may share one. */
    private final long[] soFar;

    /** The row in which the session of a row began; empty if sessions may be of any length. */
    private final int[] start;

    /** The pages of long sessions, by the row of their last view. */
    private final Map<Integer, Set<Integer>> longSessions = new HashMap<>();

    private long visitors;
    private long sessions;
    private long bounces;
    private long viewSquares;
    private long duration;

    /** The rows of a block that begin a session by their time, those that do not, and of these the ones whose page may be known. */
    private final int[] beginning = new int[BLOCK];

    private final int[] going = new int[BLOCK];
    private final int[] repeating = new int[BLOCK];

    OrderedPass(SessionRules rules, DenseCodes visitors, long[] millis, int[] views, PageTable pages) {
        this.rules = rules;
        longestGap = rules.timeoutMillis() - (rules.boundary() == SessionBoundary.AT ? 1 : 0);
        maxLength = rules.maxLengthMillis();
        maxActions = rules.maxActions();
        splits = maxLength != Long.MAX_VALUE || maxActions != Long.MAX_VALUE || rules.midnight() != null;
        codes = visitors.codes();
        this.millis = millis;
        this.views = views;
        this.pages = pages;
        last = new int[visitors.bound()];
        before = new int[views.length];
        soFar = new long[views.length];
        start = new int[maxLength == Long.MAX_VALUE ? 0 : views.length];
    }

    /** Takes all rows. */
    void run() {
        checkOrder();
        int recent = 0;
        for (int from = 0; from < views.length; from += BLOCK) {
            int to = Math.min(from + BLOCK, views.length);
            while (millis[from] - millis[recent] > longestGap) {
                recent++;
            }
            remember(from, to);
            cut(from, to, recent - 1);
            int begin = sortOut(from, to);
            for (int i = 0; i < begin; i++) {
                begin(beginning[i]);
            }
            int repeat = goOn(to - from - begin);
            for (int i = 0; i < repeat; i++) {
                seeAgain(repeating[i]);
            }
        }
    }

    private void checkOrder() {
        for (int i = 1; i < millis.length; i++) {
            if (millis[i] < millis[i - 1]) {
                throw new IllegalArgumentException(
                        "millis must be in order, got " + millis[i] + " after " + millis[i - 1] + " at index " + i);
            }
        }
        if (millis.length > 0) {
            VisitorSort.checkSpan(millis[0], millis[millis.length - 1]);
        }
    }

    private void remember(int from, int to) {
        for (int row = from; row < to; row++) {
            int visitor = codes[row];
            before[row] = last[visitor] - 1;
            last[visitor] = row + 1;
        }
    }

    /**
     * Leaves of the rows before only those of the same session. A row that is too early for the first of the block is too early for
     * all: it stands in for those before it, whose times are far away in memory.
     */
    private void cut(int from, int to, int tooEarly) {
        int unknown = 0;
        for (int row = from; row < to; row++) {
            int previous = before[row];
            int near = Math.max(0, Math.max(previous, tooEarly));
            before[row] = previous | (int) ((longestGap - (millis[row] - millis[near])) >> 63);
            unknown += previous >>> 31;
        }
        visitors += unknown;
    }

    /** Sorts rows out and returns how many begin a session. */
    private int sortOut(int from, int to) {
        int begin = 0;
        int go = 0;
        for (int row = from; row < to; row++) {
            int first = before[row] >>> 31;
            beginning[begin] = row;
            going[go] = row;
            begin += first;
            go += 1 - first;
        }
        return begin;
    }

    /** Whether a session that is not timed out is split all the same. */
    private boolean splits(int previous, int row) {
        return soFar[previous] >>> 32 >= maxActions
                || (start.length > 0 && millis[row] - millis[start[previous]] > maxLength)
                || rules.midnightBetween(millis[previous], millis[row]);
    }

    private void begin(int row) {
        int page = views[row];
        before[row] = -1;
        soFar[row] = ONE_VIEW | bit(page);
        if (start.length > 0) {
            start[row] = row;
        }
        sessions++;
        bounces++;
        viewSquares++;
        pages.begin(page);
    }

    /** Counts the rows that go on, and returns how many may repeat a page. */
    private int goOn(int count) {
        int repeat = 0;
        for (int i = 0; i < count; i++) {
            int row = going[i];
            int previous = before[row];
            if (splits && splits(previous, row)) {
                begin(row);
            } else {
                repeating[repeat] = row;
                repeat += goOn(previous, row);
            }
        }
        return repeat;
    }

    /** Counts a row that goes on, and returns 1 if it may repeat a page and 0 if not. */
    private int goOn(int previous, int row) {
        long known = soFar[previous];
        long bit = bit(views[row]);
        long count = (known >>> 32) + 1;
        soFar[row] = (known | bit) + ONE_VIEW;
        if (start.length > 0) {
            start[row] = start[previous];
        }
        int bounced = count == 2 ? 1 : 0;
        bounces -= bounced;
        // The square of a number is the sum of as many odd ones.
        viewSquares += 2 * count - 1;
        duration = Math.addExact(duration, millis[row] - millis[previous]);
        int repeat = (known & bit) != 0 || count > LONG_SESSION ? 1 : 0;
        pages.goOn(views[previous], views[row], bounced, 1 - repeat);
        return repeat;
    }

    private void seeAgain(int row) {
        if (soFar[row] >>> 32 > LONG_SESSION ? isNewInLong(before[row], row) : isNew(row)) {
            pages.visit(views[row]);
        }
    }

    private static long bit(int page) {
        return 1L << ((page * MULTIPLIER) >>> 27);
    }

    private boolean isNew(int row) {
        int earlier = before[row];
        while (earlier >= 0 && views[earlier] != views[row]) {
            earlier = before[earlier];
        }
        return earlier < 0;
    }

    private boolean isNewInLong(int previous, int row) {
        Set<Integer> seen = longSessions.remove(previous);
        if (seen == null) {
            seen = new HashSet<>();
            for (int earlier = previous; earlier >= 0; earlier = before[earlier]) {
                seen.add(views[earlier]);
            }
        }
        longSessions.put(row, seen);
        return seen.add(views[row]);
    }

    long visitors() {
        return visitors;
    }

    SessionSummary summary() {
        return new SessionSummary(sessions, bounces, views.length, viewSquares, views.length, duration, 0);
    }
}
