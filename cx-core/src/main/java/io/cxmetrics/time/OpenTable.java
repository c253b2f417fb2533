package io.cxmetrics.time;

import io.cxmetrics.internal.SlotIndex;

/**
 * Openings in epoch milliseconds with the open time before each, so that the open time of a span is a difference of two
 * look-ups and a deadline is one.
 */
final class OpenTable {

    private static final int INSTANT_SLOTS = 8;
    private static final int OPEN_TIME_SLOTS = 4;

    private final long[] opens;
    private final long[] closes;
    /**
     * The open time before each opening less its start: with an instant of the opening added, the open time before
     * that.
     */
    private final long[] offsets;

    private final long total;
    private final SlotIndex byInstant;
    private final SlotIndex byOpenTime;

    OpenTable(Spans openings) {
        // A last opening of no length, which nothing lies behind, spares every look-up the question whether there is
        // any.
        int count = openings.size() + 1;
        opens = new long[count];
        closes = new long[count];
        offsets = new long[count];
        long[] before = new long[count];
        long sum = 0;
        for (int i = 0; i < openings.size(); i++) {
            opens[i] = openings.start(i);
            closes[i] = openings.end(i);
            before[i] = sum;
            offsets[i] = sum - opens[i];
            sum += closes[i] - opens[i];
        }
        int last = openings.size();
        opens[last] = last == 0 ? 0 : closes[last - 1];
        closes[last] = opens[last];
        before[last] = sum;
        offsets[last] = sum - opens[last];
        total = sum;
        byInstant = new SlotIndex(opens, INSTANT_SLOTS);
        byOpenTime = new SlotIndex(before, OPEN_TIME_SLOTS);
    }

    /** How many openings there are. */
    int size() {
        return opens.length - 1;
    }

    long opens(int i) {
        return opens[i];
    }

    long closes(int i) {
        return closes[i];
    }

    /** The position of the opening that holds the instant or is the last before it; -1 before the first. */
    int last(long instant) {
        return Math.min(byInstant.floor(instant), size() - 1);
    }

    boolean openAt(long instant) {
        int i = byInstant.floor(instant);
        return i >= 0 && instant < closes[i];
    }

    /** The open time from the start of the table to an instant. */
    long openBefore(long instant) {
        int i = byInstant.floor(instant);
        if (i < 0) {
            return 0;
        }
        // Adds min(instant, closes[i]), without a branch: whether it is open is the one thing that cannot be guessed.
        long late = instant - closes[i];
        return offsets[i] + closes[i] + (late & late >> (Long.SIZE - 1));
    }

    /** The open time of the whole table. */
    long total() {
        return total;
    }

    /** The earliest instant that has so much open time before it, from 1 to the total. */
    long whenOpen(long openTime) {
        int i = byOpenTime.floor(openTime - 1);
        return openTime - offsets[i];
    }
}
