package io.cxmetrics.web.session;

import java.util.Arrays;

/** Cuts the page views of one visitor after the other into sessions, and counts. */
final class SortedSessionsKernel implements VisitorSort.Visits {

    private final SessionRules rules;
    private final SessionBoundary boundary;
    private final long timeout;
    private final long maxLength;
    private final long maxActions;
    private final SessionSummaryBuffer sum = new SessionSummaryBuffer(BounceRule.SINGLE_PAGE_VIEW);
    private final PageTable pages;

    /** The number of the last session that saw a page. */
    private final int[] seenIn;

    private int session;
    private long visitors;

    SortedSessionsKernel(SessionRules rules, PageTable pages) {
        this.rules = rules;
        this.boundary = rules.boundary();
        this.timeout = rules.timeoutMillis();
        this.maxLength = rules.maxLengthMillis();
        this.maxActions = rules.maxActions();
        this.pages = pages;
        this.seenIn = new int[pages.bound()];
        // Sessions are fewer than page views, so the numbers do not come round.
        Arrays.fill(seenIn, -1);
    }

    @Override
    public void take(long[] times, int[] codes, int from, int to) {
        visitors++;
        int start = from;
        for (int i = from; i < to; i++) {
            if (i > start && splits(times, start, i)) {
                close(times, codes, start, i);
                start = i;
            }
            int page = codes[i];
            pages.view(page, seenIn[page] != session);
            seenIn[page] = session;
        }
        close(times, codes, start, to);
    }

    private boolean splits(long[] times, int start, int at) {
        return boundary.ends(times[at] - times[at - 1], timeout)
                || times[at] - times[start] > maxLength
                || at - start >= maxActions
                || rules.midnightBetween(times[at - 1], times[at]);
    }

    private void close(long[] times, int[] codes, int start, int end) {
        boolean bounce = end - start == 1;
        sum.add(bounce, end - start, end - start, times[end - 1] - times[start]);
        pages.session(codes[start], codes[end - 1], bounce);
        session++;
    }

    long visitors() {
        return visitors;
    }

    SessionSummary summary() {
        return sum.finish();
    }

    PageTable pages() {
        return pages;
    }
}
