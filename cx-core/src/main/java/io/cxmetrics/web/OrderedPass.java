package io.cxmetrics.web;

import io.cxmetrics.internal.DenseCodes;

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
    private final PageTable pages;
    private final RecentRows recentRows = new RecentRows(4 * BLOCK);

    /** The row of each visitor's last view, and 1; 0 before there is one. */
    private final int[] last;

    /** The row of the view before, for each of a block; -1 if there is none in the same session. */
    private final int[] previous = new int[BLOCK];

    /** The rows of a block that begin a session by their time, those that do not, and of these the ones whose page may be known. */
    private final int[] beginning = new int[BLOCK];

    private final int[] going = new int[BLOCK];
    private final int[] repeating = new int[BLOCK];

    private long visitors;
    private long sessions;
    private long bounces;
    private long viewSquares;
    private long duration;

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
            recentRows.reach(from, to - recent + BLOCK, views.length);
            remember(from, to);
            cut(from, to, recent - 1);
            int begin = sortOut(to - from);
            for (int i = 0; i < begin; i++) {
                begin(from + beginning[i]);
            }
            int repeat = goOn(from, to - from - begin);
            for (int i = 0; i < repeat; i++) {
                if (recentRows.isNew(repeating[i], views)) {
                    pages.visit(views[repeating[i]]);
                }
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
            previous[row - from] = last[visitor] - 1;
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
            int before = previous[row - from];
            int near = Math.max(0, Math.max(before, tooEarly));
            previous[row - from] = before | (int) ((longestGap - (millis[row] - millis[near])) >> 63);
            unknown += before >>> 31;
        }
        visitors += unknown;
    }

    /** Sorts the places in a block out and returns how many begin a session. */
    private int sortOut(int count) {
        int begin = 0;
        int go = 0;
        for (int i = 0; i < count; i++) {
            int first = previous[i] >>> 31;
            beginning[begin] = i;
            going[go] = i;
            begin += first;
            go += 1 - first;
        }
        return begin;
    }

    private void begin(int row) {
        recentRows.begin(row, views[row]);
        sessions++;
        bounces++;
        viewSquares++;
        pages.begin(views[row]);
    }

    /** Counts the rows that go on, and returns how many may repeat a page. */
    private int goOn(int from, int count) {
        int repeat = 0;
        for (int i = 0; i < count; i++) {
            int row = from + going[i];
            int before = previous[going[i]];
            if (splits && splits(before, row)) {
                begin(row);
            } else {
                repeating[repeat] = row;
                repeat += goOnFrom(before, row);
            }
        }
        return repeat;
    }

    /** Whether a session that is not timed out is split all the same. */
    private boolean splits(int before, int row) {
        return recentRows.views(before) >= maxActions
                || millis[row] - millis[recentRows.start(before)] > maxLength
                || rules.midnightBetween(millis[before], millis[row]);
    }

    /** Counts a row that goes on, and returns 1 if it may repeat a page and 0 if not. */
    private int goOnFrom(int before, int row) {
        int repeat = recentRows.goOn(before, row, views[row]);
        long count = recentRows.views(row);
        int bounced = count == 2 ? 1 : 0;
        bounces -= bounced;
        // The square of a number is the sum of as many odd ones.
        viewSquares += 2 * count - 1;
        duration = Math.addExact(duration, millis[row] - millis[before]);
        pages.goOn(views[before], views[row], bounced, 1 - repeat);
        return repeat;
    }

    long visitors() {
        return visitors;
    }

    SessionSummary summary() {
        return new SessionSummary(sessions, bounces, views.length, viewSquares, views.length, duration, 0);
    }
}
