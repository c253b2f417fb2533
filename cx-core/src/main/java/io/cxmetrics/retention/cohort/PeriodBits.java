package io.cxmetrics.retention.cohort;

import io.cxmetrics.internal.DenseCodes;
import io.cxmetrics.internal.SlotIndex;

/**
 * In which periods each actor was active: one bit for each, so that activities in any order are counted in one pass,
 * and what is kept does not grow with them.
 *
 * <p>A word holds one period of 64 actors, and the periods of these actors lie side by side: all is counted 64 actors
 * at a time, without a branch for any.
 */
final class PeriodBits {

    private static final int SLOTS_PER_PERIOD = 8;

    /** Finding the periods of some rows before any bit is set keeps both loops short; a fused one waits for memory. */
    private static final int BLOCK = 1 << 13;

    /** How many there are, with one behind the last for what is not observed. */
    private final int periods;

    private final long[] bits;

    private PeriodBits(int periods, long[] bits) {
        this.periods = periods;
        this.bits = bits;
    }

    /**
     * Marks activities.
     *
     * @param starts when each period starts, and at last when observation ends; no activity is before the first
     */
    static PeriodBits of(DenseCodes actors, long[] millis, long[] starts) {
        long size = (actors.bound() + Long.SIZE - 1L) / Long.SIZE * starts.length;
        if (size > Integer.MAX_VALUE - Long.SIZE) {
            throw new IllegalArgumentException("millis must span fewer periods for so many actors (" + actors.bound()
                    + "), got " + (starts.length - 1));
        }
        PeriodBits marked = new PeriodBits(starts.length, new long[(int) size]);
        SlotIndex index = new SlotIndex(starts, SLOTS_PER_PERIOD);
        int[] at = new int[Math.min(BLOCK, millis.length)];
        for (int from = 0; from < millis.length; from += BLOCK) {
            int count = Math.min(BLOCK, millis.length - from);
            find(index, millis, from, count, starts[starts.length - 1], at);
            marked.mark(actors.codes(), from, count, at);
        }
        return marked;
    }

    /** What is not observed comes into the period behind the last, which is not read: cheaper than to leave it out. */
    private static void find(SlotIndex index, long[] millis, int from, int count, long end, int[] at) {
        for (int i = 0; i < count; i++) {
            at[i] = index.floor(Math.min(millis[from + i], end));
        }
    }

    private void mark(int[] actors, int from, int count, int[] at) {
        for (int i = 0; i < count; i++) {
            int actor = actors[from + i];
            bits[(actor >>> 6) * periods + at[i]] |= 1L << actor;
        }
    }

    /**
     * Counts actors by their first period.
     *
     * @param observed how many of the periods are wholly observed
     * @return for each first period null where it is nobody's, else how many actors it is the first of, and of these
     *     how many are active in it and in each observed one after it
     */
    long[][] cohorts(int observed) {
        long[][] cohorts = new long[periods - 1][];
        for (int at = 0; at < bits.length; at += periods) {
            long unseen = -1;
            for (int first = 0; first < periods - 1 && unseen != 0; first++) {
                long started = bits[at + first] & unseen;
                if (started != 0) {
                    unseen &= ~started;
                    if (cohorts[first] == null) {
                        cohorts[first] = new long[1 + Math.max(0, observed - first)];
                    }
                    count(started, at + first, cohorts[first]);
                }
            }
        }
        return cohorts;
    }

    private void count(long started, int at, long[] cohort) {
        cohort[0] += Long.bitCount(started);
        for (int k = 1; k < cohort.length; k++) {
            cohort[k] += Long.bitCount(started & bits[at + k - 1]);
        }
    }
}
