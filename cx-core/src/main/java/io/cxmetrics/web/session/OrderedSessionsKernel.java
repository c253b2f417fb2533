package io.cxmetrics.web.session;

import io.cxmetrics.internal.DenseCodes;
import java.util.Arrays;

/**
 * Cuts page views that come in order of time into sessions, all visitors at once, in one pass.
 *
 * <p>Where rows are in order, those within the timeout of a row are those from some row on. So all that is kept of a
 * visitor is the row of the last view, and what is known of a session stands beside its rows, which are near. Nothing
 * waits for the end of a session, which is known late: each view is counted as the last one, and the one before it as
 * that no longer.
 *
 * <p>Nobody can guess which rows begin a session. So all rows are counted alike, without a branch: those that begin one
 * take nothing over of the row before. A block of rows is looked up before any of them is counted, for a loop that
 * looks up, decides and counts would wait for memory row by row. Few rows repeat a page or seem to: they are looked at
 * in the end.
 *
 * <p>Its plain twin is {@code PlainSessions} in the tests; {@link RecentRows} and {@link PageCountsBuffer} draw their
 * words.
 */
final class OrderedSessionsKernel {

    private static final int BLOCK = 1024;

    /** By how many rows to look for those that are too early: it does not matter if a few are not known to be. */
    private static final int STEP = 64;

    private final SessionRules rules;

    /** The longest gap within a session. */
    private final long longestGap;

    private final long maxLength;
    private final long maxActions;

    /** Whether sessions may end before their timeout. */
    private final boolean splits;

    private final int[] codes;
    private final long[] millis;
    private final int[] views;
    private final PageCountsBuffer pages;
    private final RecentRows recentRows = new RecentRows(4 * BLOCK);

    /** The row of each visitor's last view, and 1; 0 before there is one. */
    private final int[] last;

    /** The row of the visitor's view before, for each of a block; -1 if there is none. */
    private final int[] previous = new int[BLOCK];

    /** The rows of a block whose page may be known. */
    private final int[] repeating = new int[BLOCK];

    private long viewSquares;
    private long duration;

    OrderedSessionsKernel(SessionRules rules, DenseCodes visitors, long[] millis, int[] views, PageCountsBuffer pages) {
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
    }

    /** Takes all rows. */
    void run() {
        int tooEarly = 0;
        for (int from = 0; from < views.length; from += BLOCK) {
            int to = Math.min(from + BLOCK, views.length);
            checkOrder(from, to);
            while (tooEarly + STEP < from && millis[from] - millis[tooEarly + STEP] > longestGap) {
                tooEarly += STEP;
            }
            recentRows.reach(from, to - tooEarly + BLOCK, views.length);
            remember(from, to);
            int repeat = count(from, to, tooEarly);
            for (int i = 0; i < repeat; i++) {
                if (recentRows.repeats(repeating[i], views)) {
                    pages.repeat(views[repeating[i]]);
                }
            }
        }
    }

    /** Checks a block just before it is read again: a pass of its own would wait for memory. */
    private void checkOrder(int from, int to) {
        boolean ordered = true;
        for (int i = Math.max(1, from); i < to; i++) {
            ordered &= millis[i] >= millis[i - 1];
        }
        for (int i = Math.max(1, from); !ordered && i < to; i++) {
            if (millis[i] < millis[i - 1]) {
                throw new IllegalArgumentException(
                        "millis must be in order, got " + millis[i] + " after " + millis[i - 1] + " at index " + i);
            }
        }
        VisitorSort.checkSpan(millis[0], millis[to - 1]);
    }

    private void remember(int from, int to) {
        for (int row = from; row < to; row++) {
            int visitor = codes[row];
            previous[row - from] = last[visitor] - 1;
            last[visitor] = row + 1;
        }
    }

    /**
     * Counts rows and returns how many may repeat a page. A row that is too early for the first of the block is too
     * early for all: it stands in for those before it, whose times are far away in memory.
     */
    private int count(int from, int to, int tooEarly) {
        int repeat = 0;
        long counts = 0;
        long gaps = 0;
        for (int row = from; row < to; row++) {
            int before = previous[row - from];
            int near = Math.max(before, tooEarly);
            long gap = millis[row] - millis[near];
            // All bits or none: a mask of what is taken over.
            long goesOn = ((gap - longestGap - 1) & ~before) >> 63;
            if (splits && goesOn != 0 && splits(near, row)) {
                goesOn = 0;
            }
            long added = recentRows.add(row, near, goesOn, views[row]);
            repeating[repeat] = row;
            repeat += RecentRows.mayRepeat(added);
            long count = RecentRows.views(added);
            counts += count;
            gaps += gap & goesOn;
            pages.add(views[row], views[near], goesOn, count);
        }
        // The square of a number is the sum of as many odd ones.
        viewSquares += 2 * counts - (to - from);
        duration = Math.addExact(duration, gaps);
        return repeat;
    }

    /** Whether a session that is not timed out is split all the same. */
    private boolean splits(int before, int row) {
        return recentRows.views(before) >= maxActions
                || millis[row] - millis[recentRows.start(before)] > maxLength
                || rules.midnightBetween(millis[before], millis[row]);
    }

    long visitors() {
        return Arrays.stream(last).filter(row -> row > 0).count();
    }

    SessionSummary summary() {
        return new SessionSummary(
                pages.entrances(), pages.bounces(), views.length, viewSquares, views.length, duration, 0);
    }
}
