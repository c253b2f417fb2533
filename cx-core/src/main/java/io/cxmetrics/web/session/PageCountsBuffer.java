package io.cxmetrics.web.session;

import java.util.Arrays;

/**
 * The counts of pages while they grow, row by row: what is added for a row does not depend on how its session ends, and
 * two counts of a page lie in one word, so that a row needs few words and no branch. Its plain twin is
 * {@code PlainSessions} in the tests.
 *
 * <pre>
 *  bit    63 .. 32                                   31 .. 0
 *       +------------------------------------------+------------------------------------------+
 * views | views that began a session               | views of the page                        |
 *       +------------------------------------------+------------------------------------------+
 *  left | views that began a session and were left | views after which the session went on    |
 *       +------------------------------------------+------------------------------------------+
 * </pre>
 */
final class PageCountsBuffer {

    /** One of the upper count in a word; no count is above the rows, of which there are less than 2<sup>31</sup>. */
    private static final long UPPER = 1L << 32;

    private final long[] views;

    private final long[] left;

    /** The views of each page that were not the first of it in their session. */
    private final int[] repeats;

    PageCountsBuffer(int bound) {
        views = new long[bound];
        left = new long[bound];
        repeats = new int[bound];
    }

    /**
     * Counts a view.
     *
     * @param previous the page of the view before in the session, any if there is none
     * @param goesOn -1 if there is one, 0 if not
     * @param count how many views the session has with this one
     */
    void add(int page, int previous, long goesOn, long count) {
        views[page] += 1 + UPPER + (goesOn << 32);
        left[previous] += (((count ^ 2) - 1) & UPPER) - goesOn;
    }

    /** Counts that a view was not the first of its page in its session. */
    void repeat(int page) {
        repeats[page]++;
    }

    long entrances() {
        return upper(views);
    }

    long bounces() {
        return upper(views) - upper(left);
    }

    private static long upper(long[] words) {
        return Arrays.stream(words).map(word -> word / UPPER).sum();
    }

    PageTable table() {
        PageTable table = new PageTable(views.length);
        for (int page = 0; page < views.length; page++) {
            long seen = views[page] % UPPER;
            long entrances = views[page] / UPPER;
            table.put(
                    page,
                    seen,
                    seen - repeats[page],
                    entrances,
                    seen - left[page] % UPPER,
                    entrances - left[page] / UPPER);
        }
        return table;
    }
}
