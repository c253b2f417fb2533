package io.cxmetrics.retention;

import io.cxmetrics.internal.DenseCodes;
import io.cxmetrics.internal.SlotIndex;

/**
 * In which periods each actor was active: one bit for each actor and period, so that activities in any order are counted in one
 * pass, and what is kept does not grow with them.
 */
final class PeriodMasks {

    private static final int SLOTS_PER_PERIOD = 8;

    /** Finding the periods of some rows before any bit is set keeps both loops short; a fused one waits for memory. */
    private static final int BLOCK = 1 << 13;

    private final int periods;

    /** How many longs an actor has. */
    private final int words;

    private final long[] bits;

    private PeriodMasks(int periods, int words, long[] bits) {
        this.periods = periods;
        this.words = words;
        this.bits = bits;
    }

    /**
     * Marks activities.
     *
     * @param starts when each period starts, and at last when observation ends; no activity is before the first
     */
    static PeriodMasks of(DenseCodes actors, long[] millis, long[] starts) {
        int words = (starts.length + Long.SIZE - 1) / Long.SIZE;
        long size = (long) words * actors.bound();
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("millis must span fewer periods for so many actors (" + actors.bound()
                    + "), got " + (starts.length - 1));
        }
        PeriodMasks masks = new PeriodMasks(starts.length - 1, words, new long[(int) size]);
        SlotIndex index = new SlotIndex(starts, SLOTS_PER_PERIOD);
        int[] at = new int[Math.min(BLOCK, millis.length)];
        for (int from = 0; from < millis.length; from += BLOCK) {
            int count = Math.min(BLOCK, millis.length - from);
            periods(index, millis, from, count, starts[starts.length - 1], at);
            if (words == 1) {
                masks.mark(actors.codes(), from, count, at);
            } else {
                masks.markWide(actors.codes(), from, count, at);
            }
        }
        return masks;
    }

    /** What is not observed comes into the period behind the last, whose bit is not read: cheaper than to leave it out. */
    private static void periods(SlotIndex index, long[] millis, int from, int count, long end, int[] at) {
        for (int i = 0; i < count; i++) {
            at[i] = index.floor(Math.min(millis[from + i], end));
        }
    }

    private void mark(int[] actors, int from, int count, int[] at) {
        for (int i = 0; i < count; i++) {
            bits[actors[from + i]] |= 1L << at[i];
        }
    }

    private void markWide(int[] actors, int from, int count, int[] at) {
        for (int i = 0; i < count; i++) {
            bits[actors[from + i] * words + (at[i] >>> 6)] |= 1L << at[i];
        }
    }

    /**
     * Counts actors by their first period.
     *
     * @param observed how many of the periods are wholly observed
     * @return for each first period null where it is nobody's, else how many actors it is the first of, and of these how many
     *     are active in it and in each observed one after it
     */
    long[][] cohorts(int observed) {
        long[][] cohorts = new long[periods][];
        for (int actor = 0; actor < bits.length; actor += words) {
            int first = -1;
            for (int word = 0; word < words; word++) {
                long left = bits[actor + word];
                while (left != 0) {
                    int period = (word << 6) + Long.numberOfTrailingZeros(left);
                    left &= left - 1;
                    if (first < 0 && period < periods) {
                        first = period;
                        if (cohorts[first] == null) {
                            cohorts[first] = new long[1 + Math.max(0, observed - first)];
                        }
                        cohorts[first][0]++;
                    }
                    if (period < observed) {
                        cohorts[first][1 + period - first]++;
                    }
                }
            }
        }
        return cohorts;
    }
}
